// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Each term of the price alone, worked out by hand.
@Suite("Price terms of the exact model")
struct PriceTests {
    @Test(
        "unmet: weight of the priority × contact minutes",
        arguments: [
            (Priority.critical, 180.0), (.urgent, 90.0), (.routine, 45.0), (.reserve, 7.5),
        ])
    func unmet(priority: Priority, price: Double) throws {
        let world = world([:]) { $0.demand("D1", "care", contacts: 1, priority: priority) }
        try expect(world, only: .unmet, price)
    }

    @Test(
        "unmet: non-contact minutes and pace of the person come before those of the role, and these before the policy's"
    )
    func ownTime() throws {
        // Contacts take 30 minutes; 240 are paid.
        for (role, person, pace, fit) in [
            (nil, nil, nil, 7), (60.0, nil, nil, 6), (60, 0.0, nil, 8), (nil, 90, nil, 5), (nil, nil, 0.5, 3),
            (60, nil, 0.5, 3), (nil, 300, nil, 0), (0, nil, 1.25, 10),
        ] {
            let world = world(["P-2": ["R"]]) {
                $0.roles[1].nonContactMinutes = role
                $0.staff[1].nonContactMinutes = person
                $0.staff[1].pace = pace
                $0.demand("D1", "care", contacts: 12, window: 0...0)
            }
            try expect(world, only: .unmet, 45 * Double(12 - fit), "\(fit) of 12 fit")
        }
    }

    @Test("unmet: of several roles the fewest non-contact minutes count, and the largest pace")
    func bestOfRoles() throws {
        for (minutes, fit) in [(nil, 7), (90.0, 7), (0, 8)] {
            let world = world(["P-2": ["R"]]) {
                $0.roles[2].nonContactMinutes = minutes
                $0.staff[1].roles = ["support-worker", "student"]
                $0.demand("D1", "care", contacts: 12, window: 0...0)
            }
            try expect(world, only: .unmet, 45 * Double(12 - fit))
        }
    }

    @Test("bookings: bank hours at their cost, with the larger uplift of session and day")
    func bank() throws {
        let world = world(["P-3": ["A"]]) {
            $0.parts = [DayPart(id: "am", starts: 480, ends: 720, uplift: 0.25)]
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        try expect(world, only: .bookings, 90, "4 h × £18 × 1.25")
    }

    @Test("bookings: own staff are free up to contract, plain up to full time, then overtime")
    func substantive() throws {
        for (contract, fullTime, price) in [
            (4.0, 37.5, 0.0), (2.0, 37.5, 30.0), (2.0, 3.0, 37.5), (3.0, 2.0, 22.5),
        ] {
            let world = world(["P-2": ["A"]]) {
                $0.staff[1] = TinyWorld.person(
                    "P-2", "support-worker", .substantive, contractHours: contract, hourlyCost: 15)
                $0.policy.fullTimeHours = fullTime
                $0.demand("D1", "care", contacts: 2, priority: .critical)
            }
            try expect(world, only: .bookings, price, "contract \(contract), full time \(fullTime)")
        }
    }

    @Test("bookings: leave uses up contracted hours as if worked")
    func leave() throws {
        let world = world(["P-2": ["L", "A"]]) {
            $0.staff[1] = TinyWorld.person(
                "P-2", "support-worker", .substantive, contractHours: 6, hourlyCost: 15)
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        try expect(world, only: .bookings, 30, "2 of 4 hours are within contract")
    }

    @Test("registered on delegable: weight × contact minutes, a contact")
    func registeredOnDelegable() throws {
        let world = world(["P-1": ["R"]]) { $0.demand("D1", "care", contacts: 3) }
        try expect(world, only: .registeredOnDelegable, 18, "3 × 30 × £0.20")
    }

    @Test(
        "registered on delegable: a delegation proposed or past its review is still one, a withdrawn one is not"
    )
    func closedDelegations() throws {
        let lapsed = TinyWorld().start.adding(days: -1)
        for (status, review, price) in [
            (DelegatedRoute.Status.approved, nil, 8.0), (.approved, lapsed, 8), (.proposed, nil, 8),
            (.withdrawn, nil, 0),
        ] {
            let world = world(["P-1": ["R"]]) {
                $0.activities = [
                    Activity(
                        id: "exercise", name: "Exercise", minutes: 40,
                        registered: RegisteredRoute(professions: ["physiotherapy"]),
                        delegated: DelegatedRoute(
                            supervisors: ["physiotherapy"], status: status, reviewOn: review))
                ]
                $0.demand("D1", "exercise", contacts: 1)
            }
            try expect(world, only: .registeredOnDelegable, price, "\(status)")
        }
    }

    @Test("avoidable double-handed: what goes double-handed beyond what no review found suitable")
    func avoidable() throws {
        // Nobody is trained to work alone: of three contacts two were found suitable, and go by pairs.
        let world = world(["P-2": ["R"], "P-3": ["R"]]) { world in
            world.signOffs = ["P-2", "P-3"].map {
                SignOff(staff: $0, competency: "handling", level: 2, signedOffOn: world.start)
            }
            world.demand("D1", "transfer", contacts: 3, singleHanded: 2)
        }
        try expect(world, only: .avoidableDoubleHanded, 18, "2 × 30 × £0.30")
    }

    @Test("away: a session in another team; a placement's team counts as home")
    func away() throws {
        for (placements, price) in [([], 3.0), ([Placement(staff: "P-2", team: "B")], 0.0)] {
            let world = world(["P-2": ["R@B"]]) {
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
                $0.placements = placements
                $0.demand("D1", "care", contacts: 0, team: "B")
            }
            try expect(world, only: .away, price)
        }
    }

    @Test("team change: a second team on a day")
    func teamChange() throws {
        let world = world(["P-2": ["R@A", "R@B"]]) {
            $0.policy.awaySession = 0
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.demand("D1", "care", contacts: 0)
            $0.demand("D2", "care", contacts: 0, team: "B")
        }
        try expect(world, only: .teamChange, 5)
    }

    @Test("unsafe staffing: heads and registered heads short, in every open session")
    func unsafeStaffing() throws {
        let world = world(["P-2": ["R"]]) {
            $0.teams = [TinyWorld.team("A", minimumStaff: 2, minimumRegistered: 1)]
            $0.demand("D1", "care", contacts: 0)
        }
        try expect(
            world, only: .unsafeStaffing, 750,
            "am: one head and one registered; pm: two heads and one registered")
    }

    @Test("unsafe staffing: only registered heads of the team's head professions count for min_registered")
    func headProfessions() throws {
        for (professions, price) in [
            ([], 0.0), (["physiotherapy"], 0), (["nursing", "physiotherapy"], 0), (["nursing"], 150),
        ] {
            let world = world(["P-1": ["R"]]) {
                $0.parts = [DayPart(id: "am", starts: 480, ends: 720)]
                $0.teams = [TinyWorld.team("A", minimumStaff: 1, minimumRegistered: 1)]
                $0.teams[0].parts = ["am"]
                $0.teams[0].headProfessions = professions
                $0.demand("D1", "assessment", contacts: 0)
            }
            try expect(world, only: .unsafeStaffing, price, "\(professions)")
        }
    }

    @Test(
        "unsafe staffing: each row of minimums.csv is one more, in its sessions, of whoever counts that day")
    func minimums() throws {
        let monday = TinyWorld().start
        for (kind, number, when, price) in [
            (HeadKind.registered(["physiotherapy"]), 1, nil, 150.0), (.registered(["nursing"]), 1, nil, 300),
            (.registered(["physiotherapy"]), 2, [TeamMinimum.When.part("am")], 150),
            (.registered(["physiotherapy"]), 1, [.part("am")], 0),
            (.registered(["physiotherapy"]), 1, [.session(monday, part: "pm")], 150),
            (.registered(["physiotherapy"]), 1, [.session(monday.adding(days: 1), part: "pm")], 0),
            (.holding(Need("care", 3)), 2, nil, 300), (.holding(Need("care", 4)), 2, [.part("am")], 300),
            (.holding(Need("therapy", 1)), 1, [.part("am"), .session(monday, part: "am")], 0),
        ] {
            // P-1 and P-2 are there in the morning, nobody in the afternoon; P-3 is a student by employment.
            let world = world(["P-1": ["R"], "P-2": ["R"], "P-3": ["R"]]) {
                $0.staff[2] = TinyWorld.person("P-3", "support-worker", .student)
                $0.minimums = [TeamMinimum(team: "A", kind, atLeast: number, when: when)]
                $0.demand("D1", "care", contacts: 0)
            }
            try expect(world, only: .unsafeStaffing, price, "\(kind), \(number)")
        }
    }

    @Test(
        "disruption: a contact of the plan in force that its worker no longer gives, by person, session and line"
    )
    func disruptionOfContacts() throws {
        for (rows, price) in [
            // Two of D1 can be given; P-2 gives them whoever had them.
            ([("D1", 0, "P-2", nil, 2)], 0.0), ([("D1", 0, "P-2", nil, 5)], 1.5),
            ([("D1", 1, "P-2", nil, 1)], 0.5),
            ([("D1", 0, "P-3", nil, 2)], 1), ([("D1", 0, "P-2", "P-3", 2)], 1),
            ([("D1", 0, "P-2", nil, 1), ("D1~call", 0, "P-2", nil, 1)], 0),
            ([("D1", 0, "P-2", nil, 2), ("D1~call", 0, "P-2", nil, 1)], 0.5),
            ([("D1~reserve", 0, "P-2", nil, 2), ("D9", 0, "P-2", nil, 2), ("D1", 0, "P-9", nil, 2)], 0),
            ([("D1", 0, "P-9", "P-2", 7)], 0),
        ] {
            let world = world(["P-2": ["R"]]) {
                $0.demand("D1", "care", contacts: 2, window: 0...0)
                $0.currentContacts = rows.map {
                    CurrentContact(line: $0.0, session: $0.1, staff: $0.2, partner: $0.3, contacts: $0.4)
                }
            }
            try expect(world, only: .disruption, price, "\(rows)")
        }
    }

    @Test("disruption: a session that differs and contacts that are lost with it both cost")
    func bothDisruptions() throws {
        let world = world(["P-2": [""], "P-3": [""]]) {
            $0.demand("D1", "care", contacts: 0)
            $0.current = [CurrentDeployment(staff: "P-2", session: 0, team: "A")]
            $0.currentContacts = [CurrentContact(line: "D1", session: 0, staff: "P-2", contacts: 3)]
        }
        try expect(world, only: .disruption, 11.5, "£10 and 3 × £0.50")
    }

    @Test("disruption: a person and session that differs from the plan in force")
    func disruption() throws {
        let world = world(["P-2": ["R@A"], "P-3": ["A"]]) {
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.demand("D1", "care", contacts: 0)
            $0.current = [
                CurrentDeployment(staff: "P-2", session: 0, team: "B"),
                CurrentDeployment(staff: "P-1", session: 1, team: "A"),
            ]
        }
        try expect(world, only: .disruption, 20, "P-2 elsewhere, P-1 no longer there")
    }
}
