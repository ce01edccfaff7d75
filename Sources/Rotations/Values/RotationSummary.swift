// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a rotation plan costs and what is proved of it, as `rotation.json` states it.
public struct RotationSummary: Sendable, Equatable {
    /// Pounds in all.
    public var objective: Double
    /// Pounds no plan can be below.
    public var bound: Double
    /// (objective − bound) ÷ objective; 0 where the objective is 0.
    public var gap: Double
    /// Why planning stopped, or what is proved.
    public var status: PlanStatus
    /// The price by term.
    public var price: RotationPrice
    /// The seed of the search.
    public var seed: UInt64
    /// Seconds the search took; 0 where only work was counted, so that the same work gives the same bytes.
    public var seconds: Double
    /// Units of work done.
    public var work: Int
    /// The version of skillmix.
    public var version: String
    /// SHA-256 of every input file, by its path from the rotation's folder, in order of the path.
    public var inputs: [InputDigest]
    /// The day before which periods were kept as in the plan in force, where another was asked for than rotation.yaml
    /// says; nil: none was.
    public var from: CalendarDay?
    /// Weeks of notice that a placement needs, by which the plan's report was made; nil: it does not say.
    public var noticeWeeks: Int?

    /// The weeks of notice that anybody may ask for.
    public static let noticeRange = 0...104

    /// A summary; `from` is none, and so are the weeks of notice.
    public init(
        objective: Double, bound: Double, gap: Double, status: PlanStatus, price: RotationPrice, seed: UInt64,
        seconds: Double, work: Int, version: String, inputs: [InputDigest]
    ) {
        self.objective = objective
        self.bound = bound
        self.gap = gap
        self.status = status
        self.price = price
        self.seed = seed
        self.seconds = seconds
        self.work = work
        self.version = version
        self.inputs = inputs
    }
}
