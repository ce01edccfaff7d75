// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Plans a week near to a plan at hand: what questions about a plan are answered with.
///
///     let planner = NearbyPlanner(WeeklyModel(Instance(changed)))
///     var nearby = planner.takingOver(plan.rows)
///     nearby.improve(near: [person], lines: [], moves: 20_000)
///     print(nearby.objective)
///
/// A question changes one thing of a week; the plan at hand is taken over into the changed week and only what lies
/// near to the change is planned anew, so that an answer takes a fraction of a second and says what that one change
/// does. The same plan, changes and seed give the same answer. It proves nothing: another plan far from the one at
/// hand may be better still.
public struct NearbyPlanner: Sendable {
    /// The week's model.
    public let model: WeeklyModel
    let tables: SearchTables
    private let moves: SearchMoves
    private let seed: UInt64
    private let isStopped: @Sendable () -> Bool

    /// A planner of that week.
    ///
    /// - Parameter isStopped: Whether its plans are to be improved no further. What was measured after it turned true
    ///   says nothing, because one side of a comparison may have had less work than the other.
    public init(
        _ model: WeeklyModel, seed: UInt64 = 1, isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.model = model
        self.seed = seed
        self.isStopped = isStopped
        tables = SearchTables(model)
        moves = SearchMoves(tables, seed: seed)
    }

    /// A planner of a week whose model has rules where it is small enough for proofs.
    ///
    /// - Parameters:
    ///   - other: An instance of a week that differs in little, so that less of this one has to be worked out.
    ///   - most: The most columns of a model that has the rules.
    ///   - isStopped: Whether its plans are to be improved no further.
    public init(
        _ week: Week, like other: Instance? = nil, rulesUpTo most: Int = NearbyPlanner.provableColumns,
        seed: UInt64 = 1, isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.init(
            WeeklyModel(Instance(week, like: other), rulesUpTo: most), seed: seed, isStopped: isStopped)
    }

    /// A planner of a week in numbers, whose model has rules where it is small enough for proofs.
    public init(
        _ instance: Instance, seed: UInt64 = 1, isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.init(
            WeeklyModel(instance, rulesUpTo: Self.provableColumns), seed: seed, isStopped: isStopped)
    }

    /// The plan that feasible values of the model's columns are.
    public func plan(of values: [Double]) -> NearbyPlan {
        NearbyPlan(
            SearchState(tables, values: values), moves, seed: seed, isWhole: true, isStopped: isStopped)
    }

    /// The plan as far as it fits the week. What no longer fits is left out, and whoever has to have a place and has
    /// none afterwards is sent where they save most.
    public func takingOver(_ rows: PlanRows) -> NearbyPlan {
        var moves = moves
        let start = StartingPlan(rows, for: model)
        let mending = PlanMending(start, tables, &moves)
        let isWhole =
            mending.deploymentsTaken == start.deploymentsStated
            && mending.contactsTaken == start.contactsStated
        return NearbyPlan(mending.state, moves, seed: seed, isWhole: isWhole, isStopped: isStopped)
    }
}
