// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Who has to be there for delegated work: each way of breaking it alone says one sentence.
@Suite struct PresenceRuleTests {
    /// A rehabilitation session in team A that `P-2` gives by delegation in the morning.
    private func world(
        minutes: Double = 0, isRemote: Bool = false, needs: [Need] = [], rota: [String: [String]]
    ) -> TinyWorld {
        var world = TinyWorld()
        world.rota = rota
        world.activities[1].delegated?.supervisionMinutes = minutes
        world.activities[1].delegated?.remoteSupervision = isRemote
        world.activities[1].delegated?.supervisorNeeds = needs
        world.competencies.append(Competency(id: "overseeing", name: "Overseeing"))
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.demand("D-1", "rehabilitation", contacts: 1)
        world.demand("D-2", "care", contacts: 0, team: "B")
        return world
    }

    private func holding(_ level: Int, _ world: TinyWorld) -> [SignOff] {
        world.staff.flatMap { person in
            world.competencies.map {
                SignOff(
                    staff: person.id, competency: $0.id, level: $0.id == "overseeing" ? level : 3,
                    signedOffOn: world.start.adding(days: -30))
            }
        }
    }

    @Test func `without minutes of supervision somebody who may supervise still has to be there`() {
        let world = world(rota: ["P-1": ["R"], "P-2": ["R"]])
        let give: (inout PlanSketch) -> Void = {
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
        }
        #expect(
            world.audit {
                $0.deploy("P-1", 0)
                give(&$0)
            }.said == [])
        #expect(
            world.audit {
                $0.deploy("P-1", 0, "B")
                give(&$0)
            }.said == [
                "presence: 1 delegated contact of 'rehabilitation' on 2026-11-23 am, but nobody who may supervise it "
                    + "is deployed in group A."
            ])
    }

    @Test func `a supervisor holds what the delegation asks of supervisors`() {
        var world = world(needs: [Need("overseeing", 3)], rota: ["P-1": ["R"], "P-2": ["R"]])
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
        }
        world.signOffs = holding(3, world)
        #expect(world.audit(draw).said == [])
        world.signOffs = holding(2, world)
        #expect(
            world.audit(draw).said == [
                "presence: 1 delegated contact of 'rehabilitation' on 2026-11-23 am, but nobody who may supervise it "
                    + "is deployed in group A."
            ])
    }

    @Test func `from afar a supervisor in any team will do, and the file says so`() {
        let world = world(minutes: 5, isRemote: true, rota: ["P-1": ["R"], "P-2": ["R"]])
        func said(_ group: String) -> [String] {
            world.audit {
                $0.deploy("P-1", 0, "B")
                $0.deploy("P-2", 0)
                $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
                $0.supervise("P-1", 0, "rehabilitation", minutes: 5, group: group)
            }.said
        }
        #expect(said("*") == [])
        #expect(
            said("B").first
                == "supervision: P-1 gives 5 min of supervision to 'rehabilitation' on 2026-11-23 am but names group "
                + "B, and it is supervised over all teams, '*'.")
    }

    @Test func `on the spot is not from afar`() {
        let world = world(minutes: 5, rota: ["P-1": ["R"], "P-2": ["R"]])
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
            $0.supervise("P-1", 0, "rehabilitation", minutes: 5)
            $0.supervise("P-1", 0, "rehabilitation", minutes: 5, group: "*")
        }
        #expect(
            findings.said == [
                "supervision: P-1 gives 5 min of supervision to 'rehabilitation' on 2026-11-23 am but names '*', and "
                    + "it is supervised group by group."
            ])
    }

    @Test func `what is supervised from afar takes the supervisor's time and counts for the limit`() {
        var world = world(minutes: 40, isRemote: true, rota: ["P-1": ["R"], "P-2": ["R"]])
        world.demand("D-3", "assessment", contacts: 2, team: "B")
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0, "B")
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
            $0.give("D-3", "P-1", 0, .registered, contacts: 2)
            $0.supervise("P-1", 0, "rehabilitation", minutes: 40, group: "*")
        }
        #expect(world.audit(draw).said == [])
        world.policy.nonContactMinutes = 50
        #expect(
            world.audit(draw).said == [
                "time: P-1 works 3 h 20 (40 min of it supervision) on 2026-11-23 am for Team B but has 3 h 10."
            ])
        world.policy.nonContactMinutes = 30
        world.policy.supervisionMinutesPerSession = 39
        #expect(
            world.audit(draw).said == [
                "supervision: P-1 gives 40 min of supervision on 2026-11-23 am but the limit is 39 min."
            ])
    }

    @Test func `only supervisors of what is delegated there widen a span`() {
        var world = world(rota: ["P-1": ["R"], "P-2": ["R"], "P-3": ["R"], "P-4": ["R"]])
        world.roles.append(
            Role(id: "social-worker", name: "Social worker", kind: .registered, profession: "social-work"))
        world.staff.append(TinyWorld.person("P-4", "social-worker", .substantive))
        world.teams = [TinyWorld.team("A", span: 1)]
        world.lines = []
        world.demand("D-1", "rehabilitation", contacts: 2)
        world.demand("D-2", "care", contacts: 0)
        #expect(
            world.audit {
                for person in ["P-1", "P-2", "P-3", "P-4"] { $0.deploy(person, 0) }
                for worker in ["P-2", "P-3"] { $0.give("D-1", worker, 0, .delegated, supervisor: "P-1") }
            }.said == [
                "span: 2 delegated workers (P-2, P-3) in group A on 2026-11-23 am, but the supervisors deployed "
                    + "there may oversee 1."
            ])
    }

    @Test func `delegated contacts name their supervisor, and others nobody`() {
        let world = world(minutes: 5, rota: ["P-1": ["R"], "P-2": ["R"]])
        func stated(_ supervisor: String?) -> [String] {
            world.audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-2", 0)
                $0.give("D-1", "P-2", 0, .delegated, supervisor: supervisor)
                $0.supervise("P-1", 0, "rehabilitation", minutes: 5)
            }.discrepancies.filter { $0.subject == .contacts }.map(\.sentence)
        }
        #expect(stated("P-1") == [])
        #expect(
            stated(nil) == [
                "contacts.csv names no supervisor for line D-1 by P-2 on 2026-11-23 am, who is P-1."
            ])
        #expect(
            stated("P-2") == [
                "contacts.csv names P-2 as supervisor for line D-1 by P-2 on 2026-11-23 am, which is P-1."
            ])
        let own = world.audit {
            $0.deploy("P-1", 0)
            $0.give("D-1", "P-1", 0, .registered, supervisor: "P-1")
        }
        #expect(
            own.discrepancies.filter { $0.subject == .contacts }.map(\.sentence) == [
                "contacts.csv names P-1 as supervisor for line D-1 by P-1 on 2026-11-23 am, which is not delegated."
            ])
        #expect(
            world.audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-2", 0)
                $0.give("D-1", "P-2", 0, .delegated, supervisor: "P-9")
                $0.supervise("P-1", 0, "rehabilitation", minutes: 5)
            }.said == [
                "files: contacts.csv: line D-1 by P-2: there is no person 'P-9' in the week."
            ])
    }

    @Test func `of two who give as many minutes the first on the roster is named`() {
        var world = world(minutes: 6, rota: ["P-1": ["R"], "P-2": ["R"], "P-4": ["R"], "P-5": ["R"]])
        world.staff.append(TinyWorld.person("P-4", "physiotherapist", .substantive))
        world.staff.append(TinyWorld.person("P-5", "physiotherapist", .substantive))
        func isRight(_ supervisor: String, _ minutes: [String: Double]) -> Bool {
            world.audit {
                for person in ["P-1", "P-2", "P-4", "P-5"] { $0.deploy(person, 0) }
                $0.give("D-1", "P-2", 0, .delegated, supervisor: supervisor)
                for person in ["P-5", "P-4", "P-1"] {
                    if let given = minutes[person] {
                        $0.supervise(person, 0, "rehabilitation", minutes: given)
                    }
                }
            }.discrepancies.allSatisfy { $0.subject != .contacts }
        }
        #expect(isRight("P-5", ["P-1": 1, "P-4": 2, "P-5": 3]))
        #expect(isRight("P-4", ["P-4": 3, "P-5": 3]))
        #expect(isRight("P-1", ["P-1": 2, "P-4": 2, "P-5": 2]))
    }
}
