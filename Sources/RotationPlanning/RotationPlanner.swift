// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import RotationModel
import Rotations

/// Finds the cheapest plan it can for a rotation, and a bound below which no plan can be.
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

    /// Searches until a limit, the gap asked for, or a cancellation.
    ///
    /// - Parameters:
    ///   - start: A plan to start from, of the rotation as it is or was: what of it keeps the rules is never made worse.
    ///   - cancellation: Ends the search; it serves one.
    ///   - progress: Is told how far it is, on a searching thread.
    public func plan(
        start: RotationPlan? = nil, cancellation: Cancellation = Cancellation(),
        progress: (@Sendable (RotationProgress) -> Void)? = nil
    ) async -> PlannedRotation {
        let clock = ContinuousClock()
        let begin = clock.now
        let program = RotationProgram(facts)
        let (options, facts) = (options, facts)
        let found = await onOwnThread { () throws(Never) -> IntegerResult? in
            try? GLPKSolver().solveInteger(
                program.program,
                limits: SolveLimits(
                    seconds: options.timeLimit, nodes: options.workLimit, relativeGap: options.gap),
                cancellation: cancellation)
        }
        var plan = facts.unplacedPlan
        if let values = found?.incumbent { plan = program.plan(at: values) }
        let price = facts.price(of: plan)
        let status: RotationStatus =
            switch found?.termination {
            case .optimal: .optimal
            case .gap: .withinGap
            case .cancelled: .interrupted
            case .limit where options.workLimit != nil: .workLimit
            case .limit, .infeasible, .unbounded, .failed, nil: .timeLimit
            }
        return PlannedRotation(
            facts: facts, plan: plan, price: price, bound: max(0, min(found?.bound ?? 0, price.total)),
            status: status, work: found?.nodes ?? 0, seconds: (clock.now - begin) / .seconds(1),
            options: options)
    }
}
