// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import SeededRandom
import TestSupport
import Testing

@testable import Allocation

/// Programmes of neighbourhoods, two at a time.
@Suite("Neighbourhood programmes")
struct ImprovementTests {
    @Test(
        "a step never makes the plan dearer or breaks a rule, and gains what it says", Reached(atLeast: 40),
        arguments: 1...6)
    func feasible(seed: UInt64) throws {
        let first = try Constructed(generated: 40, seed: UInt64(seed))
        let program = first.model.program
        var improvement = Improvement(first.model, from: first.state.values, seed: seed)
        for _ in 0..<20 {
            let before = improvement.incumbent.objective
            let gains = improvement.step().map(\.gain)
            let after = improvement.incumbent
            #expect(gains.allSatisfy { $0 >= 0 })
            #expect(abs(before - after.objective - gains.reduce(0, +)) < 1e-6)
            #expect(abs(program.objective(of: after.values) - after.objective) < 1e-6)
            #expect(program.largestViolation(of: after.values, scaled: true) < 1e-6)
            if gains.contains(where: { $0 > 0 }) { Reached.here() }
        }
    }

    @Test(
        "two threads find what they find, whichever is first", Reached("a gain", atLeast: 20),
        arguments: 1...4)
    func deterministic(seed: UInt64) throws {
        let first = try Constructed(generated: 40, seed: seed)
        let runs = (0..<2).map { _ in
            var improvement = Improvement(first.model, from: first.state.values, seed: seed)
            let outcomes = (0..<10).flatMap { _ in improvement.step() }
            return (improvement.incumbent.values, outcomes.map(\.work), outcomes.map(\.gain))
        }
        #expect(runs[0].0 == runs[1].0)
        #expect(runs[0].1 == runs[1].1)
        for gain in runs[0].2 where gain > 0 { Reached.here("a gain") }
        // Work is counted, not only that of making a programme.
        #expect(runs[0].1.contains { $0 > Improvement.leastWork })
    }

    @Test("of two changes that do not go together only one is made")
    func conflict() throws {
        // One contact, which either of two people may give: x + y ≤ 1, and each saves a pound.
        var program = LinearProgram()
        let columns = (0..<2).map { _ in program.addColumn(cost: -1, lower: 0, upper: 1, integer: true) }
        _ = program.addRow(lower: -.infinity, upper: 1, columns.map { (column: $0, coefficient: 1) })
        let matrix = ColumnMatrix(program)
        let start = Incumbent([0, 0], of: program)
        let one = try #require(
            start.adopting([1], at: [columns[0]], program, matrix, leastGain: 1e-4))
        #expect(one.objective == -1)
        #expect(one.adopting([1], at: [columns[1]], program, matrix, leastGain: 1e-4) == nil)
        // Nor is one that saves nothing.
        #expect(one.adopting([1], at: [columns[0]], program, matrix, leastGain: 1e-4) == nil)
    }

    @Test(
        "a price step is the greatest common divisor of the prices of whole columns, and none where one is not whole"
    )
    func priceStep() throws {
        let model = try Constructed(generated: 12, seed: 1).model
        let unmet = model.layout.unmet
        let first = try #require(unmet.first)
        // One column's price is its own step; of all of them it is what divides each and is the greatest such.
        let price = model.program.cost[first]
        #expect(price > 0)
        #expect(PriceStep.of([first], model).map { abs($0 - price) < 1e-9 } == true)
        let units = Set(unmet.map { Int((model.program.cost[$0] * 10_000).rounded()) })
        let step = try #require(PriceStep.of(unmet, model))
        let most = (1...(units.min() ?? 1)).last { divisor in units.allSatisfy { $0.isMultiple(of: divisor) }
        }
        #expect(Int((step * 10_000).rounded()) == most)
        var steps = 0
        for seed in UInt64(1)...100 {
            let model = WeeklyModel(Instance(RandomWeek.full(seed: seed)))
            let priced = model.program.cost.indices.filter { model.program.cost[$0] != 0 }
            if priced.contains(where: { model.columns[$0].kind == .beyondContract }) {
                #expect(PriceStep.of(priced, model) == nil, "seed \(seed)")
                steps += 1
            }
        }
        #expect(steps >= 20, "\(steps) of 100")
    }

    @Test("the kind that pays most for its work is looked at most often, and each now and then")
    func choice() {
        var kinds = NeighbourhoodKinds()
        for kind in NeighbourhoodChooser.Kind.allCases {
            kinds.learn(kind, gain: kind == .relatedWeek ? 50 : 1, work: 10)
        }
        var random = SeededRandom(seed: 1)
        var drawn = NeighbourhoodChooser.Kind.allCases.map { _ in 0 }
        for _ in 0..<1_000 { drawn[kinds.next(&random).rawValue] += 1 }
        #expect(drawn[NeighbourhoodChooser.Kind.relatedWeek.rawValue] > 500, "\(drawn)")
        #expect(drawn.allSatisfy { $0 >= 20 }, "\(drawn)")
    }

    @Test(
        "people near to somebody are those who could be where they are", Reached(atLeast: 60),
        arguments: 1...60)
    func related(seed: UInt64) {
        let model = WeeklyModel(Instance(RandomWeek.make(seed: seed)))
        let instance = model.instance
        let mayMeet = { (one: Int, other: Int) in
            (0..<instance.sessionCount).contains { t in
                let day = instance.calendar.dayOfSession[t]
                return instance.calendar.sessionsOfDay[day].contains { later in
                    !Set(instance.eligibleTeams[instance.cell(one, t)])
                        .isDisjoint(with: instance.eligibleTeams[instance.cell(other, later)])
                }
            }
        }
        var chooser = NeighbourhoodChooser(model)
        guard !chooser.isEmpty else { return }
        var random = SeededRandom(seed: seed)
        for kind in [NeighbourhoodChooser.Kind.relatedDay, .relatedWeek, .partOfWeek] {
            let cells = chooser.choose(kind, from: [], &random).cells
            let people = Set(cells.map { instance.personAndSession(ofCell: $0).person })
            #expect(people.count <= kind.people)
            #expect(cells.allSatisfy { !instance.eligibleTeams[$0].isEmpty })
            guard people.count > 1 else { continue }
            Reached.here()
            // Somebody is near to all the others.
            #expect(people.contains { one in people.allSatisfy { $0 == one || mayMeet(one, $0) } })
        }
    }
}
