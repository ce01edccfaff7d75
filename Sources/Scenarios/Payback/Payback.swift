// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import Wording
import Workforce

/// When what training or reviews bring outweighs what they took: week by week in order of the dates, added up.
public struct Payback: Sendable {
    /// What is gained.
    public enum Gain: String, Sendable, CaseIterable {
        /// Contact hours fewer unmet.
        case care
        /// Pounds fewer paid: workforce cost, courses, and hours that are paid for.
        case pounds
        /// Both, at the policy's weights of care: the price less, and what is paid for training and reviews.
        case price

        /// The figure that a gain is less of.
        var figure: String {
            switch self {
            case .care: CostAndCare.unmetHours
            case .pounds: CostAndCare.workforceCost
            case .price: CostAndCare.price
            }
        }

        /// What it is counted in.
        public var unit: CostAndCareFigure.Unit {
            switch self {
            case .care: .hours
            case .pounds, .price: .pounds
            }
        }
    }

    /// A week, with what was gained in it and until its end.
    public struct Week: Sendable {
        /// The base's name.
        public let base: String
        /// Its first day.
        public let start: CalendarDay
        /// What is gained in it; below 0: lost.
        public let gain: Double
        /// Between which values that lies; nil: not known.
        public let range: ClosedRange<Double>?
        /// Whether it is told apart from nothing, or known to be nothing.
        public let isTold: Bool
        /// What is gained until its end.
        public let sum: Double
        /// Between which values that lies; nil: not known.
        public let sumRange: ClosedRange<Double>?
        /// Whether all weeks so far are told, so that the sum is.
        public let isSumTold: Bool

        /// Whether more may be gained than lost until its end, as far as anybody knows.
        var mayBePaidBack: Bool { sumRange.map { $0.upperBound > Payback.nothing } ?? true }
    }

    /// The scenario's name.
    public let scenario: String
    /// What is gained.
    public let gain: Gain
    /// The weeks, in order of their dates.
    public let weeks: [Week]

    /// How it ends.
    public enum Verdict: Sendable, Equatable {
        /// By the end of a week more was gained than lost, which is told apart; the week's number in order of dates, from 1.
        case paidBack(week: Int)
        /// By the end of no week, which is told apart.
        case notWithin
        /// It may be luck.
        case notToldApart
    }

    /// When it pays back.
    public var verdict: Verdict {
        var mayBe = false
        for (place, week) in weeks.enumerated() {
            guard week.isSumTold, let range = week.sumRange else { return .notToldApart }
            if range.lowerBound > Self.nothing { return .paidBack(week: place + 1) }
            mayBe = mayBe || week.mayBePaidBack
        }
        return mayBe ? .notToldApart : .notWithin
    }

    /// Gains below this are none.
    fileprivate static let nothing = SharedPlans.least

    /// Weeks, added up.
    init(_ scenario: String, _ gain: Gain, added weeks: [Week]) {
        (self.scenario, self.gain, self.weeks) = (scenario, gain, weeks)
    }

    /// - Parameter weeks: Each week with the difference to its base, in order of dates, pounds of its training and reviews,
    ///   and whether a plan that is the base's is so for sure: nothing is otherwise in it, or no plan of either is cheaper.
    init(
        _ scenario: String, _ gain: Gain,
        weeks: [(base: ScenarioBase, difference: ScenarioDifference, pounds: Double, isSure: Bool)]
    ) {
        (self.scenario, self.gain) = (scenario, gain)
        var (sum, sumRange, isTold) = (0.0, 0.0...0.0 as ClosedRange<Double>?, true)
        self.weeks = weeks.map { base, difference, pounds, isSure in
            let spent = gain == .care ? 0 : pounds
            let own = -difference.difference - spent
            let range: ClosedRange<Double>?
            switch difference.verdict {
            case .proved, .shown:
                range =
                    difference.range.map { (-$0.upperBound - spent)...(-$0.lowerBound - spent) } ?? own...own
            case .samePlan where isSure: range = own...own
            case .samePlan, .notToldApart:
                range = difference.range.map { (-$0.upperBound - spent)...(-$0.lowerBound - spent) }
            }
            let isKnown =
                switch difference.verdict {
                case .proved, .shown: true
                case .samePlan: isSure
                case .notToldApart: false
                }
            sum += own
            isTold = isTold && isKnown
            sumRange = sumRange.flatMap { sum in
                range.map { (sum.lowerBound + $0.lowerBound)...(sum.upperBound + $0.upperBound) }
            }
            return Week(
                base: base.name, start: base.week.start, gain: own, range: range, isTold: isKnown, sum: sum,
                sumRange: sumRange, isSumTold: isTold)
        }
    }
}

extension ScenarioResults {
    /// The paybacks of every scenario of training or reviews that hold from a day on, in the order of the file. One in which
    /// something else is tried, too, has none: what that brings is not theirs.
    public var paybacks: [Payback] {
        let dated = DatedWeeks(bases.map(\.week))
        let scenarios = file.scenarios.filter { !$0.isBase && $0.overlays.allSatisfy(\.holdsLater) }
        return scenarios.flatMap { scenario in
            Payback.Gain.allCases.compactMap { gain -> Payback? in
                let weeks = dated.order.compactMap { place in
                    difference(scenario.name, gain.figure, in: bases[place].name).map {
                        (
                            base: bases[place], difference: $0,
                            pounds: scenario.preparation(in: place, of: dated).pounds,
                            isSure: isSure(scenario, in: place, of: dated)
                        )
                    }
                }
                return weeks.count == bases.count ? Payback(scenario.name, gain, weeks: weeks) : nil
            }
        }
    }

    /// Whether a scenario cannot have a better plan than the base's where the best one known is that: nothing is otherwise in
    /// the week, or no plan of either is cheaper.
    private func isSure(_ scenario: ScenarioFile.Scenario, in place: Int, of dated: DatedWeeks) -> Bool {
        let steps = ScenarioSteps(
            scenario, of: place, in: dated, replicate: 1, seed: options.seed, agencyPay: nil, Diagnostics())
        if steps.changes.allSatisfy(\.isEmpty) { return true }
        let base = bases[place].name
        return [scenario.name, ScenarioFile.base].allSatisfy { outcome($0, in: base)?.isProved == true }
    }
}
