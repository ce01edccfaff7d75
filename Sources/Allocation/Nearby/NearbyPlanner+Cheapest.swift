// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Workforce

/// The cheapest plan of a small week, proved: what turns "at least" into "exactly".
extension NearbyPlanner {
    /// The most columns of a model that is tried to be proved. Above it an answer would take too long.
    public static let provableColumns = 1_500
    /// Work of one proof, in the units of a search: three nodes of the tree each. It is the same for every change that
    /// is tried, so that none looks better for having been looked into longer, and on every machine.
    public static let provingWork = 120

    /// Whether the week is small enough for a proof to be tried.
    public var isProvable: Bool { model.hasRules && model.columns.count <= Self.provableColumns }

    /// The cheapest plan of the week, proved so; nil where the week is too large or the work is spent before.
    ///
    /// - Parameter start: A plan of the week, or of one with the same columns that keeps this one's rules. It is handed
    ///   back where nothing is cheaper.
    public func cheapest(from start: NearbyPlan) -> NearbyPlan? {
        guard isProvable else { return nil }
        let options = AllocationOptions(timeLimit: nil, workLimit: Self.provingWork)
        let shared = SharedIncumbent(options: options, cancellation: Cancellation())
        let incumbent = Incumbent(start.state.values, of: model.program)
        var outcome = Proof.Outcome(bound: 0, incumbent: nil)
        do throws(SolverError) {
            try Proof(model: model, shared: shared, options: options).solve(from: incumbent, &outcome)
        } catch {
            // Where GLPK breaks down nothing is proved, and the answer says "at least".
            return nil
        }
        var best = incumbent
        if let found = outcome.incumbent,
            found.objective < best.objective - SharedIncumbent.tolerance(best.objective)
        {
            best = found
        }
        guard outcome.bound >= best.objective - SharedIncumbent.tolerance(best.objective) else { return nil }
        return best.objective < incumbent.objective ? plan(of: best.values) : start
    }
}
