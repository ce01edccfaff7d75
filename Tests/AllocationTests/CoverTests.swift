// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Rows about who care within a window takes: no plan may break one.
@Suite("Deployment cover")
struct CoverTests {
    @Test(
        "random plans and brute force's best keep every row, whatever values it is looked for at",
        Reached(atLeast: 5_000), Reached("tight", atLeast: 500), arguments: 1...300)
    func kept(seed: UInt64) throws {
        let week = RandomWeek.full(seed: seed)
        let model = WeeklyModel(Instance(week))
        var cover = DeploymentCover(model)
        var random = SeededRandom(seed: seed)
        var cuts = cover.cuts(at: [Double](repeating: 0, count: model.columns.count))
        cuts += cover.cuts(at: try GLPKSolver().solveRelaxation(model.program).columnValues)
        for _ in 0..<5 {
            let values = model.columns.indices.map {
                model.program.upper[$0] * Double(random.below(100)) / 300
            }
            cuts += cover.cuts(at: values)
        }
        var plans = [model.values(of: Oracle(week).best().plan.rows).values]
        for other in UInt64(0)..<3 { plans.append(Constructed(model, seed: seed + other).state.values) }
        for cut in cuts {
            for plan in plans {
                // Whole numbers throughout, so that nothing has to be allowed for.
                #expect(cut.violation(at: plan) <= 1e-9)
                Reached.here()
                if abs(cut.violation(at: plan)) < 1e-9 { Reached.here("tight") }
            }
        }
    }

    @Test("ten calls of half an hour take two people for a morning of three and a half hours, or go unmet")
    func byHand() throws {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"], "P-3": ["A"]]
        world.demand("D-1", "care", contacts: 10, window: 0...0)
        let model = WeeklyModel(Instance(world.week))
        var cover = DeploymentCover(model)
        // Each has time for seven: 7·x + 7·x′ + u ≥ 10, by seven and rounded 3·x + 3·x′ + u ≥ 6.
        var values = [Double](repeating: 0, count: model.columns.count)
        let deployed = model.columns.indices.filter { model.columns[$0].kind == .deployed }
        for column in deployed { values[column] = 10.0 / 14 }
        let cut = try #require(cover.cuts(at: values).first)
        #expect(deployed.count == 2)
        #expect(cut.columns == (deployed + [model.layout.unmet[0]]).map { Int32($0) })
        #expect(cut.coefficients == [-3, -3, -1])
        #expect(cut.upper == -6)
    }

    @Test("with such a row three calls left over take a whole booking, and not three sevenths of one")
    func lifts() throws {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"], "P-3": ["A"]]
        world.demand("D-1", "care", contacts: 10, priority: .critical, window: 0...0)
        let model = WeeklyModel(Instance(world.week))
        let optimum = try #require(try GLPKSolver().solveInteger(model.program).objective)
        // A bank morning; the three calls unmet would be dearer.
        #expect(optimum > 0)
        var cover = DeploymentCover(model)
        try withGLPK(Proof.wholeProgram(model)) { problem throws(SolverError) in
            let without = try problem.solveRelaxation()
            #expect(abs(without.objective - optimum * 3 / 7) < 1e-6)
            var rows = LinearProgram()
            for cut in cover.cuts(at: without.columnValues) {
                rows.addRow(lower: -.infinity, upper: cut.upper, cut.terms)
            }
            try problem.addRows(of: rows)
            #expect(abs(try problem.solveRelaxation().objective - optimum) < 1e-6)
        }
    }

    @Test("of two-handed care both workers count, and what may be given alone at what it takes then")
    func twoHanded() {
        var world = TinyWorld()
        world.demand("D-1", "transfer", contacts: 5, singleHanded: 2, window: 0...0)
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        let model = WeeklyModel(Instance(world.week))
        let line = CoverTeam.all(of: model)[0].lines[0]
        // Three times both for 30 minutes, and twice one for 40.
        #expect(line.weight(length: 0) == (60, 3 * 60 + 2 * 40))
        #expect(line.weight(length: 30) == (2, 3 * 2 + 2))
        #expect(line.weight(length: 40) == (0, 0))
    }

    @Test("what whole contacts fit into a session is what trying all of them finds", arguments: 1...200)
    func knapsack(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let capacity = 30 + random.below(200)
        let items = (0..<(1 + random.below(3))).map { _ in
            (minutes: 15 + random.below(70), most: random.below(5))
        }.sorted { $0.minutes < $1.minutes }
        let lengths = Set(items.map(\.minutes)).sorted()
        var knapsacks = CoverCapacity(lengths: lengths)
        for length in [0] + lengths {
            var best = 0
            func fill(_ item: Int, _ left: Int, _ weight: Int) {
                best = max(best, weight)
                guard item < items.count else { return }
                for number in 0...items[item].most where number * items[item].minutes <= left {
                    let one = CoverCapacity.weight(minutes: items[item].minutes, length: length)
                    fill(item + 1, left - number * items[item].minutes, weight + number * one)
                }
            }
            fill(0, capacity, 0)
            let kind = knapsacks.kind(capacity: capacity, items: items)
            #expect(kind.map { knapsacks.most($0, knapsacks.place(of: length)) } ?? 0 == best)
        }
    }

    @Test(
        "a row divided and rounded keeps every whole point", Reached(atLeast: 20_000), arguments: 1...200)
    func rounding(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let weights = (0..<3).map { _ in 1 + random.below(20) }
        let amount = 1 + random.below(40)
        for divisor in 1...25 {
            guard let rounding = CoverRounding(amount: amount, divisor: divisor) else { continue }
            for a in 0...4 {
                for b in 0...4 {
                    for c in 0...4
                    where a * weights[0] + b * weights[1] + c * weights[2] >= amount {
                        let sum = zip([a, b, c], weights).reduce(0) { $0 + $1.0 * rounding.weight($1.1) }
                        #expect(sum >= rounding.right)
                        Reached.here()
                    }
                }
            }
        }
    }
}
