// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Pay
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Agency on the rota beside agency that is booked: what a share of the base leaves, what a frontier says of it, and which of it
/// is above the price cap, worked out by hand.
@Suite struct AgencyOfBaseTests {
    /// Two mornings of care, and an agency worker on the rota on the first afternoon, when nobody asks for any: £80 rostered
    /// beside £80 booked.
    private static func week(ownCap: Double? = nil) -> Week {
        var world = TwoMornings.world()
        world.staff.append(
            TinyWorld.person("A-2", "support-worker", .agency, hourlyCost: 20, homeTeam: nil))
        world.rota["A-2"] = ["", "R"]
        world.policy.agencyCap = ownCap
        return world.week
    }

    private static func results(
        _ text: String, _ week: Week, pay: PayTable? = nil
    ) async throws -> ScenarioResults {
        try await Tried.results(text, [ScenarioBase(name: "week", week: week)], pay: pay)
    }

    private static let shares = """
        bases: [{week: week}]
        overlays:
          third: {agency_cap_of_base: 0.3}
          most: {agency_cap_of_base: 0.8}
          whole: {agency_cap_of_base: 1}
          double: {agency_cap_of_base: 2}
        run: [third, most, whole, double]

        """

    private func agency(_ results: ScenarioResults) throws -> [Double] {
        try results.outcomes.map { try #require($0.value(CostAndCare.agencyPay)) }
    }

    @Test func `a share of the base is one of all agency, and bookings get what the rota leaves`() {
        let base = AgencyOfBase(pounds: 494.4, rostered: 370.8, ownCap: 200)
        // 70 per cent are £346.08, less than the rota alone; 90 per cent are £444.96, and £74.16 more than the rota.
        #expect([base.target(0.7), base.cap(0.7)] == [346.08, 0])
        #expect([base.target(0.9), base.cap(0.9)] == [444.96, 74.16])
        // 120 per cent are more than there is, and lift the week's own cap of £200; all of it leaves £123.60.
        #expect([base.target(1.2), base.cap(1.2), base.cap(1)] == [593.28, 222.48, 123.6])
        #expect(AgencyOfBase(pounds: 494.4, rostered: 0, ownCap: 200).cap(0.9) == 200)
        #expect(AgencyOfBase(pounds: 494.4, rostered: 370.8, ownCap: nil).cap(1.2) == 222.48)
        #expect(AgencyOfBase(pounds: 123.6, rostered: 0, ownCap: 200).cap(0.7) == 86.52)
    }

    @Test func `less agency is never more of it, with some on the rota`() async throws {
        let results = try await Self.results(Self.shares, Self.week())
        // Of £160 a third is less than the rota; four fifths leave £48, too little for a morning; all of it leaves £80.
        #expect(try agency(results) == [160, 80, 80, 160, 160])
        #expect(results.outcomes.map { $0.value(CostAndCare.unmetHours) } == [0, 2, 2, 0, 0])
        let words = results.file.scenarios.flatMap(\.overlays).map { results.caps(of: $0) }
        #expect(
            words == [
                ["£48.00 in week, where the rota alone pays £80.00, which stays, and nothing may be booked"],
                ["£128.00 in week, £80.00 of it on the rota and £48.00 for bookings"],
                ["£160.00 in week, £80.00 of it on the rota and £80.00 for bookings"],
                ["£320.00 in week, £80.00 of it on the rota and £240.00 for bookings"],
            ])
        #expect(ScenarioTables(results).assumptions.csv.contains("where the rota alone pays £80.00"))
    }

    @Test func `only a share above 1 lifts the week's own cap`() async throws {
        let results = try await Self.results(Self.shares, Self.week(ownCap: 79))
        // A morning costs £80: nothing is booked in the base, and twice what is on the rota lets somebody book one.
        #expect(try agency(results) == [80, 80, 80, 80, 160])
        let double = try #require(results.file.scenarios.last?.overlays.first)
        #expect(
            results.caps(of: double) == [
                "£160.00 in week, £80.00 of it on the rota and £80.00 for bookings"
            ])
        #expect(
            AgencyOfBase(pounds: 494.4, rostered: 0, ownCap: 200).words(0.9, in: "week", shown: nil)
                == "£444.96 in week, with no more for bookings than the week's own cap of £200.00")
    }

    @Test func `a share that was fixed by another plan than the one shown says so`() {
        let base = AgencyOfBase(pounds: 120, rostered: 0, ownCap: nil)
        #expect(base.words(0.5, in: "week", shown: 120) == "£60.00 in week")
        #expect(base.words(0.5, in: "week", shown: nil) == "£60.00 in week")
        #expect(
            base.words(0.5, in: "week", shown: 80)
                == "£60.00 in week, fixed by a plan that pays £120.00 for agency before another scenario's search found the one "
                + "that is shown, which pays £80.00")
    }

    @Test func `a frontier says that its agency is the booked one, where some is on the rota`() async throws {
        let text =
            "bases: [{week: week}]\nfrontier: {of: agency, against: [routine], points: 2}\n"
        let results = try await Self.results(text, Self.week())
        let frontier = try #require(results.frontiers.first)
        #expect(frontier.today?.rosteredPounds == 80)
        #expect(
            FrontierText(frontier).summary == [
                "week, agency against routine care: today £80.00 and 0.0 hours unmet. That is agency that is booked; with "
                    + "£80.00 on the rota, which counts in the column Agency of scenarios, it is £160.00. More agency buys "
                    + "no more of it, which is proved."
            ])
    }

    @Test func `agency above the price cap is told in a sentence, by scenario`() async throws {
        let text = """
            bases: [{week: week}]
            overlays:
              none: {policy: {agency_cap: 0}}
              dearer: {rates: [{employment: agency, factor: 1.25}]}
              bank: {rates: [{employment: bank, factor: 1.1}]}
            run: [none, dearer, bank]
            sweeps: [{name: rate, over: {agency_rate: [0.5, 1.2]}}]

            """
        func pay(_ cap: Double?) -> PayTable {
            PayTable([
                PayPoint(band: "3", point: "top", annual: 26_000, agencyCap: cap, roles: ["support-worker"])
            ])
        }
        let results = try await Self.results(text, TwoMornings.world().week, pay: pay(18))
        // A morning of 4 hours at £20 is £80, and £72 at the cap; at £25 it is £100.
        let sentence =
            "Agency above the price cap of the pay table: base and bank: 4.0 hours of Support worker (band 3) at £20.00 an "
            + "hour where the cap is £18.00, £8.00 above it in all; dearer: 4.0 hours of Support worker (band 3) at £25.00 an hour "
            + "where the cap is £18.00, £28.00 above it in all; some in 1 scenario of sweeps."
        #expect(PriceCapText(results).sentences == [sentence])
        #expect(ScenarioText(results).summary.contains(sentence))
        #expect(ScenarioPage(results).html.contains("Agency above the price cap of the pay table: base"))
        for cap in [20, nil] as [Double?] {
            let text = "bases: [{week: week}]\noverlays: {none: {policy: {agency_cap: 0}}}\nrun: [none]\n"
            let within = try await Self.results(text, TwoMornings.world().week, pay: pay(cap))
            #expect(PriceCapText(within).sentences.isEmpty)
        }
    }
}
