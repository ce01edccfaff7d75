// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// A scenario in which more care is given than in the base, with what that costs.
public struct Lever: Sendable {
    /// The base's name.
    public let base: String
    /// The scenario's name.
    public let scenario: String
    /// Contact hours fewer unmet.
    public let hours: Double
    /// Pounds of workforce cost, courses and hours paid for training and reviews more; 0 or less: it costs nothing, or saves so much.
    public let pounds: Double
    /// Between which hours and pounds these lie, as far as that is known.
    public let hoursRange, poundsRange: ClosedRange<Double>?
    /// The weaker of what is known of both.
    public let verdict: ScenarioDifference.Verdict

    /// Pounds that it is told for.
    static let thousand = 1000.0

    /// Contact hours for each thousand pounds; nil where it costs nothing.
    public var hoursForAThousand: Double? {
        pounds > SharedPlans.least ? hours / pounds * Self.thousand : nil
    }

    /// Nil where hours or pounds are not told apart from the base's, no more care is given, other care is wanted, or it is
    /// paid for in another week.
    init?(_ results: ScenarioResults, _ scenario: String, in base: String) {
        guard let unmet = results.difference(scenario, CostAndCare.unmetHours, in: base),
            let cost = results.difference(scenario, CostAndCare.workforceCost, in: base),
            unmet.isTold, cost.isTold, unmet.difference < -1e-9,
            results.wantsSameCare(scenario, in: base), !results.paysElsewhere(scenario)
        else { return nil }
        (self.base, self.scenario) = (base, scenario)
        let besides = results.difference(scenario, CostAndCare.preparationCost, in: base)?.difference ?? 0
        (hours, pounds) = (-unmet.difference, cost.difference + besides)
        hoursRange = unmet.range.map { -$0.upperBound ... -$0.lowerBound }
        poundsRange = cost.range.map { ($0.lowerBound + besides)...($0.upperBound + besides) }
        verdict = unmet.verdict == .proved && cost.verdict == .proved ? .proved : .shown
    }
}

extension ScenarioDifference {
    /// Whether a figure is told of it that is not that of one plan.
    var isTold: Bool {
        switch verdict {
        case .proved, .shown: true
        case .samePlan, .notToldApart: false
        }
    }
}

extension ScenarioResults {
    /// The levers of a base that buy most care for a pound, the best first: those that cost nothing by their hours, then by
    /// hours for a pound; of equal ones in the order of the file.
    public func levers(of base: String) -> [Lever] {
        let all = file.scenarios.compactMap { Lever(self, $0.name, in: base) }
        return all.enumerated().sorted { one, other in
            let (own, its) = (
                one.element.hoursForAThousand ?? .infinity, other.element.hoursForAThousand ?? .infinity
            )
            if own != its { return own > its }
            if own == .infinity, one.element.hours != other.element.hours {
                return one.element.hours > other.element.hours
            }
            return one.offset < other.offset
        }.map(\.element)
    }

    /// Whether what a scenario brings in one week is paid in another: that is told as a payback.
    fileprivate func paysElsewhere(_ scenario: String) -> Bool {
        bases.count > 1
            && file.scenarios.first { $0.name == scenario }?.overlays.contains {
                $0.isPrepared || $0.holdsLater
            } == true
    }

    /// How many levers are shown.
    static let leversShown = 3
}
