// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Figures of a year, and what differs from point to point of a sweep.
@Suite struct YearAndStepsTests {
    /// 40 weeks of £80 of agency in £140, and 12 of £160 in £160, since no bank comes.
    private static var weeks: [ScenarioBase] {
        var other = TwoMornings.world()
        other.rota = ["A-1": ["A", "", "A"]]
        return [
            ScenarioBase(name: "w0", week: TwoMornings.world().week, weeksAYear: 40),
            ScenarioBase(name: "w1", week: other.week, weeksAYear: 12),
        ]
    }

    @Test func `agency's share of a year is pounds over pounds, and the base has a year of its own`()
        async throws
    {
        let results = try await Tried.results(
            """
            bases: [{week: w0, weeks_a_year: 40}, {week: w1, weeks_a_year: 12}]
            overlays: {cap: {policy: {agency_cap: 80}}}
            run: [cap]
            replicates: 5

            """, Self.weeks)
        let year = try #require(AnnualFigures(results))
        func base(_ name: String) -> Double? { year.base.first { $0.name == name }?.value }
        #expect(base(CostAndCare.agencyPay) == 5120.0)
        #expect(base(CostAndCare.workforceCost) == 7520.0)
        let (share, capped) = (5120.0 / 7520, 4160.0 / 6560)
        #expect(abs((base(CostAndCare.agencyShare) ?? 0) - share) < 1e-9)
        // With £80 at most one morning of the other week is given up.
        let rows = year.rows.filter { $0.scenario == "cap" }
        let row = try #require(rows.first { $0.figure.name == CostAndCare.agencyShare })
        #expect(abs((row.figure.value ?? 0) - capped) < 1e-9)
        #expect(abs(row.difference - (capped - share)) < 1e-9)
        #expect(row.verdict == .shown)
        #expect(rows.count { $0.figure.unit == .share } == 1)
        let lines = year.all.csv.split(separator: "\n").map(String.init)
        #expect(lines[0] == "scenario,figure,value,unit,difference,verdict")
        #expect(lines[1] == "base,workforce_cost,7520.0000,pounds,,")
        #expect(lines.contains("cap,workforce_cost,6560.0000,pounds,-960.0000,shown"))
        #expect(lines.count == 1 + year.base.count + year.rows.count)
        let table = year.table
        #expect(table.rows.first?.first?.shownText == "base")
    }

    @Test func `one replicate of two weeks tells nothing of a year's share`() async throws {
        let results = try await Tried.results(
            """
            bases: [{week: w0, weeks_a_year: 40}, {week: w1, weeks_a_year: 12}]
            overlays: {cap: {policy: {agency_cap: 80}}}
            run: [cap]

            """, Self.weeks)
        let year = try #require(AnnualFigures(results))
        let row = year.rows.first { $0.figure.name == CostAndCare.agencyShare }
        #expect(row?.verdict == .notToldApart)
    }

    @Test func `each value of a sweep over one figure stands beside the one before it`() async throws {
        let results = try await Tried.results(
            """
            bases: [{week: week}]
            sweeps:
              - {name: cap, over: {agency_cap: [0, 80, 160]}}
              - {name: back, over: {agency_cap: [80, 0]}}
              - {name: grid, over: {agency_cap: [0, 80], bank_rate: [1.1, 1.2]}}

            """, [ScenarioBase(name: "week", week: TwoMornings.world().week)])
        #expect(results.file.sweeps.map(\.name) == ["cap", "back", "grid"])
        #expect(results.file.sweeps.map(\.figures) == [1, 1, 2])
        // A point that two sweeps have is tried once, and stands in both.
        #expect(results.file.sweeps[1].points == ["agency_cap 80", "agency_cap 0"])
        let steps = results.steps.filter { $0.difference.figure.name == CostAndCare.price }
        #expect(steps.map(\.sweep) == ["cap", "cap", "back"])
        #expect(steps.map(\.from) == ["agency_cap 0", "agency_cap 80", "agency_cap 80"])
        #expect(
            steps.map(\.difference.scenario) == ["agency_cap 80", "agency_cap 160", "agency_cap 0"])
        // A cap of £80 pays for the morning that would go unmet for £180.
        #expect(
            steps.map(\.difference.words) == [
                "-£100.00, proved", "the same, proved", "+£100.00, proved",
            ])
        #expect(steps[0].difference.baseValue == results.outcome("agency_cap 0", in: "week")?.value("price"))
        let tables = SweepTables(results)
        let lines = tables.steps.csv.split(separator: "\n").map(String.init)
        #expect(
            lines[0]
                == "base,sweep,from,to,figure,unit,from_value,to_value,difference,low,high,verdict,reason")
        #expect(
            lines[1].hasPrefix("week,cap,agency_cap 0,agency_cap 80,workforce_cost,pounds,60.0000,140.0000,"))
        #expect(lines.count == 1 + results.steps.count)
        #expect(tables.summary.rows.count == 3)
        #expect(ScenarioPage(results).html.contains("From point to point"))
    }

    @Test func `a sweep over several figures, or with one value, has no steps`() async throws {
        let results = try await Tried.results(
            """
            bases: [{week: week}]
            sweeps:
              - {name: one, over: {agency_cap: [80]}}
              - {name: grid, over: {agency_cap: [0, 80], bank_rate: [1.1, 1.2]}}

            """, [ScenarioBase(name: "week", week: TwoMornings.world().week)])
        #expect(results.steps.isEmpty && SweepTables(results).isEmpty)
        #expect(!ScenarioPage(results).html.contains("From point to point"))
    }
}
