// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Wording

/// Reads a scenario file. What is wrong with its form is told at its place, all at once.
struct ScenarioFileReader {
    let path: String
    let diagnostics: Diagnostics

    private static let keys = [
        "scenarios", "bases", "overlays", "run", "sweeps", "frontier", "tests", "replicates", "seconds",
        "work", "pay",
    ]
    /// The most replicates.
    static let mostReplicates = 1_000
    /// The most seconds, or units of work, of one run.
    private static let mostSeconds = 1e6
    private static let mostWork = 1_000_000_000

    init(_ path: String, _ diagnostics: Diagnostics) { (self.path, self.diagnostics) = (path, diagnostics) }

    func read(_ input: InputFile) -> ScenarioFile? {
        guard let root = YAMLDocument.read(input, diagnostics),
            let document = EntryReader(root, "the scenario file", known: Self.keys, diagnostics)
        else { return nil }
        let bases = bases(document)
        let overlays = overlays(document)
        var scenarios = [ScenarioFile.Scenario.base]
        let replicates =
            document.whole("replicates", 1...Self.mostReplicates, "times each scenario is tried") ?? 1
        let runReader = RunReader(overlays, known: names(document), diagnostics)
        runReader.read(document.node("run"), into: &scenarios)
        var sweeps: [ScenarioFile.Sweep] = []
        let runs = SweepReader(path, overlays, diagnostics)
            .read(
                document.node("sweeps"), into: &scenarios, &sweeps,
                runsEach: max(1, bases.count) * replicates)
        let frontier = document.node("frontier").flatMap {
            FrontierRequest($0, runReader, replicates: replicates, diagnostics)
        }
        if scenarios.count == 1, runs == 0, !document.has("frontier") {
            document.refuse(
                "nothing is tried: neither run nor sweeps name anything but the base, and no frontier is asked for",
                expected: "run, a list of overlays, sweeps or frontier", at: document.keyField("run"))
        }
        // Where things stand without a cap, and whose plans points are offered, is a run of its own.
        if var scenario = frontier?.scenario, !scenarios.contains(where: { $0.name == scenario.name }) {
            scenario.isOfFrontierAlone = true
            scenarios.append(scenario)
        }
        let limit = limit(document)
        tellUnused(overlays, scenarios)
        let file = ScenarioFile(
            path: path, title: document.note("scenarios").flatMap { $0.isEmpty ? nil : $0 } ?? path,
            bases: bases, overlays: overlays, scenarios: scenarios, sweeps: sweeps,
            frontier: frontier,
            tests: ScenarioTest.read(document.node("tests"), diagnostics), pay: pay(document),
            replicates: replicates, limit: limit)
        // Of sweeps that make too many it was told already.
        if file.runs > ScenarioFile.mostRuns, runs <= ScenarioFile.mostRuns {
            document.refuse(
                "there are \(Show.count(file.runs)) runs: \(Show.counted(scenarios.count, "scenario")), the base "
                    + "among them and once more, "
                    + (frontier.map { "and \(Show.counted($0.points, "point")) of the frontier, " } ?? "")
                    + "\(Show.counted(replicates, "time")) each, in " + Show.counted(bases.count, "week"),
                expected: "at most \(Show.count(ScenarioFile.mostRuns)) runs in all",
                at: document.keyField("replicates") ?? document.keyField("run"))
        }
        return file
    }

    private func pay(_ document: EntryReader) -> Field? {
        guard let field = document.field("pay") else { return nil }
        guard field.isBlank else { return field }
        field.error(
            "pay is blank", expected: "the path of a pay table from this file's folder, or no pay",
            diagnostics)
        return nil
    }

    private func bases(_ document: EntryReader) -> [ScenarioFile.Base] {
        guard let key = document.keyField("bases"), let node = document.node("bases") else {
            document.refuse(
                "the scenario file has no 'bases'", expected: "a list such as [{week: ../place-week}]")
            return []
        }
        var names: [String] = []
        let bases = (node.items("bases", diagnostics) ?? []).compactMap { item -> ScenarioFile.Base? in
            guard let entry = EntryReader(item, "a base", known: ["week", "weeks_a_year"], diagnostics) else {
                return nil
            }
            let weeks = entry.decimal("weeks_a_year", 0...53, "weeks of a year")
            guard let week = entry.required("week", "the folder of a week, from this file's") else {
                return nil
            }
            guard !week.isBlank else {
                week.error("week is blank", expected: "the folder of a week, from this file's", diagnostics)
                return nil
            }
            guard !names.contains(week.text) else {
                week.error("the base \(week.shown) is there twice", expected: "each week once", diagnostics)
                return nil
            }
            names.append(week.text)
            return ScenarioFile.Base(week: week, weeksAYear: weeks)
        }
        if bases.isEmpty, case .sequence(let items) = node.kind, items.isEmpty {
            key.error("bases names nothing", expected: "at least one week", diagnostics)
        }
        return bases
    }

    private func overlays(_ document: EntryReader) -> [Overlay] {
        guard let node = document.node("overlays"), !node.isNull,
            let pairs = node.pairs("overlays", diagnostics)
        else { return [] }
        return pairs.compactMap { key, value in
            guard let name = key.identifier(diagnostics) else { return nil }
            guard name != ScenarioFile.base else {
                key.error(
                    "an overlay is called 'base', as the week without any is", expected: "another name",
                    diagnostics)
                return nil
            }
            return OverlayReader(path, diagnostics).read(value, name)
        }
    }

    /// The names of all overlays, those that are not right too.
    private func names(_ document: EntryReader) -> [String] {
        guard let node = document.node("overlays"), case .mapping(let pairs) = node.kind else { return [] }
        return pairs.map(\.key.text)
    }

    private func limit(_ document: EntryReader) -> ScenarioFile.Limit? {
        let seconds = document.decimal("seconds", 0...Self.mostSeconds, "seconds a run")
        let work = document.whole("work", 0...Self.mostWork, "units of work a run")
        if seconds != nil, work != nil { document.refuse(["work"], beside: "seconds") }
        for (key, isNothing) in [("seconds", seconds == 0), ("work", work == 0)] where isNothing {
            document.refuse(
                "\(key) is 0: nothing would be searched", expected: "more than 0",
                at: document.keyField(key))
        }
        return seconds.map { .seconds($0) } ?? work.map { .work($0) }
    }

    /// Tells of overlays that nothing is made of.
    private func tellUnused(_ overlays: [Overlay], _ scenarios: [ScenarioFile.Scenario]) {
        let used = Set(scenarios.flatMap { $0.overlays.map(\.name) })
        for overlay in overlays where !used.contains(overlay.name) {
            diagnostics.add(
                .warning, at: overlay.place, field: overlay.name, expected: "its name in run, or no overlay",
                message: "overlay '\(overlay.name)' is not run")
        }
    }
}
