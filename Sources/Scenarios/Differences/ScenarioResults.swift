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
    /// Pounds that each base's best plan pays for agency, by which caps were fixed; nil: it is not known.
    public let agencyPays: [Double?]
    /// Whether runs are missing because somebody stopped it.
    public let isInterrupted: Bool

    init(
        _ file: ScenarioFile, bases: [ScenarioBase], options: ScenarioOptions, runs: [ScenarioRun],
        agencyPays: [Double?], isInterrupted: Bool
    ) {
        (self.file, self.bases, self.options) = (file, bases, options)
        (self.agencyPays, self.isInterrupted) = (agencyPays, isInterrupted)
        outcomes = bases.flatMap { base in
            file.scenarios.compactMap { scenario in
                let own = runs.filter { $0.base.name == base.name && $0.scenario == scenario.name }
                return own.isEmpty
                    ? nil
                    : ScenarioOutcome(base.name, scenario, own.sorted { $0.replicate < $1.replicate })
            }
        }
    }

    /// What came of a scenario in a base.
    public func outcome(_ scenario: String, in base: String) -> ScenarioOutcome? {
        outcomes.first { $0.base == base && $0.scenario.name == scenario }
    }

    /// By how much a figure of a scenario is another than the base's; nil where one of the two has none.
    func difference(_ scenario: String, _ figure: String, in base: String) -> ScenarioDifference? {
        guard let own = outcome(scenario, in: base), let other = outcome(ScenarioFile.base, in: base) else {
            return nil
        }
        return ScenarioDifference(figure, of: own, to: other)
    }

    /// What differs from the base, base by base and scenario by scenario, in the order of the figures.
    public var differences: [ScenarioDifference] {
        outcomes.filter { !$0.scenario.isBase }.flatMap { outcome -> [ScenarioDifference] in
            guard let base = self.outcome(ScenarioFile.base, in: outcome.base) else { return [] }
            return (outcome.best?.figures ?? []).compactMap {
                ScenarioDifference($0.name, of: outcome, to: base)
            }
        }
    }
}
