// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Rules 6 and 7: `P-1` supervises rehabilitation that is delegated to `P-2`, and to `P-3`.
@Suite struct DelegationRuleTests {
    private func world(contacts: Int, span: Double? = nil) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.teams = [TinyWorld.team("A", span: span)]
        world.demand("D-1", "rehabilitation", contacts: contacts)
        return world
    }

    private func plan(_ contacts: Int, supervision: Double) -> (inout PlanSketch) -> Void {
        {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated, contacts: contacts)
            $0.supervise("P-1", 0, "rehabilitation", minutes: supervision)
        }
    }

    @Test func `five minutes a contact are enough`() {
        #expect(world(contacts: 4).audit(plan(4, supervision: 20)).said == [])
    }

    @Test func `delegated work without its minutes of supervision is caught`() {
        #expect(
            world(contacts: 4).audit(plan(4, supervision: 19)).said == [
                "supervision: 4 delegated contacts of 'rehabilitation' in group A on 2026-11-23 am need 20 min "
                    + "of supervision but have 19 min."
            ])
    }

    @Test func `nobody supervises for longer than the limit`() {
        var world = world(contacts: 4)
        world.policy.supervisionMinutesPerSession = 15
        #expect(
            world.audit(plan(4, supervision: 20)).said == [
                "supervision: P-1 gives 20 min of supervision on 2026-11-23 am but the limit is 15 min."
            ])
    }

    @Test func `only a registered person of a profession the delegation names supervises`() {
        var world = world(contacts: 1)
        world.staff[0] = TinyWorld.person("P-1", "nurse", .substantive)
        world.roles.append(
            Role(id: "nurse", name: "Nurse", kind: .registered, profession: "nursing"))
        world.activities = [
            Activity(
                id: "rehabilitation", name: "Rehabilitation", minutes: 40, recordMinutes: 5,
                registered: RegisteredRoute(professions: ["physiotherapy", "nursing"]),
                delegated: DelegatedRoute(
                    supervisors: ["physiotherapy"], supervisionMinutes: 5, status: .approved))
        ]
        #expect(
            world.audit(plan(1, supervision: 5)).said == [
                "supervision: P-1 gives 5 min of supervision to 'rehabilitation' on 2026-11-23 am but may not "
                    + "supervise it.",
                "presence: 1 delegated contact of 'rehabilitation' on 2026-11-23 am, but nobody who may supervise it "
                    + "is deployed in group A.",
            ])
    }

    @Test(arguments: [1e-9, 9e-7, 1e-6, 1e-3])
    func `who may supervise, and where, is asked of a row however few its minutes`(minutes: Double) {
        var world = world(contacts: 1)
        world.rota["P-3"] = ["R"]
        world.teams.append(TinyWorld.team("B"))
        func said(_ supervisor: String, group: String) -> [String] {
            world.audit {
                plan(1, supervision: 5)(&$0)
                $0.deploy("P-3", 0)
                $0.supervise(supervisor, 0, "rehabilitation", minutes: minutes, group: group)
            }
            .said
        }
        #expect(
            said("P-2", group: "A") == [
                "supervision: P-2 gives 0 min of supervision to 'rehabilitation' "
                    + "on 2026-11-23 am but may not supervise it."
            ])
        #expect(
            said("P-1", group: "B") == [
                "supervision: P-1 gives 0 min of supervision to 'rehabilitation' "
                    + "on 2026-11-23 am but is not deployed in group B."
            ])
    }

    @Test func `a supervisor is deployed in the group, not necessarily in the team`() {
        var world = world(contacts: 1)
        world.demand("D-2", "care", contacts: 0, team: "B")
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0, "B")
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated)
            $0.supervise("P-1", 0, "rehabilitation", minutes: 5, group: "G")
        }
        world.teams = [TinyWorld.team("A", group: "G"), TinyWorld.team("B", group: "G")]
        #expect(world.audit(draw).said == [])
        world.teams = [TinyWorld.team("A", group: "G"), TinyWorld.team("B")]
        #expect(
            world.audit(draw).said == [
                "supervision: P-1 gives 5 min of supervision to 'rehabilitation' on 2026-11-23 am but is not "
                    + "deployed in group G.",
                "presence: 1 delegated contact of 'rehabilitation' on 2026-11-23 am, but nobody who may supervise it "
                    + "is deployed in group G.",
            ])
    }

    @Test func `supervision takes the supervisor's own time`() {
        var world = world(contacts: 4)
        world.demand("D-2", "care", contacts: 7)
        let findings = world.audit {
            plan(4, supervision: 20)(&$0)
            $0.give("D-2", "P-1", 0, .support, contacts: 7)
        }
        #expect(
            findings.said == [
                "time: P-1 works 3 h 50 (20 min of it supervision) on 2026-11-23 am for Team A but has 3 h 30."
            ])
    }

    @Test func `a registered person oversees no more people than the span`() {
        var world = world(contacts: 2, span: 1)
        world.rota["P-3"] = ["R"]
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.deploy("P-3", 0)
            $0.give("D-1", "P-2", 0, .delegated)
            $0.give("D-1", "P-3", 0, .delegated)
            $0.supervise("P-1", 0, "rehabilitation", minutes: 10)
        }
        #expect(
            world.audit(draw).said == [
                "span: 2 delegated workers (P-2, P-3) in group A on 2026-11-23 am, but the supervisors "
                    + "deployed there may oversee 1."
            ])
        world.teams = [TinyWorld.team("A", span: 2)]
        #expect(world.audit(draw).said == [])
        world.teams = [TinyWorld.team("A", span: 1), TinyWorld.team("B", group: "A")]
        #expect(world.audit(draw).said == [], "a blank span in the group lifts the rule")
    }
}
