// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// How levers add up, of outcomes made up for it.
@Suite struct CombinedLeversTests {
    private static func scenarios() throws -> [ScenarioFile.Scenario] {
        let text = """
            bases: [{week: week}]
            overlays:
              cap: {policy: {agency_cap: 80}}
              dear: {rates: [{employment: bank, factor: 1.1}]}
              away: {absences: [{rate: 0.1}]}
            run: [cap, dear, away, [cap, dear], [cap, away]]

            """
        return try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), Diagnostics())
        ).scenarios
    }

    /// Replicates of which the first has the cheapest plan, each with a plan of its own.
    private static func outcome(_ scenario: ScenarioFile.Scenario, _ values: [Double]) -> ScenarioOutcome {
        ScenarioOutcome(
            "week", scenario,
            values.indices.map { place in
                ReplicateOutcome(
                    replicate: place + 1,
                    figures: [
                        CostAndCareFigure(
                            name: CostAndCare.agencyPay, title: "Agency", kind: .cash, unit: .pounds,
                            value: values[place])
                    ],
                    price: Double(place), bound: Double(place), from: nil,
                    rows: PlanRows(deployments: [
                        Deployment(
                            staff: "\(scenario.name) \(place)", session: 0, team: "A", booking: .rostered,
                            minutes: 240, contactMinutes: 0)
                    ]))
            })
    }

    private static func levers(
        _ base: [Double], alone: [(Int, [Double])], together: (Int, [Double])
    ) throws -> CombinedLevers {
        let all = try scenarios()
        return try #require(
            CombinedLevers(
                CostAndCare.agencyPay, together: outcome(all[together.0], together.1),
                alone: alone.map { outcome(all[$0.0], $0.1) }, base: outcome(all[0], base)))
    }

    @Test func `what levers do beyond the sum is judged by itself`() throws {
        func levers(_ together: [Double]) throws -> CombinedLevers {
            try Self.levers(
                Array(repeating: 100, count: 5),
                alone: [(1, Array(repeating: 90, count: 5)), (2, Array(repeating: 95, count: 5))],
                together: (4, together))
        }
        let more = try levers([80, 81, 80, 79, 80])
        #expect(more.baseValue == 100)
        #expect(more.alone.map(\.name) == ["cap", "dear"])
        #expect(more.alone.map(\.change) == [-10, -5])
        #expect(more.alone.map(\.verdict) == [.shown, .shown])
        // -5, -4, -5, -6 and -5: beyond t(0.975, 4) = 2.776 times √(½ ÷ 5), and beyond the 2 that searches differ by.
        #expect((more.beyond.change, more.beyond.verdict) == (-5, .shown))
        // Both together differ from the base by 15, and by nothing beyond the sum.
        let sum = try levers([85, 86, 85, 84, 85])
        #expect((sum.beyond.change, sum.beyond.verdict) == (0, .notToldApart))
        // 2 beyond the sum are what searches of one week differ by.
        #expect(try levers([83, 84, 83, 82, 83]).beyond.verdict == .notToldApart)
    }

    @Test func `where anything is drawn every bar is of the means of replicates that all have`() throws {
        let base = [100.0, 104, 98, 102, 106]
        let cap = [80.0, 94, 98, 92, 96]
        let away = [110.0, 114, 108, 112, 116]
        let levers = try Self.levers(base, alone: [(1, cap), (3, away)], together: (5, base))
        // The base's mean is 102. Of the best plans, the first, the cap would save 20; on average it saves 10.
        #expect(levers.baseValue == 102)
        #expect(levers.alone.map(\.change) == [-10, 10])
        #expect(abs(levers.beyond.change) < 1e-9)
        #expect(levers.beyond.verdict == .notToldApart)
        let fewer = try Self.levers(
            base, alone: [(1, cap), (3, Array(away.prefix(4)))], together: (5, base))
        #expect(fewer.baseValue == 101)
    }

    @Test func `a combination whose parts are not run alone says which would have to be`() async throws {
        let text = """
            bases: [{week: week}]
            overlays:
              none: {policy: {agency_cap: 0}}
              dear: {rates: [{employment: bank, factor: 1.1}]}
            run: [none, [none, dear]]

            """
        let results = try await Tried.results(text)
        let sentence = "How the levers of none + dear add up is not drawn: run dear alone, too."
        #expect(ScenarioPictures(results: results).missing == [sentence])
        #expect(ScenarioPage(results).html.contains(sentence))
    }
}
