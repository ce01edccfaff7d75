// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// The tables of the two sheets that a report of scenarios opens with: what differs, cash first, in a week and in a year, and
/// what is assumed, in short.
struct BoardTables {
    let results: ScenarioResults

    /// Rows that there is room for on the first sheet; of each table paper has the first ten.
    private static let room = 20
    private static let mostRows = 10
    /// Letters of what is assumed, and of why, that there is room for.
    private static let letters = (value: 90, why: 60)

    /// The tables of the first sheet: which weeks pass, where that is asked, then weeks and the year as far as there is room.
    /// Of several weeks the year stands first. One comparison is always there.
    var first: [Table] {
        let weeks = results.bases.map { comparison(of: $0.name) }
        let year = [year].compactMap(\.self)
        let wanted = results.bases.count > 1 ? year + weeks : weeks + year
        var tables = results.file.tests.isEmpty ? [] : [PassTables(results).counts]
        var taken = tables.reduce(0) { $0 + Self.rows($1) }
        for (place, table) in wanted.enumerated() {
            guard place == 0 || taken + Self.rows(table) <= Self.room else { break }
            tables.append(table)
            taken += Self.rows(table)
        }
        return tables
    }

    private static func rows(_ table: Table) -> Int { min(table.rows.count, mostRows) }

    // MARK: What differs

    /// What a board reads of a week: what is paid first, then care.
    private var shown: [(name: String, title: String)] {
        [(CostAndCare.workforceCost, "Workforce cost")]
            + (results.options.pay == nil ? [] : [(CostAndCare.fullCost, "Full cost")])
            + [
                (CostAndCare.agencyPay, "Agency"), (CostAndCare.agencyShare, "Agency's share"),
                (CostAndCare.unmetHours + "_critical", "Critical hours unmet"),
                (CostAndCare.unmetHours + "_urgent", "Urgent hours unmet"),
            ]
    }

    private func comparison(of base: String) -> Table {
        var table = ScenarioTables(results).summary(
            of: base, named: "board", shown + [(name: CostAndCare.price, title: "Price")])
        table.caption = "\(base), cash first: the base, and what differs from it"
        return table
    }

    /// The same of a year; nil where the file says nothing of one.
    private var year: Table? {
        guard let year = AnnualFigures(results) else { return nil }
        let base = shown.map { figure in year.base.first { $0.name == figure.name } }
        let scenarios = results.file.scenarios.map(\.name).filter { name in
            year.rows.contains { $0.scenario == name }
        }
        return Table(
            name: "year-board", caption: "In a year: the base, and what differs from it",
            columns: [.text("Scenario", "scenario")] + shown.map { .text($0.title, $0.name) },
            rows: [
                [.text(ScenarioFile.base)]
                    + base.map { .text($0.map { $0.unit.cell($0.value).shownText } ?? "–") }
            ]
                + scenarios.map { scenario in
                    [.text(scenario)]
                        + shown.map { figure in
                            let row = year.rows.first {
                                $0.scenario == scenario && $0.figure.name == figure.name
                            }
                            return .text(
                                row.map { $0.verdict.words($0.difference, $0.range, $0.figure.unit) } ?? "–")
                        }
                })
    }

    // MARK: What is assumed

    /// What is assumed, cut to what a line or two hold.
    var register: Table {
        var table = ScenarioTables(results).assumptions
        table.name = "register"
        table.caption = "What is assumed, in short"
        table.rows = table.rows.map { row in
            row.enumerated().map { place, cell in
                place == 1
                    ? Self.cut(cell, to: Self.letters.value)
                    : place == 2 ? Self.cut(cell, to: Self.letters.why) : cell
            }
        }
        return table
    }

    private static func cut(_ cell: Table.Cell, to letters: Int) -> Table.Cell {
        let text = cell.shownText
        guard text.count > letters else { return cell }
        let words = text.prefix(letters).split(separator: " ").dropLast()
        return .text((words.isEmpty ? String(text.prefix(letters)) : words.joined(separator: " ")) + " …")
    }
}
