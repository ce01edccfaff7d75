// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing
import Workforce

/// Each rule alone: what it costs the cheapest plan, worked out by hand, and which plans it allows. A period without a post
/// costs £100, and nothing else costs anything.
@Suite struct RuleTests {
    private static func rotation(
        _ periods: Int, posts: [Post], people: [RotatingPerson],
        _ more: (inout RotationParts) -> Void = { _ in }
    ) throws -> Rotation {
        try TinyRotation.of(periods: periods) { parts in
            parts.posts = posts
            parts.people = people
            more(&parts)
        }
    }

    private static func post(_ id: String, _ describe: (inout Post) -> Void = { _ in }) -> Post {
        TinyRotation.post(id, describe)
    }

    private static func person(_ id: String, _ describe: (inout RotatingPerson) -> Void = { _ in })
        -> RotatingPerson
    { TinyRotation.person(id, describe) }

    @Test func everybodyHasOnePostAPeriod() throws {
        try expect(Self.rotation(3, posts: [Self.post("A")], people: [Self.person("P-1")]), [:])
        let nowhere = Self.person("P-1") { $0.cannot = ["A"] }
        try expect(Self.rotation(3, posts: [Self.post("A")], people: [nowhere]), [.unplaced: 300])
        try expect(Self.rotation(2, posts: [], people: [Self.person("P-1")]), [.unplaced: 200])
    }

    @Test func postsHaveRoomForSoMuch() throws {
        func cost(_ most: Double, _ shares: [Double]) throws -> Double {
            let post = Self.post("A") { $0.amounts.maximum = most }
            let people = shares.enumerated().map { n, wte in Self.person("P-\(n)") { $0.wte = wte } }
            return try cheapest(Self.rotation(2, posts: [post], people: people)).price.total
        }
        #expect(try cost(1, [1, 1]) == 200)
        #expect(try cost(1, [0.6, 0.4]) == 0)
        #expect(try cost(0, [1]) == 200)
        // Somebody supernumerary takes no room.
        #expect(try cost(1, [1, 0, 0]) == 0)
    }

    @Test func soManyBeginAtAChangeOver() throws {
        let post = Self.post("A") { $0.newMaximum = 1 }
        let from = Self.post("B") { $0.maximumBlock = 1 }
        let moving = ["P-1", "P-2"].map { id in
            Self.person(id) {
                $0.startPost = "B"
                $0.startPeriods = 1
            }
        }
        // One of two who come from B waits for a period.
        try expect(Self.rotation(2, posts: [post, from], people: moving), [.unplaced: 100])
        // Who comes from nowhere does not change over in period 1.
        let new = ["P-1", "P-2"].map { Self.person($0) }
        try expect(Self.rotation(2, posts: [post], people: new), [:])
        // Later it counts whoever comes from wherever.
        let late = Self.person("P-2") { $0.joins = TinyRotation.day("2027-02-04") }
        let later = Self.person("P-3") { $0.joins = TinyRotation.day("2027-02-04") }
        try expect(Self.rotation(2, posts: [post], people: [late, later]), [.unplaced: 100])
    }

    @Test func thoseNotSeniorAreSupervised() throws {
        func cost(_ permanent: Int, seniors: Int, others: Int, wte: Double = 1) throws -> Double {
            let post = Self.post("A") {
                $0.span = 2
                $0.permanentSeniors = permanent
            }
            let people = (0..<(seniors + others)).map { n in
                Self.person("P-\(n)") {
                    $0.isSenior = n < seniors
                    $0.wte = wte
                }
            }
            return try cheapest(Self.rotation(1, posts: [post], people: people)).price.total
        }
        #expect(try cost(0, seniors: 0, others: 1) == 100)
        #expect(try cost(0, seniors: 1, others: 3) == 100)
        #expect(try cost(1, seniors: 1, others: 4) == 0)
        #expect(try cost(0, seniors: 1, others: 3, wte: 0) == 100)
    }

    @Test func blocksLastAtLeastSoLong() throws {
        let agreement = Agreement(
            employer: "trust", organisation: "provider", roles: nil, until: TinyRotation.day("2027-02-03"))
        func rotation(_ least: Int, periods: Int, _ more: (inout RotatingPerson) -> Void = { _ in }) throws
            -> Rotation
        {
            try Self.rotation(
                periods,
                posts: [
                    Self.post("A") {
                        $0.minimumBlock = least
                        $0.organisation = "provider"
                    }, Self.post("B"),
                ], people: [Self.person("P-1", more)]
            ) { $0.agreements = [agreement] }
        }
        // A may be held in period 1 alone, so that a block of two periods cannot begin there.
        #expect(try allows(rotation(1, periods: 3), ["A B B"]))
        #expect(try !allows(rotation(2, periods: 3), ["A B B"]))
        // It may begin where the programme ends, or the person's time.
        #expect(try allows(rotation(2, periods: 1), ["A"]))
        #expect(try allows(rotation(3, periods: 3) { $0.leaves = TinyRotation.day("2027-02-10") }, ["A - -"]))
        // One under way owes what is left only while it may be held, and may end at once.
        let start: (inout RotatingPerson) -> Void = {
            $0.startPost = "A"
            $0.startPeriods = 0
        }
        #expect(try allows(rotation(2, periods: 3, start), ["A B B"]))
        #expect(try allows(rotation(2, periods: 3, start), ["B B B"]))
    }

    @Test func aBlockUnderWayOwesWhatIsLeft() throws {
        func rotation(_ spent: Int) throws -> Rotation {
            try Self.rotation(
                3, posts: [Self.post("A") { $0.minimumBlock = 3 }, Self.post("B")],
                people: [
                    Self.person("P-1") {
                        $0.startPost = "A"
                        $0.startPeriods = spent
                    }
                ])
        }
        #expect(try !allows(rotation(1), ["A B B"]))
        #expect(try allows(rotation(1), ["A A B"]))
        #expect(try allows(rotation(1), ["B B B"]))
        #expect(try allows(rotation(1), ["- - -"]))
        #expect(try allows(rotation(2), ["A B B"]))
        #expect(try !allows(rotation(0), ["A A B"]))
    }

    @Test func blocksLastAtMostSoLong() throws {
        func cost(_ periods: Int, most: Int, repeats: Bool = false, spent: Int? = nil) throws -> Double {
            let post = Self.post("A") {
                $0.maximumBlock = most
                $0.repeats = repeats
            }
            let person = Self.person("P-1") {
                $0.startPost = spent.map { _ in "A" }
                $0.startPeriods = spent ?? 0
            }
            return try cheapest(Self.rotation(periods, posts: [post], people: [person])).price.total
        }
        #expect(try cost(5, most: 2) == 300)
        // A A - A A
        #expect(try cost(5, most: 2, repeats: true) == 100)
        #expect(try cost(3, most: 2, spent: 1) == 200)
        #expect(try cost(3, most: 2, spent: 2) == 300)
        #expect(try cost(3, most: 2, spent: 0) == 100)
    }

    @Test func aBlockGoesOnOverAbsence() throws {
        func rotation(least: Int, most: Int?) throws -> Rotation {
            try Self.rotation(
                4,
                posts: [
                    Self.post("A") {
                        $0.minimumBlock = least
                        $0.maximumBlock = most
                    }, Self.post("B"),
                ], people: [Self.person("P-1")]
            ) {
                $0.away = [
                    Absence(
                        staff: "P-1", from: TinyRotation.day("2027-02-04"),
                        until: TinyRotation.day("2027-03-03"))
                ]
            }
        }
        // Only periods in which somebody is there count: two on either side of the absence.
        #expect(try allows(rotation(least: 2, most: 2), ["A - A B"]))
        #expect(try !allows(rotation(least: 3, most: nil), ["A - A B"]))
        #expect(try !allows(rotation(least: 1, most: 2), ["A - A A"]))
        // To be unplaced ends it.
        #expect(try !allows(rotation(least: 1, most: nil), ["A - - A"]))
        #expect(try allows(rotation(least: 1, most: nil), ["A - A A"]))
    }

    @Test func nobodyComesBack() throws {
        func rotation(_ describe: (inout RotatingPerson) -> Void = { _ in }, repeats: Bool = false) throws
            -> Rotation
        {
            try Self.rotation(
                3, posts: [Self.post("A") { $0.repeats = repeats }, Self.post("B")],
                people: [Self.person("P-1", describe)])
        }
        #expect(try !allows(rotation(), ["A B A"]))
        #expect(try !allows(rotation(), ["A - A"]))
        #expect(try allows(rotation(repeats: true), ["A B A"]))
        #expect(try !allows(rotation({ $0.done = ["A"] }), ["A B B"]))
        #expect(try allows(rotation({ $0.done = ["A"] }, repeats: true), ["A B B"]))
        #expect(try allows(rotation({ $0.startPost = "A" }), ["A B B"]))
        #expect(try !allows(rotation({ $0.startPost = "A" }), ["B A A"]))
        // A block under way in a post that was done before ends where planning begins.
        let again: (inout RotatingPerson) -> Void = {
            $0.startPost = "A"
            $0.done = ["A"]
        }
        #expect(try !allows(rotation(again), ["A B B"]))
        #expect(try allows(rotation(again), ["B B B"]))
        #expect(try allows(rotation(again, repeats: true), ["A B A"]))
    }

    @Test func whoBeginsHoldsWhatIsNeeded() throws {
        func rotation(_ more: (inout RotationParts) -> Void = { _ in }) throws -> Rotation {
            try Self.rotation(
                4,
                posts: [
                    Self.post("A") {
                        $0.repeats = true
                        $0.develops = [Development("care", 3, periods: 2)]
                    },
                    Self.post("B") {
                        $0.repeats = true
                        $0.needs = [Need("care", 2)]
                    },
                    Self.post("C") { $0.develops = [Development("care", 2, periods: 2)] },
                ], people: [Self.person("P-1")], more)
        }
        #expect(try !allows(rotation(), ["A B B B"]))
        #expect(try allows(rotation(), ["A A B B"]))
        // Periods add up over gaps, not over posts; what is learnt does not end.
        #expect(try allows(rotation(), ["A - A B"]))
        #expect(try !allows(rotation(), ["A C B B"]))
        #expect(try allows(rotation(), ["A A - B"]))
        #expect(
            try allows(
                rotation {
                    $0.people[0].startPost = "A"
                    $0.people[0].startPeriods = 1
                }, ["A B B B"]))
        // By sign-off on the period's first day; a block that goes on is not asked again.
        let signOff = SignOff(
            staff: "P-1", competency: "care", level: 2, signedOffOn: TinyRotation.day("2027-01-04"),
            expiresOn: TinyRotation.day("2027-02-03"))
        #expect(try allows(rotation { $0.signOffs = [signOff] }, ["B B B B"]))
        #expect(try !allows(rotation { $0.signOffs = [signOff] }, ["C B B B"]))
        #expect(try !allows(rotation { $0.signOffs = [signOff] }, ["B - B B"]))
        #expect(try allows(rotation { $0.people[0].startPost = "B" }, ["B B B B"]))
    }

    @Test func settingsFollowAPattern() throws {
        func rotation(
            _ order: Template.Order, _ describe: (inout RotatingPerson) -> Void = { _ in }
        ) throws -> Rotation {
            try Self.rotation(
                4,
                posts: [
                    Self.post("A") { $0.repeats = true },
                    Self.post("C") {
                        $0.repeats = true
                        $0.setting = "community"
                    },
                ],
                people: [
                    Self.person("P-1") {
                        $0.template = "one-two"
                        describe(&$0)
                    }
                ]
            ) {
                $0.templates = [
                    Template(
                        id: "one-two", stages: [.init("acute", 1), .init("community", 2)], order: order)
                ]
            }
        }
        #expect(try allows(rotation(.fixed), ["A C C A"]))
        #expect(try allows(rotation(.fixed), ["A - C -"]))
        #expect(try !allows(rotation(.fixed), ["C C A C"]))
        #expect(try allows(rotation(.any), ["C C A C"]))
        #expect(try !allows(rotation(.any), ["C A C C"]))
        #expect(try allows(rotation(.cyclic), ["C A C C"]))
        #expect(try !allows(rotation(.cyclic), ["A A C C"]))
        #expect(try allows(rotation(.fixed) { $0.template = nil }, ["A A A C"]))
        // After one of two periods in the community there is one left, after two the next stage.
        func started(_ periods: Int) throws -> Rotation {
            try rotation(.cyclic) {
                $0.startPost = "C"
                $0.startPeriods = periods
            }
        }
        #expect(try allows(started(1), ["C A C C"]))
        #expect(try !allows(started(1), ["A C C A"]))
        #expect(try allows(started(2), ["A C C A"]))
        #expect(try allows(started(5), ["A C C A"]))
        #expect(try !allows(started(2), ["C A C C"]))
        // Whoever joins in period 2 enters where the pattern stands.
        let late = try rotation(.fixed) { $0.joins = TinyRotation.day("2027-02-04") }
        #expect(try allows(late, ["- C C A"]))
        #expect(try !allows(late, ["- A C C"]))
    }

    @Test func whoIsKeptApartIs() throws {
        func rotation(_ apart: [Apart]) throws -> Rotation {
            try Self.rotation(
                2, posts: [Self.post("A")], people: [Self.person("P-1"), Self.person("P-2")]
            ) { $0.apart = apart }
        }
        try expect(rotation([]), [:])
        try expect(rotation([Apart("P-1", "P-2"), Apart("P-2", "P-1")]), [.unplaced: 200])
        #expect(try allows(rotation([Apart("P-1", "P-2")]), ["A -", "- A"]))
    }

    @Test func groupsHaveAtMostSoManyBlocks() throws {
        func rotation(_ most: Int, _ describe: (inout RotatingPerson) -> Void = { _ in }) throws -> Rotation {
            try Self.rotation(
                3,
                posts: ["A", "B"].map { Self.post($0) { $0.groups = ["medical"] } } + [Self.post("C")],
                people: [Self.person("P-1", describe)]
            ) { $0.curriculum = [CurriculumRow(group: "medical", atMost: most)] }
        }
        #expect(try allows(rotation(1), ["A A C"]))
        #expect(try !allows(rotation(1), ["A B C"]))
        #expect(try allows(rotation(2), ["A B C"]))
        #expect(try !allows(rotation(1) { $0.done = ["B"] }, ["A C C"]))
        // A block under way goes on, however many there were.
        let start: (inout RotatingPerson) -> Void = {
            $0.startPost = "A"
            $0.done = ["B"]
        }
        #expect(try allows(rotation(1, start), ["A A C"]))
        #expect(try !allows(rotation(2, start), ["A B C"]))
    }
}
