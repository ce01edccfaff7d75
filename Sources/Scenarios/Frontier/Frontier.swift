// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// How little care of some priorities goes unmet in a week for how much agency pay.
///
/// A point is a cap on agency pay. Its rectangle reaches from what is proved of every plan within the cap to the best plan
/// known: to the right from what that plan pays to the cap, upwards from the hours that every plan leaves unmet to those that
/// this one does. How little can go unmet for any pay in between lies in the rectangle.
public struct Frontier: Sendable {
    /// One cap.
    public struct Point: Sendable {
        /// Pounds of agency at most; nil: no cap.
        public let cap: Double?
        /// Pounds of booked agency that the plan pays.
        public let pounds: Double
        /// Contact hours of the priorities that the plan leaves unmet.
        public let unmetHours: Double
        /// Hours of them that every plan within the cap leaves unmet.
        public let boundHours: Double
        /// Contact hours of all priorities that the plan leaves unmet.
        public let allUnmetHours: Double
        /// Pounds of all that is paid for.
        public let workforceCost: Double
        /// The scenario, or the point's run, whose plan it is.
        public let planOf: String
        /// Whether another point leaves no more unmet and pays no more.
        public internal(set) var isDominated = false
        /// Hours unmet of the best plan of each replicate, in order.
        let replicates: [Double]

        /// Whether no plan within the cap leaves less unmet.
        public var isProved: Bool { unmetHours - boundHours < 1e-9 }
    }

    /// What the best plan of the base, or of the frontier's scenario, pays and leaves unmet with no cap but its own.
    public struct Today: Sendable {
        /// Pounds of booked agency.
        public let pounds: Double
        /// Pounds of agency on the rota, which no cap is of.
        public let rosteredPounds: Double
        /// Contact hours of the priorities unmet.
        public let unmetHours: Double
    }

    /// The base's name.
    public let base: String
    /// The scenario in which its caps are tried.
    public let scenario: String
    /// The priorities whose hours are counted.
    public let priorities: [Priority]
    /// Pounds that a minute of them weighed.
    public let pounds: Double
    /// The points, the tightest cap first; the last has none.
    public let points: [Point]
    /// How many plans there are of its points.
    public let plans: Int
    /// Where the scenario's best plan stands; nil: it is not done.
    public let today: Today?

    /// The frontier of a base; nil where no point of it is done, or the run of its scenario is not.
    ///
    /// - Parameter runs: Those of the base, with plans shared and bounds raised.
    init?(_ request: FrontierRequest, _ base: ScenarioBase, runs: [ScenarioRun]) {
        let scenario = request.scenario.name
        let week = request.scenario.isBase ? base.week : runs.first { $0.scenario == scenario }?.week
        guard let week, let weight = FrontierWeight(week, request.priorities) else { return nil }
        let plans = runs.filter { $0.point != nil || $0.scenario == scenario }.map {
            FrontierPlan($0, weight)
        }
        let caps = Set(plans.compactMap(\.run.point)).sorted {
            ($0.pounds ?? .infinity) < ($1.pounds ?? .infinity)
        }
        guard !caps.isEmpty else { return nil }
        (self.base, self.scenario) = (base.name, scenario)
        (priorities, pounds) = (request.priorities, weight.pounds)
        self.plans = plans.count { $0.run.point != nil }
        today = FrontierPlan.cheapest(of: plans.filter { $0.run.point == nil }).map {
            Today(
                pounds: $0.pounds, rosteredPounds: AgencyOfBase($0.run.week, $0.run.plan).rostered,
                unmetHours: Double($0.minutes) / 60)
        }
        var points: [Point] = []
        var least = 0
        // From the loosest cap on: what every plan leaves unmet within it, every plan within a tighter one does.
        for cap in caps.reversed() {
            let own = plans.filter { $0.run.point == cap }
            least = own.map { weight.minutes(provedBy: $0.run.bound) }.reduce(least, max)
            guard let point = Point(cap, plans.filter { $0.keeps(cap) }, least: least) else { return nil }
            points.append(point)
        }
        points.reverse()
        for (place, point) in points.enumerated() {
            points[place].isDominated = points.enumerated().contains { other, one in
                other != place && one.dominates(point) && (!point.dominates(one) || other < place)
            }
        }
        self.points = points
    }

    /// Where it is of: `place-week`, or `place-week with absence-7`.
    var place: String { scenario == ScenarioFile.base ? base : "\(base) with \(scenario)" }

    /// What the point of today is: `as things are`, or `absence-7, no cap but the week's own`.
    var todayWords: String {
        scenario == ScenarioFile.base ? "as things are" : "\(scenario), no cap but the week's own"
    }

    /// `critical and urgent`.
    var care: String { Naming.list(priorities.map(\.rawValue)) }

    /// The points that no other is as good as, the cheapest first.
    public var efficient: [Point] {
        points.filter { !$0.isDominated }.sorted { ($0.pounds, $1.unmetHours) < ($1.pounds, $0.unmetHours) }
    }
}

extension Frontier.Point {
    /// The best of some plans that keep a cap.
    fileprivate init?(_ cap: FrontierCap, _ plans: [FrontierPlan], least: Int) {
        guard let best = FrontierPlan.best(of: plans) else { return nil }
        let week = best.run.week
        let figures = CostAndCare.of(ReportFigures(week: week, plan: best.run.plan))
        func value(_ name: String) -> Double { figures.first { $0.name == name }?.value ?? 0 }
        (self.cap, pounds) = (cap.pounds, best.pounds)
        (unmetHours, boundHours) = (Double(best.minutes) / 60, Double(min(least, best.minutes)) / 60)
        (allUnmetHours, workforceCost) = (value(CostAndCare.unmetHours), value(CostAndCare.workforceCost))
        planOf = best.run.from ?? best.run.scenario
        let numbers = Set(plans.map(\.run.replicate)).sorted()
        replicates = numbers.compactMap { number in
            plans.filter { $0.run.replicate == number }.map { Double($0.minutes) / 60 }.min()
        }
    }

    /// Whether it leaves no more unmet and pays no more.
    fileprivate func dominates(_ other: Frontier.Point) -> Bool {
        pounds <= other.pounds + SharedPlans.least && unmetHours <= other.unmetHours + 1e-9
    }
}
