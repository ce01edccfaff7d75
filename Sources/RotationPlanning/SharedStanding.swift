// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Synchronization

/// What search and proof share: the best price, the best bound, and when to stop.
final class SharedStanding: Sendable {
    private struct State {
        var objective = Double.infinity
        var sequences: [[Int32]] = []
        var bound = 0.0
        var work = 0
        var isGoodEnough = false
    }

    let options: RotationOptions
    private let state = Mutex(State())
    /// Raised by whoever wants the search to end, and here when there is nothing more to be gained.
    let cancellation: Cancellation
    private let progress: (@Sendable (RotationProgress) -> Void)?
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    init(
        _ options: RotationOptions, _ cancellation: Cancellation,
        _ progress: (@Sendable (RotationProgress) -> Void)?
    ) {
        self.options = options
        self.cancellation = cancellation
        self.progress = progress
        start = clock.now
    }

    var seconds: Double { (clock.now - start) / .seconds(1) }

    /// Seconds until the limit of time; nil: there is none.
    var secondsLeft: Double? { options.timeLimit.map { max(0, $0 - seconds) } }

    /// Pounds of the best plan as far as the proof may know: with a work limit nothing may follow from which of the two is
    /// the faster.
    func objective(since first: Double) -> Double {
        options.workLimit == nil ? state.withLock { $0.objective } : first
    }

    /// Tells of a plan: its pounds and everybody's sequence.
    func found(_ objective: Double, _ sequences: [[Int32]], work: Int) {
        let isBetter = state.withLock { state in
            state.work = max(state.work, work)
            guard objective < state.objective - 1e-9 else { return false }
            (state.objective, state.sequences) = (objective, sequences)
            return true
        }
        if isBetter { tell() }
    }

    /// The best plan, where it is cheaper than so many pounds; never with a work limit, as nothing may follow from which thread is
    /// the faster.
    func plan(below pounds: Double) -> (sequences: [[Int32]], pounds: Double)? {
        guard options.workLimit == nil else { return nil }
        return state.withLock { state in
            state.objective < pounds - 1e-9 ? (state.sequences, state.objective) : nil
        }
    }

    func proved(_ bound: Double) {
        let isBetter = state.withLock { state in
            let isTold = bound > state.bound + 1e-3 * abs(state.bound)
            state.bound = max(state.bound, bound)
            return isTold || state.bound >= state.objective - Self.tolerance(state.objective)
                || state.bound >= state.objective * (1 - options.gap)
        }
        if isBetter { tell() }
    }

    private func tell() {
        let seconds = seconds
        let now = state.withLock { state in
            let isProved = state.bound >= state.objective - Self.tolerance(state.objective)
            if isProved || state.bound >= state.objective * (1 - options.gap), options.workLimit == nil {
                state.isGoodEnough = state.isGoodEnough || !cancellation.isCancelled
                cancellation.cancel()
            }
            return RotationProgress(
                seconds: seconds, objective: state.objective,
                bound: max(0, min(state.bound, state.objective)),
                work: state.work)
        }
        if now.objective.isFinite { progress?(now) }
    }

    /// Pounds within which a bound proves an optimum: less than a hundredth of a penny, and the rounding of such sums.
    static func tolerance(_ objective: Double) -> Double { 5e-5 + 1e-11 * abs(objective) }

    var shouldStop: Bool { cancellation.isCancelled || isOutOfTime }

    private var isOutOfTime: Bool { options.timeLimit.map { seconds >= $0 } ?? false }

    /// The status of a plan of that price and bound.
    func status(_ objective: Double, _ bound: Double) -> RotationStatus {
        if bound >= objective - Self.tolerance(objective) { return .optimal }
        if options.gap > 0, bound >= objective * (1 - options.gap) { return .withinGap }
        if cancellation.isCancelled, !state.withLock({ $0.isGoodEnough }) { return .interrupted }
        return options.workLimit != nil && !isOutOfTime ? .workLimit : .timeLimit
    }
}
