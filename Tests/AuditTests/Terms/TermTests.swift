// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Each term of the price alone, worked out by hand: the others are nought.
@Suite struct TermTests {
    private func expect(
        _ findings: AuditFindings, only term: PriceTerms.Term, _ pounds: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(findings.said == [], sourceLocation: sourceLocation)
        for other in PriceTerms.Term.allCases {
            #expect(
                abs(findings.terms[other] - (other == term ? pounds : 0)) < 1e-9, "\(other.rawValue)",
                sourceLocation: sourceLocation)
        }
        #expect(abs(findings.objective - pounds) < 1e-9, sourceLocation: sourceLocation)
    }

    @Test func `two critical assessments unmet are 2 × 60 minutes at £6`() {
        var world = TinyWorld()
        world.demand("D-1", "assessment", contacts: 2, priority: .critical)
        expect(world.audit { $0.leave("D-1", contacts: 2) }, only: .unmet, 720)
    }

    @Test func `reserve that there is no time for costs the least`() {
        var world = TinyWorld()
        world.demand("D-1", "assessment", contacts: 2, priority: .reserve)
        expect(world.audit { $0.leave("D-1", contacts: 2) }, only: .unmet, 30)  // 2 × 60 minutes × £0.25
    }

    @Test func `people's own time decides what fits`() {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"]]
        world.staff[1].nonContactMinutes = 180
        world.demand("D-1", "care", contacts: 3)
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 3)
        }
        #expect(world.audit(draw).violations.map(\.rule) == [.time])  // 90 minutes of 60
        world.staff[1].pace = 1.5
        #expect(world.audit(draw).violations == [])
        world.staff[1].nonContactMinutes = nil
        world.roles[1].nonContactMinutes = 190
        #expect(world.audit(draw).violations.map(\.rule) == [.time])  // 90 minutes of 75
    }

    @Test func `a registered person pays for care that a support worker could give`() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"]]
        world.demand("D-1", "care", contacts: 3)
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.give("D-1", "P-1", 0, .support, contacts: 3)
        }
        expect(findings, only: .registeredOnDelegable, 18)  // 3 × 30 minutes × £0.20
    }

    @Test func `each registered worker of a pair pays, a support worker does not`() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "transfer", contacts: 2)
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-2", contacts: 2)
        }
        expect(findings, only: .registeredOnDelegable, 12)  // 2 × 30 minutes × £0.20, once
    }

    @Test func `a delegated route counts as a support worker's work unless it is withdrawn`() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"]]
        world.demand("D-1", "rehabilitation", contacts: 1)
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.give("D-1", "P-1", 0, .registered)
        }
        expect(world.audit(draw), only: .registeredOnDelegable, 8)  // 40 minutes × £0.20
        for (status, pounds) in [(DelegatedRoute.Status.proposed, 8.0), (.withdrawn, 0)] {
            world.activities[1].delegated?.status = status
            expect(world.audit(draw), only: .registeredOnDelegable, pounds)
        }
    }

    @Test func `a double-handed contact that a review found suitable for one is avoidable`() {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"], "P-3": ["R"]]
        world.demand("D-1", "transfer", contacts: 3, singleHanded: 2)
        let findings = world.audit {
            $0.deploy("P-2", 0)
            $0.deploy("P-3", 0)
            $0.give("D-1", "P-2", 0, .doubleHanded, partner: "P-3", contacts: 2)
            $0.give("D-1", "P-2", 0, .singleHanded)
        }
        expect(findings, only: .avoidableDoubleHanded, 9)  // (2 − (3 − 2)) × 30 minutes × £0.30
    }

    @Test func `unmet contacts do not make double-handed ones avoidable`() {
        var world = TinyWorld()
        world.policy.unmetRoutineMinute = 0
        world.rota = ["P-2": ["R"], "P-3": ["R"]]
        world.demand("D-1", "transfer", contacts: 3, singleHanded: 2)
        let findings = world.audit {
            $0.deploy("P-2", 0)
            $0.deploy("P-3", 0)
            $0.give("D-1", "P-2", 0, .doubleHanded, partner: "P-3")
            $0.leave("D-1", contacts: 2)
        }
        expect(findings, only: .avoidableDoubleHanded, 0)
    }

    private func twoTeams() -> TinyWorld {
        var world = TinyWorld()
        world.teams.append(TinyWorld.team("B"))
        world.demand("D-1", "care", contacts: 0)
        world.demand("D-2", "care", contacts: 0, team: "B")
        return world
    }

    @Test func `a session in a team that is not home is away`() {
        var world = twoTeams()
        world.rota = ["P-2": ["R", "R"]]
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-2", 0, "B")
            $0.deploy("P-2", 1, "B")
        }
        expect(world.audit(draw), only: .away, 6)  // 2 × £3
        world.placements = [Placement(staff: "P-2", team: "B")]
        expect(world.audit(draw), only: .away, 0)
        world.placements = []
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, homeTeam: nil)
        expect(world.audit(draw), only: .away, 0)
    }

    @Test func `a second team on a day is a change, a second on another day is not`() {
        var world = twoTeams()
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, homeTeam: nil)
        world.days = 2
        world.rota = ["P-2": ["R", "R", "R"]]
        let findings = world.audit {
            $0.deploy("P-2", 0, "A")
            $0.deploy("P-2", 1, "B")
            $0.deploy("P-2", 2, "A")
        }
        expect(findings, only: .teamChange, 5)
    }

    @Test func `heads and registered heads are short by themselves, in open sessions`() {
        var world = TinyWorld()
        world.teams = [
            Team(
                id: "A", pathway: "P1", organisation: "trust", locality: "town", parts: ["am"],
                minimumStaff: 2, minimumRegistered: 1)
        ]
        world.rota = ["P-2": ["R"]]
        world.demand("D-1", "care", contacts: 0)
        expect(world.audit { $0.deploy("P-2", 0) }, only: .unsafeStaffing, 300)  // (1 + 1) × £150
    }

    @Test func `students are no heads`() {
        var world = TinyWorld()
        world.teams = [
            Team(
                id: "A", pathway: "P1", organisation: "trust", locality: "town", parts: ["am"],
                minimumStaff: 1)
        ]
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .student)
        world.rota = ["P-2": ["R"]]
        world.demand("D-1", "care", contacts: 0)
        expect(world.audit { $0.deploy("P-2", 0) }, only: .unsafeStaffing, 150)
    }

    @Test func `who else must be there is short by itself`() {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", minimumRegistered: 1)]
        world.teams[0].parts = ["am"]
        world.teams[0].headProfessions = ["nursing"]
        world.minimums = [
            TeamMinimum(team: "A", .registered(["nursing", "physiotherapy"]), atLeast: 2),
            TeamMinimum(team: "A", .holding(Need("care", 3)), atLeast: 4, when: [.part("am")]),
            TeamMinimum(team: "A", .holding(Need("care", 3)), atLeast: 4, when: [.part("pm")]),
        ]
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "care", contacts: 0)
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
        }
        // No nurse for the one registered head, one of two nurses or physiotherapists, two of four who hold care.
        expect(findings, only: .unsafeStaffing, 600)
    }

    @Test func `contacts that their worker no longer gives are a disruption`() {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"], "P-3": ["R"]]
        world.demand("D-1", "transfer", contacts: 2)
        world.demand("D-2", "care", contacts: 3)
        world.currentContacts = [
            CurrentContact(line: "D-1", session: 0, staff: "P-1", partner: "P-2", contacts: 2),
            CurrentContact(line: "D-2", session: 0, staff: "P-2", contacts: 1),
            CurrentContact(line: "D-2~call", session: 0, staff: "P-2", contacts: 1),
            CurrentContact(line: "D-2", session: 1, staff: "P-2", contacts: 1),
            CurrentContact(line: "D-3", session: 0, staff: "P-2", contacts: 9),
        ]
        let findings = world.audit {
            $0.deploy("P-2", 0)
            $0.deploy("P-3", 0)
            $0.give("D-1", "P-2", 0, .doubleHanded, partner: "P-3", contacts: 2)
            $0.give("D-2", "P-2", 0, .support, contacts: 1)
            $0.give("D-2", "P-3", 0, .support, contacts: 2)
        }
        // P-1 two of D-1; P-2 one of the two of D-2 in the morning and that of the afternoon.
        expect(findings, only: .disruption, 2)
    }

    @Test func `every person and session sent elsewhere than before is a disruption`() {
        var world = twoTeams()
        world.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, homeTeam: nil)
        world.days = 2
        world.rota = ["P-2": ["R", "", "R", "R"]]
        world.current = [
            CurrentDeployment(staff: "P-2", session: 0, team: "A"),
            CurrentDeployment(staff: "P-2", session: 1, team: "A"),
            CurrentDeployment(staff: "P-2", session: 2, team: "B"),
        ]
        let findings = world.audit {
            $0.deploy("P-2", 0)  // as before
            $0.deploy("P-2", 2)  // B before
            $0.deploy("P-2", 3)  // nowhere before; and session 1 is A before, nowhere now
        }
        expect(findings, only: .disruption, 30)
    }
}
