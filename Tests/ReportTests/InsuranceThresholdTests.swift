// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import TestSupport
import Testing
import Workforce

@testable import Figures

/// The threshold of National Insurance, once an employment: worked out by hand. A physiotherapist is paid £20 an hour and a
/// support worker £10, with a pension of 10 per cent charged and 20 in full, and 15 per cent National Insurance on what is
/// above £100 a week.
@Suite struct InsuranceThresholdTests {
    private static func point(_ hourly: Double, _ role: String) -> PayPoint {
        PayPoint(
            band: role, point: "a", annual: hourly * 37.5 * PayTable.weeksAYear, pensionCharged: 0.1,
            pensionFull: 0.2, nationalInsurance: 0.15, nationalInsuranceAbove: 100 * PayTable.weeksAYear,
            roles: [role])
    }

    private static let pay = PayTable([point(20, "physiotherapist"), point(10, "support-worker")])

    /// A week of one physiotherapist of so many hours.
    private func world(_ hours: Double, days: Int = 7) -> TinyWorld {
        var world = TinyWorld()
        world.days = days
        world.staff = [
            TinyWorld.person("P-1", "physiotherapist", .substantive, contractHours: hours, hourlyCost: 30)
        ]
        return world
    }

    private func priced(_ world: TinyWorld, _ bookings: [BookingRow] = []) -> FullCost {
        let week = world.week
        return FullCost(CostTeams(WeekLookup(week), PlanSketch(week).plan), bookings, Self.pay)
    }

    private func extra(cost: Double) -> BookingRow {
        BookingRow(
            staff: "P-1", session: 0, team: "A", employment: .substantive, hours: 4, cost: cost, covers: "")
    }

    @Test func `a part-timer's first pounds are as free as those of somebody of full time`() {
        // 37.5 hours at £20: £750, 20 per cent, and 15 per cent of £650.
        let whole = priced(world(37.5))
        #expect(abs(whole.full.total - (750 * 1.2 + 650 * 0.15)) < 1e-6)
        #expect(abs(whole.full.total - Self.pay.points[0].yearly(.full) / PayTable.weeksAYear) < 1e-6)
        // 10 hours: £200, of which £100 are above it, and not above £26.67.
        let part = priced(world(10))
        #expect(abs(part.full.total - (200 * 1.2 + 100 * 0.15)) < 1e-6)
        #expect(abs(part.charged.total - (200 * 1.1 + 100 * 0.15)) < 1e-6)
        // 4 hours: £80, all of it free.
        #expect(abs(priced(world(4)).full.total - 80 * 1.2) < 1e-6)
    }

    @Test func `what a contract leaves of the threshold, hours on top of it use up`() {
        // £80 of contract and £80 on top, of which £20 are free.
        let plain = priced(world(4), [extra(cost: 120)])
        #expect(abs(plain.full.total - (160 * 1.2 + 60 * 0.15)) < 1e-6)
        // A contract of no hours: 2 of 4 hours are above full time, and 2 + 2 x 1.5 hours are paid: £40 and £60.
        let both = priced(world(0), [extra(cost: 150)])
        #expect(abs(both.full.total - (40 * 1.2 + 60)) < 1e-6)
        // £400 of contract: nothing is left.
        let used = priced(world(20), [extra(cost: 120)])
        #expect(abs(used.full.total - (480 * 1.2 + 380 * 0.15)) < 1e-6)
    }

    @Test func `somebody with two employers has two thresholds, and with two rows of one employer one`() {
        var world = world(10)
        var second = TinyWorld.person("P-2", "support-worker", .substantive, contractHours: 15)
        second.person = "P-1"
        world.staff.append(second)
        // £200 and £150 of one employer: £250 above the threshold.
        #expect(abs(priced(world).full.total - (350 * 1.2 + 250 * 0.15)) < 1e-6)
        world.staff[1].employer = "council"
        #expect(abs(priced(world).full.total - (350 * 1.2 + 150 * 0.15)) < 1e-6)
        world.staff[1].employer = "trust"
        world.staff[1].person = nil
        #expect(abs(priced(world).full.total - (350 * 1.2 + 150 * 0.15)) < 1e-6)
    }

    @Test func `of days that are no week the threshold is their part of a year's`() {
        var week = world(37.5, days: 1)
        week.rota["P-1"] = ["R", "R"]
        // 8 hours: £160, of which a seventh of £100 is free.
        #expect(abs(priced(week).full.total - (160 * 1.2 + (160 - 100 / 7.0) * 0.15)) < 1e-6)
        #expect(abs(priced(world(37.5, days: 14)).full.total - 2 * (750 * 1.2 + 650 * 0.15)) < 1e-6)
    }
}
