// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Rotations

/// Who may hold which post, what posts should have, and which patterns somebody may follow.
@Suite struct FactsTests {
    private static func mayHold(_ describe: (inout Post, inout RotatingPerson, inout RotationParts) -> Void)
        throws
        -> [Bool]
    {
        let rotation = try TinyRotation.of(periods: 2) { parts in
            var (post, person) = (TinyRotation.post("A"), TinyRotation.person("P-1"))
            describe(&post, &person, &parts)
            (parts.posts, parts.people) = ([post], [person])
        }
        let facts = RotationFacts(rotation)
        return (0..<2).map { facts.mayHold(person: 0, period: $0, post: 0) }
    }

    @Test func professionsFit() throws {
        #expect(try Self.mayHold { post, _, _ in post.professions = ["physiotherapy"] } == [true, true])
        #expect(try Self.mayHold { post, _, _ in post.professions = ["therapy"] } == [false, false])
        // One role of several is enough; a role without a profession fits only where all do.
        #expect(
            try Self.mayHold { post, person, _ in
                post.professions = ["therapy"]
                person.roles = ["assistant", "ot"]
            } == [true, true])
        #expect(
            try Self.mayHold { post, person, _ in
                post.professions = ["therapy"]
                person.roles = ["assistant"]
            } == [false, false])
        #expect(try Self.mayHold { _, person, _ in person.roles = ["assistant"] } == [true, true])
    }

    @Test func bandsFit() throws {
        #expect(
            try Self.mayHold { post, person, _ in
                post.bands = ["5", "6"]
                person.band = "6"
            } == [true, true])
        #expect(
            try Self.mayHold { post, person, _ in
                post.bands = ["5"]
                person.band = "6"
            } == [false, false])
        #expect(try Self.mayHold { post, _, _ in post.bands = ["5"] } == [false, false])
    }

    @Test func anAgreementCountsOnThePeriodsFirstDay() throws {
        let agreement = Agreement(
            employer: "trust", organisation: "provider", roles: ["physio"],
            from: TinyRotation.day("2027-01-05"), until: TinyRotation.day("2027-02-04"))
        func held(_ roles: [String]) throws -> [Bool] {
            try Self.mayHold { post, person, parts in
                post.organisation = "provider"
                person.roles = roles
                parts.agreements = [agreement]
            }
        }
        // Periods begin on 4 January and 4 February.
        #expect(try held(["physio"]) == [false, true])
        #expect(try held(["ot"]) == [false, false])
    }

    @Test func travelHasALimit() throws {
        func held(_ minutes: Int?) throws -> [Bool] {
            try Self.mayHold { post, _, parts in
                post.locality = "village"
                parts.travel = minutes.map { [TravelTime(from: "village", to: "town", minutes: $0)] } ?? []
            }
        }
        #expect(try held(60) == [true, true])
        #expect(try held(61) == [false, false])
        #expect(try held(nil) == [false, false])
        #expect(try Self.mayHold { _, person, _ in person.cannot = ["A"] } == [false, false])
    }

    @Test func amountsAreThoseOfTheRowThatHolds() throws {
        let rotation = try TinyRotation.of(periods: 3) { parts in
            parts.posts = [
                TinyRotation.post("A") { $0.amounts = PostAmounts(minimum: 1, target: 2, maximum: 4) }
            ]
            parts.capacity = [
                CapacityRow(
                    post: "A", from: TinyRotation.day("2027-02-04"), until: TinyRotation.day("2027-02-04"),
                    minimum: 3),
                CapacityRow(post: "A", from: TinyRotation.day("2027-02-05"), target: 1, maximum: 1),
            ]
        }
        #expect(
            RotationFacts(rotation).amounts == [
                [
                    PostAmounts(minimum: 1, target: 2, maximum: 4),
                    PostAmounts(minimum: 3, target: 3, maximum: 4),
                    PostAmounts(minimum: 1, target: 1, maximum: 1),
                ]
            ])
    }

    private static func patterns(
        _ stages: [(String, Int)], _ order: Template.Order, _ periods: Int, start: (String, Int)? = nil
    ) -> [String] {
        TemplatePatterns.all(
            of: Template(id: "T", stages: stages.map { Template.Stage($0.0, $0.1) }, order: order),
            periods: periods, start: start.map { (setting: $0.0, periods: $0.1) }
        ).map { $0.map { String($0.prefix(1)) }.joined() }
    }

    @Test func patternsAreThoseOfTheTemplate() {
        let stages = [("acute", 1), ("community", 2)]
        #expect(Self.patterns(stages, .fixed, 4) == ["acca"])
        #expect(Self.patterns(stages, .any, 4) == ["acca", "ccac"])
        #expect(Self.patterns(stages, .cyclic, 4) == ["acca", "ccac", "cacc"])
        #expect(Self.patterns(stages, .cyclic, 4, start: ("community", 0)) == ["ccac"])
        #expect(Self.patterns(stages, .cyclic, 4, start: ("community", 1)) == ["cacc"])
        #expect(Self.patterns(stages, .cyclic, 4, start: ("community", 2)) == ["acca"])
        #expect(Self.patterns(stages, .cyclic, 4, start: ("acute", 7)) == ["ccac"])
        // A start post that no stage is about says nothing of where the template stands.
        #expect(Self.patterns(stages, .cyclic, 4, start: ("hub", 1)) == ["acca", "ccac", "cacc"])
    }

    @Test func ordersThatAreAlikeAreOne() {
        #expect(
            Self.patterns([("acute", 2), ("acute", 2), ("hub", 1)], .any, 5).sorted() == [
                "aaaah", "aahaa", "haaaa",
            ])
        // Only what the programme reaches tells orders apart.
        #expect(Self.patterns([("acute", 2), ("acute", 3), ("hub", 4)], .any, 2) == ["aa", "hh"])
    }

    @Test func whatIsLearntIsLearntAtItsLevelOrAbove() throws {
        let rotation = try TinyRotation.of(periods: 4) { parts in
            parts.posts = [
                TinyRotation.post("A") {
                    $0.develops = [Development("care", 3, periods: 3), Development("care", 2, periods: 2)]
                }
            ]
            parts.people = [
                TinyRotation.person("P-1") {
                    $0.startPost = "A"
                    $0.startPeriods = 1
                }
            ]
        }
        let facts = RotationFacts(rotation)
        #expect(facts.waysToGain(Need("care", 2)) == [WayToGain(post: 0, periods: 2)])
        #expect(facts.waysToGain(Need("care", 3)) == [WayToGain(post: 0, periods: 3)])
        #expect(facts.waysToGain(Need("moving", 1)) == [])
        let posts: [Int?] = [0, nil, 0, nil]
        #expect(
            (0..<4).map { facts.isGained(person: 0, Need("care", 2), before: $0, in: posts) } == [
                false, true, true, true,
            ])
        #expect(
            (0..<4).map { facts.isGained(person: 0, Need("care", 3), before: $0, in: posts) } == [
                false, false, false, true,
            ])
    }

    @Test func aBlockUnderWayIsKnownWithItsAge() throws {
        func rotation(_ more: (inout RotationParts) -> Void = { _ in }) throws -> RotationFacts {
            RotationFacts(
                try TinyRotation.of(periods: 4) { parts in
                    parts.posts = [TinyRotation.post("A") { $0.minimumBlock = 4 }, TinyRotation.post("B")]
                    parts.people = [
                        TinyRotation.person("P-1") {
                            $0.startPost = "A"
                            $0.startPeriods = 1
                        }
                    ]
                    more(&parts)
                })
        }
        let start = try rotation()
        #expect(start.underWay(person: 0) == BlockUnderWay(post: 0, periods: 1))
        #expect(start.owed(person: 0, BlockUnderWay(post: 0, periods: 1)) == 3)
        func frozen(_ post: String, _ from: String) throws -> BlockUnderWay? {
            try rotation {
                $0.current = [PlacementInForce(staff: "P-1", from: TinyRotation.day(from), post: post)]
                $0.frozenBefore = TinyRotation.day("2027-02-05")
            }.underWay(person: 0)
        }
        // The run of the start post, a run that began in the programme, one that began after a gap, none.
        #expect(try frozen("A", "2027-01-01") == BlockUnderWay(post: 0, periods: 3))
        #expect(try frozen("B", "2027-01-01") == BlockUnderWay(post: 1, periods: 2))
        #expect(try frozen("A", "2027-02-04") == BlockUnderWay(post: 0, periods: 1))
        #expect(try frozen("A", "2027-03-04") == nil)
    }
}
