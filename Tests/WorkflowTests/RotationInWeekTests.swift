// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import RotationOutcome
import Rotations
import TestSupport
import Testing
import Workforce

@testable import Workflows

/// What a week holds once it has taken over what a rotation plan changes in it.
@Suite struct RotationInWeekTests {
    /// P-1 in a ward from a day on, in months, that teaches care; team A of the week from 23 November 2026.
    private func outcome(
        starts: String, posts: [Int?], develops: [Development]
    ) throws -> RotationOutcome {
        let rotation = try TinyRotation.of(starts: starts, periods: posts.count) { parts in
            parts.posts = [
                TinyRotation.post("WARD") {
                    $0.team = "A"
                    $0.develops = develops
                }
            ]
            parts.people = [TinyRotation.person("P-1")]
        }
        return RotationOutcome(RotationFacts(rotation), RotationPlan(posts: [posts]))
    }

    private func week(_ describe: (inout TinyWorld) -> Void) -> Week {
        var world = TinyWorld()
        world.days = 7
        world.signOffs = []
        describe(&world)
        return world.week
    }

    private func signOff(_ level: Int, _ day: String, until: String? = nil) -> SignOff {
        SignOff(
            staff: "P-1", competency: "care", level: level, signedOffOn: TinyRotation.day(day),
            expiresOn: until.map(TinyRotation.day))
    }

    /// The level of care that P-1 holds on each day of a week that takes the plan over.
    private func levels(_ outcome: RotationOutcome, _ week: Week) throws -> [Int] {
        let changed = try week.applying(RotationInWeek(outcome, week).changes).week
        let held = try #require(
            Qualifications.of(changed.staff, signOffs: changed.signOffs, framework: changed.framework).first)
        return (0..<week.days).map { day in
            (1...4).last { held.holds([Need("care", $0)], on: week.start.adding(days: day)) } ?? 0
        }
    }

    @Test func aLowerLevelSignedOffLaterDoesNotHideWhatIsGained() throws {
        let plan = try outcome(
            starts: "2026-10-01", posts: [0, 0], develops: [Development("care", 2, periods: 1)])
        #expect(
            try levels(plan, week { $0.signOffs = [signOff(1, "2026-11-10")] }) == [2, 2, 2, 2, 2, 2, 2])
        // Nor one that is signed off, or ends, within the week.
        #expect(
            try levels(plan, week { $0.signOffs = [signOff(1, "2026-11-25")] }) == [2, 2, 2, 2, 2, 2, 2])
        let higher = [signOff(3, "2026-11-10", until: "2026-11-24")]
        #expect(try levels(plan, week { $0.signOffs = higher }) == [3, 3, 2, 2, 2, 2, 2])
    }

    @Test func eachLevelHoldsFromWhenItIsGained() throws {
        // Level 2 from 25 October, level 3 from the week's third day.
        let plan = try outcome(
            starts: "2026-09-25", posts: [0, 0, 0],
            develops: [Development("care", 2, periods: 1), Development("care", 3, periods: 2)])
        #expect(try levels(plan, week { _ in }) == [2, 2, 3, 3, 3, 3, 3])
        let first = try #require(RotationInWeek(plan, week { _ in }).signOffs.first)
        #expect(first.signedOffOn == TinyRotation.day("2026-10-25"))
        // What the week knows of already is no news.
        let known = week { $0.signOffs = [signOff(3, "2026-01-01")] }
        #expect(RotationInWeek(plan, known).signOffs.isEmpty)
    }

    @Test func whatIsGainedHoldsAsLongAsItsCompetency() throws {
        // Valid for a month from 25 October, so until the third day.
        let plan = try outcome(
            starts: "2026-09-25", posts: [0, nil, nil], develops: [Development("care", 2, periods: 1)])
        func world(_ own: [SignOff]) -> Week {
            week { world in
                world.competencies = [Competency(id: "care", name: "Care", validMonths: 1)]
                world.signOffs = own
            }
        }
        #expect(try levels(plan, world([])) == [2, 2, 2, 0, 0, 0, 0])
        #expect(try levels(plan, world([signOff(1, "2026-11-10")])) == [2, 2, 2, 1, 1, 1, 1])
    }

    @Test func whoeverIsThereWithoutAPostIsInNoTeam() throws {
        // In the ward until the week's second day.
        let plan = try outcome(starts: "2026-10-25", posts: [0, nil, nil], develops: [])
        let placed = week { world in
            world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
            world.placements = [
                Placement(staff: "P-1", team: "B", until: TinyRotation.day("2026-11-27")),
                Placement(staff: "P-2", team: "B"),
            ]
        }
        let found = RotationInWeek(plan, placed)
        let changed = try placed.applying(found.changes).week
        func team(_ staff: String, _ day: String) -> String? {
            changed.placements.first { $0.staff == staff && $0.holds(on: TinyRotation.day(day)) }?.team
        }
        #expect(team("P-1", "2026-11-24") == "A")
        #expect(team("P-1", "2026-11-25") == nil && team("P-1", "2026-11-27") == nil)
        // Whom the plan does not know stays, and where nothing is in force nothing is lifted.
        #expect(team("P-2", "2026-11-25") == "B")
        #expect(RotationInWeek(plan, week { _ in }).placements.allSatisfy { $0.team != nil })
    }
}
