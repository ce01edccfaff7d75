// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Synchronization
import Workforce

/// The incumbent that search and proof share: the best price, the best bound, and when to stop.
final class SharedIncumbent: Sendable {
    private struct State {
        var objective = Double.infinity
        var bound = -Double.infinity
        var work = 0
        var moves: [MoveCount] = []
        var isProved = false
        var isGoodEnough = false
        /// When each better plan was found.
        var finds: [Find] = []
    }

    private struct Find {
        let seconds: Double
        let work: Int
        let objective: Double
    }

    private let state = Mutex(State())
    private let options: AllocationOptions
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    /// Raised by whoever wants the search to end, and here when there is nothing more to be gained.
    let ending: Cancellation

    init(options: AllocationOptions, cancellation: Cancellation) {
        self.options = options
        ending = cancellation
        start = clock.now
    }

    var seconds: Double {
        let elapsed = clock.now - start
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }

    /// Seconds until the limit of time; nil: there is none.
    var secondsLeft: Double? { options.timeLimit.map { max(0, $0 - seconds) } }

    /// Seconds that a round is to be fitted into; nil: no round's length may follow from the clock. It may not with
    /// a work limit, whatever limit of time is set beside it.
    var secondsToFit: Double? {
        options.workLimit == nil ? secondsLeft : nil
    }

    func found(_ objective: Double, work: Int, moves: [MoveCount]) {
        let seconds = seconds
        state.withLock { state in
            if objective < state.objective - Improvement.leastGain {
                state.finds.append(Find(seconds: seconds, work: work, objective: objective))
            }
            state.objective = min(state.objective, objective)
            state.work = max(state.work, work)
            state.moves = moves
        }
        endIfGoodEnough()
    }

    func proved(_ bound: Double) {
        state.withLock { $0.bound = max($0.bound, bound) }
        endIfGoodEnough()
    }

    /// The proof is complete: the proving side holds an optimum.
    func provedOptimal() { state.withLock { $0.isProved = true } }

    var objective: Double { state.withLock { $0.objective } }

    var progress: AllocationProgress {
        let seconds = seconds
        return state.withLock { state in
            AllocationProgress(
                seconds: seconds, objective: state.objective,
                bound: max(0, min(state.bound, state.objective)),
                work: state.work, moves: state.moves)
        }
    }

    /// Whether the search should end: a limit, an interruption, a proof, or a gap that is good enough.
    var shouldStop: Bool {
        if ending.isCancelled || isOutOfTime { return true }
        // With a work limit the search does all of it, so that it does not depend on when a bound was proved.
        return options.workLimit == nil && state.withLock { $0.isProved }
    }

    /// Whether the proof should end; it goes on after the search where only work is limited.
    var shouldStopProof: Bool { ending.isCancelled || isOutOfTime }

    /// Seconds after the limit of time for which a first plan is still made with care.
    static let grace = 3.0

    /// Whether the first plan is to be made without a thought: the search is to end and has none yet.
    var wantsPlanAtOnce: Bool {
        ending.isCancelled || (options.timeLimit.map { seconds >= $0 + Self.grace } ?? false)
    }

    var isOutOfTime: Bool { options.timeLimit.map { seconds >= $0 } ?? false }

    private func endIfGoodEnough() {
        guard options.workLimit == nil else { return }
        let isGoodEnough = state.withLock { state in
            let isProved = state.bound >= state.objective - Self.tolerance(state.objective)
            let isWithinGap = options.gap > 0 && state.bound >= state.objective * (1 - options.gap)
            guard isProved || isWithinGap, !ending.isCancelled else { return false }
            state.isGoodEnough = true
            return true
        }
        if isGoodEnough { ending.cancel() }
    }

    /// Pounds within which a bound proves an optimum: two of the least gains the search looks for, and the rounding
    /// of sums of that size.
    static func tolerance(_ objective: Double) -> Double {
        2 * Improvement.leastGain + 1e-12 * abs(objective)
    }

    /// The result of search and proof together.
    func result(proved: Proof.Outcome, searched: Search) -> AllocationResult {
        let incumbent = searched.incumbent
        var values = incumbent.values
        var objective = incumbent.objective
        var isSearched = true
        if let outright = proved.incumbent, outright.objective < objective - Self.tolerance(objective) {
            values = outright.values
            objective = outright.objective
            isSearched = false
        }
        var bound = max(0, min(proved.bound, objective))
        if bound >= objective - Self.tolerance(objective) { bound = objective }
        return AllocationResult(
            values: values, objective: objective, bound: bound,
            halfway: isSearched && searched.work > 1 ? halfway(work: searched.work) : nil,
            ending: searchEnding, work: searched.work, seconds: seconds, options: options)
    }

    /// Pounds of the best plan when half of the search was over: of its work, where that is limited, so that it
    /// depends on no clock.
    private func halfway(work: Int) -> Double? {
        let end = seconds
        let isByWork = options.workLimit != nil
        return state.withLock { state in
            state.finds.last { isByWork ? 2 * $0.work <= work : 2 * $0.seconds <= end }?.objective
        }
    }

    private var searchEnding: SearchEnding {
        if state.withLock({ $0.isGoodEnough }) { return .goodEnough }
        if ending.isCancelled { return .interrupted }
        if isOutOfTime { return .timeLimit }
        return options.workLimit == nil ? .goodEnough : .workLimit
    }
}
