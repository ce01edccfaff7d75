// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import LinearModel
import Synchronization

/// What closer looks at a plan may take: seconds, work where the same input is to give the same bytes, or
/// both; and a flag that ends them at once. Without any there is no limit.
public final class LookBudget: Sendable {
    private let deadline: ContinuousClock.Instant?
    private let workLeft: Mutex<Int>
    private let stop: Cancellation

    /// Seconds that looks have at least, however short the search was.
    public static let leastSeconds = 1.0
    /// Units of work that they have at least.
    public static let leastWork = 3_000

    /// A budget that begins now.
    ///
    /// - Parameters:
    ///   - seconds: Seconds until looks end; nil: no limit of time.
    ///   - work: Units of work, as the search counts them; nil: no limit.
    ///   - stop: Ends them once raised.
    public init(seconds: Double? = nil, work: Int? = nil, stop: Cancellation = Cancellation()) {
        deadline = seconds.map { .now + .seconds($0) }
        workLeft = Mutex(work ?? .max)
        self.stop = stop
    }

    /// What looks may take after a search: as long again as its limits, and never less than a little.
    public convenience init(after options: AllocationOptions, stop: Cancellation = Cancellation()) {
        self.init(
            seconds: options.timeLimit.map { max(Self.leastSeconds, $0) },
            work: options.workLimit.map { max(Self.leastWork, $0) }, stop: stop)
    }

    /// Whether looks are to end now.
    public var isOver: Bool { stop.isCancelled || deadline.map { .now >= $0 } ?? false }

    /// Takes a look if there is work left for it.
    ///
    /// - Returns: What was found; nil where the look was not begun, or the budget was over before its end.
    public func look<Result>(_ work: Int, _ body: () -> Result) -> Result? {
        let isWithin = workLeft.withLock { left in
            guard work <= left else { return false }
            left -= work
            return true
        }
        guard isWithin, !isOver else { return nil }
        let found = body()
        return isOver ? nil : found
    }
}
