// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations
import TestSupport
import Testing
import Workforce

@testable import RotationPlanning

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

    @Test("of rows that are only priced, those that cannot be counted forbid nothing, and the bound holds")
    func manyPricedRows() async throws {
        let planned = try await plan(periods: 2, workLimit: 2) { parts in
            parts.posts = (1...12).map { k in
                TinyRotation.post("K\(k)") {
                    $0.groups = ["G\(k)"]
                    $0.maximumBlock = 1
                    $0.amounts.maximum = k < 11 ? 0 : 1
                }
            }
            parts.people = [TinyRotation.person("P")]
            parts.curriculum = (1...12).map { CurriculumRow(group: "G\($0)", atLeast: 1, pounds: 50) }
        }
        // K11 and K12 are had; that both count as missed or not, only the audit knows.
        #expect(planned.price.total == 500)
        #expect(planned.bound <= 500)
    }

    @Test("of more needs than can be counted, what is wanted and learnt is no part of a bound")
    func manyNeeds() async throws {
        let rotation = try TinyRotation.of(periods: 2) { parts in
            parts.posts = [TinyRotation.post("A") { $0.develops = [Development("care", 1, periods: 1)] }]
            parts.people = [TinyRotation.person("P")]
            parts.wanted = [WantedRow("care", 1, period: 2, people: 1, pounds: 120)]
        }
        let tables = PlanningTables(RotationFacts(rotation), limits: TableLimits(needs: 0))
        #expect(tables.people[0].learning.uncounted == [0])
        var lagrangian = LagrangianBound(tables)
        let row = Int(lagrangian.rows.ofItem[0])
        try #require(row >= 0)
        var multipliers = [Double](repeating: 0, count: lagrangian.rows.count)
        multipliers[row] = 120
        // In A for two periods P costs nothing, and is the one wanted.
        let found = lagrangian.round(multipliers, until: { false })
        let round = try #require(found)
        #expect(round.bound <= 0)
    }

    @Test("so many kinds of people that their choices cannot be gone through are told apart by rows")
    func manyKinds() throws {
        let rotation = try TinyRotation.of(periods: 1) { parts in
            parts.posts = [TinyRotation.post("A") { $0.span = 0.001 }]
            parts.people = (1...40).map { number in
                TinyRotation.person("P\(number)") { $0.wte = Double(number) / 40 }
            }
        }
        let lagrangian = LagrangianBound(PlanningTables(RotationFacts(rotation)))
        #expect(lagrangian.rows.choices[0] == nil)
        #expect(lagrangian.rows.ofCell[0][CouplingRows.supervision] >= 0)
    }

    @Test("the plan in force says nothing of periods that it does not cover")
    func uncovered() throws {
        let rotation = try TinyRotation.of(periods: 3) { parts in
            parts.posts = [TinyRotation.post("A")]
            parts.people = [TinyRotation.person("P"), TinyRotation.person("Q")]
            parts.current = [
                PlacementInForce(
                    staff: "P", from: TinyRotation.day("2027-02-04"), until: TinyRotation.day("2027-03-03"),
                    post: "A")
            ]
        }
        let facts = RotationFacts(rotation)
        let tables = PlanningTables(facts)
        let plan = try #require(PlanToBeginWith(inForceOf: facts))
        #expect(plan.sequence(of: tables.people[0]) == [-2, 0, -2])
        #expect(plan.sequence(of: tables.people[1]) == [-2, -1, -2])
    }

    @Test(
        "a limit of work beyond all numbers is no limit", arguments: [Int.max, 100_000_000_000_000_000, -5])
    func muchWork(limit: Int) async throws {
        let facts = RotationFacts(try RandomRotation.make(seed: 7, isTiny: false))
        let options = RotationOptions(timeLimit: 0.3, workLimit: limit)
        expectAudited(await RotationPlanner(facts, options: options).plan())
        #expect((options.peopleSequenced ?? -1) >= 0)
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
