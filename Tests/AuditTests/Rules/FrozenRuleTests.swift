// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Rule 10 as the audit looks at it: plans that say of what is over something else than it was.
@Suite struct FrozenRuleTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", ""], "P-2": ["R", ""]]
        world.demand("D-1", "rehabilitation", contacts: 1)
        world.frozenBefore = 1
        world.current = ["P-1", "P-2"].map { CurrentDeployment(staff: $0, session: 0, team: "A") }
        world.currentContacts = [
            CurrentContact(line: "D-1", session: 0, staff: "P-2", contacts: 1, route: .delegated)
        ]
        world.currentSupervision = [
            SupervisionRow(supervisor: "P-1", session: 0, group: "A", activity: "rehabilitation", minutes: 5)
        ]
        return world
    }

    private func asBefore(_ sketch: inout PlanSketch) {
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0, contactMinutes: 40)
        sketch.give("D-1", "P-2", 0, .delegated, supervisor: "P-1")
        sketch.supervise("P-1", 0, "rehabilitation", minutes: 5)
    }

    @Test func `what was stands`() {
        #expect(world.audit { asBefore(&$0) }.said == [])
    }

    @Test func `a deployment that is gone, and one that is new, break it`() {
        let findings = world.audit {
            asBefore(&$0)
            $0.plan.deployments.removeFirst()
            $0.deploy("P-3", 0)
        }
        #expect(
            findings.violations.filter { $0.rule == .frozen }.map(\.sentence) == [
                "P-1 was deployed to A on 2026-11-23 am, which is over, and is not in the plan.",
                "P-3 is deployed to A on 2026-11-23 am, which is over, and was not.",
            ])
    }

    @Test func `contacts and supervision that are other than they were break it`() {
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.leave("D-1")
            $0.supervise("P-1", 0, "rehabilitation", minutes: 7.5)
        }
        #expect(
            findings.violations.map(\.sentence) == [
                "P-2 gave 1 contact of line D-1 on 2026-11-23 am, which is over, by the route 'delegated', and the plan "
                    + "says 0.",
                "P-1 gave 5 min of supervision to 'rehabilitation' on 2026-11-23 am, which is over, and the plan says "
                    + "7.5 min.",
            ])
    }

    @Test func `somebody absent by now was not there`() {
        var world = world
        world.rota["P-1"] = ["S", ""]
        let without = world.audit {
            $0.deploy("P-2", 0, contactMinutes: 40)
            $0.give("D-1", "P-2", 0, .delegated)
        }
        #expect(without.violations == [])
        #expect(!world.audit { asBefore(&$0) }.violations.filter { $0.rule == .frozen }.isEmpty)
    }

    @Test func `no other rule binds what is over`() {
        var world = world
        world.rota["P-2"] = ["R@A", ""]
        world.teams[0].parts = ["pm"]
        world.signOffs = []
        world.lines[0].window = 1...1
        #expect(world.audit { asBefore(&$0) }.violations == [])
    }

    @Test func `a line that is over goes unmet for that reason`() {
        var world = world
        world.lines[0].contacts = 2
        world.lines[0].window = 0...0
        let stated = world.audit {
            asBefore(&$0)
            $0.leave("D-1", reason: .over)
        }
        #expect(stated.violations == [])
        #expect(stated.discrepancies.filter { $0.subject == .unmet } == [])
        let other = world.audit {
            asBefore(&$0)
            $0.leave("D-1", reason: .capacity)
        }
        #expect(other.discrepancies.contains { $0.sentence.contains("which is 'over'") })
    }
}
