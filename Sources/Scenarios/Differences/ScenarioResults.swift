// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// What came of scenarios: every figure of every run, and what differs from the base.
public struct ScenarioResults: Sendable {
    /// The file.
    public let file: ScenarioFile
    /// The weeks.
    public let bases: [ScenarioBase]
    /// How they were searched.
    public let options: ScenarioOptions
    /// What came of each scenario in each base: base by base, scenarios in their order. Those of which no run is done are
    /// left out.
    public let outcomes: [ScenarioOutcome]
    /// How little care goes unmet for how much agency, base by base; none where no frontier is asked for. Bases of which
    /// no point is done are left out.
    public let frontiers: [Frontier]
    /// What the bookings of each tier are worth, base by base and scenario by scenario, of those that are run by name and
    /// draw nothing.
    public let worth: [TierWorth]
    /// What each base's best plan paid for agency before plans were shared, by which caps were fixed; nil: it is not known.
    public let agencyPays: [AgencyOfBase?]
    /// What differs from each point of a sweep over one figure to the next one: base by base, sweeps in their order.
    public let steps: [SweepStep]
    /// Whether runs are missing because somebody stopped it.
    public let lacksRuns: Bool
    /// Whether every plan was offered to the other scenarios; it is not where somebody stopped it before.
    public let isShared: Bool
    /// Whether somebody stopped it before its end.
    public var isInterrupted: Bool { lacksRuns || !isShared }

    /// Bases and scenarios in which other care is wanted than in the base: fewer hours unmet of it are none given.
    private let wantingOther: Set<[String]>
    /// Where the outcome of a base and a scenario stands.
    private let places: [[String]: Int]
    /// What differs from the base in each outcome, in the order of the figures.
    private let byOutcome: [[ScenarioDifference]]

    init(
        _ file: ScenarioFile, bases: [ScenarioBase], options: ScenarioOptions, runs: [ScenarioRun],
        worth: [TierWorth] = [], agencyPays: [AgencyOfBase?], lacksRuns: Bool, isShared: Bool
    ) {
        (self.file, self.bases, self.options) = (file, bases, options)
        (self.agencyPays, self.worth) = (agencyPays, worth)
        (self.lacksRuns, self.isShared) = (lacksRuns, isShared)
        wantingOther = Set(
            runs.filter { $0.week.careMinutes != $0.base.week.careMinutes }.map {
                [$0.base.name, $0.scenario]
            })
        let byScenario = Dictionary(grouping: runs) { [$0.base.name, $0.scenario] }
        let dated = DatedWeeks(bases.map(\.week))
        outcomes = bases.enumerated().flatMap { place, base in
            file.scenarios.compactMap { scenario in
                byScenario[[base.name, scenario.name]].map { own in
                    let moved = own.first.map { scenario.moved(from: base.week, to: $0.week) } ?? []
                    return ScenarioOutcome(
                        base.name, scenario, runs: own.sorted { $0.replicate < $1.replicate },
                        pay: options.pay, moved: moved,
                        besides: (file.isPrepared
                            ? scenario.preparation(in: place, of: dated).figures : [])
                            + (file.movesPeople ? moved.figures : []))
                }
            }
        }
        frontiers =
            file.frontier.map { request in
                bases.compactMap { base in
                    Frontier(request, base, runs: runs.filter { $0.base.name == base.name })
                }
            } ?? []
        let places = Dictionary(
            outcomes.enumerated().map { ([$1.base, $1.scenario.name], $0) },
            uniquingKeysWith: { first, _ in first })
        self.places = places
        let all = outcomes
        let order = PriceOrder(runs)
        steps = SweepStep.all(file, bases, order) { scenario, base in
            places[[base, scenario]].map { all[$0] }
        }
        byOutcome = all.map { outcome in
            guard !outcome.scenario.isBase,
                let base = places[[outcome.base, ScenarioFile.base]].map({ all[$0] })
            else { return [] }
            return ScenarioDifference.all(of: outcome, to: base, order)
        }
    }

    /// Whether a scenario of a base asks for as much care as the base does.
    func wantsSameCare(_ scenario: String, in base: String) -> Bool {
        !wantingOther.contains([base, scenario])
    }

    /// What came of a scenario in a base.
    public func outcome(_ scenario: String, in base: String) -> ScenarioOutcome? {
        places[[base, scenario]].map { outcomes[$0] }
    }

    /// By how much a figure of a scenario is another than the base's; nil where one of the two has none.
    func difference(_ scenario: String, _ figure: String, in base: String) -> ScenarioDifference? {
        differences(scenario, in: base).first { $0.figure.name == figure }
    }

    /// By how much the figures of a scenario are others than the base's, in their order.
    func differences(_ scenario: String, in base: String) -> [ScenarioDifference] {
        places[[base, scenario]].map { byOutcome[$0] } ?? []
    }

    /// What differs from the base, base by base and scenario by scenario, in the order of the figures.
    public var differences: [ScenarioDifference] { Array(byOutcome.joined()) }
}

extension Week {
    /// Contact minutes of the care that is wanted, line by line.
    fileprivate var careMinutes: [Int] {
        let minutes = Dictionary(
            framework.activities.map { ($0.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
        return demand.map { $0.priority.isCare ? $0.contacts * (minutes[$0.activity] ?? 0) : 0 }
    }
}
