// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Workforce

/// What people ask for, and who usually gives a line's contacts: each at a price worked out by hand.
@Suite("The price of requests and of continuity in the exact model")
struct WishPriceTests {
    private func asked(
        _ staff: String, _ want: StaffRequest.Want, _ time: StaffRequest.Time, _ weight: Double
    ) -> StaffRequest {
        StaffRequest(staff: staff, time: time, want: want, weight: weight)
    }

    @Test("continuity: each contact by somebody who is not one of the line's usual people")
    func continuity() throws {
        for (usual, pounds) in [(["P-1"], 1.5), (["P-1", "P-2"], 0), ([], 0)] as [([String], Double)] {
            let world = world(["P-2": ["R"]]) { $0.demand("D1", "care", contacts: 3, usual: usual) }
            try expect(world, only: .continuity, pounds, "3 contacts × £0.50, usual \(usual)")
        }
    }

    @Test("continuity: of a pair each of the two who is not usual counts")
    func continuityOfPairs() throws {
        for (usual, pounds) in [(["P-2"], 1.0), (["P-1"], 2), (["P-3", "P-2"], 0)] as [([String], Double)] {
            let world = world(["P-2": ["R"], "P-3": ["R"]]) {
                $0.demand("D1", "transfer", contacts: 2, usual: usual)
            }
            try expect(world, only: .continuity, pounds, "2 contacts, usual \(usual)")
        }
    }

    @Test("continuity: the usual person gives it where they can, and care is left where a stranger is dearer")
    func continuityDecides() throws {
        let both = world(["P-2": ["R"], "P-3": ["R"]]) {
            $0.demand("D1", "care", contacts: 3, usual: ["P-3"])
        }
        #expect(try cheapest(both) == 0)
        let stranger = world(["P-2": ["R"]]) {
            $0.policy.continuityContact = 50
            $0.demand("D1", "care", contacts: 3, usual: ["P-3"])
        }
        try expect(stranger, only: .unmet, 135, "3 × 30 minutes × £1.50, less than 3 × £50")
    }

    @Test("requests: off in a session on duty is refused, at its weight and the fairness weight of it")
    func offOnDuty() throws {
        let world = world(["P-2": ["R"]]) {
            $0.demand("D1", "care", contacts: 0)
            $0.requests = [asked("P-2", .off, .session(0), 4), asked("P-2", .off, .session(1), 7)]
        }
        try expect(world, only: .requests, 6, "£4 and half of £4; off in the afternoon is so anyway")
    }

    @Test("requests: the fairness weight is of the person who is refused most")
    func worstOff() throws {
        let world = world(["P-1": ["R"], "P-2": ["R"]]) {
            $0.demand("D1", "care", contacts: 0)
            $0.requests = [
                asked("P-1", .off, .session(0), 4), asked("P-2", .off, .session(0), 5),
                asked("P-2", .on, .session(1), 1),
            ]
        }
        try expect(world, only: .requests, 13, "£10, and half of P-2's £6")
    }

    @Test("requests: what is asked is booked where that is cheaper")
    func bookedForIt() throws {
        for (weight, term, pounds) in [
            (4.0, PriceTerms.Term.requests, 6.0), (100, .bookings, 72),
        ] {
            let world = world(["P-3": ["A"]]) {
                $0.demand("D1", "care", contacts: 0)
                $0.requests = [asked("P-3", .on, .session(0), weight)]
            }
            try expect(world, only: term, pounds, "£\(weight), or 4 hours at £18")
        }
    }

    @Test("requests: work that has to be done is shared out between those who ask to be off")
    func sharedOut() throws {
        let world = world(["P-2": ["A", "A"], "P-4": ["A", "A"]]) {
            $0.staff.append(TinyWorld.person("P-4", "support-worker", .substantive, hourlyCost: 15))
            $0.demand("D1", "care", contacts: 1, window: 0...0)
            $0.demand("D2", "care", contacts: 1, window: 1...1)
            $0.requests = ["P-2", "P-4"].flatMap {
                [asked($0, .off, .session(0), 1), asked($0, .off, .session(1), 1)]
            }
        }
        try expect(world, only: .requests, 2.5, "one session each: £2, and half of £1")
    }

    @Test("requests: on a day any session will do, off a day none, and a team is to be the only one")
    func days() throws {
        let wants: [(StaffRequest.Want, Double)] = [
            (.on, 0), (.off, 3), (.team("A"), 3), (.team("B"), 3),
        ]
        for (want, pounds) in wants {
            let world = world(["P-2": ["R@A", "R@B"]]) {
                ($0.policy.awaySession, $0.policy.teamChange) = (0, 0)
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
                $0.demand("D1", "care", contacts: 0)
                $0.demand("D2", "care", contacts: 0, team: "B")
                $0.requests = [asked("P-2", want, .day(0), 2)]
            }
            try expect(world, only: .requests, pounds, "\(want)")
        }
    }

    @Test("requests: a team on a day is granted where all sessions worked are in it")
    func teamOfADay() throws {
        let world = world(["P-2": ["R", "A"]]) {
            ($0.policy.awaySession, $0.policy.teamChange) = (0, 0)
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.demand("D1", "care", contacts: 0)
            $0.demand("D2", "care", contacts: 1, team: "B", window: 1...1)
            $0.requests = [asked("P-2", .team("A"), .day(0), 50)]
        }
        try expect(world, only: .unmet, 45, "the afternoon in B would cost £75, the contact left costs £45")
    }

    @Test("requests: whoever is on duty without a place works, and is not on anywhere")
    func withoutAPlace() throws {
        for want in [StaffRequest.Want.on, .off, .team("A")] {
            let world = world(["P-2": ["R"]]) {
                $0.staff[1].homeTeam = nil
                $0.requests = [asked("P-2", want, .session(0), 2)]
            }
            try expect(world, only: .requests, 3, "\(want)")
        }
    }
}
