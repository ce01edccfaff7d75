// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads `special_days` of week.yaml: bank holidays, and days on which teams are closed.
///
/// A list of mappings: `{date: 2026-12-25, name: Christmas Day, uplift: 0.6, own_uplift: 0.6, closed: [hub]}`. `closed`
/// is a list of teams, or `all`.
enum SpecialDays {
    /// The special days, each with the fields that name its closed teams. Those outside of the horizon change nothing in
    /// it and are kept for the weeks after it, so that one list may serve a year.
    static func read(
        _ node: YAMLNode?, within horizon: ClosedRange<CalendarDay>, _ diagnostics: Diagnostics
    ) -> [(day: SpecialDay, teams: [Field])] {
        guard let items = node?.items("special_days", diagnostics) else { return [] }
        var days: [(day: SpecialDay, teams: [Field])] = []
        var outside: [Field] = []
        for item in items {
            guard let body = item.mapping("a special day", known: keys, diagnostics) else { continue }
            let dateField = body.requiredField("date", "a date such as 2026-12-25")
            let date = dateField?.day(diagnostics)
            let name = body.requiredField("name", "a name such as Christmas Day")?.note(diagnostics)
            let uplift = share("uplift", body, diagnostics)
            let ownUplift = share("own_uplift", body, diagnostics)
            let (closed, teams) = closed(body.value("closed"), diagnostics)
            guard let date, let dateField else { continue }
            if days.contains(where: { $0.day.day == date }) {
                dateField.error(
                    "\(date) is a special day already", expected: "each date once", diagnostics)
                continue
            }
            if !horizon.contains(date) { outside.append(dateField) }
            let day = SpecialDay(
                day: date, name: name ?? "", uplift: uplift, ownUplift: ownUplift, closed: closed)
            days.append((day, teams))
        }
        tell(outside, horizon, diagnostics)
        return days
    }

    private static let keys = ["date", "name", "uplift", "own_uplift", "closed"]

    private static func share(_ key: String, _ body: YAMLMapping, _ diagnostics: Diagnostics) -> Double {
        body.field(key).flatMap { $0.decimal(in: 0...10, unit: "a share of pay", diagnostics) } ?? 0
    }

    private static func closed(
        _ node: YAMLNode?, _ diagnostics: Diagnostics
    ) -> (SpecialDay.Closed, teams: [Field]) {
        guard let node else { return (.teams([]), []) }
        if case .scalar(let text, _) = node.kind, text == "all" { return (.all, []) }
        guard case .sequence(let items) = node.kind else {
            diagnostics.add(
                .error, at: node.place, field: "closed", found: node.scalarText,
                expected: "a list of teams, such as [north-home], or all",
                message: "closed is \(node.kindName), not a list of teams")
            return (.teams([]), [])
        }
        let fields = items.compactMap { $0.scalar("closed", diagnostics) }
        return (.teams(fields.map(\.text)), fields)
    }

    private static func tell(
        _ outside: [Field], _ horizon: ClosedRange<CalendarDay>, _ diagnostics: Diagnostics
    ) {
        guard let first = outside.first else { return }
        let more = outside.count - 1
        first.notice(
            "special day \(first.shown) is not planned and changes nothing here"
                + (more > 0 ? "; so it is with \(more) more" : ""),
            expected: "a day of \(horizon.lowerBound) to \(horizon.upperBound), or nothing", diagnostics)
    }
}

extension YAMLNode {
    /// The text of a single value.
    fileprivate var scalarText: String? {
        if case .scalar(let text, _) = kind { return text }
        return nil
    }
}

extension TeamsTable {
    /// Looks the closed teams of special days up in teams.csv.
    func checkSpecialDays() {
        guard let weekFile, let horizon, let names else { return }
        for (special, fields) in weekFile.specialDays {
            let isPlanned = (horizon.start...horizon.last).contains(special.day)
            for field in fields {
                // Teams come and go over a year: they have to be there on days that are planned.
                guard let team = field.identifier(blanks: false, diagnostics), isPlanned else { continue }
                _ = names.resolve(team, at: field, diagnostics)
            }
        }
    }
}
