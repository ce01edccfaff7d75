// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import LinearModel
import Workforce

/// When a search ends, and what it starts from.
public struct AllocationOptions: Sendable, Equatable {
    /// Seconds after which the best plan so far is handed over; nil: no limit of time.
    public var timeLimit: Double?
    /// Units of work (a thousand moves, or as much of a programme) after which it is; nil: no limit. With one, the same input and seed give
    /// the same plan, unless a time limit comes first.
    public var workLimit: Int?
    /// The gap, as a share of the plan's price, that is good enough: 0.01 is 1 per cent.
    public var gap: Double
    /// The seed of all that is random.
    public var seed: UInt64

    /// Options; by default half a minute, no work limit, to the optimum.
    public init(timeLimit: Double? = 30, workLimit: Int? = nil, gap: Double = 0, seed: UInt64 = 1) {
        self.timeLimit = timeLimit
        self.workLimit = workLimit
        self.gap = gap
        self.seed = seed
    }
}

/// How far a search is.
public struct AllocationProgress: Sendable, Equatable {
    /// Seconds since the start.
    public let seconds: Double
    /// Pounds of the best plan so far.
    public let objective: Double
    /// Pounds no plan can be below.
    public let bound: Double
    /// Units of work done so far.
    public let work: Int
    /// What came of each kind of move so far, and of the programmes of neighbourhoods.
    public let moves: [MoveCount]

    /// (objective − bound) ÷ objective; 0 where the objective is 0.
    public var gap: Double { objective == 0 ? 0 : (objective - bound) / objective }
}

/// Finds the cheapest plan it can for a week, and a bound below which no plan can be.
///
/// A first complete plan is constructed, or mended from one to start from. Two threads then improve it by annealing,
/// each half of the week's days at a time, and in turns with that by GLPK's programmes of two neighbourhoods; beside them another proves
/// a bound by the relaxation with cuts, and for a small week goes through branch and bound.
///
///     let model = WeeklyModel(Instance(week))
///     let result = try await AllocationEngine(model, options: AllocationOptions(timeLimit: 10)).run()
///
/// After every step there is a complete, feasible plan to hand over; a cancellation or a limit only decides when.
public struct AllocationEngine: Sendable {
    let model: WeeklyModel
    let options: AllocationOptions
    let start: Plan?
    let proves: Bool

    /// Weeks with no more columns go through branch and bound, beside the search.
    static let outrightColumns = 2_500
    /// Work before a small week does, so that it starts from a good plan's price.
    static let outrightWork = 200

    /// An engine for a model.
    ///
    /// - Parameter start: A plan to start from, of this week as it is or was before somebody changed it. What no
    ///   longer holds of it is mended; the search then begins near to that. The plan in force is started from, too,
    ///   where there is one, and the cheapest start is taken.
    /// - Parameter proves: Whether a bound is looked for. Not so where the model has not all plans of the week: what
    ///   is proved of it would not be true of the week.
    public init(
        _ model: WeeklyModel, options: AllocationOptions = AllocationOptions(), start: Plan? = nil,
        proves: Bool = true
    ) {
        self.model = model
        self.options = options
        self.start = start
        self.proves = proves
    }

    /// Searches until a limit, the gap asked for, or a cancellation. `progress` is called on the searching thread.
    ///
    /// A cancellation serves one run: the engine raises it too when there is nothing more to be gained. Where
    /// GLPK breaks down the search goes on without it.
    public func run(
        cancellation: Cancellation = Cancellation(), progress: (@Sendable (AllocationProgress) -> Void)? = nil
    ) async -> AllocationResult {
        let shared = SharedIncumbent(options: options, cancellation: cancellation)
        let (model, options, start) = (model, options, start)
        let first = await onOwnThread { () throws(Never) -> Search in
            Search(model, seed: options.seed, shared: shared, start: start, progress: progress)
        }
        let isSmall = model.columns.count <= Self.outrightColumns
        let warmUp = isSmall ? min(options.workLimit ?? .max, Self.outrightWork) : 0
        let warm = await first.run(until: warmUp)

        guard proves else {
            let last = await warm.run(until: options.workLimit ?? .max)
            return shared.result(proved: Proof.Outcome(bound: 0, incumbent: nil), searched: last)
        }
        async let proof = Proof.run(
            model, shared: shared, options: options, from: warm.incumbent, outright: isSmall)
        async let searched = warm.run(until: options.workLimit ?? .max)
        let (proved, last) = (await proof, await searched)
        return shared.result(proved: proved, searched: last)
    }

    /// Pounds of the plan that the search finds with so much work, nothing proved: for tests and benchmarks of it.
    ///
    /// - Parameter beginsAfresh: Whether it begins with a plan made afresh, even where one in force is cheaper.
    package func searchAlone(work: Int, seed: UInt64, beginsAfresh: Bool = false) async -> Double {
        let options = AllocationOptions(timeLimit: nil, workLimit: work, seed: seed)
        let shared = SharedIncumbent(options: options, cancellation: Cancellation())
        let search = Search(
            model, seed: seed, shared: shared, start: start, beginsAfresh: beginsAfresh, progress: nil)
        return await search.run(until: work).incumbent.objective
    }
}
