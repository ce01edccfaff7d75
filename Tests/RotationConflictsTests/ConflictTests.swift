// SPDX-License-Identifier: GPL-3.0-or-later

import RotationConflicts
import Rotations
import TestSupport
import Testing
import Workforce

/// Where rules exclude each other, each case made for one set of rules.
@Suite struct ConflictTests {
    /// A ward, and a hub for band 6 in the community; somebody of band 5.
    private func facts(
        periods: Int = 4, _ describe: (inout RotationParts) -> Void
    ) throws -> RotationFacts {
        RotationFacts(
            try TinyRotation.of(periods: periods) { parts in
                parts.posts = [
                    TinyRotation.post("WARD"), TinyRotation.post("HUB") { $0.setting = "community" },
                ]
                parts.people = [TinyRotation.person("P-1") { $0.band = "5" }]
                parts.templates = [
                    Template(
                        id: "half", stages: [Template.Stage("acute", 2), Template.Stage("community", 2)],
                        order: .fixed)
                ]
                describe(&parts)
            })
    }

    private func ofPerson(_ facts: RotationFacts) -> [String] {
        RotationConflicts(facts).ofPerson(0).map { conflict in
            conflict.span + ": " + conflict.rules.map { "\($0)" }.joined(separator: ", ")
        }
    }

    @Test func whoeverCanBeSomewhereHasNone() throws {
        #expect(ofPerson(try facts { _ in }).isEmpty)
    }

    @Test func twoRulesThatKeepSomebodyOutTogetherAreBothNamed() throws {
        let found = try facts { parts in
            parts.posts[1].bands = ["6"]
            parts.people[0].template = "half"
        }
        #expect(ofPerson(found) == ["periods 3 to 4: band, template"])
        // Neither does so alone.
        #expect(ofPerson(try facts { $0.posts[1].bands = ["6"] }).isEmpty)
        #expect(ofPerson(try facts { $0.people[0].template = "half" }).isEmpty)
    }

    @Test func aRuleThatKeepsNobodyOutIsNotNamed() throws {
        let found = try facts { parts in
            parts.posts[1].bands = ["6"]
            parts.posts[1].needs = [Need("care", 2)]
            parts.posts[0].develops = [Development("care", 2, periods: 2)]
            parts.people[0].template = "half"
        }
        #expect(ofPerson(found) == ["periods 3 to 4: band, template"])
    }

    @Test func whatCannotBeLearntInTimeIsNamed() throws {
        let found = try facts { parts in
            parts.posts[1].needs = [Need("care", 2)]
            parts.posts[0].develops = [Development("care", 2, periods: 3)]
            parts.people[0].template = "half"
        }
        #expect(ofPerson(found) == ["periods 3 to 4: entry, template"])
        let learnt = try facts { parts in
            parts.posts[1].needs = [Need("care", 2)]
            parts.posts[0].develops = [Development("care", 2, periods: 2)]
            parts.people[0].template = "half"
        }
        #expect(ofPerson(learnt).isEmpty)
    }

    @Test func aBlockTooLongForTheTimeThatThereIsIsNamed() throws {
        let found = try facts { parts in
            parts.posts[0].minimumBlock = 3
            parts.people[0].template = "half"
        }
        #expect(ofPerson(found) == ["periods 1 to 2: blockLength, template"])
    }

    @Test func periodsWithOtherRulesAreToldOfApart() throws {
        // In the fourth period the template leads where there is no post: the band has no part in that.
        let found = try facts { parts in
            parts.posts[1].bands = ["6"]
            parts.people[0].template = "half"
            parts.templates = [
                Template(
                    id: "half",
                    stages: [
                        Template.Stage("acute", 2), Template.Stage("community", 1), Template.Stage("home", 1),
                    ], order: .fixed)
            ]
        }
        #expect(ofPerson(found) == ["period 3: band, template", "period 4: template"])
    }

    @Test func whatTheStepsAreNotEnoughForIsLeftOutAndSaid() throws {
        let found = try facts { parts in
            parts.posts[1].bands = ["6"]
            parts.posts[1].amounts = PostAmounts(minimum: 1, target: 1)
            parts.people[0].template = "half"
        }
        let whole = RotationConflicts(found).find(people: [0], posts: [0, 1])
        #expect(
            whole.isWhole && whole.people[0]?.count == 1
                && whole.posts[1]?.map(\.rules) == [[.template], [.band]])
        for steps in [0, 5, 20, 60] {
            let part = RotationConflicts(found, mostSteps: steps).find(people: [0], posts: [0, 1])
            #expect(!part.isWhole, "\(steps) steps")
            for conflict in part.people[0] ?? [] { #expect(whole.people[0]?.contains(conflict) == true) }
        }
    }

    @Test func aRotationWithoutConflictsIsLookedAtInFewSteps() throws {
        let (people, posts, periods) = (120, 30, 26)
        let found = try facts(periods: periods) { parts in
            parts.posts = (0..<posts).map { k in
                TinyRotation.post("POST-\(k)") {
                    $0.setting = ["acute", "community", "hub"][k % 3]
                    $0.amounts = PostAmounts(minimum: 1, target: 1)
                    $0.minimumBlock = 2
                    $0.repeats = true
                }
            }
            parts.templates = [
                Template(
                    id: "all",
                    stages: ["acute", "community", "hub", "acute", "community"].enumerated()
                        .map { Template.Stage($1, $0 + 2) }, order: .any)
            ]
            parts.people = (0..<people).map { p in TinyRotation.person("P-\(p)") { $0.template = "all" } }
        }
        let whole = RotationConflicts(found, mostSteps: 1_000_000)
            .find(people: Array(0..<people), posts: Array(0..<posts))
        #expect(whole.isWhole && whole.people.isEmpty && whole.posts.isEmpty)
    }

    @Test func whoeverHasBeenEverywhereCanBeNowhere() throws {
        let found = try facts { $0.people[0].done = ["WARD", "HUB"] }
        #expect(ofPerson(found) == ["periods 1 to 4: once"])
    }

    @Test func aPostWithoutSeniorsHasNobody() throws {
        let found = try facts { parts in
            parts.posts[1].amounts = PostAmounts(minimum: 1, target: 1)
            parts.posts[1].span = 2
        }
        let conflicts = RotationConflicts(found).ofPost(1)
        #expect(conflicts.map(\.rules) == [[.supervision]])
        #expect(conflicts.map(\.periods) == [[0, 1, 2, 3]])
        #expect(RotationConflicts(found).ofPost(0).isEmpty)
        let supervised = try facts { parts in
            parts.posts[1].amounts = PostAmounts(minimum: 1, target: 1)
            parts.posts[1].span = 2
            parts.people.append(TinyRotation.person("P-2") { $0.isSenior = true })
        }
        #expect(RotationConflicts(supervised).ofPost(1).isEmpty)
    }

    @Test func aPostTooSmallForAnybodyHasNobody() throws {
        let found = try facts { parts in
            parts.posts[0].amounts = PostAmounts(minimum: 0.5, target: 0.5, maximum: 0.5)
        }
        #expect(RotationConflicts(found).ofPost(0).map(\.rules) == [[.room]])
        #expect(RotationConflicts(found).ofPost(0).map(\.words) == [KeepingRule.room.words])
    }

    @Test func aPostWithoutAMinimumIsNotLookedAt() throws {
        let found = try facts { $0.posts[1].bands = ["6"] }
        #expect(RotationConflicts(found).ofPost(1).isEmpty)
    }
}
