// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import Workforce

/// A scenario of one replicate as plain changes: those of each overlay, made one overlay after the other.
struct ScenarioSteps: Sendable, Equatable {
    /// The changes of each step, in the order of the overlays.
    let changes: [[Change]]

    init(_ changes: [[Change]] = []) { self.changes = changes }

    /// The steps of a scenario of a week.
    ///
    /// - Parameter agencyPay: Pounds that the base's best plan pays for agency, for caps that are a share of it.
    init(
        _ scenario: ScenarioFile.Scenario, of week: Week, replicate: Int, seed: UInt64, agencyPay: Double?,
        _ diagnostics: Diagnostics
    ) {
        changes = scenario.overlays.map { overlay in
            var step = overlay.changes(of: replicate, seed: seed, diagnostics)
            step += overlay.training?.changes(in: week) ?? []
            if let share = overlay.agencyCapOfBase, let agencyPay {
                step.append(.policy(.agencyCap(Self.cap(share, of: agencyPay))))
            }
            return step
        }
    }

    /// A share of pounds, to the penny below it.
    static func cap(_ share: Double, of pounds: Double) -> Double {
        (share * pounds * 100 + 1e-6).rounded(.down) / 100
    }

    /// A week with the changes made in it.
    func week(_ base: Week) throws(ChangeError) -> Week {
        var week = base
        for step in changes { week = try week.applying(step).week }
        return week
    }
}

extension ScenarioFile {
    /// Tells of all that does not fit a week, each at its place, before anything is searched.
    ///
    /// - Parameter seed: The seed with which intervals will be drawn.
    public func check(_ base: ScenarioBase, seed: UInt64, _ diagnostics: Diagnostics) {
        var wrong: Set<String> = []
        for scenario in scenarios where scenario.overlays.count == 1 {
            check(scenario, base, seed, diagnostics, &wrong)
        }
        // Several together only where nothing is wrong with each of those that were tried alone.
        for scenario in scenarios
        where scenario.overlays.count > 1 && !scenario.overlays.contains(where: { wrong.contains($0.name) }) {
            check(scenario, base, seed, diagnostics, &wrong)
        }
    }

    private func check(
        _ scenario: Scenario, _ base: ScenarioBase, _ seed: UInt64, _ diagnostics: Diagnostics,
        _ wrong: inout Set<String>
    ) {
        var week = base.week
        for overlay in scenario.overlays {
            let own = Diagnostics()
            overlay.training?.check(base.week, at: overlay.place, own)
            let changed = overlay.file.applied(to: week, own)
            own.tell(diagnostics)
            guard let changed, !own.hasErrors else {
                wrong.insert(overlay.name)
                return
            }
            week = changed.week
        }
        for replicate in 1...replicates where scenario.overlays.contains(where: \.isDrawn) {
            let steps = ScenarioSteps(
                scenario, of: base.week, replicate: replicate, seed: seed, agencyPay: nil, diagnostics)
            do throws(ChangeError) {
                _ = try steps.week(base.week)
            } catch {
                guard let overlay = scenario.overlays.first else { return }
                diagnostics.add(
                    .error, at: overlay.place, field: overlay.name,
                    expected: "ends of intervals that leave every draw possible",
                    message: "replicate \(replicate) of '\(scenario.name)' cannot be: \(error.description)")
                return
            }
        }
    }
}
