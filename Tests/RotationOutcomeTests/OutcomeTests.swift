// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import TestSupport
import Testing
import Workforce

/// The rows that a plan's folder states, each worked out by hand.
@Suite struct OutcomeTests {
    private func outcome(
        periods: Int, starts: String = "2027-01-04", posts: [[Int?]],
        _ describe: (inout RotationParts) -> Void
    ) throws -> RotationOutcome {
        let rotation = try TinyRotation.of(starts: starts, periods: periods, describe)
        return RotationOutcome(RotationFacts(rotation), RotationPlan(posts: posts))
    }

    @Test func aBlockIsARowThatSpansTheAbsencesInIt() throws {
        let found = try outcome(periods: 5, posts: [[0, nil, 0, 1, 1]]) { parts in
            parts.posts = [TinyRotation.post("WARD") { $0.team = "ward-a" }, TinyRotation.post("HUB")]
            parts.people = [TinyRotation.person("P-1")]
            parts.away = [
                Absence(
                    staff: "P-1", from: TinyRotation.day("2027-02-04"), until: TinyRotation.day("2027-03-03"))
            ]
        }
        #expect(
            found.placements == [
                PlacementInForce(
                    staff: "P-1", team: "ward-a", from: TinyRotation.day("2027-01-04"),
                    until: TinyRotation.day("2027-04-03"), post: "WARD"),
                PlacementInForce(
                    staff: "P-1", team: "HUB", from: TinyRotation.day("2027-04-04"),
                    until: TinyRotation.day("2027-06-03"), post: "HUB"),
            ])
        #expect(found.sequences.map(\.row.period) == [1, 3, 4, 5])
        #expect(found.sequences[0].until == TinyRotation.day("2027-02-03"))
    }

    @Test func unplacedPeriodsPartBlocks() throws {
        let found = try outcome(periods: 3, posts: [[0, nil, 0]]) { parts in
            parts.posts = [TinyRotation.post("WARD") { $0.repeats = true }]
            parts.people = [TinyRotation.person("P-1")]
        }
        #expect(found.placements.count == 2)
        #expect(found.sequences.map(\.row.post) == ["WARD", nil, "WARD"])
        #expect(found.filled.map(\.begun) == [1, 0, 1])
    }

    @Test func aBlockFromBeforeTheProgrammeDoesNotBegin() throws {
        let found = try outcome(periods: 2, posts: [[0, 0]]) { parts in
            parts.posts = [TinyRotation.post("WARD")]
            parts.people = [TinyRotation.person("P-1") { $0.startPost = "WARD" }]
        }
        #expect(found.filled.map(\.begun) == [0, 0])
        #expect(found.blocks.map(\.isFromBefore) == [true])
        #expect(found.blocks.map(\.last) == [1])
    }

    @Test func periodsOfALeapYearHaveTheirDays() throws {
        let found = try outcome(periods: 3, starts: "2028-01-31", posts: [[0, 0, 0]]) { parts in
            parts.posts = [TinyRotation.post("WARD")]
            parts.people = [TinyRotation.person("P-1")]
        }
        #expect(
            found.sequences.map { "\($0.from) \($0.until)" } == [
                "2028-01-31 2028-02-28", "2028-02-29 2028-03-30", "2028-03-31 2028-04-29",
            ])
    }

    @Test func rowsOfWhoJoinsAndLeavesInMidPeriodHaveTheBoundsOfPeriods() throws {
        let found = try outcome(periods: 3, posts: [[nil, 0, 0]]) { parts in
            parts.posts = [TinyRotation.post("WARD")]
            parts.people = [
                TinyRotation.person("P-1") {
                    $0.joins = TinyRotation.day("2027-02-10")
                    $0.leaves = TinyRotation.day("2027-03-30")
                }
            ]
        }
        #expect(
            found.placements == [
                PlacementInForce(
                    staff: "P-1", team: "WARD", from: TinyRotation.day("2027-02-04"),
                    until: TinyRotation.day("2027-04-03"), post: "WARD")
            ])
    }

    @Test func whatIsGainedIsHeldFromTheFirstPeriodThatFindsItSo() throws {
        let found = try outcome(periods: 4, posts: [[0, 0, 1, 1], [1, 1, 1, 1]]) { parts in
            parts.posts = [
                TinyRotation.post("WARD") { $0.develops = [Development("care", 2, periods: 2)] },
                TinyRotation.post("HUB") { $0.needs = [Need("care", 1)] },
            ]
            parts.people = [
                TinyRotation.person("P-1"),
                TinyRotation.person("P-2") { $0.startPost = "HUB" },
            ]
            parts.signOffs = [
                SignOff(
                    staff: "P-2", competency: "care", level: 3, signedOffOn: TinyRotation.day("2026-01-01"))
            ]
        }
        #expect(
            found.gained == [
                GainedRow(staff: "P-1", need: Need("care", 2), period: 3),
                GainedRow(staff: "P-1", need: Need("care", 1), period: 3),
            ])
    }

    @Test func whatWasLearntBeforeTheProgrammeIsHeldFromItsBeginning() throws {
        let found = try outcome(periods: 2, posts: [[0, nil]]) { parts in
            parts.posts = [TinyRotation.post("WARD") { $0.develops = [Development("care", 2, periods: 2)] }]
            parts.people = [
                TinyRotation.person("P-1") {
                    $0.startPost = "WARD"
                    $0.startPeriods = 2
                }
            ]
        }
        #expect(found.gained == [GainedRow(staff: "P-1", need: Need("care", 2), period: 1)])
    }

    @Test func aRowSaysWhatIsMissingOfMinimumAndTarget() throws {
        let found = try outcome(periods: 1, posts: [[0]]) { parts in
            parts.posts = [
                TinyRotation.post("WARD") { $0.amounts = PostAmounts(minimum: 1, target: 1.5) },
                TinyRotation.post("HUB") { $0.amounts = PostAmounts(minimum: 0, target: 0) },
            ]
            parts.people = [TinyRotation.person("P-1") { $0.wte = 0.8 }]
        }
        #expect(found.unfilled.count == 1)
        #expect(abs((found.unfilled.first?.missingMinimum ?? 0) - 0.2) < 1e-9)
        #expect(abs((found.unfilled.first?.missingTarget ?? 0) - 0.7) < 1e-9)
    }
}
