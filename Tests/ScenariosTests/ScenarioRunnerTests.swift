// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Scenarios of tiny weeks, solved to the optimum, so that what differs is known.
@Suite struct ScenarioRunnerTests {
    private static func file(_ text: String) throws -> ScenarioFile {
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        return try #require(file, "\(diagnostics.sorted.map(\.description))")
    }

    private static func results(
        _ text: String, _ week: Week, seed: UInt64 = 1
    ) async throws -> ScenarioResults {
        let base = ScenarioBase(name: "week", week: week)
        return try await ScenarioRunner(
            try file(text), bases: [base], options: ScenarioOptions(limit: .work(50), seed: seed)
        ).run()
    }

    private static let caps = """
        bases: [{week: week}]
        overlays:
          cap-80: {policy: {agency_cap: 80}}
          cap-79: {policy: {agency_cap: 79}}
          none: {policy: {agency_cap: 0}}
          dearer: {rates: [{employment: bank, factor: 1.1}]}
          half: {agency_cap_of_base: 0.5}
          whole: {agency_cap_of_base: 1}
        run: [cap-80, cap-79, none, dearer, half, whole, [none, dearer]]

        """

    @Test func `caps and rates cost what they cost by hand, and every difference is proved`() async throws {
        let results = try await Self.results(Self.caps, TwoMornings.world().week)
        // Bank on the first day and agency on the second: £60 and £80. A contact unmet is 120 minutes at £1.50.
        let prices: [(String, Double, Double)] = [
            ("base", 140, 80), ("cap-80", 140, 80), ("cap-79", 240, 0), ("none", 240, 0), ("dearer", 146, 80),
            ("half", 240, 0), ("whole", 140, 80), ("none + dearer", 246, 0),
        ]
        for (name, price, agency) in prices {
            let outcome = try #require(results.outcome(name, in: "week"))
            #expect(abs((outcome.value(CostAndCare.price) ?? 0) - price) < 0.001, "\(name)")
            #expect(outcome.value(CostAndCare.agencyPay) == agency, "\(name)")
            #expect(outcome.value(CostAndCare.unmetHours) == (agency == 0 ? 2 : 0), "\(name)")
        }
        let differences = results.differences.filter { $0.figure.name == CostAndCare.price }
        #expect(differences.map(\.verdict) == Array(repeating: .proved, count: 7))
        for (one, known) in zip(differences, [0.0, 100, 100, 6, 100, 0, 106]) {
            #expect(abs(one.difference - known) < 0.001, "\(one.scenario)")
            #expect(try #require(one.range).contains(one.difference), "\(one.scenario)")
        }
        #expect(differences[0].words == "the same, proved")
        #expect(differences[1].words == "+£100.00, proved")
        // One replicate shows nothing of figures that no bound is about.
        let unmet = try #require(
            results.differences.first { $0.scenario == "none" && $0.figure.name == CostAndCare.unmetHours })
        #expect(unmet.verdict == .notToldApart)
        #expect(unmet.reason?.contains("1 replicate") == true)
    }

    @Test func `five replicates of one optimum show what one does not`() async throws {
        let results = try await Self.results(Self.caps + "replicates: 5\n", TwoMornings.world().week)
        let unmet = try #require(
            results.differences.first { $0.scenario == "none" && $0.figure.name == CostAndCare.unmetHours })
        #expect(unmet.verdict == .shown)
        #expect(unmet.words == "+2.0, shown")
        #expect(results.outcomes.allSatisfy { $0.replicates.count == 5 })
        let same = try #require(
            results.differences.first { $0.scenario == "cap-80" && $0.figure.name == CostAndCare.unmetHours })
        #expect(same.words == "the same plan")
    }

    @Test(
        "A cap of nought is the week without agency's offers", Reached(atLeast: 5),
        arguments: 1...24 as ClosedRange<UInt64>)
    func capOfNought(seed: UInt64) async throws {
        let week = RandomWeek.make(seed: seed)
        let offers = week.staff.enumerated().flatMap { s, staff in
            week.sessions.indices.filter {
                staff.employment == .agency && week.rota[s][$0].duty == .available
            }.map { (staff.id, week.sessions[$0].id) }
        }
        // What is paid for agency may be free, which no cap forbids.
        let isFree = week.staff.contains { $0.employment == .agency && $0.hourlyCost == 0 }
        guard !offers.isEmpty, !isFree, week.frozenBefore == nil else { return }
        let text = """
            bases: [{week: week}]
            overlays: {none: {policy: {agency_cap: 0}}}
            run: [none]

            """
        let capped = try await Self.results(text, week)
        let changes = offers.map {
            Change.availability(Availability(staff: $0.0, sessions: [$0.1], .off))
        }
        let without = try await Self.results(text, week.supposing(changes))
        let (one, other) = (
            capped.outcome("none", in: "week")?.best, without.outcome("none", in: "week")?.best
        )
        guard let one, let other, one.isProved, other.isProved else { return }
        Reached.here()
        #expect(abs(one.price - other.price) < 0.005, "seed \(seed)")
    }

    @Test(
        "A looser cap never looks dearer, and no difference is proved that a longer search turns round",
        Reached("caps", atLeast: 30), arguments: 1...20 as ClosedRange<UInt64>)
    func monotony(seed: UInt64) async throws {
        let week = RandomWeek.make(seed: seed)
        let text = """
            bases: [{week: week}]
            sweeps: [{name: cap, over: {agency_cap: [0, 40, 90, 200, null]}}]

            """
        let results = try await Self.results(text, week)
        let names = ["agency_cap 0", "agency_cap 40", "agency_cap 90", "agency_cap 200", "agency_cap none"]
        let outcomes = names.compactMap { results.outcome($0, in: "week")?.best }
        guard outcomes.count == names.count else { return }
        for (tight, loose) in zip(outcomes, outcomes.dropFirst()) {
            Reached.here("caps")
            #expect(loose.price <= tight.price + 0.005, "seed \(seed)")
            #expect(loose.bound <= tight.bound + 0.005, "seed \(seed)")
        }
        for one in outcomes { #expect(one.bound <= one.price + 0.005, "seed \(seed)") }
        guard week.current == nil else { return }
        let caps: [String: Double] = [
            names[0]: 0, names[1]: 40, names[2]: 90, names[3]: 200, names[4]: .infinity,
        ]
        let today = week.policy.agencyCap ?? .infinity
        for one in results.differences where one.figure.name == CostAndCare.price {
            let (cap, range) = (try #require(caps[one.scenario]), try #require(one.range))
            if cap <= today { #expect(range.lowerBound > -0.006, "seed \(seed), \(one.scenario)") }
            if cap >= today { #expect(range.upperBound < 0.006, "seed \(seed), \(one.scenario)") }
        }
    }

    @Test
    func
        `overlays that touch different things make the same week in either order, and the base twice is the base`()
        throws
    {
        let text = """
            bases: [{week: week}]
            overlays:
              cap: {policy: {agency_cap: 80}}
              dearer: {rates: [{employment: bank, factor: 1.1}]}
              more: {demand: [{line: D-1, add: 1}]}
            run: [[cap, dearer, more], [more, dearer, cap], [dearer, cap, more]]

            """
        let week = TwoMornings.world().week
        let weeks = try Self.file(text).scenarios.dropFirst().map { scenario in
            try ScenarioSteps(
                scenario, in: DatedWeeks([week]), replicate: 1, seed: 1, agencyPay: nil, Diagnostics()
            ).week(week).content
        }
        #expect(weeks.count == 3)
        #expect(weeks.dropFirst().allSatisfy { $0 == weeks[0] })
        #expect(weeks[0] != week.content)
        let file = try Self.file(
            "bases: [{week: w}]\noverlays: {a: {policy: {agency_cap: 1}}}\nrun: [base, base, a]\n")
        #expect(file.scenarios.map(\.name) == ["base", "a"])
    }

    @Test func `the same work and seed give the same results, and what is kept is not run again`()
        async throws
    {
        let kept = Kept()
        let base = ScenarioBase(name: "week", week: TwoMornings.world().week)
        let file = try Self.file(
            """
            bases: [{week: week}]
            overlays: {none: {policy: {agency_cap: 0}}, half: {agency_cap_of_base: 0.5}}
            run: [none, half]
            replicates: 2

            """)
        let options = ScenarioOptions(limit: .work(50))
        let first = try await ScenarioRunner(file, bases: [base], options: options, keep: kept.keep).run()
        let again = try await ScenarioRunner(
            file, bases: [base], options: options, kept: kept.record, keep: { _ in kept.count() }
        ).run()
        #expect(kept.number == file.runs)
        #expect(kept.counted == 0)
        #expect(ScenarioTables(first).figures.csv == ScenarioTables(again).figures.csv)
        #expect(ScenarioTables(first).differences.csv == ScenarioTables(again).differences.csv)
        let other = ScenarioOptions(limit: .work(51))
        _ = try await ScenarioRunner(
            file, bases: [base], options: other, kept: kept.record, keep: { _ in kept.count() }
        ).run()
        #expect(kept.counted == file.runs)
    }

    @Test func `absence is drawn anew in each replicate, and the same in every scenario`() async throws {
        var world = TinyWorld()
        world.days = 3
        world.rota["P-2"] = ["R", "R", "R", "R", "R", "R"]
        world.demand("D-1", "care", contacts: 30)
        let text = """
            bases: [{week: week}]
            overlays:
              away: {absences: [{rate: 0.3}]}
              dear: {rates: [{employment: bank, factor: 2}]}
            run: [away, [away, dear]]
            replicates: 6

            """
        let results = try await Self.results(text, world.week)
        let (away, both) = (
            try #require(results.outcome("away", in: "week")),
            try #require(results.outcome("away + dear", in: "week"))
        )
        #expect(!away.isOneWeek)
        let hours = away.replicates.map { $0.value("hours_rostered") ?? -1 }
        #expect(Set(hours).count > 1)
        #expect(both.replicates.map { $0.value("hours_rostered") ?? -1 } == hours)
        let mean = hours.reduce(0, +) / 6
        #expect(abs((away.value("hours_rostered") ?? 0) - mean) < 1e-9)
    }

    @Test func `how long runs still take goes by those that were done now`() {
        var pace = RunPace()
        // One says little: it began with whatever else a process begins with.
        #expect(pace.secondsLeft(after: 1, of: 10, wasKept: true, at: 1) == nil)
        #expect(pace.secondsLeft(after: 2, of: 10, wasKept: false, at: 3) == nil)
        #expect(pace.secondsLeft(after: 3, of: 10, wasKept: false, at: 4) == 14)
        #expect(pace.secondsLeft(after: 4, of: 10, wasKept: true, at: 4) == 12)
        #expect(pace.secondsLeft(after: 10, of: 10, wasKept: false, at: 9) == nil)
    }
}
