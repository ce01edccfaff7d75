// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Pay
import Reading
import Wording
import Workforce

extension ScenarioFile {
    /// Tells of all that does not fit the weeks, each at its place, before anything is searched: every scenario is made in
    /// every base, with every draw.
    ///
    /// - Parameters:
    ///   - pay: The pay table that adds figures; nil: none.
    ///   - seed: The seed with which intervals and absences will be drawn.
    ///   - diagnostics: Is told what is wrong, of several bases alike once.
    ///   - visit: Is given each week that is to be searched, with where what makes it begins, where it has more or other
    ///     columns than its base.
    public func check(
        _ bases: [ScenarioBase], pay: PayTable? = nil, seed: UInt64, _ diagnostics: Diagnostics,
        visit: @escaping (_ week: Week, _ place: Place, _ scenario: String, _ base: String) -> Void = {
            _, _, _, _ in
        }
    ) {
        let besides =
            ((isPrepared ? PreparationWork().figures : []) + (movesPeople ? [MovedPerson]().figures : []))
            .map(\.name)
        for test in tests { test.check(bases.map(\.week), pay: pay, besides: besides, diagnostics) }
        let dated = DatedWeeks(bases.map(\.week))
        let found = bases.indices.map { place in
            let own = Diagnostics()
            BaseCheck(
                file: self, base: bases[place], place: place, dated: dated, seed: seed, diagnostics: own,
                visit: visit
            ).tell()
            return own
        }
        let sorted = found.map(\.sorted)
        for (place, own) in found.enumerated() {
            // What is wrong in several bases alike is told with the first of them, and once.
            var told: [Diagnostic] = []
            own.tell(diagnostics) { one in
                let places = sorted.indices.filter { sorted[$0].contains(one) }
                guard places.first ?? place == place, !told.contains(one) else { return nil }
                told.append(one)
                guard bases.count > 1, !places.isEmpty else { return one }
                let names = Naming.list(places.map { "'\(bases[$0].name)'" })
                return Diagnostic(
                    one.severity,
                    at: Place(file: one.file, line: one.line, column: one.column, cell: one.cell),
                    field: one.field, found: one.found, expected: one.expected,
                    message: "in \(names): \(one.message)")
            }
        }
    }
}

/// The scenarios of a file made in one base.
private struct BaseCheck {
    let file: ScenarioFile
    let base: ScenarioBase
    /// Where the base stands among all of them.
    let place: Int
    let dated: DatedWeeks
    let seed: UInt64
    let diagnostics: Diagnostics
    let visit: (Week, Place, String, String) -> Void

    func tell() {
        var wrong: Set<String> = []
        for scenario in file.scenarios where scenario.overlays.count == 1 { check(scenario, &wrong) }
        // Several together only where nothing is wrong with each of those that were tried alone.
        for scenario in file.scenarios
        where scenario.overlays.count > 1 && !scenario.overlays.contains(where: { wrong.contains($0.name) }) {
            check(scenario, &wrong)
        }
        if file.frontier?.scenario.isBase == true { file.frontier?.check(base.week, diagnostics) }
    }

    private func check(_ scenario: ScenarioFile.Scenario, _ wrong: inout Set<String>) {
        var week = base.week
        var rest = dated
        for overlay in scenario.overlays {
            guard let changed = changed(week, by: overlay, of: scenario, &rest) else {
                wrong.insert(overlay.name)
                return
            }
            week = changed
        }
        if let first = scenario.overlays.first(where: \.changesColumns) {
            visit(week, first.place, scenario.name, base.name)
        }
        if scenario.name == file.frontier?.scenario.name { file.frontier?.check(week, diagnostics) }
        guard scenario.isDrawn else { return }
        for replicate in 1...file.replicates where !canBeDrawn(scenario, replicate) { return }
    }

    /// A week with an overlay's changes, of intervals the middle; nil, with all reasons told, where they cannot be made.
    ///
    /// - Parameter rest: The weeks without the sessions that earlier overlays take for training and reviews.
    private func changed(
        _ week: Week, by overlay: Overlay, of scenario: ScenarioFile.Scenario, _ rest: inout DatedWeeks
    ) -> Week? {
        let own = Diagnostics()
        overlay.training?.check(place, of: rest, at: overlay.place, own)
        var after = rest
        after.take(overlay.training?.takes(of: rest) ?? [])
        overlay.reviews?.check(
            place, of: after, share: overlay.singleHandedShares, at: overlay.place, own)
        var changed = overlay.file.applied(to: week, own)?.week
        if let reached = changed, !own.hasErrors {
            do throws(ChangeError) {
                changed = try reached.applying(overlay.work(in: place, of: &rest).changes).week
            } catch {
                refuse(
                    overlay, "people who are there in '\(scenario.name)'",
                    "training or reviews of '\(scenario.name)' cannot be made: \(error.description)", own)
            }
        }
        own.tell(diagnostics)
        return own.hasErrors ? nil : changed
    }

    /// Whether a replicate's draws can be made in the week; else it is told why not.
    private func canBeDrawn(_ scenario: ScenarioFile.Scenario, _ replicate: Int) -> Bool {
        let own = Diagnostics()
        let steps = ScenarioSteps(
            scenario, of: place, in: dated, replicate: replicate, seed: seed, agencyPay: nil, own)
        var week = base.week
        for (overlay, step) in zip(scenario.overlays, steps.changes) where !own.hasErrors {
            do throws(ChangeError) {
                week = try week.applying(step).week
            } catch {
                refuse(
                    overlay, "ends of intervals that leave every draw possible",
                    "replicate \(replicate) of '\(scenario.name)' cannot be: \(error.description)", own)
            }
        }
        own.tell(diagnostics)
        return !own.hasErrors
    }

    private func refuse(
        _ overlay: Overlay, _ expected: String, _ message: String, _ diagnostics: Diagnostics
    ) {
        diagnostics.add(
            .error, at: overlay.place, field: overlay.name, expected: expected,
            message: message.hasSuffix(".") ? String(message.dropLast()) : message)
    }
}

extension Overlay {
    /// Whether it may change how many columns the programme of a week has: more than caps and rates are otherwise.
    fileprivate var changesColumns: Bool {
        training != nil || !Relaxation.withoutRates(Relaxation.withoutCaps([file.changes])).isEmpty
    }
}
