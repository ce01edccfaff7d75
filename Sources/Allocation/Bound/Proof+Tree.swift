// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import GLPK
import LinearModel

extension Proof {
    /// Nodes of the tree over a small week for each unit, where only work is limited.
    static let nodesPerUnit = 3
    /// Rounds of cuts at the root of a small week at most, and how many of them without a gain.
    static let rootRounds = 60
    static let idleRounds = 6
    /// Rounds before rows are rounded, and before rows of the tableau are; cuts of those in a round.
    static let roundsBeforeRounding = 3
    static let roundsBeforeTableau = 5
    static let tableauCuts = 40

    /// The simplex method's relaxation of a small week with cuts, and then branch and bound, looking only for plans
    /// cheaper than the one at hand.
    func solve(from start: Incumbent, _ outcome: inout Outcome) throws(SolverError) {
        try withGLPK(program) { problem throws(SolverError) in
            var planes = Self.cuttingPlanes(model) { shared.shouldStopProof }
            try cut(&problem, &planes, from: start, &outcome)
            guard outcome.bound < start.objective, !shared.shouldStopProof else { return }
            try dropIdle(&problem)
            try branch(&problem, planes, from: start, &outcome)
        }
    }

    private func cut(
        _ problem: inout GLPKProblem, _ planes: inout CuttingPlanes, from start: Incumbent,
        _ outcome: inout Outcome
    ) throws(SolverError) {
        var gains = RoundGains(patience: Self.idleRounds)
        for round in 0..<Self.rootRounds where !shared.shouldStopProof {
            let relaxation = try problem.solveRelaxation(
                limits: SolveLimits(seconds: shared.secondsLeft), cancellation: shared.ending)
            let bound = problem.program.dualBound(rowDuals: relaxation.rowDuals)
            outcome.bound = max(outcome.bound, min(bound, start.objective))
            shared.proved(outcome.bound)
            guard relaxation.status == .optimal, bound < start.objective else { return }
            gains.note(bound)
            let values = relaxation.columnValues
            let idle = planes.dropIdle(
                at: values, duals: relaxation.rowDuals, in: problem.program, room: 1e-4)
            try problem.removeRows(idle)
            if gains.areOver { return }
            var rows = planes.find(
                at: values, in: problem.program, rounding: round >= Self.roundsBeforeRounding)
            if round >= Self.roundsBeforeTableau {
                let fractional = values.indices.filter {
                    problem.program.isInteger[$0] && abs(values[$0] - values[$0].rounded()) > 1e-3
                }
                // The problem has the basis of its last relaxation, but for rows that held nothing back.
                let sums = try problem.tableauRows(of: fractional).map(\.weights)
                let cuts = RoundingCuts(problem.program)
                    .deepestCuts(of: sums, at: values, atMost: Self.tableauCuts)
                for cut in cuts { planes.adopt(cut, &rows) }
            }
            if rows.rowCount == 0, round > Self.roundsBeforeTableau { return }
            try problem.addRows(of: rows)
        }
    }

    /// Removes the model's own rows that only tighten the relaxation and hold nothing back, for smaller ones: most
    /// say what the cuts say, and presence follows from minutes of supervision where there are any.
    private func dropIdle(_ problem: inout GLPKProblem) throws(SolverError) {
        let relaxation = try problem.solveRelaxation(
            limits: SolveLimits(seconds: shared.secondsLeft), cancellation: shared.ending)
        guard relaxation.status == .optimal else { return }
        let idle = model.rows.indices.filter { row in
            onlyTightens(model.rows[row])
                && problem.program.activity(ofRow: row, at: relaxation.columnValues)
                    < problem.program.rowUpper[row] - 1e-4
        }
        try problem.removeRows(idle)
    }

    private func onlyTightens(_ row: RowOrigin) -> Bool {
        if row.rule == .contactsWhereDeployed || row.rule == .roundedTime { return true }
        guard row.rule == .presence else { return false }
        let activity = model.instance.lines[Int(row.line)].activity
        return (model.instance.activities[activity].delegated?.supervisionMinutes ?? 0) > 0
    }

    private func branch(
        _ problem: inout GLPKProblem, _ planes: CuttingPlanes, from start: Incumbent,
        _ outcome: inout Outcome
    ) throws(SolverError) {
        var tree = TreeSearch(
            model.program, root: problem.program, planes: planes, bound: outcome.bound,
            cutoff: start.objective - Improvement.leastGain, leastGain: Improvement.leastGain)
        let most = options.workLimit.map { Self.nodesPerUnit * min($0, 1_000_000) }
        while !tree.isDone, !shared.shouldStopProof {
            if let most, tree.nodes >= most { break }
            // The search's plans count too, but not where the result must not depend on when they were found.
            if options.workLimit == nil {
                tree.cutoff = min(tree.cutoff, shared.objective - Improvement.leastGain)
            }
            try tree.step(&problem)
            outcome.bound = max(outcome.bound, tree.bound)
            shared.proved(outcome.bound)
        }
        if let found = tree.found {
            // Whole numbers are rounded, and what follows from them is worked out anew: the simplex leaves both a
            // hair off.
            let whole = zip(found, model.program.isInteger).map { $1 ? $0.rounded() : $0 }
            let values = Completion(model: model).complete(whole)
            outcome.incumbent = Incumbent(values, of: model.program)
        }
        if tree.isDone, tree.bound >= tree.cutoff { shared.provedOptimal() }
    }
}
