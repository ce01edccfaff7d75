// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekDraft {
    /// agreements.csv, optional: whose people may work for whom.
    func readAgreements() {
        guard let input = load(.agreements),
            let table = CSVTable.read(input, .agreements, diagnostics)
        else { return }
        for row in table.rows {
            let employer = table.field("employer", of: row)?.identifier(diagnostics)
            let organisation = table.field("organisation", of: row)?.identifier(diagnostics)
            let rolesField = table.field("roles", of: row)
            let coversAll = rolesField?.text == "*"
            let roles = coversAll ? nil : rolesField.flatMap { readRoles($0) }
            let period = readPeriod(table, row)
            guard let employer, let organisation, coversAll || roles != nil else { continue }
            agreementCells.append(row, of: table)
            agreements.append(
                Agreement(
                    employer: employer, organisation: organisation, roles: roles, from: period.from,
                    until: period.until))
        }
    }

    /// `from` and `until`, either of which may be open.
    func readPeriod(_ table: CSVTable, _ row: CSVTable.Row) -> (from: CalendarDay?, until: CalendarDay?) {
        let from = table.given("from", of: row)?.day(diagnostics)
        let untilField = table.given("until", of: row)
        let until = untilField?.day(diagnostics)
        if let from, let until, until < from {
            untilField?.error(
                "until \(until) is before from \(from)", expected: "\(from) or later", diagnostics)
            return (from, nil)
        }
        return (from, until)
    }

    /// Warns of employers that employ nobody and organisations that run no team, where any are known.
    func checkEmployers() {
        let employers = firsts(employers ?? [])
        let organisations = firsts(organisations ?? [])
        for index in agreements.indices {
            if !employers.isEmpty {
                warn(agreementCells.field("employer", index), employers, "is nobody's employer in staff.csv")
            }
            if !organisations.isEmpty {
                warn(agreementCells.field("organisation", index), organisations, "runs no team in teams.csv")
            }
        }
    }

    private func warn(_ field: Field, _ known: [String], _ trouble: String) {
        guard !known.contains(field.text) else { return }
        let nearest = nearestName(to: field.text, in: known)
        field.warning(
            "\(field.name) \(field.shown) \(trouble)" + didYouMean(nearest), expected: nearest, diagnostics)
    }

    /// Each name once, in order of its first use.
    func firsts(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
