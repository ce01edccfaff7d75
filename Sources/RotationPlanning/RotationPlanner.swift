// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Rotations

/// Finds the cheapest plan it can for a rotation, and a bound below which no plan can be.
///
/// A first plan is constructed person by person. One thread then improves it, a few people at a time; beside it another proves
/// a bound by multipliers of what people have in common, and for a small rotation the optimum.
///
///     let planner = RotationPlanner(RotationFacts(rotation), options: RotationOptions(timeLimit: 10))
///     let planned = await planner.plan()
///     print(planned.price.total, planned.bound)
///
/// After every step there is a complete plan that keeps the rules; a cancellation or a limit only decides when.
public struct RotationPlanner: Sendable {
    /// The rotation, and what follows from it.
    public let facts: RotationFacts
    private let options: RotationOptions

    /// A planner of a rotation.
    public init(_ facts: RotationFacts, options: RotationOptions = RotationOptions()) {
        self.facts = facts
        self.options = options
    }

    /// Searches until a limit, the gap asked for, a proof, or a cancellation.
    ///
    /// - Parameters:
    ///   - start: A plan to start from, of the rotation as it is or was. Where it keeps the rules, the plan found is no dearer;
    ///     else the nearest that does is begun with. The plan in force is begun with, too, where there is one.
    ///   - cancellation: Ends the search; it serves one, and is raised here, too, when nothing more is to be gained.
    ///   - progress: Is told of each better plan and bound, on a searching thread.
    public func plan(
        start: RotationPlan? = nil, cancellation: Cancellation = Cancellation(),
        progress: (@Sendable (RotationProgress) -> Void)? = nil
    ) async -> PlannedRotation {
        let shared = SharedStanding(options, cancellation, progress)
        let facts = facts
        let starts = [start.map(PlanToBeginWith.init), PlanToBeginWith(inForceOf: facts)].compactMap(\.self)
        let begun = await onOwnThread { () throws(Never) -> RuinAndRecreate in
            let tables = PlanningTables(facts)
            var search = RuinAndRecreate(tables, seed: shared.options.seed, starts: starts)
            shared.found(search.best.pounds, search.best.sequences, work: search.work)
            Self.improve(&search, until: min(Self.firstWork, shared.options.workLimit ?? .max), shared)
            return search
        }
        let first = begun.best
        async let searched = onOwnThread { () throws(Never) -> RuinAndRecreate in
            var search = begun
            Self.improve(&search, until: shared.options.workLimit ?? .max, shared)
            return search
        }
        async let proved = onOwnThread { () throws(Never) -> RotationProof.Outcome in
            RotationProof(tables: begun.state.tables, shared: shared, first: first).run()
        }
        return await end(searched, proved, shared)
    }

    /// Units of work before anything is proved, so that the proof knows a good plan.
    static let firstWork = 20

    private static func improve(_ search: inout RuinAndRecreate, until work: Int, _ shared: SharedStanding) {
        search.run(until: work, shared: shared)
    }

    private func end(
        _ search: RuinAndRecreate, _ proof: RotationProof.Outcome, _ shared: SharedStanding
    ) -> PlannedRotation {
        var search = search
        if let found = proof.found { search.take(found) }
        let plan = search.plan
        let price = facts.price(of: plan)
        var bound = max(0, min(proof.bound, price.total))
        let status = shared.status(price.total, bound)
        if status == .optimal { bound = price.total }
        return PlannedRotation(
            facts: facts, plan: plan, price: price, bound: bound, status: status, work: search.work,
            seconds: shared.seconds, options: options)
    }
}
