// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import TestSupport
import Testing
import Workforce

/// Rule 9: periods that begin before `frozen_before` are as in the plan in force.
@Suite struct FrozenTests {
    /// P-1 has been in A in January and February, P-2 nowhere; the first two of four periods are frozen.
    private static func rotation(_ more: (inout RotationParts) -> Void = { _ in }) throws -> Rotation {
        try TinyRotation.of(periods: 4) { parts in
            parts.posts = [TinyRotation.post("A"), TinyRotation.post("B")]
            parts.people = [TinyRotation.person("P-1"), TinyRotation.person("P-2")]
            parts.frozenBefore = TinyRotation.day("2027-02-05")
            parts.current = [
                PlacementInForce(
                    staff: "P-1", from: TinyRotation.day("2027-01-04"), until: TinyRotation.day("2027-03-03"),
                    post: "A")
            ]
            more(&parts)
        }
    }

    @Test func whatIsFrozenStandsAndIsPriced() throws {
        let (plan, price) = try cheapest(Self.rotation { $0.policy.change = 1 })
        #expect(plan.posts[0][0] == 0 && plan.posts[0][1] == 0)
        // P-2 is in no post for two periods, and begins after them; P-1 began in period 1.
        #expect(price[.unplaced] == 200)
        #expect(price[.change] == 2)
        #expect(try !allows(Self.rotation(), ["B B B B", "- - A A"]))
        #expect(try !allows(Self.rotation(), ["A A A A", "A A A A"]))
        #expect(try allows(Self.rotation(), ["A A A A", "- - A A"]))
    }

    @Test func itStandsWherePeopleMayNoLongerHoldAPost() throws {
        // Too far away by now, and with no room: nothing of that binds what was, nor does a way that is not known cost.
        let rotation = try Self.rotation {
            $0.posts[0].locality = "moon"
            $0.posts[0].amounts.maximum = 0
            $0.travel = []
            $0.policy.travelMinute = 1
        }
        let (plan, price) = try cheapest(rotation)
        #expect(plan.posts[0] == [0, 0, 1, 1])
        #expect(price[.travel] == 0)
        #expect(try !allows(rotation, ["A A A B", "- - B B"]))
    }

    @Test func whoIsAwayByNowIsLeftOut() throws {
        let rotation = try Self.rotation {
            $0.people[0].joins = TinyRotation.day("2027-02-04")
        }
        let (plan, price) = try cheapest(rotation)
        #expect(plan.posts[0][0] == nil)
        #expect(price[.unplaced] == 200)
    }

    @Test func blocksThatReachFurtherAreBound() throws {
        // Two periods lie behind: the block may end, or owes one more of three.
        let owing = try Self.rotation { $0.posts[0].minimumBlock = 4 }
        #expect(try allows(owing, ["A A B B", "- - - -"]))
        #expect(try !allows(owing, ["A A A B", "- - - -"]))
        #expect(try allows(owing, ["A A A A", "- - - -"]))
        let long = try Self.rotation { $0.posts[0].maximumBlock = 1 }
        #expect(try allows(long, ["A A B B", "- - - -"]))
        #expect(try !allows(long, ["A A A B", "- - - -"]))
        let behind = try Self.rotation {
            $0.posts[0].maximumBlock = 3
            $0.people[0].startPost = "A"
            $0.people[0].startPeriods = 1
        }
        #expect(try !allows(behind, ["A A A B", "- - - -"]))
    }

    @Test func frozenBlocksCountAsHad() throws {
        #expect(try !allows(Self.rotation(), ["A A B A", "- - - -"]))
        let learning = try Self.rotation {
            $0.posts[0].develops = [Development("care", 1, periods: 2)]
            $0.posts[1].needs = [Need("care", 1)]
        }
        #expect(try allows(learning, ["A A B B", "- - - -"]))
        #expect(try !allows(learning, ["A A B B", "- - B B"]))
        let grouped = try Self.rotation {
            for k in 0...1 { $0.posts[k].groups = ["medical"] }
            $0.curriculum = [CurriculumRow(group: "medical", atMost: 1)]
        }
        #expect(try !allows(grouped, ["A A B B", "- - - -"]))
        #expect(try allows(grouped, ["A A A A", "- - B B"]))
    }

    @Test func patternsFitWhatIsFrozenOrPassItOver() throws {
        func rotation(_ stages: [Template.Stage]) throws -> Rotation {
            try Self.rotation {
                $0.posts[1].setting = "community"
                $0.templates = [Template(id: "T", stages: stages, order: .cyclic)]
                $0.people[0].template = "T"
            }
        }
        // Two months acute lie behind, so that two in the community follow.
        let fitting = try rotation([.init("acute", 2), .init("community", 2)])
        #expect(try allows(fitting, ["A A B B", "- - - -"]))
        #expect(try !allows(fitting, ["A A A B", "- - - -"]))
        // No pattern has two months acute in a row: every one is open again.
        let passed = try rotation([.init("acute", 1), .init("community", 1)])
        #expect(try allows(passed, ["A A A B", "- - - -"]))
        #expect(try allows(passed, ["A A B -", "- - - -"]))
        #expect(try !allows(passed, ["A A A A", "- - - -"]))
    }
}
