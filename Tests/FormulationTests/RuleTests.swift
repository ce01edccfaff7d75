// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Each rule alone. A reablement call is 30 minutes, an assessment 80 (60 of contact), a rehabilitation session 45
/// (40 of contact), a transfer 30 of two workers; a session has 210. Not met, routine care costs £1.50 a contact
/// minute: £45 a call or transfer, £60 a rehabilitation session, £90 an assessment. Critical care costs £6.
@Suite("Rules of the exact model")
struct RuleTests {
    @Test("rule 1: a therapist wanted by two teams in one session serves one")
    func onePlace() throws {
        let world = world(["P-1": ["R"]]) {
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.demand("D1", "assessment", contacts: 1, window: 0...0)
            $0.demand("D2", "assessment", contacts: 1, team: "B", window: 0...0)
        }
        #expect(try cheapest(world) == 90)
    }

    @Test("rule 1: somebody on duty is sent even where nothing is wanted of them")
    func everyoneIsTold() throws {
        let world = world(["P-2": ["R@B"]]) {
            $0.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            $0.demand("D1", "care", contacts: 0, team: "B")
        }
        #expect(try cheapest(world) == 3, "one session away from home")
    }

    @Test("rule 1: people on duty at home are there as heads, without a sign-off and without care wanted")
    func presence() throws {
        // A new starter at home in a team that wants one head and nothing else of them.
        let starter = world(["P-2": ["R"]]) {
            $0.teams = [TinyWorld.team("A", minimumStaff: 1), TinyWorld.team("B")]
            $0.days = 1
            $0.parts.removeLast()
            $0.signOffs = []
            $0.demand("D1", "care", contacts: 0, team: "B")
        }
        #expect(try cheapest(starter) == 0)
        var unit = starter
        unit.lines = []
        #expect(try cheapest(unit) == 0, "nor a unit without contacts")
        var placed = starter
        placed.placements = [Placement(staff: "P-2", team: "B")]
        #expect(try cheapest(placed) == 150, "a placement keeps them from home")
        var student = starter
        student.staff[1].employment = .student
        #expect(try cheapest(student) == 150, "a student is there, and no head")
    }

    @Test("rule 1: a placement's team and a pinned team count as one's own")
    func ownTeams() throws {
        func price(_ change: (inout TinyWorld) -> Void) throws -> Double {
            try cheapest(
                world(["P-2": ["R"]]) {
                    $0.teams = [TinyWorld.team("A"), TinyWorld.team("B", minimumStaff: 1)]
                    $0.days = 1
                    $0.parts.removeLast()
                    change(&$0)
                })
        }
        #expect(try price { _ in } == 150, "at home nothing calls them away")
        #expect(try price { $0.placements = [Placement(staff: "P-2", team: "B")] } == 0)
        #expect(try price { $0.rota = ["P-2": ["R@B"]] } == 3, "a session away")
    }

    @Test("rule 1: nobody is forced where they are not at home")
    func notForced() throws {
        // Without a home team, or with one that is closed to them, they are sent where that saves something only.
        func price(_ contacts: Int, _ change: (inout TinyWorld) -> Void) throws -> Double {
            try cheapest(
                world(["P-2": ["R", "R"]]) {
                    $0.policy.teamChange = 60
                    $0.teams = [TinyWorld.team("A"), TinyWorld.team("B"), TinyWorld.team("C")]
                    $0.demand("D1", "care", contacts: 1, team: "B", priority: .critical, window: 0...0)
                    $0.demand("D2", "care", contacts: contacts, team: "C", window: 1...1)
                    change(&$0)
                })
        }
        #expect(try price(0) { $0.staff[1].homeTeam = nil } == 0, "in the afternoon they have no place")
        #expect(
            try price(1) { $0.staff[1].homeTeam = nil } == 45,
            "nor for a call that costs less than the change")
        #expect(try price(2) { $0.staff[1].homeTeam = nil } == 60)
        let closed = Team(
            id: "A", pathway: "P1", organisation: "trust", locality: "town", parts: [])
        #expect(try price(0) { $0.teams[0] = closed } == 3)
        #expect(try price(0) { _ in } == 6, "with home open they have to be somewhere")
    }

    @Test("the newest assessment counts: a lower one, or one that has ended, takes work away")
    func assessments() throws {
        func price(_ newer: SignOff) throws -> Double {
            try cheapest(
                world(["P-1": ["R"], "P-2": ["R"]]) { world in
                    world.signOffs = [
                        SignOff(
                            staff: "P-2", competency: "care", level: 2,
                            signedOffOn: world.start.adding(days: -300)),
                        SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: world.start),
                        newer,
                    ]
                    world.demand("D1", "rehabilitation", contacts: 1)
                })
        }
        let start = TinyWorld().start
        func signOff(_ level: Int, _ days: Int, until: Int? = nil) -> SignOff {
            SignOff(
                staff: "P-2", competency: "care", level: level, signedOffOn: start.adding(days: days),
                expiresOn: until.map { start.adding(days: $0) })
        }
        #expect(try price(signOff(1, -3)) == 8, "the physiotherapist gives it")
        #expect(try price(signOff(2, -3, until: -1)) == 8)
        #expect(try price(signOff(2, -3, until: 0)) == 0)
        #expect(try price(signOff(1, 1)) == 0, "tomorrow's does not count yet")
        #expect(try price(signOff(1, -400)) == 0, "nor an older one")
        #expect(try price(signOff(1, -300)) == 8, "of one day the later row")
    }

    @Test("rule 2: seven calls of 30 minutes fill 210, the eighth is not met")
    func time() throws {
        let world = world(["P-2": ["R"]]) { $0.demand("D1", "care", contacts: 8) }
        #expect(try cheapest(world) == 45)
    }

    @Test("rule 2: supervision takes the supervisor's minutes")
    func supervisionTakesTime() throws {
        // Two assessments take 160 of 210 minutes; 50 are left, enough for ten times five of supervision.
        let world = world(["P-1": ["R"], "P-2": ["R"]]) {
            $0.policy.nonContactMinutes = 78
            $0.demand("D1", "assessment", contacts: 2, priority: .critical)
            $0.demand("D2", "rehabilitation", contacts: 1)
        }
        #expect(try cheapest(world) == 60, "2 of 162 minutes are left, supervision takes 5")
    }

    @Test("rule 3: contacts are given in the window only")
    func window() throws {
        let world = world(["P-2": ["R"]]) { $0.demand("D1", "care", contacts: 2, window: 1...1) }
        #expect(try cheapest(world) == 90)
    }

    @Test("rule 4: one worker makes no pair, two do")
    func pairs() throws {
        let alone = world(["P-2": ["R"]]) { $0.demand("D1", "transfer", contacts: 2) }
        #expect(try cheapest(alone) == 90)
        // The physiotherapist's part is work a support worker could do: £0.20 × 30 a contact.
        let both = world(["P-1": ["R"], "P-2": ["R"]]) { $0.demand("D1", "transfer", contacts: 2) }
        #expect(try cheapest(both) == 12)
    }

    @Test("rule 4: two who can only second make no pair")
    func pairsHaveALead() throws {
        let world = world(["P-2": ["R"], "P-3": ["R"]]) { world in
            world.signOffs = ["P-2", "P-3"].map {
                SignOff(staff: $0, competency: "handling", level: 1, signedOffOn: world.start)
            }
            world.demand("D1", "transfer", contacts: 1)
        }
        #expect(try cheapest(world) == 45)
    }

    @Test("rule 5: only contacts found suitable are given single-handed")
    func singleHanded() throws {
        let world = world(["P-2": ["R"]]) { $0.demand("D1", "transfer", contacts: 2, singleHanded: 1) }
        #expect(try cheapest(world) == 45)
    }

    @Test("rule 6: delegated work needs a supervisor in the group")
    func supervision() throws {
        let without = world(["P-2": ["R"]]) { $0.demand("D1", "rehabilitation", contacts: 1) }
        #expect(try cheapest(without) == 60)
        let with = world(["P-1": ["R"], "P-2": ["R"]]) { $0.demand("D1", "rehabilitation", contacts: 1) }
        #expect(try cheapest(with) == 0)
    }

    @Test("rule 6: a supervisor gives no more minutes than the policy allows")
    func supervisionLimit() throws {
        // One contact can be supervised; the other is the physiotherapist's own, at £0.20 × 40.
        let world = world(["P-1": ["R"], "P-2": ["R"]]) {
            $0.policy.supervisionMinutesPerSession = 9
            $0.demand("D1", "rehabilitation", contacts: 2)
        }
        #expect(try cheapest(world) == 8)
    }

    @Test("rule 6: supervision reaches the other teams of the group, and no further")
    func supervisionGroup() throws {
        for (group, price) in [("G", 0.0), (nil, 60.0)] {
            let world = world(["P-1": ["R@A"], "P-2": ["R@B"]]) {
                $0.policy.awaySession = 0
                $0.teams = [TinyWorld.team("A", group: group), TinyWorld.team("B", group: group)]
                $0.demand("D0", "assessment", contacts: 0)
                $0.demand("D1", "rehabilitation", contacts: 1, team: "B")
            }
            #expect(try cheapest(world) == price)
        }
    }

    @Test("rule 7: no more people do delegated work than the span allows")
    func span() throws {
        for (span, price) in [(0.0, 16.0), (1.0, 0.0)] {
            let world = world(["P-1": ["R"], "P-2": ["R"]]) {
                $0.teams = [TinyWorld.team("A", span: span)]
                $0.demand("D1", "rehabilitation", contacts: 2)
            }
            #expect(try cheapest(world) == price, "span \(span)")
        }
    }

    @Test("rule 7: a blank span in the group lifts the rule")
    func blankSpan() throws {
        let world = world(["P-1": ["R@A"], "P-2": ["R@A"]]) {
            $0.teams = [TinyWorld.team("A", group: "G", span: 0), TinyWorld.team("B", group: "G")]
            $0.demand("D1", "rehabilitation", contacts: 2)
        }
        #expect(try cheapest(world) == 0)
    }
}
