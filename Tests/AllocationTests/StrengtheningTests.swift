// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// What each thing that strengthens the relaxation lifts its bound by, on fixed random weeks: one that does nothing keeps
/// every plan as well.
@Suite("What strengthens the relaxation")
struct StrengtheningTests {
    static let models = (UInt64(1)...100).map { WeeklyModel(Instance(RandomWeek.make(seed: $0))) }

    enum Family: CaseIterable {
        case hull, cover, rounding, tableau

        /// Pounds that its cuts lift the bounds by together, at least, and how many it finds: half of what it did when
        /// this was written, or less.
        var least: (pounds: Double, cuts: Int) {
            switch self {
            case .hull: (30, 3)
            case .cover: (25, 2)
            case .rounding: (300, 15)
            case .tableau: (150, 100)
            }
        }
    }

    @Test("each family of cuts lifts the bound of the relaxation", arguments: Family.allCases)
    func cuts(family: Family) throws {
        var (pounds, cuts) = (0.0, 0)
        for model in Self.models {
            let lift = try Self.lift(of: model, by: family)
            pounds += lift.pounds
            cuts += lift.cuts
        }
        #expect(pounds >= family.least.pounds, "\(family) lifts the bounds by £\(pounds)")
        #expect(cuts >= family.least.cuts, "\(family) finds \(cuts)")
    }

    /// Pounds by which ten rounds of cuts of a family lift a relaxation's bound, and how many cuts that takes.
    private static func lift(of model: WeeklyModel, by family: Family) throws -> (pounds: Double, cuts: Int) {
        try withGLPK(Proof.wholeProgram(model)) { problem throws(SolverError) in
            var planes = CuttingPlanes(
                ownRows: model.program.rowCount, sources: sources(of: model, family))
            var bounds: [Double] = []
            var cuts = 0
            for _ in 0..<10 {
                let relaxation = try problem.solveRelaxation()
                bounds.append(problem.program.dualBound(rowDuals: relaxation.rowDuals))
                let values = relaxation.columnValues
                var rows = planes.find(at: values, in: problem.program, rounding: family == .rounding)
                if family == .tableau {
                    let sums = try problem.tableauRows(of: Array(model.columns.indices)).map(\.weights)
                    let rounded = RoundingCuts(problem.program)
                    for cut in rounded.deepestCuts(of: sums, at: values, atMost: 40) {
                        planes.adopt(cut, &rows)
                    }
                }
                if rows.rowCount == 0 { break }
                cuts += rows.rowCount
                try problem.addRows(of: rows)
            }
            return ((bounds.max() ?? 0) - bounds[0], cuts)
        }
    }

    private static func sources(of model: WeeklyModel, _ family: Family) -> [any CutSource] {
        switch family {
        case .hull: [KnapsackHull(model)]
        case .cover: [DeploymentCover(model)]
        case .rounding, .tableau: []
        }
    }

    @Test("so do coefficients that are as small as they can be")
    func tightening() throws {
        var pounds = 0.0
        for model in Self.models {
            let bounds = try [Proof.wholeProgram(model), model.program].map { program in
                program.dualBound(rowDuals: try GLPKSolver().solveRelaxation(program).rowDuals)
            }
            #expect(bounds[0] >= bounds[1] - 1e-6)
            pounds += bounds[0] - bounds[1]
        }
        #expect(pounds >= 70, "£\(pounds)")
    }

    @Test("rounds of cuts end after some without a gain, and not before")
    func rounds() {
        var gains = RoundGains(patience: 3)
        for bound in [-5.0, -4, -4, -4, 0, 1, 1, 1.1] {
            gains.note(bound)
            #expect(!gains.areOver)
        }
        for _ in 0..<2 { gains.note(1.1) }
        #expect(!gains.areOver)
        gains.note(1.100_001)
        #expect(gains.areOver)
    }

    @Test("so do the model's rows that no plan needs")
    func rows() throws {
        var pounds: [RowOrigin.Rule: Double] = [:]
        let rules = [RowOrigin.Rule.contactsWhereDeployed, .roundedTime]
        for model in Self.models {
            for rule in rules {
                var program = model.program
                program.remove(rows: model.rows.indices.filter { model.rows[$0].rule == rule })
                let bounds = try [model.program, program].map { program in
                    program.dualBound(rowDuals: try GLPKSolver().solveRelaxation(program).rowDuals)
                }
                pounds[rule, default: 0] += bounds[0] - bounds[1]
            }
        }
        #expect(pounds[.contactsWhereDeployed] ?? 0 >= 300, "\(pounds)")
        #expect(pounds[.roundedTime] ?? 0 >= 5, "\(pounds)")
    }

    @Test("polishing lifts what poor duals prove, by tied columns and by choices alike")
    func polish() {
        var (ties, choices) = (0.0, 0.0)
        for model in Self.models.prefix(30) {
            // Care not met at its price, and nothing else: each contact then seems to be worth that.
            var duals = [Double](repeating: 0, count: model.program.rowCount)
            for row in model.rows.indices where model.rows[row].rule == .demand {
                duals[row] = model.program.cost[model.layout.unmet[Int(model.rows[row].line)]]
            }
            // Without any row that may be a choice nothing but tied columns is left to polish.
            var (tied, tiedDuals) = (model.program, duals)
            let possible = duals.indices.filter { model.program.rowUpper[$0] == 1 && duals[$0] == 0 }
            tied.remove(rows: possible)
            for row in possible.reversed() { tiedDuals.remove(at: row) }
            let byTies = tied.dualBound(rowDuals: DualPolish(tied).polished(tiedDuals, of: tied))
            ties += byTies - tied.dualBound(rowDuals: tiedDuals)
            let byBoth = model.program.dualBound(
                rowDuals: DualPolish(model.program).polished(duals, of: model.program))
            choices += byBoth - byTies
        }
        #expect(ties >= 10 && choices >= 10, "£\(ties) by tied columns, £\(choices) by choices")
    }
}
