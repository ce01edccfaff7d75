// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// By how much a figure of a scenario is another than the base's, and what that is worth.
public struct ScenarioDifference: Sendable {
    /// What is known of a difference.
    public enum Verdict: String, Sendable, CaseIterable {
        /// No longer search could turn it round.
        case proved
        /// It is beyond what draws and searches vary.
        case shown
        /// There is none: the best plan known of the one is that of the other. A longer search may find another.
        case samePlan = "the same plan"
        /// It may be luck.
        case notToldApart = "not told apart"
    }

    /// The base's name.
    public let base: String
    /// The scenario's name.
    public let scenario: String
    /// The figure, with the scenario's value.
    public let figure: CostAndCareFigure
    /// The base's value.
    public let baseValue: Double
    /// The scenario's value less the base's.
    public let difference: Double
    /// Between which values it lies, as far as it is known; nil: not known.
    public let range: ClosedRange<Double>?
    /// What it is worth.
    public let verdict: Verdict
    /// Why it is not told apart; nil where it is.
    public let reason: String?

    /// Pairs below which nothing is said to be shown.
    public static let leastPairs = 5

    /// A difference; nil where one of the two has no value.
    ///
    /// Of two single weeks it is that of their best plans. Where something is drawn it is that of the means, replicate by
    /// replicate, so that what is drawn in both does not count.
    ///
    /// - Parameters:
    ///   - name: The figure's.
    ///   - side: Between which values the difference of the cheapest prices lies, whatever is found; nil: nothing is known.
    init?(
        _ name: String, of outcome: ScenarioOutcome, to base: ScenarioOutcome,
        side: ClosedRange<Double>? = nil
    ) {
        guard let figure = outcome.best?.figures.first(where: { $0.name == name }),
            let value = outcome.value(name), let baseValue = base.value(name)
        else { return nil }
        let pairs = outcome.replicates.compactMap { own -> Pair? in
            guard let other = base.replicate(own.replicate), let one = own.value(name),
                let two = other.value(name)
            else { return nil }
            return Pair(own: one, base: two, isSamePlan: own.rows == other.rows)
        }
        guard !pairs.isEmpty else { return nil }
        let areOneWeek = outcome.isOneWeek && base.isOneWeek
        let ownValue = areOneWeek ? value : Self.mean(pairs.map(\.own))
        self.base = base.base
        scenario = outcome.scenario.name
        self.figure = figure.with(ownValue)
        self.baseValue = areOneWeek ? baseValue : Self.mean(pairs.map(\.base))
        difference = ownValue - self.baseValue
        let isSamePlan =
            areOneWeek ? outcome.best?.rows == base.best?.rows : pairs.allSatisfy(\.isSamePlan)
        guard !outcome.given.contains(name) else {
            // It follows from the file alone.
            (verdict, reason, range) = (.proved, nil, difference...difference)
            return
        }
        let isPrice = name == CostAndCare.price
        let side = isPrice ? side : nil
        // Where plans were not offered to each other, what was found may lie on the side that cannot be: nothing is proved by
        // it then.
        let (least, found) = (SharedPlans.least, difference)
        let holds = side.map { $0.lowerBound - least <= found && found <= $0.upperBound + least } ?? true
        let proof = isPrice ? Self.proof(of: outcome, to: base) : nil
        let judged = JudgedDifference(
            difference, pairs: pairs.map(\.difference), luck: max(outcome.luck(name), base.luck(name)),
            proof: proof.map { holds ? Self.cut($0, to: side) : $0 },
            isSamePlan: isSamePlan, areProved: outcome.isProved && base.isProved)
        (verdict, reason) = (judged.verdict, judged.reason)
        let seen = pairs.map(\.base) + [self.baseValue]
        let most = name == CostAndCare.agencyPay ? outcome.mostAgency : nil
        range = judged.range.map {
            Self.possible(Self.cut($0, to: side), besides: found, base: seen, most: most)
        }
    }

    /// A range without what lies on the wrong side.
    private static func cut(
        _ range: ClosedRange<Double>, to side: ClosedRange<Double>?
    ) -> ClosedRange<Double> {
        side.map { range.clamped(to: $0) } ?? range
    }

    /// What of a range can be: no figure is below nothing, and none above what its scenario allows. The statistics of a few
    /// replicates know neither.
    ///
    /// - Parameters:
    ///   - difference: The one found, which stays in the range.
    ///   - base: Values of the base; not empty.
    ///   - most: What the scenario's figure is not above; nil: nothing is known.
    private static func possible(
        _ range: ClosedRange<Double>, besides difference: Double, base: [Double], most: Double?
    ) -> ClosedRange<Double> {
        let low = max(range.lowerBound, -(base.max() ?? 0))
        let high = most.map { min(range.upperBound, $0 - (base.min() ?? 0)) } ?? range.upperBound
        return min(low, difference)...max(high, difference)
    }

    /// One replicate of both.
    private struct Pair {
        let own, base: Double
        let isSamePlan: Bool

        var difference: Double { own - base }
    }

    /// Between which values a difference of the cheapest prices lies, whatever is found by a longer search; nil where
    /// weeks are drawn, of which others might be drawn.
    private static func proof(of outcome: ScenarioOutcome, to base: ScenarioOutcome) -> ClosedRange<Double>? {
        guard let own = outcome.best?.price, let other = base.best?.price, let ownBound = outcome.bound,
            let otherBound = base.bound
        else { return nil }
        let (low, high) = (ownBound - other, own - otherBound)
        return low <= high ? low...high : nil
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }
}
