// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing
import Workforce

/// Each term alone, at a price worked out by hand.
@Suite struct PriceTests {
    private static func rotation(_ periods: Int, _ describe: (inout RotationParts) -> Void) throws -> Rotation
    {
        try TinyRotation.of(periods: periods) { parts in
            parts.posts = [TinyRotation.post("A"), TinyRotation.post("B")]
            parts.people = [TinyRotation.person("P-1")]
            describe(&parts)
        }
    }

    @Test func whatIsMissingFromAMinimumIsMissingFromTheTarget() throws {
        let rotation = try Self.rotation(2) {
            $0.policy.belowMinimum = 800
            $0.policy.belowTarget = 150
            $0.posts[0].amounts = PostAmounts(minimum: 1, target: 1.5)
            $0.people[0].wte = 0.6
        }
        // 0.4 and 0.9, in two periods.
        try expect(rotation, [.belowMinimum: 640, .belowTarget: 270])
    }

    @Test func rowsOfCapacityStandInPlace() throws {
        let rotation = try Self.rotation(3) {
            $0.policy.belowTarget = 10
            $0.posts[0].amounts = PostAmounts(minimum: 0, target: 1)
            // Only periods whose first day lies in it: the second begins on 4 February.
            $0.capacity = [
                CapacityRow(
                    post: "A", from: TinyRotation.day("2027-01-05"), until: TinyRotation.day("2027-03-03"),
                    minimum: 3)
            ]
        }
        // The target is the larger of 1 and 3; in the other periods 1 is there.
        try expect(rotation, [.belowTarget: 20])
    }

    @Test func somebodySupernumeraryFillsNothing() throws {
        let rotation = try Self.rotation(1) {
            $0.policy.belowMinimum = 800
            $0.posts[0].amounts = PostAmounts(minimum: 1)
            $0.people[0].wte = 0
        }
        try expect(rotation, [.belowMinimum: 800])
    }

    @Test func preferencesAreStepsDownAList() throws {
        func rotation(_ prefers: [String], longest: [String] = ["A"]) throws -> Rotation {
            try Self.rotation(2) {
                $0.policy.preferenceStep = 20
                $0.people[0].prefers = prefers
                $0.people[0].cannot = ["A"]
                $0.people.append(TinyRotation.person("P-2") { $0.prefers = longest })
            }
        }
        try expect(rotation(["A", "B"]), [.preference: 40])
        try expect(rotation(["A"]), [.preference: 40])
        // Of the longest list of anybody.
        try expect(rotation(["A"], longest: ["A", "B"]), [.preference: 80])
        try expect(rotation([]), [:])
    }

    @Test func theWorstOffCountsOnceMore() throws {
        let rotation = try Self.rotation(2) {
            $0.policy.preferenceStep = 20
            $0.policy.fairness = 5
            $0.posts[0].amounts.maximum = 1
            $0.people[0].prefers = ["A", "B"]
            $0.people.append(TinyRotation.person("P-2") { $0.prefers = ["A", "B"] })
        }
        // Each has A for a period: £20 for two periods, £10 a period. If one had it for both, £20 a period.
        try expect(rotation, [.preference: 40, .fairness: 50])
    }

    @Test func theWayIsPaidByTheMinuteAndKnownBothWays() throws {
        let rotation = try Self.rotation(2) {
            $0.policy.travelMinute = 0.5
            $0.posts[0].locality = "village"
            $0.posts[1].locality = "port"
            $0.travel = [
                TravelTime(from: "village", to: "town", minutes: 30),
                TravelTime(from: "town", to: "port", minutes: 61),
            ]
        }
        try expect(rotation, [.travel: 30])
        // Without a table ways have no limit and cost nothing.
        try expect(
            Self.rotation(2) {
                $0.policy.travelMinute = 0.5
                $0.posts = [TinyRotation.post("A") { $0.locality = "village" }]
            }, [:])
    }

    @Test func eachBlockBegunIsPaid() throws {
        func rotation(_ start: String?) throws -> Rotation {
            try Self.rotation(3) {
                $0.policy.change = 30
                $0.posts[0].maximumBlock = 2
                $0.posts[1].maximumBlock = 1
                $0.people[0].startPost = start
            }
        }
        // A A B: two begin, or one after the other of which the first was under way.
        try expect(rotation(nil), [.change: 60])
        try expect(rotation("A"), [.change: 30])
    }

    @Test func competenciesWantedAreCountedAtTheBeginning() throws {
        let rotation = try Self.rotation(3) {
            $0.posts = [TinyRotation.post("A") { $0.develops = [Development("care", 2, periods: 1)] }]
            $0.people.append(TinyRotation.person("P-2") { $0.leaves = TinyRotation.day("2027-02-03") })
            $0.signOffs = [
                SignOff(
                    staff: "P-2", competency: "care", level: 1, signedOffOn: TinyRotation.day("2027-01-04"))
            ]
            $0.wanted = [WantedRow("care", 1, people: 2, pounds: 50)]
        }
        // P-2 holds it in period 1 and has left then; P-1 holds it from period 2: one is missing in each.
        try expect(rotation, [.wanted: 150])
    }

    @Test func blocksShortOfACurriculumArePaidForWhoeverIsNeverThere() throws {
        let rotation = try Self.rotation(2) {
            $0.posts[0].groups = ["medical"]
            $0.people.append(
                TinyRotation.person("P-2") {
                    $0.leaves = TinyRotation.day("2026-12-31")
                    $0.done = ["A"]
                })
            $0.curriculum = [CurriculumRow(group: "medical", atLeast: 2, pounds: 300)]
        }
        // P-1 has one block at most, P-2 had one.
        try expect(rotation, [.curriculum: 600])
    }

    @Test func whatDiffersFromThePlanInForceIsPaidWhereItSaysAnything() throws {
        let rotation = try Self.rotation(3) {
            $0.policy.disruption = 10
            $0.posts[0].maximumBlock = 1
            $0.people.append(TinyRotation.person("P-2"))
            // More than half of periods 1 and 2; a post that is gone counts for nothing.
            $0.current = [
                PlacementInForce(
                    staff: "P-1", from: TinyRotation.day("2027-01-04"), until: TinyRotation.day("2027-02-20"),
                    post: "A"),
                PlacementInForce(staff: "P-2", post: "GONE"),
            ]
        }
        // P-1 leaves A after a period; P-2 is placed in two periods in which they were not. Period 3 is free.
        try expect(rotation, [.disruption: 30])
    }

    @Test func fourAndEightBeatsNoRotation() throws {
        // One ward and one team in the community, each wants one of two people. Learning on the ward for four months pays
        // £60 a month for each who has: without rotation one person stays without.
        func rotation(_ template: String?) throws -> Rotation {
            try Self.rotation(12) {
                $0.policy.belowMinimum = 800
                $0.policy.change = 30
                $0.templates = [
                    Template(
                        id: "four-eight", stages: [.init("acute", 4), .init("community", 8)], order: .cyclic),
                    Template(id: "ward", stages: [.init("acute", 12)]),
                    Template(id: "team", stages: [.init("community", 12)]),
                ]
                $0.posts = [
                    TinyRotation.post("WARD") {
                        $0.amounts = PostAmounts(minimum: 1)
                        $0.develops = [Development("respiratory", 2, periods: 4)]
                        $0.repeats = true
                    },
                    TinyRotation.post("TEAM") {
                        $0.setting = "community"
                        $0.amounts = PostAmounts(minimum: 1)
                        $0.repeats = true
                    },
                ]
                $0.people = ["P-1", "P-2", "P-3"].map { id in
                    TinyRotation.person(id) { $0.template = template ?? (id == "P-1" ? "ward" : "team") }
                }
                $0.wanted = [WantedRow("respiratory", 2, people: 3, pounds: 60)]
            }
        }
        // No rotation: three begin (£90). Three are missing for four months, two for eight: 28 × £60.
        try expect(rotation(nil), [.change: 90, .wanted: 28 * 60])
        // Four months each on the ward in turn, nobody short: the first has two blocks, and so has the last, the second
        // three; missing are three for four months, two for four, one for four: 24 × £60.
        try expect(rotation("four-eight"), [.change: 210, .wanted: 24 * 60])
    }
}
