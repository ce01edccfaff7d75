// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Why planning of a rotation stopped, or what it proved.
public enum RotationStatus: String, Sendable, CaseIterable {
    /// Nothing is cheaper.
    case optimal
    /// The plan is within the gap asked for.
    case withinGap = "within-gap"
    /// The time was over.
    case timeLimit = "time-limit"
    /// The work was done.
    case workLimit = "work-limit"
    /// Somebody stopped it.
    case interrupted
}

/// A rotation, and the plan that was found for it.
public struct PlannedRotation: Sendable {
    /// The rotation, and what follows from it.
    public let facts: RotationFacts
    /// The plan; it keeps every rule.
    public let plan: RotationPlan
    /// What it costs, by term.
    public let price: RotationPrice
    /// Pounds no plan can be below.
    public let bound: Double
    /// Why planning stopped, or what is proved.
    public let status: RotationStatus
    /// Units of work done.
    public let work: Int
    /// Seconds it took.
    public let seconds: Double
    /// What was asked for.
    public let options: RotationOptions

    /// (price − bound) ÷ price; 0 where the price is 0.
    public var gap: Double { relativeGap(price.total, bound) }
}
