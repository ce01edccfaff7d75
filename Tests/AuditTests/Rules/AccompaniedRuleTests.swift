// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Students, or whoever the policy has accompanied: `S-1` and `S-2`, who may give care and lead transfers.
@Suite struct AccompaniedRuleTests {
    private func world() -> TinyWorld {
        var world = TinyWorld()
        world.staff += ["S-1", "S-2"].map { TinyWorld.person($0, "student", .student) }
        world.activities[2].support?.kinds = [.support, .student]
        world.activities[3].support?.kinds = [.support, .student]
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        for person in world.staff { world.rota[person.id] = ["R"] }
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        world.demand("D-2", "transfer", contacts: 1, singleHanded: 1, window: 0...0)
        world.demand("D-3", "care", contacts: 0, team: "B")
        return world
    }

    private func said(_ world: TinyWorld, registered: String?, _ give: (inout PlanSketch) -> Void) -> [String]
    {
        world.audit {
            for person in ["P-2", "P-3", "S-1", "S-2"] { $0.deploy(person, 0) }
            if let registered { $0.deploy("P-1", 0, registered) }
            give(&$0)
        }.violations.filter { $0.rule == .accompanied }.map(\.sentence)
    }

    @Test func `a student gives contacts only where somebody registered is in the group`() {
        let give: (inout PlanSketch) -> Void = { $0.give("D-1", "S-1", 0, .support) }
        #expect(said(world(), registered: "A", give) == [])
        var shared = world()
        shared.teams = [TinyWorld.team("A", group: "G"), TinyWorld.team("B", group: "G")]
        #expect(said(shared, registered: "B", give) == [])
        for registered in ["B", nil] {
            #expect(
                said(world(), registered: registered, give) == [
                    "S-1 gives 1 contact of line D-1 on 2026-11-23 am, but nobody registered is deployed in group A to "
                        + "accompany them."
                ])
        }
        var anybody = world()
        anybody.policy.accompanied = []
        #expect(said(anybody, registered: nil, give) == [])
    }

    @Test func `two students are no pair by themselves`() {
        let give: (inout PlanSketch) -> Void = { $0.give("D-2", "S-1", 0, .doubleHanded, partner: "S-2") }
        #expect(
            said(world(), registered: "A", give) == [
                "S-1 and S-2 give 1 contact of line D-2 on 2026-11-23 am, but both have to be accompanied and are no "
                    + "pair by themselves."
            ])
        #expect(
            said(world(), registered: "A") { $0.give("D-2", "S-1", 0, .doubleHanded, partner: "P-2") } == [])
        #expect(
            said(world(), registered: nil) { $0.give("D-2", "P-2", 0, .doubleHanded, partner: "S-2") } == [
                "S-2 gives 1 contact of line D-2 on 2026-11-23 am, but nobody registered is deployed in group A to "
                    + "accompany them."
            ])
    }

    @Test func `alone a student gives what may be given alone, with somebody registered near`() {
        let give: (inout PlanSketch) -> Void = { $0.give("D-2", "S-1", 0, .singleHanded) }
        #expect(said(world(), registered: "A", give) == [])
        #expect(said(world(), registered: nil, give).count == 1)
    }

    @Test func `of several roles the highest kind counts`() {
        let give: (inout PlanSketch) -> Void = { $0.give("D-1", "S-1", 0, .support) }
        var world = world()
        world.staff[3].roles = ["student", "support-worker"]
        #expect(said(world, registered: nil, give) == [])
        world.policy.accompanied = [.support]
        #expect(said(world, registered: nil, give).count == 1)
    }
}
