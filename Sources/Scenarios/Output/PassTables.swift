// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// Which weeks pass and which fail under each scenario, as tables: counted, week by week, and every line by itself.
public struct PassTables {
    private let results: ScenarioResults
    private let weeks: [TestedWeek]

    /// The tables of results.
    public init(_ results: ScenarioResults) {
        self.results = results
        weeks = results.testedWeeks
    }

    /// Every line of every week and scenario: `passes.csv`.
    public var lines: Table {
        Table(
            name: "passes", caption: "Every line, week by week",
            columns: [
                .text("Week", "base"), .text("From", "from"), .text("Scenario", "scenario"),
                .text("Figure", "figure"), .text("Has to be", "side"), .number("Line", "line"),
                .number("Value", "value"), .number("At least", "low"), .number("At most", "high"),
                .text("Verdict", "verdict"),
            ],
            rows: weeks.flatMap(\.passes).map { one in
                let unit = one.unit ?? .sessions
                return [
                    .text(one.base), .text(Show.day(one.start), exact: one.start.iso), .text(one.scenario),
                    .text(one.title, exact: one.test.figure),
                    .text(one.test.side.words, exact: one.test.side.rawValue), unit.cell(one.test.line),
                    unit.cell(one.value),
                ] + unit.cells(one.range) + [.text(one.verdict.rawValue)]
            })
    }

    /// How many weeks pass under each scenario, and by each line alone.
    public var counts: Table {
        Table(
            name: "passes-counted", caption: "In how many weeks every line is kept to",
            columns: [
                .text("Scenario", "scenario"), .number("Passed", "passed"), .number("Failed", "failed"),
                .number("Not told apart", "not_told_apart"),
            ]
                + results.file.tests.enumerated().map { place, test in
                    .text(title(test), "line_\(place + 1)")
                },
            rows: results.file.scenarios.compactMap { scenario in
                let own = weeks.filter { $0.scenario == scenario.name }
                guard !own.isEmpty else { return nil }
                func count(_ verdict: ScenarioPass.Verdict) -> Table.Cell {
                    .count(own.count { $0.verdict == verdict })
                }
                return [.text(scenario.name), count(.passes), count(.fails), count(.notToldApart)]
                    + results.file.tests.indices.map { place in
                        .text(Self.counted(own.map { $0.passes[place].verdict }))
                    }
            })
    }

    /// In how many weeks every line is kept to, in a sentence; nil where nothing is tested.
    var sentence: String? {
        guard !weeks.isEmpty else { return nil }
        let of = Show.counted(Set(weeks.map(\.base)).count, "week")
        let parts = results.file.scenarios.compactMap { scenario -> String? in
            let own = weeks.filter { $0.scenario == scenario.name }.map(\.verdict)
            guard !own.isEmpty else { return nil }
            let open = own.count { $0 == .notToldApart }
            return "\(scenario.name) in \(own.count { $0 == .passes })"
                + (open > 0 ? " (\(open) not told apart)" : "")
        }
        return "Of \(of), every line is kept to: \(Naming.list(parts))."
    }

    /// The most scenarios that have a column.
    private static let mostColumns = 12

    /// A row a week, a column a scenario: those that are run by name, as many as a page has room for.
    var matrix: Table {
        let named = results.file.scenarios.filter { $0.sweep == nil }.map(\.name)
        let scenarios = named.prefix(Self.mostColumns)
        var rows: [[Table.Cell]] = []
        var seen: [String] = []
        for week in weeks where !seen.contains(week.base) {
            seen.append(week.base)
            rows.append(
                [.text(week.base), .text(Show.day(week.start), exact: week.start.iso)]
                    + scenarios.map { name in
                        let own = weeks.first { $0.base == week.base && $0.scenario == name }
                        return .text(own.map(words) ?? "–", exact: own?.verdict.rawValue ?? "")
                    })
        }
        return Table(
            name: "passes-by-week",
            caption: "Which week passes and which fails"
                + (scenarios.count < named.count ? ", under the first \(scenarios.count) scenarios" : ""),
            columns: [.text("Week", "base"), .text("From", "from")]
                + scenarios.enumerated().map { .text($1, "scenario_\($0 + 1)") },
            rows: rows)
    }

    /// `fails: Contacts unmet 3`, by the lines that decide.
    private func words(_ week: TestedWeek) -> String {
        let verdict = week.verdict
        guard verdict == .fails || verdict == .notToldApart else { return verdict.rawValue }
        let deciding = week.passes.filter { $0.verdict == verdict }.map { one in
            guard let unit = one.unit else { return one.title }
            guard verdict == .notToldApart, let range = one.range else {
                return "\(one.title) \(unit.cell(one.value).shownText)"
            }
            let ends = [range.lowerBound, range.upperBound].map { unit.cell($0).shownText }
            return "\(one.title) \(ends.joined(separator: " to "))"
        }
        return "\(verdict.rawValue): \(deciding.joined(separator: "; "))"
    }

    /// `agency_share at most 3.0 %`, in the figure's unit.
    private func title(_ test: ScenarioTest) -> String {
        let known = weeks.lazy.flatMap(\.passes).first { $0.test == test && $0.unit != nil }
        let line = (known?.unit ?? .sessions).cell(test.line).shownText
        return "\(known?.title ?? test.figure): \(test.side.words) \(line)"
    }

    /// `3 of 4`, and of how many it is not told.
    private static func counted(_ verdicts: [ScenarioPass.Verdict]) -> String {
        let open = verdicts.count { $0 == .notToldApart }
        let none = verdicts.count { $0 == .noFigure }
        return "\(verdicts.count { $0 == .passes }) of \(verdicts.count)"
            + (open > 0 ? ", \(open) not told apart" : "") + (none > 0 ? ", \(none) without a figure" : "")
    }
}

extension ScenarioTest.Side {
    /// What it says in a sentence.
    var words: String {
        switch self {
        case .atMost: "at most"
        case .atLeast: "at least"
        }
    }
}
