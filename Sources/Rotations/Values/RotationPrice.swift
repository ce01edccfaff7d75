// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rotation plan costs, by term, in pounds; the sum is what a plan minimises.
public struct RotationPrice: Sendable, Equatable {
    /// The terms, in the order of the files.
    public enum Term: String, Sendable, CaseIterable, Codable {
        /// Whole-time equivalents missing from minimums.
        case belowMinimum = "below_minimum"
        /// Those missing from targets.
        case belowTarget = "below_target"
        /// Present people without a post.
        case unplaced
        /// Steps down people's lists.
        case preference
        /// Minutes from base to post.
        case travel
        /// Blocks begun.
        case change
        /// What the worst-off person has of preference pounds per present period.
        case fairness
        /// People missing of those wanted to hold a competency.
        case wanted
        /// Blocks short of the curriculum.
        case curriculum
        /// Person-periods that differ from the plan in force.
        case disruption
    }

    private var pounds = [Double](repeating: 0, count: Term.allCases.count)

    /// Nothing.
    public init() {}

    /// Pounds of one term.
    public subscript(term: Term) -> Double {
        get { pounds[Self.position[term] ?? 0] }
        set { pounds[Self.position[term] ?? 0] = newValue }
    }

    /// Pounds in all.
    public var total: Double { pounds.reduce(0, +) }

    private static let position = Dictionary(
        uniqueKeysWithValues: Term.allCases.enumerated().map { ($0.element, $0.offset) })
}
