// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// `TinyWorld` with a student S-1: who stands behind the care that is given.
@Suite struct OversightTests {
    private func figures(
        limit: Double = 60, _ body: (inout PlanSketch) -> Void
    ) -> OversightFigures {
        var world = TinyWorld()
        world.staff.append(TinyWorld.person("S-1", "student", .student))
        world.staff.append(TinyWorld.person("P-4", "physiotherapist", .bank))
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"], "S-1": ["R", "R"], "P-4": ["A", "A"]]
        world.policy.supervisionMinutesPerSession = limit
        world.demand("D-1", "rehabilitation", contacts: 3)
        world.demand("D-2", "care", contacts: 4)
        var sketch = PlanSketch(world.week)
        body(&sketch)
        return ReportFigures(week: world.week, plan: sketch.plan).delegation.oversight
    }

    @Test func `contacts with nobody registered in the group, and by students alone, are counted`() {
        let found = figures { sketch in
            for person in ["P-1", "S-1"] { sketch.deploy(person, 0) }
            for person in ["P-2", "S-1"] { sketch.deploy(person, 1) }
            sketch.give("D-2", "S-1", 0, .support, contacts: 1)
            sketch.give("D-2", "P-2", 1, .support, contacts: 3)
        }
        #expect(found.contacts == 4)
        #expect(found.withoutRegistered == 3)
        #expect(found.byLearnersAlone == 1)
        #expect(found.supervised == 0 && found.tight.isEmpty)
    }

    @Test func `delegated work with a single supervisor has no slack`() {
        let found = figures { sketch in
            for person in ["P-1", "P-2"] { sketch.deploy(person, 0) }
            sketch.give("D-1", "P-2", 0, .delegated, contacts: 2, supervisor: "P-1")
            sketch.supervise("P-1", 0, "rehabilitation", minutes: 10)
        }
        #expect(found.supervised == 1)
        // 60 minutes by the policy's limit, of which 10 are given.
        #expect(
            found.tight == [
                TightSupervision(
                    session: "2026-11-23 am", supervisionGroup: "A", activity: "rehabilitation",
                    contacts: 2, supervisors: 1, minutesLeft: 50)
            ])
    }

    @Test func `with two supervisors there is slack, until neither has minutes for a contact more`() {
        func tight(_ limit: Double) -> [Double] {
            figures(limit: limit) { sketch in
                for person in ["P-1", "P-2", "P-4"] { sketch.deploy(person, 0) }
                sketch.give("D-1", "P-2", 0, .delegated, contacts: 2, supervisor: "P-1")
                sketch.supervise("P-1", 0, "rehabilitation", minutes: 5)
                sketch.supervise("P-4", 0, "rehabilitation", minutes: 5)
            }.tight.map(\.minutesLeft)
        }
        #expect(tight(8).isEmpty)
        #expect(tight(7) == [4])
    }
}
