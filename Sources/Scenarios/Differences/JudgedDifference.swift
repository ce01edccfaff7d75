// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// What a difference is worth, judged by what is proved of both sides and by how much replicates vary.
struct JudgedDifference {
    let range: ClosedRange<Double>?
    let verdict: ScenarioDifference.Verdict
    let reason: String?

    /// Two figures below this are one.
    private static let nothing = 1e-9

    /// - Parameters:
    ///   - difference: The one that is judged.
    ///   - pairs: That of each replicate; not empty.
    ///   - luck: How far replicates of one week lie apart.
    ///   - proof: Between which values it is proved to lie; nil: nothing is.
    ///   - isSamePlan: Whether the figures are of one plan.
    ///   - areProved: Whether no plan of either is cheaper than those that the figures are of.
    init(
        _ difference: Double, pairs: [Double], luck: Double, proof: ClosedRange<Double>?, isSamePlan: Bool,
        areProved: Bool
    ) {
        let isEqual = abs(difference) < Self.nothing && pairs.allSatisfy { abs($0) < Self.nothing }
        let spread = Spread(pairs)
        // That of the best plans may lie beside the mean of all replicates.
        range =
            proof
            ?? spread.range.map { min($0.lowerBound, difference)...max($0.upperBound, difference) }
        if let proof, Self.isTold(proof) {
            (verdict, reason) = (.proved, nil)
        } else if isSamePlan, abs(difference) < Self.nothing {
            (verdict, reason) = (.samePlan, nil)
        } else if pairs.count < ScenarioDifference.leastPairs {
            verdict = .notToldApart
            reason =
                "\(Show.counted(pairs.count, "replicate")), and a difference is shown by \(ScenarioDifference.leastPairs) or more"
        } else if isEqual, areProved, luck < Self.nothing {
            (verdict, reason) = (.shown, nil)
        } else if isEqual {
            // Searches that found nothing better than what they began with find the same figures, too.
            (verdict, reason) = (.notToldApart, "other plans have the same figure, and no plan is proved")
        } else if abs(spread.mean) <= spread.half || abs(spread.mean) < Self.nothing {
            (verdict, reason) = (.notToldApart, "the replicates vary by as much")
        } else if difference * spread.mean <= 0 {
            (verdict, reason) = (.notToldApart, "best plans and the mean of replicates disagree")
        } else if abs(difference) <= luck {
            (verdict, reason) = (.notToldApart, "searches of one week vary by as much")
        } else {
            (verdict, reason) = (.shown, nil)
        }
    }

    /// Whether values say that there is a difference, or that there is none.
    private static func isTold(_ proof: ClosedRange<Double>) -> Bool {
        let least = SharedPlans.least
        return proof.lowerBound > least || proof.upperBound < -least
            || proof.upperBound - proof.lowerBound < 2 * least
    }

    /// The mean of replicates, and how far it may be from that of all there could be.
    private struct Spread {
        let mean, half: Double
        let range: ClosedRange<Double>?

        init(_ pairs: [Double]) {
            let number = Double(pairs.count)
            let mean = pairs.reduce(0, +) / max(1, number)
            self.mean = mean
            guard pairs.count > 1 else {
                (half, range) = (.infinity, nil)
                return
            }
            let squares = pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            half = StudentT.limit(of: pairs.count) * (squares / (number - 1) / number).squareRoot()
            range = (mean - half)...(mean + half)
        }
    }
}
