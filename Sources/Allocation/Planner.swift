// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Workforce

/// Plans a week: the way from a week to a plan of it, from one end to the other.
///
///     let planned = await Planner(week, options: AllocationOptions(timeLimit: 10)).plan()
///     print(planned.plan.summary.objective)
///
/// A very large week is searched in part, as `SearchScope` says; the plan is one of the week all the same.
public struct Planner: Sendable {
    /// The week.
    public let week: Week
    /// What of it is searched.
    public let scope: SearchScope
    /// The model of what is searched.
    public let model: WeeklyModel
    private let options: AllocationOptions
    private let origin: PlanOrigin

    /// A planner of a week.
    ///
    /// - Parameters:
    ///   - options: When a search ends.
    ///   - origin: What plans state as what they were made from.
    ///   - scope: What of the week is searched; nil: as its size allows.
    public init(
        _ week: Week, options: AllocationOptions = AllocationOptions(), origin: PlanOrigin = PlanOrigin(),
        scope: SearchScope? = nil
    ) {
        let scope = scope ?? SearchScope(week)
        self.week = week
        self.scope = scope
        self.options = options
        self.origin = origin
        model = WeeklyModel(scope.instance)
    }

    /// How much of a plan to start from can be taken over.
    public func report(on start: Plan) -> StartReport {
        StartReport(scope.start(start).rows, for: model, seed: options.seed)
    }

    /// Searches until a limit, the gap asked for, or a cancellation.
    ///
    /// - Parameters:
    ///   - start: A plan to start from, of the week as it is or was: see `AllocationEngine`.
    ///   - cancellation: Ends the search; it serves one.
    ///   - progress: Is told how far it is, on the searching thread.
    public func plan(
        start: Plan? = nil, cancellation: Cancellation = Cancellation(),
        progress: (@Sendable (AllocationProgress) -> Void)? = nil
    ) async -> PlannedWeek {
        let engine = AllocationEngine(
            model, options: options, start: start.map(scope.start), proves: scope.isWhole)
        let result = await engine.run(cancellation: cancellation, progress: progress)
        var plan = scope.plan(result.plan(of: model, origin: origin))
        plan.flags = start?.flags ?? []
        return PlannedWeek(week: week, scope: scope, model: model, result: result, plan: plan)
    }
}

/// A week, and the plan that a search found for it.
public struct PlannedWeek: Sendable {
    /// The week.
    public let week: Week
    /// What of it was searched.
    public let scope: SearchScope
    /// The model of what was searched.
    public let model: WeeklyModel
    /// What was found, as values of its columns, with what ended the search and what is proved.
    public let result: AllocationResult
    /// The plan of the week.
    public let plan: Plan
}
