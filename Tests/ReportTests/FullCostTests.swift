// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import TestSupport
import Testing
import Workforce

@testable import Figures

/// What a week costs by a pay table, worked out by hand. A physiotherapist is paid £20 an hour and a support worker £10,
/// with a pension of 10 per cent charged and 20 in full, and 15 per cent National Insurance on all of it.
@Suite struct FullCostTests {
    static func point(_ hourly: Double, cap: Double?, _ role: String) -> PayPoint {
        PayPoint(
            band: role, point: "a", annual: hourly * 37.5 * PayTable.weeksAYear, pensionCharged: 0.1,
            pensionFull: 0.2, nationalInsurance: 0.15, agencyCap: cap, roles: [role])
    }

    static let pay = PayTable([
        point(20, cap: 40, "physiotherapist"), point(10, cap: 24, "support-worker"),
    ])

    private func row(_ staff: String, _ employment: Employment, hours: Double, cost: Double) -> BookingRow {
        BookingRow(
            staff: staff, session: 0, team: "A", employment: employment, hours: hours, cost: cost, covers: "")
    }

    private func priced(_ week: Week, _ bookings: [BookingRow]) -> FullCost {
        FullCost(CostTeams(WeekLookup(week), PlanSketch(week).plan), bookings, Self.pay)
    }

    private var world: TinyWorld {
        var world = TinyWorld()
        world.days = 7
        world.staff.append(TinyWorld.person("P-4", "support-worker", .agency, hourlyCost: 30))
        return world
    }

    @Test func aContractIsPaidWhateverOfItIsOnTheRota() {
        var world = world
        world.rota["P-1"] = ["R", "L"]
        let cost = priced(world.week, [])
        // 37.5 hours at £20 and £10, with 35 and 25 per cent on top.
        #expect(abs(cost.full.total - 37.5 * 30 * 1.35) < 1e-6)
        #expect(abs(cost.charged.total - 37.5 * 30 * 1.25) < 1e-6)
    }

    @Test func moreThanTheContractOnTheRotaIsPaid() {
        var world = world
        world.staff[0].contractHours = 4
        world.rota["P-1"] = ["R", "R"]
        let cost = priced(world.week, [])
        #expect(abs(cost.full.total - (8 * 20 + 37.5 * 10) * 1.35) < 1e-6)
    }

    @Test func enhancementsHaveOnCosts() {
        var world = world
        world.policy.ownSundayUplift = 0.6
        world.rota["P-1"] = [String](repeating: "", count: 12) + ["R"]
        let cost = priced(world.week, [])
        #expect(abs(cost.full.total - (37.5 * 30 + 4 * 20 * 0.6) * 1.35) < 1e-6)
    }

    @Test func ownBookingsAreAtTheTablesRateAndOthersAsTheyAre() {
        let own = row("P-1", .substantive, hours: 4, cost: 180)  // 4 hours of £30, times 1.5
        let cost = priced(world.week, [own, row("P-3", .bank, hours: 4, cost: 72)])
        // Somebody of full time is in overtime, which is not pensionable: 15 per cent on top, not 35.
        #expect(abs(cost.full.total - (37.5 * 30 * 1.35 + 6 * 20 * 1.15 + 72)) < 1e-6)
        #expect(cost.hoursAboveCap == 0)
    }

    @Test func extraHoursArePensionableAndOvertimeIsNot() {
        var world = world
        world.staff[0].contractHours = 20
        let contracts = (20.0 * 20 + 37.5 * 10) * 1.35
        let extra = priced(world.week, [row("P-1", .substantive, hours: 4, cost: 120)])
        #expect(abs(extra.full.total - (contracts + 4 * 20 * 1.35)) < 1e-6)
        // Two of four hours are above full time: £30 x (2 + 2 x 1.5).
        let both = priced(world.week, [row("P-1", .substantive, hours: 4, cost: 150)])
        #expect(abs(both.full.total - (contracts + 2 * 20 * 1.35 + 3 * 20 * 1.15)) < 1e-6)
        let charged = (20.0 * 20 + 37.5 * 10) * 1.25
        #expect(abs(both.charged.total - (charged + 2 * 20 * 1.25 + 3 * 20 * 1.15)) < 1e-6)
    }

    @Test func agencyWithoutACapIsNamed() {
        #expect(CostAndCare.uncappedRoles(of: world.week, pay: Self.pay) == [])
        let pay = PayTable([
            Self.point(20, cap: 40, "physiotherapist"), Self.point(10, cap: nil, "support-worker"),
        ])
        #expect(CostAndCare.uncappedRoles(of: world.week, pay: pay) == ["support-worker"])
    }

    @Test func agencyAboveTheCapIsTold() {
        var world = world
        world.rota["P-4"] = ["R"]
        let cost = priced(world.week, [row("P-4", .agency, hours: 4, cost: 150)])
        // £30 an hour where £24 are allowed, 4 hours rostered and 4 booked with an uplift of a quarter.
        #expect(cost.hoursAboveCap == 8)
        #expect(abs(cost.poundsAboveCap - (24 + 30)) < 1e-6)
        let above = cost.aboveCap
        #expect(above.map(\.role) == ["support-worker"] && above.map(\.band) == ["support-worker"])
        #expect(above.map(\.rate) == [30] && above.map(\.cap) == [24] && above.map(\.hours) == [8])
        #expect(abs(cost.full.total - (37.5 * 30 * 1.35 + 120 + 150)) < 1e-6)
    }

    @Test func figuresStandBehindWhatIsPaidAndOnlyWithATable() {
        let week = world.week
        let without = CostAndCare.names(of: week, pay: nil)
        let with = CostAndCare.names(of: week, pay: Self.pay)
        #expect(!without.contains("full_cost"))
        #expect(with.filter { !without.contains($0) }.first == "full_cost")
        #expect(with.filter(without.contains) == without)
        #expect(
            CostAndCare.unpaidRoles(of: week, pay: PayTable([])) == ["physiotherapist", "support-worker"])
        #expect(CostAndCare.unpaidRoles(of: week, pay: Self.pay) == [])
    }
}
