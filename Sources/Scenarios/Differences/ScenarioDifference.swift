// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording

/// By how much a figure of a scenario is another than the base's, and what that is worth.
public struct ScenarioDifference: Sendable {
    /// What is known of a difference.
    public enum Verdict: String, Sendable, CaseIterable {
        /// No longer search could turn it round.
        case proved
        /// It is beyond what draws and searches vary.
        case shown
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
    /// - Parameter name: The figure's.
    init?(_ name: String, of outcome: ScenarioOutcome, to base: ScenarioOutcome) {
        guard let figure = outcome.best?.figures.first(where: { $0.name == name }),
            let value = outcome.value(name), let baseValue = base.value(name)
        else { return nil }
        let pairs = outcome.replicates.compactMap { one -> Double? in
            guard let other = base.replicate(one.replicate)?.value(name), let own = one.value(name) else {
                return nil
            }
            return own - other
        }
        guard let mean = Self.mean(pairs) else { return nil }
        let isPaired = !outcome.isOneWeek || !base.isOneWeek
        // Means of draws are compared draw by draw, so that what is drawn in both does not count.
        let difference = isPaired ? mean : value - baseValue
        self.base = base.base
        scenario = outcome.scenario.name
        self.figure = CostAndCareFigure(
            name: name, title: figure.title, kind: figure.kind, unit: figure.unit, value: value)
        self.difference = difference
        self.baseValue = value - difference
        let judged = Judged(
            pairs, mean, difference, luck: max(outcome.luck(name), base.luck(name)),
            proof: name == CostAndCare.price ? Self.proof(of: outcome, to: base) : nil)
        (range, verdict, reason) = (judged.range, judged.verdict, judged.reason)
    }

    /// Between which values a difference of the cheapest prices lies, whatever is found by a longer search.
    private static func proof(of outcome: ScenarioOutcome, to base: ScenarioOutcome) -> ClosedRange<Double>? {
        guard let own = outcome.value(CostAndCare.price), let other = base.value(CostAndCare.price) else {
            return nil
        }
        let (low, high) = (outcome.bound - other, own - base.bound)
        return low <= high ? low...high : high...low
    }

    static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

/// What a difference is worth.
private struct Judged {
    let range: ClosedRange<Double>?
    let verdict: ScenarioDifference.Verdict
    let reason: String?

    /// - Parameters:
    ///   - luck: How far replicates of one week lie apart.
    ///   - proof: Between which values it is proved to lie; nil: nothing is.
    init(
        _ pairs: [Double], _ mean: Double, _ difference: Double, luck: Double, proof: ClosedRange<Double>?
    ) {
        let least = SharedPlans.least
        if let proof {
            let isOther = proof.lowerBound > least || proof.upperBound < -least
            let isSame = proof.upperBound - proof.lowerBound < 2 * least
            if isOther || isSame {
                (range, verdict, reason) = (proof, .proved, nil)
                return
            }
        }
        let number = pairs.count
        guard number >= ScenarioDifference.leastPairs else {
            range = proof
            verdict = .notToldApart
            reason =
                "\(Show.counted(number, "replicate")), and a difference is shown by \(ScenarioDifference.leastPairs) or more"
            return
        }
        let squares = pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(number - 1) / Double(number)).squareRoot()
        let half = StudentT.limit(of: number) * error
        range = proof ?? (mean - half)...(mean + half)
        if pairs.allSatisfy({ abs($0) < 1e-9 }), luck < 1e-9 {
            // The same in every replicate.
            (verdict, reason) = (.shown, nil)
        } else if abs(mean) <= half || abs(mean) < 1e-9 {
            (verdict, reason) = (.notToldApart, "the replicates vary by as much")
        } else if abs(difference) <= luck {
            (verdict, reason) = (.notToldApart, "searches of one week vary by as much")
        } else {
            (verdict, reason) = (.shown, nil)
        }
    }
}
