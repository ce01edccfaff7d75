// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Testing

@testable import Scenarios

/// Scenario files read: what they say, and what is wrong with them at its place.
@Suite struct ScenarioFileTests {
    @Test func aPayTableIsNamedOrLeftOut() {
        let start = "scenarios: S\nbases: [{week: w}]\noverlays: {a: {policy: {agency_cap: 0}}}\nrun: [a]\n"
        #expect(Self.read(start + "pay: pay/2025-26.csv\n").file?.pay?.text == "pay/2025-26.csv")
        let none = Self.read(start)
        #expect(none.file != nil && none.file?.pay == nil)
        let blank = Self.read(start + "pay: ''\n")
        #expect(blank.file == nil)
        #expect(blank.told.joined().contains("pay is blank"))
    }

    private static func read(_ text: String) -> (file: ScenarioFile?, told: [String]) {
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(
            InputFile(path: "scenarios.yaml", bytes: Array(text.utf8)), diagnostics)
        return (file, diagnostics.sorted.map(\.description))
    }

    private static let good = """
        scenarios: Winter
        bases: [{week: ../place-week, weeks_a_year: 40}]
        overlays:
          cap-4k: {policy: {agency_cap: 4000}, why: Board paper 12, by: Finance, on: 2026-11-02}
          less-30: {agency_cap_of_base: 0.7}
          bank-5: {rates: [{employment: bank, factor: 1.05}]}
          busy: {demand: [{pathways: [P1], factor: {low: 1.05, high: 1.25, confidence: 0.8}}]}
        run: [base, cap-4k, less-30, [cap-4k, bank-5], busy]
        sweeps: [{name: grid, over: {agency_cap: [0, null], absence: [0.04, 0.07]}}]
        replicates: 5
        work: 600

        """

    @Test func `what runs is the base, then what run names, then every point of a sweep`() throws {
        let (file, told) = Self.read(Self.good)
        #expect(told.isEmpty)
        let read = try #require(file)
        #expect(
            read.scenarios.map(\.name) == [
                "base", "cap-4k", "less-30", "cap-4k + bank-5", "busy", "agency_cap 0 + absence 0.04",
                "agency_cap 0 + absence 0.07", "agency_cap none + absence 0.04",
                "agency_cap none + absence 0.07",
            ])
        #expect(read.scenarios[3].overlays.flatMap(\.file.changes).count == 2)
        #expect(read.scenarios[7].overlays[0].file.changes == [.policy(.agencyCap(nil))])
        #expect((read.replicates, read.limit) == (5, .work(600)))
        #expect(read.runs == 50)
        #expect(read.overlays[0].why == "Board paper 12")
        #expect(read.overlays[0].on?.iso == "2026-11-02")
        #expect(read.overlays[1].agencyCapOfBase == 0.7)
        #expect(read.title == "Winter")
    }

    @Test func `an interval stands for its middle, and each replicate draws its own of the same normal`()
        throws
    {
        let busy = try #require(Self.read(Self.good).file?.overlays.last)
        #expect(busy.intervals.map(\.path) == ["demand.1.factor"])
        #expect(busy.file.changes == [.demand(.factor(1.15, of: LineScope(pathways: ["P1"])))])
        let drawn = (1...400).compactMap { number -> Double? in
            let changes = busy.changes(of: number, seed: 1, Diagnostics())
            guard case .demand(.factor(let factor, _)) = changes.first else { return nil }
            return factor
        }
        #expect(drawn.count == 400)
        // 80 per cent of the draws lie between the ends: 320 of 400, give or take three times √(400 × 0.8 × 0.2) = 8.
        let inside = drawn.count { (1.05...1.25).contains($0) }
        #expect((296...344).contains(inside))
        #expect(abs(drawn.reduce(0, +) / 400 - 1.15) < 0.02)
        #expect(busy.changes(of: 3, seed: 1, Diagnostics()) == busy.changes(of: 3, seed: 1, Diagnostics()))
        #expect(busy.changes(of: 3, seed: 1, Diagnostics()) != busy.changes(of: 3, seed: 2, Diagnostics()))
    }

    @Test func `a lower absence is one of those of a higher one, in every replicate`() throws {
        let file = try #require(Self.read(Self.good).file)
        let (low, high) = (file.scenarios[5].overlays[1], file.scenarios[6].overlays[1])
        func seed(_ overlay: Overlay, _ replicate: Int) -> UInt64? {
            guard case .absence(let absence) = overlay.changes(of: replicate, seed: 1, Diagnostics()).first,
                case .drawn(_, let seed, _, _) = absence.who
            else { return nil }
            return seed
        }
        #expect(seed(low, 1) == 1)
        #expect(seed(low, 2) == seed(high, 2))
        #expect(seed(low, 2) != seed(low, 3))
    }

    struct Fault: Sendable {
        let name: String
        let from, into: String
        let told: String
        /// One cause is told once.
        var errors = 1
    }

    @Test(
        "What is wrong is told at its place",
        arguments: [
            Fault(
                name: "unknown key", from: "scenarios: Winter", into: "scenarios: Winter\nreplicats: 3",
                told:
                    "scenarios.yaml:2:1: error: key 'replicats' of the scenario file is not known; did you mean"
            ),
            Fault(
                name: "unknown overlay", from: "run: [base, cap-4k,", into: "run: [base, cap-4,",
                told: "scenarios.yaml:8:13: error: there is no overlay 'cap-4'; did you mean"),
            Fault(
                name: "unknown part", from: "{rates: [{employment", into: "{rate: [{employment",
                told: "scenarios.yaml:6:12: error: key 'rate' of overlay 'bank-5' is not known; did you mean"),
            Fault(
                name: "nothing changed", from: "cap-4k: {policy: {agency_cap: 4000}, why",
                into: "cap-4k: {why", told: "scenarios.yaml:4:11: error: overlay 'cap-4k' changes nothing"),
            Fault(
                name: "two caps", from: "less-30: {agency_cap_of_base: 0.7}",
                into: "less-30: {agency_cap_of_base: 0.7, policy: {agency_cap: 2}}",
                told: "scenarios.yaml:5:13: error: key 'agency_cap_of_base' does not go with"),
            Fault(
                name: "ends", from: "low: 1.05, high: 1.25", into: "low: 1.25, high: 1.05",
                told: "scenarios.yaml:7:45: error: low is 1.25, not below high, which is 1.05"),
            Fault(
                name: "confidence", from: "confidence: 0.8", into: "confidence: 1",
                told: "error: confidence is 1.0"),
            Fault(
                name: "empty grid", from: "absence: [0.04, 0.07]", into: "absence: []",
                told: "scenarios.yaml:9:53: error: the sweep of 'absence' has no values"),
            Fault(
                name: "unknown lever", from: "absence: [0.04", into: "absense: [0.04",
                told: "scenarios.yaml:9:53: error: 'absense' cannot be swept; did you mean"),
            Fault(
                name: "seconds and work", from: "work: 600", into: "work: 600\nseconds: 20",
                told: "scenarios.yaml:11:1: error: key 'work' does not go with 'seconds'"),
            Fault(
                name: "twice", from: "run: [base, cap-4k,", into: "run: [base, cap-4k, cap-4k,",
                told: "scenarios.yaml:8:21: error: 'cap-4k' is run twice"),
            Fault(
                name: "no base", from: "bases: [{week: ../place-week, weeks_a_year: 40}]", into: "bases: []",
                told: "scenarios.yaml:2:1: error: bases names nothing"),
            Fault(
                name: "called base", from: "cap-4k: {policy", into: "base: {policy",
                told: "scenarios.yaml:4:3: error: an overlay is called 'base'", errors: 3),
            Fault(
                name: "no work", from: "work: 600", into: "work: 0",
                told: "scenarios.yaml:11:1: error: work is 0: nothing would be searched"),
            Fault(
                name: "no seconds", from: "work: 600", into: "seconds: 0.0",
                told: "scenarios.yaml:11:1: error: seconds is 0: nothing would be searched"),
            Fault(
                name: "two overlays that cap agency", from: "[cap-4k, bank-5]", into: "[cap-4k, less-30]",
                told:
                    "scenarios.yaml:8:31: error: 'cap-4k + less-30' caps agency twice, of which the last alone would hold"
            ),
            Fault(
                name: "a sweep that caps agency twice", from: "absence: [0.04, 0.07]",
                into: "agency_cap_of_base: [0.5, 1]",
                told: "scenarios.yaml:9:53: error: the sweep caps agency twice"),
            Fault(
                name: "an interval of a share of the base", from: "agency_cap_of_base: 0.7",
                into: "agency_cap_of_base: {low: 0.5, high: 0.7}",
                told:
                    "scenarios.yaml:5:33: error: 'agency_cap_of_base' stands in no change, and is given as an interval"
            ),
            Fault(
                name: "an interval of people trained", from: "less-30: {agency_cap_of_base: 0.7}",
                into:
                    "less-30: {training: {competency: care, level: 2, role: nurse, people: {low: 2, high: 6}}}",
                told: "scenarios.yaml:5:73: error: 'training.people' stands in no change"),
            Fault(
                name: "an interval of contacts",
                from: "{pathways: [P1], factor: {low: 1.05, high: 1.25, confidence: 0.8}}",
                into: "{line: D-1, add: {low: 2, high: 4}}",
                told:
                    "scenarios.yaml:7:36: error: 'demand.1.add' may be a whole number alone, and is given as an interval"
            ),
            Fault(
                name: "a frontier's unknown key", from: "replicates: 5",
                into: "frontier: {of: agency, against: [urgent], pionts: 9}\nreplicates: 5",
                told: "key 'pionts' of frontier is not known; did you mean 'points'"),
            Fault(
                name: "a frontier of nothing", from: "replicates: 5",
                into: "frontier: {against: [urgent]}\nreplicates: 5",
                told: "frontier has no 'of'"),
            Fault(
                name: "a frontier of bank", from: "replicates: 5",
                into: "frontier: {of: bank, against: [urgent]}\nreplicates: 5",
                told: "of 'bank' is not known"),
            Fault(
                name: "a frontier against nothing", from: "replicates: 5",
                into: "frontier: {of: agency}\nreplicates: 5",
                told: "frontier has no 'against'"),
            Fault(
                name: "a frontier against no list", from: "replicates: 5",
                into: "frontier: {of: agency, against: []}\nreplicates: 5",
                told: "against names nothing"),
            Fault(
                name: "a frontier against an unknown priority", from: "replicates: 5",
                into: "frontier: {of: agency, against: [urgnt]}\nreplicates: 5",
                told: "against 'urgnt' is not known; did you mean 'urgent'"),
            Fault(
                name: "a frontier against reserve", from: "replicates: 5",
                into: "frontier: {of: agency, against: [reserve]}\nreplicates: 5",
                told: "against 'reserve' is not known"),
            Fault(
                name: "a frontier against a priority twice", from: "replicates: 5",
                into: "frontier: {of: agency, against: [urgent, urgent]}\nreplicates: 5",
                told: "against names 'urgent' twice"),
            Fault(
                name: "a frontier of a point", from: "replicates: 5",
                into: "frontier: {of: agency, against: [urgent], points: 1}\nreplicates: 5",
                told: "points"),
            Fault(
                name: "a frontier that is a word", from: "replicates: 5",
                into: "frontier: agency\nreplicates: 5",
                told: "frontier"),
            Fault(
                name: "an odd interval of contacts",
                from: "{pathways: [P1], factor: {low: 1.05, high: 1.25, confidence: 0.8}}",
                into: "{line: D-1, add: {low: 2, high: 3}}",
                told:
                    "scenarios.yaml:7:36: error: 'demand.1.add' may be a whole number alone, and is given as an interval"
            ),
        ])
    func faults(_ fault: Fault) {
        #expect(Self.good.contains(fault.from))
        let (file, told) = Self.read(Self.good.replacing(fault.from, with: fault.into, maxReplacements: 1))
        #expect(file == nil, "\(fault.name)")
        #expect(told.contains { $0.contains(fault.told) }, "\(fault.name): \(told)")
        #expect(told.count { $0.contains(": error: ") } == fault.errors, "\(fault.name): \(told)")
    }

    @Test func `a grid of a million is refused with the count, and nothing is made of it`() {
        let values = (0..<100).map(String.init).joined(separator: ", ")
        let grid =
            "{agency_cap: [\(values)], bank_cap: [\(values)], away_session: [\(values)], team_change: [\(values)]}"
        let text = Self.good.replacing("{agency_cap: [0, null], absence: [0.04, 0.07]}", with: grid)
        let (file, told) = Self.read(text)
        #expect(file == nil)
        // 100⁴ points, 5 of `run` and the base once more, in 5 replicates.
        #expect(
            told.contains { $0.contains("has 100,000,000 points, with which there are 500,000,030 runs") })
    }

    @Test func `so many runs are too many, whether or not a sweep makes them`() {
        let runs = "[" + (1...20).map { "a-\($0)" }.joined(separator: ", ") + "]"
        let overlays = (1...20).map { "  a-\($0): {policy: {agency_cap: \($0)}}" }.joined(separator: "\n")
        func text(_ replicates: Int) -> String {
            "bases: [{week: w}]\noverlays:\n\(overlays)\nrun: \(runs)\nreplicates: \(replicates)\n"
        }
        #expect(Self.read(text(909)).file?.runs == 19_998)
        let (file, told) = Self.read(text(910))
        #expect(file == nil)
        #expect(
            told.contains {
                $0.contains(
                    "scenarios.yaml:24:1: error: there are 20,020 runs: 21 scenarios, the base among them and once more, 910 times each"
                )
            }, "\(told)")
    }

    @Test func `searches at once follow each other as often as they have to`() throws {
        let file = try #require(Self.read(Self.good).file)
        // Five of the base, then those whose caps are known, then the one that is a share of what the base pays.
        #expect(file.turns(of: 2) == 3 + 20 + 3)
        #expect(file.turns(of: 1) == file.runs)
        #expect(file.turns(of: 1000) == 3)
    }

    @Test func `a frontier is as many runs as points, the one without a cap before the others`() throws {
        let text = Self.good.replacing(
            "replicates: 5", with: "frontier: {of: agency, against: urgent, points: 4}\nreplicates: 5")
        let file = try #require(Self.read(text).file)
        #expect(file.frontier?.priorities == [.urgent])
        #expect(file.runs == 50 + 4 * 5)
        // Each point may have a second search besides.
        #expect(file.turns(of: 1) == file.runs + 4 * 5)
        #expect(file.turns(of: 1000) == 6)
        let alone = "bases: [{week: w}]\nfrontier: {of: agency, against: [routine, critical]}\n"
        let read = try #require(Self.read(alone).file)
        #expect(read.frontier?.priorities == [.critical, .routine])
        #expect(read.frontier?.points == 9)
        #expect(read.scenarios.map(\.name) == ["base"])
    }

    @Test func `an overlay that nothing runs is told, and the file is read`() {
        let (file, told) = Self.read(Self.good.replacing(", busy]", with: "]"))
        #expect(file != nil)
        #expect(told.contains { $0.contains("warning: overlay 'busy' is not run") })
    }
}
