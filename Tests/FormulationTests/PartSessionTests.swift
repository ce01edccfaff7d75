// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// What the rota gives of a session, and which teams it leaves open, worked out by hand.
@Suite("Parts of sessions and pins to several teams in the exact model")
struct PartSessionTests {
    @Test("a bank session is paid for the minutes of its part")
    func bankPay() throws {
        let world = world(["P-3": ["A/120"]]) {
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        try expect(world, only: .bookings, 36, "2 h × £18")
    }

    @Test("own staff's minutes of a part are free up to contract, then paid")
    func ownPay() throws {
        let world = world(["P-2": ["A/120"]]) {
            $0.staff[1] = TinyWorld.person(
                "P-2", "support-worker", .substantive, contractHours: 1, hourlyCost: 15)
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        try expect(world, only: .bookings, 15, "1 of 2 hours is within contract")
    }

    @Test(
        "leave, sickness and training of a part use up its minutes of the contract",
        arguments: ["L", "S", "T"])
    func absence(mark: String) throws {
        let world = world(["P-2": ["\(mark)/90", "A"]]) {
            $0.staff[1] = TinyWorld.person(
                "P-2", "support-worker", .substantive, contractHours: 5, hourlyCost: 15)
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        try expect(world, only: .bookings, 7.5, "3.5 of 4 hours are within contract")
    }

    @Test("minutes for contacts are those of the part, less the non-contact ones")
    func capacity() throws {
        let ninety = world(["P-2": ["R/90"]]) { $0.demand("D1", "care", contacts: 3) }
        try expect(ninety, only: .unmet, 45, "60 minutes are two contacts of three")
        let one = world(["P-2": ["R/1"]]) { $0.demand("D1", "care", contacts: 1) }
        try expect(one, only: .unmet, 45, "one minute leaves none for contacts")
        let paced = world(["P-4": ["R/150"], "P-1": ["R/1"]]) {
            $0.staff.append(TinyWorld.person("P-4", "student", .student))
            $0.activities = [
                Activity(
                    id: "care", name: "Care", minutes: 30,
                    support: SupportRoute(lowestGrade: 1, kinds: [.student]))
            ]
            $0.demand("D1", "care", contacts: 3)
        }
        try expect(paced, only: .unmet, 45, "half of 120 minutes are two contacts of three")
    }

    @Test("max_hours counts the minutes of a part")
    func hours() throws {
        let part = world(["P-2": ["R/120", "A"]]) {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: 6)
            $0.demand("D1", "care", contacts: 1, window: 1...1)
        }
        #expect(try cheapest(part) == 0)
        let whole = world(["P-2": ["R", "A"]]) {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: 6)
            $0.demand("D1", "care", contacts: 1, window: 1...1)
        }
        try expect(whole, only: .unmet, 45)
    }

    @Test("a part counts as a whole session for sessions a day, and is a head")
    func wholeSession() throws {
        let world = world(["P-2": ["R/30", "A"]]) {
            $0.policy.maximumSessionsPerDay = 1
            $0.teams = [TinyWorld.team("A", minimumStaff: 1)]
            $0.teams[0].parts = ["am"]
            $0.demand("D1", "care", contacts: 1, window: 1...1)
        }
        try expect(world, only: .unmet, 45, "a head in the morning, and nobody for the afternoon")
    }

    @Test("a pin to two teams leaves those two open, and nobody on duty is nowhere")
    func severalTeams() throws {
        let world = world(["P-2": ["R@B;C"]]) {
            $0.teams = ["A", "B", "C"].map { TinyWorld.team($0) }
            $0.demand("D1", "care", contacts: 1, team: "C")
            $0.demand("D2", "care", contacts: 1)
        }
        let terms = try cheapestByTerm(world)
        #expect(terms[.unmet] == 45 && terms[.away] == 3, "C is met away from home, A is not open")
    }

    @Test("a pinned team is open with nothing to do there")
    func nothingToDo() throws {
        let world = world(["P-2": ["R@B;C"]]) { $0.teams = ["A", "B", "C"].map { TinyWorld.team($0) } }
        try expect(world, only: .away, 3)
    }
}
