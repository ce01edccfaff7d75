// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Figures
import Tables
import Wording
import Workforce

extension RotaComparison {
    /// The name of the table by which a folder is known to hold a comparison.
    public static let table = "comparison"

    /// The figures side by side, and the rules that the rota in use breaks.
    public var tables: [Table] { [figureTable, ruleTable] }

    private var figureTable: Table {
        Table(
            name: Self.table, caption: "Today's rota beside the plan",
            columns: [
                .text("of", "section"), .text("figure", "item"), .text("unit", "unit"),
                .number("today's rota", "today"), .number("the plan", "optimised"),
                .number("difference", "difference"),
            ],
            rows: figures.map { figure in
                [
                    .text(figure.section), .text(figure.item), .text(figure.unit.rawValue),
                    Self.cell(figure.today, figure.unit), Self.cell(figure.optimised, figure.unit),
                    difference.isShown ? Self.difference(figure) : .blank,
                ]
            })
    }

    private var ruleTable: Table {
        Table(
            name: "broken-rules", caption: "Rules that today's rota breaks",
            columns: [
                .text("rule", "rule"), .text("staff", "staff"), .text("session", "session"),
                .text("line", "line"), .text("team", "team"), .prose("what breaks it", "sentence"),
            ],
            rows: today.brokenRules.map { broken in
                [
                    .text(broken.rule.rawValue), .text(broken.staff ?? ""),
                    .text(name(ofSession: broken.session)), .text(broken.line ?? ""),
                    .text(broken.team ?? ""), .text(broken.sentence),
                ]
            })
    }

    private func name(ofSession index: Int?) -> String {
        guard let index, week.sessions.indices.contains(index) else { return "" }
        return week.sessions[index].id
    }

    private static func cell(_ value: Double?, _ unit: ComparisonFigure.Unit) -> Table.Cell {
        switch unit {
        case .pounds: .pounds(value)
        case .hours: .hours(value)
        case .share: .share(value)
        case .contacts, .sessions, .heads, .changes: value.map { .count(Int($0.rounded())) } ?? .blank
        }
    }

    /// Shares differ by points: of 40 per cent and 50 it is ten points, and not 10 per cent.
    private static func difference(_ figure: ComparisonFigure) -> Table.Cell {
        guard figure.unit == .share, let difference = figure.difference else {
            return cell(figure.difference, figure.unit)
        }
        return .text(
            Show.decimal(difference * 100, places: 1) + " points",
            exact: Decimals.text(difference, atLeast: 4, atMost: 9))
    }

    /// The comparison in lines of plain text, for the terminal.
    public var lines: [String] {
        var lines = shownTable.lines + [""]
        lines.append(verdict)
        lines.append(contactsInWords)
        lines.append("The plan: " + ReportFigures(week: week, plan: optimised).price.statusInWords + ".")
        if saysOtherwiseOfPast {
            lines.append(
                "Of sessions that are over today's rota says something else than current/deployments.csv, as of people "
                    + "who are absent there by now: they are priced as they stand.")
        }
        // Each of these is a broken rule where a team could use the person; one sentence says it for all.
        let others = today.brokenRules.filter { $0.rule != .onePlace }
        if !withoutPlace.isEmpty {
            let rule =
                others.count == today.brokenRules.count
                ? ""
                : " Everybody on duty whom a team could use has to be told where to go, so this breaks a rule."
            lines.append(
                "Of \(Show.counted(withoutPlace.count, "session")) of people on duty today's rota says nothing: they "
                    + "are taken to be there without a place, and give no care.\(rule)")
        }
        if !others.isEmpty {
            lines.append(
                "Today's rota breaks rules in \(Show.counted(others.count, "place")); it is priced all the same, and "
                    + "no plan that keeps the rules can copy it:")
            lines += Self.shown(others)
        }
        if !brokenByOptimised.isEmpty {
            lines.append(
                "The plan beside it breaks rules in \(Show.counted(brokenByOptimised.count, "place")): somebody has "
                    + "changed it, or it is of another week:")
            lines += Self.shown(brokenByOptimised)
        }
        return lines
    }

    /// Breaches as lines, not more than anybody reads; the table of them holds all.
    private static func shown(_ broken: [Violation]) -> [String] {
        let most = 40
        let lines = broken.prefix(most).map { "  " + Table.plain($0.sentence) }
        guard broken.count > most else { return lines }
        return lines + [
            "  and \(Show.count(broken.count - most)) more, all of them in broken-rules.csv with --out"
        ]
    }

    /// The table as it is shown: a section is named once.
    private var shownTable: Table {
        var table = figureTable
        for row in table.rows.indices.dropFirst().reversed()
        where table.rows[row][0] == table.rows[row - 1][0] {
            table.rows[row][0] = .blank
        }
        return table
    }

    /// What the plan is worth, in a sentence.
    public var verdict: String {
        let unmet = [today.plan, optimised].map { plan in
            plan.unmet.reduce(0) { $0 + ($1.priority.isCare ? $1.contacts : 0) }
        }
        let money = [today.plan, optimised].map { $0.summary.terms[.bookings] }
        let price = difference.words(Show.pounds)
        guard difference.isShown else { return price + "." }
        let care = unmet[0] - unmet[1]
        let contacts =
            care == 0
            ? "as many contacts are met"
            : "\(Show.count(abs(care))) \(care > 0 ? "more" : "fewer") "
                + (abs(care) == 1 ? "contact is met" : "contacts are met")
        let spent = money[1] - money[0]
        let bookings =
            abs(spent) < 0.005
            ? "bookings cost the same"
            : "bookings cost \(Show.pounds(abs(spent))) \(spent > 0 ? "more" : "less")"
        return "\(price): \(contacts), and \(bookings)."
    }

    private var contactsInWords: String {
        today.aboveBestContacts < 0.005
            ? "The contacts given to today's rota are proved the best for it."
            : "The contacts given to today's rota are at most \(Show.pounds(today.aboveBestContacts)) above the "
                + "best for it."
    }
}
