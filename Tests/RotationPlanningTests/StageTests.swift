// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing

@testable import RotationPlanning

/// What bounds count of a curriculum, as far as there is room for it.
@Suite struct StageTests {
    /// Somebody of whom one block in a ward is wanted, and so many are allowed.
    private func person(
        atMost: Int?, periods: Int, _ describe: (inout RotationParts) -> Void = { _ in }
    ) throws -> PersonTables {
        let rotation = try TinyRotation.of(periods: periods) { parts in
            parts.posts = [
                TinyRotation.post("WARD") {
                    $0.groups = ["wards"]
                    $0.repeats = true
                }
            ]
            parts.people = [TinyRotation.person("P")]
            parts.curriculum = [CurriculumRow(group: "wards", atLeast: 1, atMost: atMost)]
            describe(&parts)
        }
        return PlanningTables(RotationFacts(rotation)).people[0]
    }

    @Test("a limit that there is no time to reach is none, and what is wanted is counted")
    func roomy() throws {
        let stages = try person(atMost: 200, periods: 6).fineStages
        #expect(stages.count == 2)
        #expect(stages.step(0, 0).worth == 500 && stages.step(0, 0).stage == 1)
        #expect(stages.step(1, 0).worth == 0 && stages.step(1, 0).isAllowed)
    }

    @Test("a limit within reach is counted")
    func near() throws {
        let stages = try person(atMost: 2, periods: 6).fineStages
        #expect(stages.count == 3)
        #expect(stages.step(1, 0).isAllowed && !stages.step(2, 0).isAllowed)
    }

    @Test("long blocks leave no room for a limit")
    func long() throws {
        let stages = try person(atMost: 2, periods: 6) { $0.posts[0].minimumBlock = 3 }.fineStages
        #expect(stages.count == 2)
    }

    @Test("a limit that there are too few stages for leaves what is wanted counted")
    func tooMany() throws {
        let stages = try person(atMost: 100, periods: 120).fineStages
        #expect(stages.count == 2)
        #expect(stages.step(0, 0).worth == 500)
    }

    @Test("where there are many patterns there are few stages of each")
    func patterns() throws {
        #expect(try person(atMost: 20, periods: 30).fineStages.count == 21)
        let many = try person(atMost: 20, periods: 30) { parts in
            parts.templates = [
                Template(
                    id: "any",
                    stages: (1...4).map { Template.Stage($0 == 1 ? "acute" : "other-\($0)", $0) }, order: .any
                )
            ]
            parts.people[0].template = "any"
        }
        #expect(many.runs.count >= 8)
        #expect(many.fineStages.count == 2)
    }
}
