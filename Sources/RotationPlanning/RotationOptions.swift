// SPDX-License-Identifier: GPL-3.0-or-later

/// When planning of a rotation ends.
public struct RotationOptions: Sendable, Equatable {
    /// Seconds after which the best plan so far is handed over; nil: no limit of time.
    public var timeLimit: Double?
    /// Units of work (some hundred people sequenced anew each) after which it is; nil: no limit. With one, the same rotation and
    /// seed give the same plan and bound, unless a time limit comes first.
    public var workLimit: Int?
    /// The gap, as a share of the plan's price, that is good enough: 0.01 is 1 per cent.
    public var gap: Double
    /// The seed of all that is random.
    public var seed: UInt64

    /// Options; by default a minute, no work limit, to the optimum.
    public init(timeLimit: Double? = 60, workLimit: Int? = nil, gap: Double = 0, seed: UInt64 = 1) {
        self.timeLimit = timeLimit
        self.workLimit = workLimit
        self.gap = gap
        self.seed = seed
    }

    /// People sequenced for a unit of work.
    static let peopleAUnit = 100

    /// People sequenced by the work there is, as far as numbers go; nil: no limit.
    var peopleSequenced: Int? {
        workLimit.map { limit in
            let (people, isTooMany) = max(0, limit).multipliedReportingOverflow(by: Self.peopleAUnit)
            return isTooMany ? .max : people
        }
    }
}

/// How far planning is.
public struct RotationProgress: Sendable, Equatable {
    /// Seconds since the start.
    public let seconds: Double
    /// Pounds of the best plan so far.
    public let objective: Double
    /// Pounds no plan can be below.
    public let bound: Double
    /// Units of work done so far.
    public let work: Int

    /// (objective − bound) ÷ objective; 0 where the objective is 0.
    public var gap: Double { relativeGap(objective, bound) }
}

/// (objective − bound) ÷ objective; 0 where the objective is 0.
func relativeGap(_ objective: Double, _ bound: Double) -> Double {
    objective <= 0 ? 0 : max(0, objective - bound) / objective
}
