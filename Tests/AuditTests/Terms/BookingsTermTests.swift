// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// The price of sessions beyond the rota, by hand.
@Suite struct BookingsTermTests {
    private func world(_ staff: String, _ marks: [String], days: Int = 1) -> TinyWorld {
        var world = TinyWorld()
        world.days = days
        world.rota = [staff: marks]
        world.demand("D-1", "care", contacts: 0)
        return world
    }

    /// Deploys the person on `R` and `A` with those bookings, and returns what was found.
    private func findings(_ world: TinyWorld, _ staff: String, _ bookings: [Booking?]) -> AuditFindings {
        let findings = world.audit { sketch in
            for (session, booking) in bookings.enumerated() {
                if let booking { sketch.deploy(staff, session, booking: booking) }
            }
        }
        #expect(findings.said == [])
        #expect(!findings.discrepancies.contains { $0.subject == .deployments })
        return findings
    }

    @Test func `a bank session costs its hours at the larger uplift`() {
        var world = world("P-3", Array(repeating: "", count: 10) + ["A", "A"], days: 6)
        world.parts[1] = DayPart(id: "pm", starts: 780, ends: 1020, uplift: 0.5)
        world.policy.saturdayUplift = 0.25
        let found = findings(world, "P-3", Array(repeating: nil, count: 10) + [.bank, .bank])
        #expect(found.terms[.bookings] == 198)  // 4 h × £18 × 1.25, and × 1.5
    }

    @Test func `rostered bank sessions cost nothing`() {
        #expect(findings(world("P-3", ["R"]), "P-3", [.rostered]).objective == 0)
    }

    @Test func `own people's sessions are free up to contract, then plain, then overtime`() {
        // Contract 10 h, full time 15 h; on the rota and on leave 8 h. Of 3 × 4 h added, 2 h are free, 5 h plain
        // and 5 h overtime: 5 × £15 + 5 × £15 × 1.5 = £187.50.
        var world = world("P-2", ["R", "L", "A", "", "A", "", "A", ""], days: 4)
        world.policy.fullTimeHours = 15
        world.staff[1] = TinyWorld.person(
            "P-2", "support-worker", .substantive, contractHours: 10, hourlyCost: 15)
        let found = findings(
            world, "P-2", [.rostered, nil, .extra, nil, .overtime, nil, .overtime, nil])
        #expect(found.terms[.bookings] == 187.5)
    }

    @Test func `hours over full time on the rota leave none at plain rate, and no credit`() {
        // On the rota 8 h of full time 6 h: 4 h added are 4 h of overtime, not more.
        var world = world("P-2", ["R", "R", "A", ""], days: 2)
        world.policy.fullTimeHours = 6
        world.staff[1] = TinyWorld.person(
            "P-2", "support-worker", .substantive, contractHours: 0, hourlyCost: 10)
        let found = findings(world, "P-2", [.rostered, .rostered, .overtime, nil])
        #expect(found.terms[.bookings] == 60)
    }

    @Test func `each calendar week has its own contract`() {
        // Sunday and the Monday after, 4 h each of a contract of 4 h: both free.
        var world = world("P-2", Array(repeating: "", count: 12) + ["A", "", "A", ""], days: 8)
        world.staff[1] = TinyWorld.person(
            "P-2", "support-worker", .substantive, contractHours: 4, hourlyCost: 10)
        let found = findings(
            world, "P-2", Array(repeating: nil, count: 12) + [.contract, nil, .contract, nil])
        #expect(found.objective == 0)
    }

    @Test func `an enhancement is paid for free and for paid sessions, and a free one has a row for it`() {
        // Saturday, 4 h each: one within the contract, the enhancement alone, and one at overtime.
        var world = world("P-2", Array(repeating: "", count: 10) + ["A", "A"], days: 6)
        world.policy.ownSaturdayUplift = 0.25
        world.policy.fullTimeHours = 4
        world.staff[1] = TinyWorld.person(
            "P-2", "support-worker", .substantive, contractHours: 4, hourlyCost: 10)
        let found = findings(
            world, "P-2", Array(repeating: nil, count: 10) + [.contract, .overtime])
        #expect(found.terms[.bookings] == 80)  // £10, and £60 + £10
        let missing = found.discrepancies.filter { $0.subject == .bookings }.map(\.sentence)
        #expect(
            missing == [
                "bookings.csv lacks P-2 on 2026-11-28 am, contract at £10.00.",
                "bookings.csv lacks P-2 on 2026-11-28 pm, overtime at £70.00.",
            ])
    }

    @Test func `a special day's uplift counts where it is the largest`() {
        var world = world("P-3", ["A", "A"])
        world.parts[1] = DayPart(id: "pm", starts: 780, ends: 1020, uplift: 0.5)
        world.specialDays = [SpecialDay(day: world.start, name: "Fair day", uplift: 0.25, ownUplift: 1)]
        #expect(findings(world, "P-3", [.bank, .bank]).terms[.bookings] == 198)
    }

    @Test func `students and volunteers cost nothing`() {
        var world = world("P-2", ["A"])
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .volunteer, hourlyCost: 10)
        #expect(findings(world, "P-2", [.unpaid]).objective == 0)
    }
}
