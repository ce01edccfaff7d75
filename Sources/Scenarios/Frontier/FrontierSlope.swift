// SPDX-License-Identifier: GPL-3.0-or-later

/// What more agency buys between two points of a frontier.
public struct FrontierSlope: Sendable {
    /// Pounds of agency at both points.
    public let from, to: Double
    /// Contact hours fewer unmet at the second.
    public let hours: Double
    /// Between which hours that lies, as far as it is known; nil: not known.
    public let range: ClosedRange<Double>?
    /// What the difference is worth.
    public let verdict: ScenarioDifference.Verdict
    /// Why it is not told apart; nil where it is.
    public let reason: String?

    /// Pounds that it is told for.
    static let pounds = 1000.0

    /// Contact hours fewer unmet for each thousand pounds.
    public var hoursForAThousand: Double { hours / (to - from) * Self.pounds }

    /// Nil where both points pay the same.
    init?(_ low: Frontier.Point, _ high: Frontier.Point) {
        guard high.pounds - low.pounds > SharedPlans.least else { return nil }
        let fewer = low.unmetHours - high.unmetHours
        func luck(_ point: Frontier.Point) -> Double {
            (point.replicates.max() ?? 0) - (point.replicates.min() ?? 0)
        }
        // How little can go unmet for no more than either pays lies between what is proved and the plan; and with more to
        // pay no more has to.
        let proof = max(0, low.boundHours - high.unmetHours)...max(0, low.unmetHours - high.boundHours)
        let judged = JudgedDifference(
            fewer, pairs: zip(low.replicates, high.replicates).map { $0 - $1 },
            luck: max(luck(low), luck(high)), proof: proof, isSamePlan: false,
            areProved: low.isProved && high.isProved)
        (from, to, hours) = (low.pounds, high.pounds, fewer)
        (range, verdict, reason) = (judged.range, judged.verdict, judged.reason)
    }
}

extension Frontier {
    /// What more agency buys from each efficient point to the next.
    public var slopes: [FrontierSlope] {
        let points = efficient
        return zip(points, points.dropFirst()).compactMap { FrontierSlope($0, $1) }
    }
}
