// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// What pounds buy: an hour of each tier, and the levers.
@Suite struct WorthTests {
    private static func results(_ text: String, _ week: Week) async throws -> ScenarioResults {
        try await Tried.results(text, [ScenarioBase(name: "week", week: week)], work: 20)
    }

    @Test func `an hour is worth what is lost without it, nobody called instead`() async throws {
        let results = try await Self.results(
            """
            bases: [{week: week}]
            overlays:
              none: {policy: {agency_cap: 0}}
              away: {absences: [{rate: 0.1}]}
            run: [none, away]
            sweeps: [{name: cap, over: {agency_cap: [80]}}]

            """, TwoMornings.world().week)
        // What is drawn, and the points of sweeps, are left out.
        #expect(results.worth.map(\.scenario) == ["base", "base", "none"])
        #expect(results.worth.map(\.tier) == [.bank, .agency, .bank])
        #expect(results.worth.map(\.hours) == [4, 4, 4])
        #expect(results.worth.map(\.pounds) == [60, 80, 60])
        #expect(results.worth.map(\.rate) == [15, 20, 15])
        // Agency that could come in the place of bank on the first day, for £20 more, is not called instead.
        let losses = [120.0, 100, 120]
        for (one, loss) in zip(results.worth, losses) {
            #expect(abs(one.loss - loss) < 0.01, "\(one)")
            #expect(abs(one.breakEvenRate - 45) < 0.01, "\(one)")
            #expect(one.isExact)
        }
        let lines = WorthTables(results).breakEven.csv.split(separator: "\n").map(String.init)
        #expect(lines[0] == "scenario,base,tier,hours,pounds,rate,loss,break_even_rate,known")
        #expect(lines[1] == "base,week,bank,4.0000,60.0000,15.0000,120.0000,45.0000,proved")
    }

    @Test func `levers stand by their hours for a pound, and what wants less care is none`() async throws {
        var world = TwoMornings.world()
        world.policy.agencyCap = 0
        world.rota = ["A-1": ["A", "", "A"]]
        let results = try await Self.results(
            """
            bases: [{week: week}]
            overlays:
              one: {policy: {agency_cap: 80}}
              dear: {policy: {agency_cap: 160}, rates: [{employment: agency, factor: 1.25}]}
              cheap: {policy: {agency_cap: 160}, rates: [{employment: agency, factor: 0.5}]}
              free: {policy: {agency_cap: 160}, rates: [{employment: agency, factor: 0.00001}]}
              less: {policy: {agency_cap: 80}, demand: [{line: D-2, contacts: 0}]}
              bank: {rates: [{employment: bank, factor: 1.5}]}
            run: [one, dear, cheap, free, less, bank]
            replicates: 5

            """, world.week)
        let levers = results.levers(of: "week")
        #expect(levers.map(\.scenario) == ["free", "cheap", "one", "dear"])
        // £160 by half for both mornings, £80 for one, £100 for one; a cent a hundred is nothing.
        #expect(levers.map(\.hours) == [4, 4, 2, 2])
        #expect(zip(levers.map(\.pounds), [0.0016, 80, 80, 100]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(levers.map(\.hoursForAThousand) == [nil, 50, 25, 20])
        #expect(levers.allSatisfy { $0.verdict == .shown })
        #expect(
            WorthTables(results).sentences == [
                "Most care for a pound: free (4.0 hours more for nothing), cheap (50.0 hours for £1,000: 4.0 hours for £80.00) "
                    + "and one (25.0 hours for £1,000: 2.0 hours for £80.00)."
            ])
        #expect(WorthTables(results).levers(3).rows.count == 3)
        #expect(WorthTables(results).levers().rows.count == 4)
    }

    @Test func `what one replicate shows is no lever`() async throws {
        var world = TwoMornings.world()
        world.policy.agencyCap = 0
        let results = try await Self.results(
            "bases: [{week: week}]\noverlays: {one: {policy: {agency_cap: 80}}}\nrun: [one]\n", world.week)
        #expect(results.levers(of: "week").isEmpty)
        #expect(WorthTables(results).sentences.isEmpty)
    }
}
