// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Pay
import Workforce

/// What came of one replicate of a scenario.
public struct ReplicateOutcome: Sendable {
    /// The replicate, from 1.
    public let replicate: Int
    /// Its figures.
    public let figures: [CostAndCareFigure]
    /// Pounds of its plan.
    public let price: Double
    /// Pounds that no plan is below.
    public let bound: Double
    /// The scenario whose plan it is, where that is another.
    public let from: String?
    /// What its plan decides, by which plans are known to be the same.
    let rows: PlanRows
    /// The week that it was of, with its changes, and its plan.
    public var planned: (week: Week, plan: Plan)?
    /// Pounds of agency, rostered and booked, that no plan of its week is above; nil: nothing caps them.
    var mostAgency: Double? = nil

    /// Whether no plan is cheaper than its own.
    var isProved: Bool { price - bound < SharedPlans.least }
}

/// What came of a scenario in a base.
public struct ScenarioOutcome: Sendable {
    /// The base's name.
    public let base: String
    /// The scenario.
    public let scenario: ScenarioFile.Scenario
    /// Its replicates that are done, in order.
    public let replicates: [ReplicateOutcome]
    /// Whether all replicates are of one week, so that they differ by the luck of the search alone. Where something is
    /// drawn they are not, however few there are and whatever was drawn.
    public let isOneWeek: Bool
    /// Whom it moves for good.
    public let moved: [MovedPerson]
    /// Names of the figures that are the scenario's own, whatever is planned.
    let given: Set<String>

    init(
        _ base: String, _ scenario: ScenarioFile.Scenario, _ replicates: [ReplicateOutcome],
        moved: [MovedPerson] = [], given: Set<String> = []
    ) {
        (self.base, self.scenario, self.replicates) = (base, scenario, replicates)
        (self.moved, self.given) = (moved, given)
        isOneWeek = !scenario.isDrawn
    }

    /// - Parameter besides: Figures that are the scenario's own, whatever is planned; they stand first.
    init(
        _ base: String, _ scenario: ScenarioFile.Scenario, runs: [ScenarioRun], pay: PayTable?,
        moved: [MovedPerson] = [], besides: [CostAndCareFigure] = []
    ) {
        self.init(
            base, scenario,
            runs.map { run in
                let figures = ReportFigures(week: run.week, plan: run.plan)
                let booked = run.plan.bookings.filter { $0.employment == .agency }.reduce(0) { $0 + $1.cost }
                return ReplicateOutcome(
                    replicate: run.replicate,
                    figures: besides + CostAndCare.of(figures, plan: run.plan, week: run.week, pay: pay),
                    price: run.price, bound: min(run.bound, run.price), from: run.from, rows: run.plan.rows,
                    planned: (run.week, run.plan),
                    // The cap is one of bookings; what is rostered is paid besides.
                    mostAgency: run.week.policy.agencyCap.map { $0 + figures.bookings.agencyPounds - booked })
            }, moved: moved, given: Set(besides.map(\.name)))
    }

    /// A replicate by its number.
    public func replicate(_ number: Int) -> ReplicateOutcome? {
        replicates.first { $0.replicate == number }
    }

    /// The replicate with the cheapest plan; of equal ones the first.
    public var best: ReplicateOutcome? {
        replicates.min { ($0.price, $0.replicate) < ($1.price, $1.replicate) }
    }

    /// The scenario's figure: of one week that of the best plan, of drawn weeks the mean.
    public func value(_ name: String) -> Double? {
        if isOneWeek { return best?.value(name) }
        let values = replicates.compactMap { $0.value(name) }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// Between which values it lies in the replicates.
    public func range(_ name: String) -> ClosedRange<Double>? {
        let values = replicates.compactMap { $0.value(name) }
        guard let least = values.min(), let most = values.max() else { return nil }
        return least...most
    }

    /// How far replicates of one week lie apart by the luck of the search; 0 where weeks are drawn, since nobody knows.
    func luck(_ name: String) -> Double {
        guard isOneWeek, let range = range(name) else { return 0 }
        return range.upperBound - range.lowerBound
    }

    /// Pounds below which no plan of the one week is; nil where weeks are drawn: others might be drawn.
    public var bound: Double? {
        guard isOneWeek, let most = replicates.map(\.bound).max(), let best else { return nil }
        return min(most, best.price)
    }

    /// Pounds of agency that none of its weeks is above; nil: nothing caps them in some.
    var mostAgency: Double? {
        let all = replicates.compactMap(\.mostAgency)
        return all.count == replicates.count ? all.max() : nil
    }

    /// Whether no plan is cheaper than those that its figures are of.
    var isProved: Bool {
        if let bound, let best { return best.price - bound < SharedPlans.least }
        return replicates.allSatisfy(\.isProved)
    }
}

extension ReplicateOutcome {
    /// A figure by its name.
    public func value(_ name: String) -> Double? { figures.first { $0.name == name }?.value }
}
