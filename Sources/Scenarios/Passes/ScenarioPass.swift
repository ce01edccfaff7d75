// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// Whether a week keeps to a line under a scenario.
public struct ScenarioPass: Sendable {
    /// What is known of it.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Every replicate is on the right side.
        case passes
        /// Every replicate is on the wrong side.
        case fails
        /// Replicates are on both.
        case notToldApart = "not told apart"
        /// There is no such figure in the week, such as a share of nothing.
        case noFigure = "no figure"
    }

    /// The base's name.
    public let base: String
    /// The first day of its week.
    public let start: CalendarDay
    /// The scenario's name.
    public let scenario: String
    /// The line.
    public let test: ScenarioTest
    /// What the figure is counted in; nil where there is none.
    public let unit: CostAndCareFigure.Unit?
    /// What people read of the figure.
    public let title: String
    /// The scenario's figure.
    public let value: Double?
    /// Between which values it lies in the replicates.
    public let range: ClosedRange<Double>?
    /// What is known of it.
    public let verdict: Verdict

    init(_ test: ScenarioTest, _ outcome: ScenarioOutcome, starting start: CalendarDay) {
        let figure = outcome.best?.figures.first { $0.name == test.figure }
        (base, self.start, scenario, self.test) = (outcome.base, start, outcome.scenario.name, test)
        (unit, title) = (figure?.unit, figure?.title ?? test.figure)
        value = outcome.value(test.figure)
        range = outcome.range(test.figure)
        // What some replicates have no value of is not known of the week.
        let values = outcome.replicates.compactMap { $0.value(test.figure) } + (value.map { [$0] } ?? [])
        let right = values.count(where: test.holds)
        verdict =
            values.isEmpty
            ? .noFigure : right == values.count ? .passes : right == 0 ? .fails : .notToldApart
    }
}

extension [ScenarioPass] {
    /// What is known of a week by all of its lines.
    public var verdict: ScenarioPass.Verdict {
        let verdicts = Set(map(\.verdict))
        return [.fails, .notToldApart, .passes].first(where: verdicts.contains) ?? .noFigure
    }
}

/// A week under a scenario, with what is known of each line.
public struct TestedWeek: Sendable {
    /// The base's name.
    public let base: String
    /// The first day of its week.
    public let start: CalendarDay
    /// The scenario's name.
    public let scenario: String
    /// Whether it keeps to each line, in the order of the file.
    public let passes: [ScenarioPass]

    /// What is known of all of them together.
    public var verdict: ScenarioPass.Verdict { passes.verdict }
}

extension ScenarioResults {
    /// The weeks by date, of one day in the order of the file, each under every scenario; none where nothing is tested.
    public var testedWeeks: [TestedWeek] {
        guard !file.tests.isEmpty else { return [] }
        let order = bases.indices.sorted {
            (bases[$0].week.start.number, $0) < (bases[$1].week.start.number, $1)
        }
        return order.flatMap { place -> [TestedWeek] in
            let start = bases[place].week.start
            return outcomes.filter { $0.base == bases[place].name }.map { outcome in
                TestedWeek(
                    base: outcome.base, start: start, scenario: outcome.scenario.name,
                    passes: file.tests.map { ScenarioPass($0, outcome, starting: start) })
            }
        }
    }
}
