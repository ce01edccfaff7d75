// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Workforce

/// Rule 10, sentence by sentence, with prices worked out by hand. Two sessions of a day, of which the first is over.
@Suite("What is over stands, and counts")
struct FrozenTests {
    /// A world in which the morning is over.
    private func over(
        _ rota: [String: [String]], _ describe: (inout TinyWorld) -> Void
    ) -> TinyWorld {
        world(rota) {
            $0.frozenBefore = 1
            $0.policy.disruptionSession = 0
            $0.policy.disruptionContact = 0
            describe(&$0)
        }
    }

    private func was(_ staff: String, _ team: String = "A", in session: Int = 0) -> CurrentDeployment {
        CurrentDeployment(staff: staff, session: session, team: team)
    }

    private func gave(
        _ line: String, _ staff: String, _ contacts: Int, _ route: ContactRoute, partner: String? = nil
    ) -> CurrentContact {
        CurrentContact(
            line: line, session: 0, staff: staff, partner: partner, contacts: contacts, route: route)
    }

    @Test("what was given counts, and what was not is wanted still: only the afternoon may give it")
    func demand() throws {
        for (given, price) in [(0, 225.0), (2, 135), (4, 45), (5, 0)] {
            let world = over(["P-2": ["R", ""]]) {
                $0.demand("D1", "care", contacts: 5)
                $0.current = [was("P-2")]
                $0.currentContacts = [gave("D1", "P-2", given, .support)]
            }
            try expect(world, only: .unmet, price, "£45 a contact of 5, less \(given)")
        }
    }

    @Test("more than is wanted by now leaves nothing unmet, and pays for nothing else")
    func moreThanWanted() throws {
        let world = over(["P-2": ["R", ""]]) {
            $0.demand("D1", "care", contacts: 2)
            $0.demand("D2", "care", contacts: 1)
            $0.current = [was("P-2")]
            $0.currentContacts = [gave("D1", "P-2", 4, .support)]
        }
        try expect(world, only: .unmet, 45)
    }

    @Test("somebody absent by now did not give their contacts, and a pair of whom one was absent did not go")
    func absent() throws {
        for (mark, partner, price) in [("R", "R", 0.0), ("S", "R", 90), ("R", "", 45), ("C", "L", 90)] {
            let world = over(["P-2": [mark, ""], "P-1": [partner, ""]]) {
                $0.policy.registeredOnDelegableMinute = 0
                $0.demand("D1", "care", contacts: 1)
                $0.demand("D2", "transfer", contacts: 1)
                $0.current = [was("P-1"), was("P-2")]
                $0.currentContacts = [
                    gave("D1", "P-2", 1, .support),
                    gave("D2", "P-2", 1, .doubleHanded, partner: "P-1"),
                ]
            }
            try expect(world, only: .unmet, price, "\(mark) and \(partner)")
        }
    }

    @Test("people and lines that are gone are left out")
    func gone() throws {
        let world = over(["P-2": ["R", ""]]) {
            $0.demand("D1", "care", contacts: 2)
            $0.current = [was("P-2"), was("P-9")]
            $0.currentContacts = [
                gave("D1", "P-2", 1, .support), gave("D1", "P-9", 1, .support),
                gave("D9", "P-2", 1, .support),
            ]
        }
        try expect(world, only: .unmet, 45)
    }

    @Test("delegated contacts of a supervisor who is absent by now stand, without any supervision")
    func supervisorAbsent() throws {
        let world = over(["P-1": ["S", ""], "P-2": ["R", ""]]) {
            $0.demand("D1", "rehabilitation", contacts: 2)
            $0.current = [was("P-1"), was("P-2")]
            $0.currentContacts = [gave("D1", "P-2", 2, .delegated)]
            $0.currentSupervision = [
                SupervisionRow(
                    supervisor: "P-1", session: 0, group: "A", activity: "rehabilitation", minutes: 10)
            ]
        }
        #expect(try cheapest(world) == 0)
    }

    @Test("nothing else is given, or decided, in what is over")
    func nothingElse() throws {
        let world = over(["P-2": ["R", ""], "P-3": ["A", ""]]) {
            $0.demand("D1", "care", contacts: 3, priority: .critical)
            $0.current = [was("P-2")]
        }
        try expect(world, only: .unmet, 540)
    }

    @Test("no rule binds what is over: time, windows, routes, places, pins and openings")
    func unbound() throws {
        let world = over(["P-2": ["R@A", ""], "P-3": ["A", ""]]) {
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.teams[1].parts = ["pm"]
            $0.staff[1].homeTeam = nil
            $0.staff[2].hourlyCost = 0
            $0.staff[2].homeTeam = nil
            $0.demand("D1", "assessment", contacts: 9, team: "B", window: 1...1)
            $0.current = [was("P-2", "B"), was("P-3", "B")]
            $0.currentContacts = [gave("D1", "P-2", 9, .registered)]
        }
        #expect(try cheapest(world) == 0)
    }

    @Test("bookings before are paid, and count towards the cap, of which never less than nothing is left")
    func cap() throws {
        // A bank session is 4 h × £18 = £72; two contacts of £180 each are wanted in the afternoon.
        let cases: [(cap: Double?, price: Double)] = [(nil, 144), (144, 144), (143, 432), (0, 432)]
        for (cap, price) in cases {
            let world = over(["P-3": ["A", "A"]]) {
                $0.policy.bankCap = cap
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 1...1)
                $0.current = [was("P-3")]
            }
            let found = try cheapest(world)
            #expect(found == price, "cap \(cap ?? .infinity)")
        }
    }

    @Test("own staff's minutes before use up the contract first")
    func contract() throws {
        for (contract, price) in [(8.0, 0.0), (6, 30), (4, 60), (2, 90)] {
            let world = over(["P-2": ["A", "A"]]) {
                $0.staff[1] = TinyWorld.person(
                    "P-2", "support-worker", .substantive, contractHours: contract, hourlyCost: 15)
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 1...1)
                $0.current = [was("P-2")]
            }
            try expect(world, only: .bookings, price, "\(contract) hours")
        }
    }

    @Test("an available session before counts as one on duty for working time, and binds nothing by itself")
    func workingTime() throws {
        for (most, price) in [(2, 0.0), (1, 360)] {
            let world = over(["P-3": ["A", "A"]]) {
                $0.staff[2].hourlyCost = 0
                $0.policy.maximumSessionsPerDay = most
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 1...1)
                $0.current = [was("P-3")]
            }
            try expect(world, only: .unmet, price, "\(most) a day")
        }
        let alone = over(["P-3": ["A", ""]]) {
            $0.staff[2].hourlyCost = 0
            $0.staff[2].maximumHours = 1
            $0.policy.bookingMinimumSessions = 2
            $0.demand("D1", "care", contacts: 1)
            $0.current = [was("P-3")]
            $0.currentContacts = [gave("D1", "P-3", 1, .support)]
        }
        #expect(try cheapest(alone) == 0)
    }

    @Test("a session before makes up a booking's minimum")
    func minimum() throws {
        for (before, price) in [([was("P-3")], 0.0), ([], 180)] {
            let world = over(["P-3": ["A", "A"]]) {
                $0.staff[2].hourlyCost = 0
                $0.policy.bookingMinimumSessions = 2
                $0.demand("D1", "care", contacts: 1, priority: .critical, window: 1...1)
                $0.current = before
            }
            try expect(world, only: .unmet, price)
        }
    }

    @Test("single-handed contacts before are taken off those that are suitable, never below nothing")
    func singleHanded() throws {
        for (before, price) in [(0, 0.0), (1, 45), (3, 45)] {
            let world = over(["P-2": ["R", "R"]]) {
                $0.demand("D1", "transfer", contacts: before + 1, singleHanded: 1)
                $0.current = [was("P-2")]
                $0.currentContacts = [gave("D1", "P-2", before, .singleHanded)]
            }
            try expect(world, only: .unmet, price, "\(before) before")
        }
    }

    @Test("of a line no more are suitable for one worker than are still wanted")
    func suitableAreWanted() throws {
        // Of three contacts one is left, though none of the three that are suitable was given by one worker.
        let cases: [(contacts: Int, left: Int)] = [(5, 3), (4, 2), (3, 1), (2, 0), (1, 0)]
        for (contacts, left) in cases {
            let world = over(["P-2": ["R", "R"], "P-3": ["R", ""]]) {
                $0.demand("D1", "transfer", contacts: contacts, singleHanded: 3)
                $0.current = [was("P-2"), was("P-3")]
                $0.currentContacts = [gave("D1", "P-2", 2, .doubleHanded, partner: "P-3")]
            }
            let line = try #require(Instance(world.week).lines.first)
            #expect([line.contacts, line.singleHanded] == [max(0, contacts - 2), left])
        }
    }

    @Test("double-handed contacts before are avoidable beyond those that were needed")
    func avoidable() throws {
        // 30 minutes at £0.30 each.
        for (single, price) in [(0, 0.0), (1, 9), (2, 18)] {
            let world = over(["P-2": ["R", ""], "P-3": ["R", ""]]) {
                $0.demand("D1", "transfer", contacts: 2, singleHanded: single)
                $0.current = [was("P-2"), was("P-3")]
                $0.currentContacts = [gave("D1", "P-2", 2, .doubleHanded, partner: "P-3")]
            }
            try expect(world, only: .avoidableDoubleHanded, price)
        }
        let fewer = over(["P-2": ["R", ""], "P-3": ["R", ""]]) {
            $0.demand("D1", "transfer", contacts: 1)
            $0.current = [was("P-2"), was("P-3")]
            $0.currentContacts = [gave("D1", "P-2", 2, .doubleHanded, partner: "P-3")]
        }
        try expect(fewer, only: .avoidableDoubleHanded, 9, "one more than is wanted by now")
    }

    @Test("registered work before is priced, and so are sessions away, and heads that were short")
    func constants() throws {
        let registered = over(["P-1": ["R", ""]]) {
            $0.demand("D1", "care", contacts: 2)
            $0.current = [was("P-1")]
            $0.currentContacts = [gave("D1", "P-1", 2, .support)]
        }
        try expect(registered, only: .registeredOnDelegable, 12)
        let away = over(["P-2": ["R", ""]]) {
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.current = [was("P-2", "B")]
        }
        try expect(away, only: .away, 3)
        let short = over(["P-2": ["R", ""]]) {
            $0.teams[0].minimumStaff = 3
            $0.teams[0].parts = ["am"]
            $0.current = [was("P-2")]
        }
        try expect(short, only: .unsafeStaffing, 300)
        let stranger = over(["P-2": ["R", ""]]) {
            $0.demand("D1", "care", contacts: 2, usual: ["P-3"])
            $0.policy.continuityContact = 0.5
            $0.current = [was("P-2")]
            $0.currentContacts = [gave("D1", "P-2", 2, .support)]
        }
        try expect(stranger, only: .continuity, 1)
    }

    @Test("a team of the morning is one of the day's")
    func teamChange() throws {
        for (team, price) in [("A", 0.0), ("B", 5)] {
            let world = over(["P-2": ["R", "R@A"]]) {
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
                $0.policy.awaySession = 0
                $0.current = [was("P-2", team)]
            }
            try expect(world, only: .teamChange, price, "from \(team)")
        }
    }

    @Test("absent people differ from the plan in force, and so do contacts of a pair of whom one is")
    func disruption() throws {
        let sent = over(["P-2": ["S", ""]]) {
            $0.policy.disruptionSession = 10
            $0.current = [was("P-2")]
        }
        try expect(sent, only: .disruption, 10)
        let pair = over(["P-2": ["S", ""], "P-3": ["R", ""]]) {
            $0.policy.disruptionContact = 0.5
            $0.policy.unmetRoutineMinute = 0
            $0.demand("D1", "transfer", contacts: 2)
            $0.current = [was("P-3")]
            $0.currentContacts = [gave("D1", "P-2", 2, .doubleHanded, partner: "P-3")]
        }
        try expect(pair, only: .disruption, 2, "two contacts of two people")
    }

    @Test("requests are granted or not by where people were")
    func requests() throws {
        for (want, price) in [
            (StaffRequest.Want.on, 0.0), (.off, 4), (.team("A"), 0), (.team("B"), 4),
        ] {
            let world = over(["P-3": ["A", ""]]) {
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
                $0.staff[2].hourlyCost = 0
                $0.policy.requestFairness = 0
                $0.current = [was("P-3")]
                $0.requests = [
                    StaffRequest(staff: "P-3", time: .session(0), want: want, weight: 1),
                    StaffRequest(staff: "P-3", time: .day(0), want: want, weight: 3),
                ]
            }
            try expect(world, only: .requests, price)
        }
    }

    @Test("one human in two places at once was in both, and in no team alone")
    func twoPlaces() throws {
        for (want, price) in [
            (StaffRequest.Want.on, 0.0), (.off, 4), (.team("A"), 4), (.team("B"), 4), (.team("C"), 4),
        ] {
            let world = over(["P-2": ["R", ""], "P-3": ["A", ""]]) {
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B"), TinyWorld.team("C")]
                $0.staff[2].person = "P-2"
                $0.staff[2].hourlyCost = 0
                $0.staff[2].homeTeam = nil
                $0.policy.requestFairness = 0
                $0.current = [was("P-2", "A"), was("P-3", "B")]
                $0.requests = [
                    StaffRequest(staff: "P-2", time: .session(0), want: want, weight: 1),
                    StaffRequest(staff: "P-3", time: .day(0), want: want, weight: 3),
                ]
            }
            try expect(world, only: .requests, price, "\(want)")
        }
    }

    @Test("C is as a blank")
    func callable() throws {
        let world = world(["P-2": ["C", "C@A"], "P-3": ["C", ""]]) { $0.demand("D1", "care", contacts: 1) }
        try expect(world, only: .unmet, 45)
        let teams = Instance(world.week).eligibleTeams.joined()
        #expect(teams.isEmpty)
    }
}
