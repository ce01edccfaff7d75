// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// Figures of a year: each base's times the weeks that are like it.
public struct AnnualFigures {
    /// A figure of a year, and what differs from the base's year.
    public struct Row: Sendable {
        /// The scenario's name.
        public let scenario: String
        /// The figure, with its value in a year.
        public let figure: CostAndCareFigure
        /// The scenario's year less the base's.
        public let difference: Double
        /// Between which values it lies, as far as it is known of every week; nil: not known.
        public let range: ClosedRange<Double>?
        /// The weakest of what is known week by week; not told apart where weeks say opposite things.
        public let verdict: ScenarioDifference.Verdict
    }

    /// The base's own year: figures that add up over weeks, then agency's shares.
    public let base: [CostAndCareFigure]
    /// The rows: scenarios in their order, figures that add up over weeks, then agency's shares.
    public let rows: [Row]

    /// Agency's shares of a year: pounds over pounds, since shares of weeks do not add up.
    private static let shares = [
        (share: CostAndCare.agencyShare, of: CostAndCare.workforceCost),
        (share: CostAndCare.agencyShareOfFullCost, of: CostAndCare.fullCost),
    ]

    /// The figures of a year; nil where a base does not say how many weeks are like it. Of a scenario of which something
    /// holds from a day on no week is like the others of its year, so it has none.
    public init?(_ results: ScenarioResults) {
        let weeks = results.bases.compactMap(\.weeksAYear)
        guard weeks.count == results.bases.count else { return nil }
        let scenarios = results.file.scenarios.filter { scenario in
            !scenario.isBase && !scenario.overlays.contains(where: \.holdsLater)
        }
        base = Self.base(of: results, weeks)
        rows = scenarios.flatMap { scenario -> [Row] in
            let first = results.bases.first.map { results.differences(scenario.name, in: $0.name) } ?? []
            let sums = first.filter { $0.figure.addsUp }.map(\.figure.name)
                .compactMap { name -> Row? in
                    let own = results.bases.compactMap {
                        results.difference(scenario.name, name, in: $0.name)
                    }
                    guard own.count == weeks.count, let first = own.first else { return nil }
                    let weeks = Self.times(name, weeks)
                    let value = zip(own, weeks).reduce(0) { $0 + ($1.0.figure.value ?? 0) * $1.1 }
                    return Row(
                        scenario: scenario.name,
                        figure: first.figure.with(value),
                        difference: zip(own, weeks).reduce(0) { $0 + $1.0.difference * $1.1 },
                        range: Self.range(own, weeks), verdict: Self.verdict(own))
                }
            return sums
                + Self.shares.compactMap { Self.share($0.share, of: $0.of, scenario.name, sums, results) }
        }
    }

    private static func base(of results: ScenarioResults, _ weeks: [Double]) -> [CostAndCareFigure] {
        let outcomes = results.bases.compactMap { results.outcome(ScenarioFile.base, in: $0.name) }
        guard outcomes.count == weeks.count, let figures = outcomes.first?.best?.figures else { return [] }
        let sums = figures.filter(\.addsUp).compactMap { figure -> CostAndCareFigure? in
            let values = outcomes.compactMap { $0.value(figure.name) }
            guard values.count == weeks.count else { return nil }
            let weeks = times(figure.name, weeks)
            return figure.with(zip(values, weeks).reduce(0) { $0 + $1.0 * $1.1 })
        }
        func sum(_ name: String) -> Double? { sums.first { $0.name == name }?.value }
        return sums
            + shares.compactMap { one in
                guard let cost = sum(one.of), cost > 0, let agency = sum(CostAndCare.agencyPay) else {
                    return nil
                }
                return figures.first { $0.name == one.share }?.with(agency / cost)
            }
    }

    /// How often each week's figure counts in a year: courses, educators and reviews are paid once.
    private static func times(_ name: String, _ weeks: [Double]) -> [Double] {
        CostAndCare.ofPreparation.contains(name) ? weeks.map { _ in 1 } : weeks
    }

    /// Agency's share of a year; nil where nothing is paid. Of several weeks it is told apart where agency, what it is a
    /// share of and the share are in every week, all of which say what the year does: a year of weeks that weigh otherwise
    /// than before could say something else.
    private static func share(
        _ name: String, of all: String, _ scenario: String, _ sums: [Row], _ results: ScenarioResults
    ) -> Row? {
        let own = results.bases.compactMap { results.difference(scenario, name, in: $0.name) }
        guard own.count == results.bases.count, let figure = own.first?.figure,
            let agency = sums.first(where: { $0.figure.name == CostAndCare.agencyPay }),
            let cost = sums.first(where: { $0.figure.name == all }),
            let pounds = agency.figure.value, let paid = cost.figure.value, paid > 0,
            paid - cost.difference > 0
        else { return nil }
        let difference = pounds / paid - (pounds - agency.difference) / (paid - cost.difference)
        let agrees = own.allSatisfy { $0.difference * difference >= 0 }
        let range = own.count == 1 ? own[0].range : nil
        return Row(
            scenario: scenario, figure: figure.with(pounds / paid), difference: difference,
            range: range.flatMap { $0.contains(difference) ? $0 : nil },
            verdict: !agrees
                ? .notToldApart
                : own.count == 1
                    ? own[0].verdict : weakest(own.map(\.verdict) + [agency.verdict, cost.verdict]))
    }

    private static func range(_ own: [ScenarioDifference], _ weeks: [Double]) -> ClosedRange<Double>? {
        let ranges = own.compactMap(\.range)
        guard ranges.count == own.count else { return nil }
        let ends = zip(ranges, weeks).reduce((low: 0.0, high: 0.0)) {
            ($0.low + $1.0.lowerBound * $1.1, $0.high + $1.0.upperBound * $1.1)
        }
        return ends.low...ends.high
    }

    private static func verdict(_ own: [ScenarioDifference]) -> ScenarioDifference.Verdict {
        let isSplit = own.contains { $0.difference > 0 } && own.contains { $0.difference < 0 }
        return isSplit ? .notToldApart : weakest(own.map(\.verdict))
    }

    /// What those that agree say; of others the weaker holds.
    private static func weakest(_ verdicts: [ScenarioDifference.Verdict]) -> ScenarioDifference.Verdict {
        let all = Set(verdicts)
        if all.contains(.notToldApart) { return .notToldApart }
        return all.count == 1 ? verdicts[0] : .shown
    }
}

extension CostAndCareFigure {
    /// Whether weeks of it add up to a year.
    fileprivate var addsUp: Bool { unit != .share && unit != .people }
}
