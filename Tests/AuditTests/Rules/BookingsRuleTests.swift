// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Rule 9, for `P-3`, a bank support worker at £18 an hour: £72 a session.
@Suite struct BookingsRuleTests {
    private func said(_ marks: [String], _ change: (inout TinyWorld) -> Void) -> [String] {
        var world = TinyWorld()
        world.rota = ["P-3": marks]
        world.demand("D-1", "care", contacts: 0)
        change(&world)
        return world.audit { sketch in
            for (session, mark) in marks.enumerated() where !mark.isEmpty {
                sketch.deploy("P-3", session, booking: mark == "A" ? .bank : .rostered)
            }
        }.said
    }

    @Test func `a booking has its minimum of sessions, on the rota or not`() {
        let minimum: (inout TinyWorld) -> Void = { $0.policy.bookingMinimumSessions = 2 }
        #expect(
            said(["A"], minimum) == [
                "bookings: P-3 (bank) is booked for 1 session on 2026-11-23 but a booking is of at least 2."
            ])
        #expect(said(["R", "A"], minimum) == [])
        #expect(said(["R"], minimum) == [], "rostered sessions alone are no booking")
    }

    @Test func `pay keeps its cap, and rostered sessions are outside it`() {
        #expect(
            said(["A", "A"]) { $0.policy.bankCap = 100 } == [
                "bookings: The plan spends £144.00 on bank sessions but the cap is £100.00."
            ])
        #expect(said(["R", "A"]) { $0.policy.bankCap = 72 } == [])
        #expect(said(["A", "A"]) { $0.policy.agencyCap = 0 } == [], "each cap is for its own")
    }
}
