// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import RotationPlanning
import Rotations
import TestSupport
import Testing
import Workforce

/// Rotations in which there is little to plan, and some that are too much for the tables.
@Suite struct OddCaseTests {
    private func plan(
        periods: Int, workLimit: Int? = nil, _ describe: (inout RotationParts) -> Void
    ) async throws -> PlannedRotation {
        let rotation = try TinyRotation.of(periods: periods, describe)
        let planned = await RotationPlanner(
            RotationFacts(rotation), options: RotationOptions(timeLimit: nil, workLimit: workLimit)
        ).plan()
        expectAudited(planned)
        return planned
    }

    @Test("nobody and nothing is planned at once")
    func empty() async throws {
        let planned = try await plan(periods: 3) { _ in }
        #expect(planned.price.total == 0)
        #expect(planned.status == .optimal)
    }

    @Test("where nobody may hold anything, all are without a post, and that is proved")
    func nobodyMay() async throws {
        let planned = try await plan(periods: 3) { parts in
            parts.posts = [TinyRotation.post("A") { $0.bands = ["7"] }]
            parts.people = [TinyRotation.person("P"), TinyRotation.person("Q")]
        }
        #expect(planned.price.total == 600)
        #expect(planned.status == .optimal)
    }

    @Test("one period is a plan, too")
    func onePeriod() async throws {
        let planned = try await plan(periods: 1) { parts in
            parts.posts = [TinyRotation.post("A") { $0.amounts.maximum = 1 }]
            parts.people = [TinyRotation.person("P"), TinyRotation.person("Q")]
        }
        #expect(planned.price.total == 100)
        #expect(planned.status == .optimal)
    }

    @Test("with everybody away minimums are missed")
    func away() async throws {
        let planned = try await plan(periods: 2) { parts in
            parts.policy.belowMinimum = 10
            parts.posts = [TinyRotation.post("A") { $0.amounts = PostAmounts(minimum: 1) }]
            parts.people = [TinyRotation.person("P")]
            parts.away = [Absence(staff: "P")]
        }
        #expect(planned.price.total == 20)
        #expect(planned.status == .optimal)
    }

    @Test("where all is frozen, the plan in force is the plan")
    func frozen() async throws {
        let planned = try await plan(periods: 2) { parts in
            parts.posts = [TinyRotation.post("A") { $0.amounts.maximum = 0 }]
            parts.people = [TinyRotation.person("P")]
            parts.current = [PlacementInForce(staff: "P", post: "A")]
            parts.frozenBefore = TinyRotation.day("2028-01-01")
        }
        #expect(planned.plan.posts == [[0, 0]])
        #expect(planned.price.total == 0)
        #expect(planned.status == .optimal)
    }

    @Test("of more posts than can be counted singly, plans are legal and bounds hold")
    func manyPosts() async throws {
        let planned = try await plan(periods: 2, workLimit: 2) { parts in
            parts.policy.change = 10
            parts.posts = (1...70).map { k in
                TinyRotation.post("K\(k)") {
                    $0.maximumBlock = 1; $0.amounts.maximum = k < 69 ? 0 : 1
                }
            }
            parts.people = [TinyRotation.person("P")]
        }
        // K69 and K70, one after the other, cost two changes; that both share a bit may cost a period.
        #expect(planned.bound <= 20)
        #expect(planned.price.total <= 110)
    }

    @Test("of more rows of the curriculum than can be counted, plans are legal and bounds hold")
    func manyRows() async throws {
        let planned = try await plan(periods: 2, workLimit: 2) { parts in
            parts.posts = (1...12).map { k in
                TinyRotation.post("K\(k)") {
                    $0.groups = ["G\(k)"]
                    $0.maximumBlock = 1
                }
            }
            parts.people = [TinyRotation.person("P")]
            parts.curriculum = (1...12).map {
                CurriculumRow(group: "G\($0)", atLeast: 1, atMost: 1, pounds: 50)
            }
        }
        // Two of twelve blocks are had.
        #expect(planned.bound <= 500)
        #expect(planned.price.total == 500)
    }

    @Test("who has stopped it before it begins is given a legal plan")
    func stopped() async throws {
        let facts = RotationFacts(try RandomRotation.make(seed: 5, isTiny: false))
        let cancellation = Cancellation()
        cancellation.cancel()
        let planned = await RotationPlanner(facts).plan(cancellation: cancellation)
        expectAudited(planned)
        #expect(planned.status == .interrupted || planned.status == .optimal)
    }

    @Test("no time at all makes a legal plan, too")
    func noTime() async throws {
        let facts = RotationFacts(try RandomRotation.make(seed: 6, isTiny: false))
        let planned = await RotationPlanner(facts, options: RotationOptions(timeLimit: 0)).plan()
        expectAudited(planned)
        #expect(planned.status == .timeLimit || planned.status == .optimal)
    }
}
