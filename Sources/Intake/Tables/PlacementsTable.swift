// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// placements.csv, optional: where people are in their rotation.
struct PlacementsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [Placement] = []
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.placements),
            let table = CSVTable.read(input, .placements, diagnostics)
        else { return }
        var fields: [Field] = []
        for row in table.rows {
            let person = staff.readPerson(table.field("staff", of: row))
            let teamField = table.field("team", of: row)
            let team = teams.readTeam(teamField)
            let period = readPeriod(table, row)
            guard let person, let team, let teamField else { continue }
            fields.append(teamField)
            cells.append(row, of: table)
            values.append(Placement(staff: person, team: team, from: period.from, until: period.until))
        }
        checkOverlaps(fields)
    }

    /// Nobody is placed in two teams on one day.
    ///
    /// In order of their first day, a placement clashes if one of another team still lasts; the two that last
    /// longest, of different teams, are all there is to compare with.
    private func checkOverlaps(_ fields: [Field]) {
        let beginning = { (index: Int) in values[index].from?.number ?? .min }
        let end = { (index: Int) in values[index].until?.number ?? .max }
        var lasting: [String: [Int]] = [:]
        for index in values.indices.sorted(by: { (beginning($0), $0) < (beginning($1), $1) }) {
            let placement = values[index]
            var candidates = lasting[placement.staff] ?? []
            if let other = candidates.first(where: {
                values[$0].team != placement.team && end($0) >= beginning(index)
            }) {
                fields[index].error(
                    "'\(placement.staff)' is placed in '\(placement.team)' while still in "
                        + "'\(values[other].team)' (line \(fields[other].place.line ?? 0))",
                    expected: "one team on a day", diagnostics)
            }
            candidates.append(index)
            candidates.sort { (end($1), $0) < (end($0), $1) }
            let longest = candidates[0]
            let second = candidates.first { values[$0].team != values[longest].team }
            lasting[placement.staff] = [longest] + (second.map { [$0] } ?? [])
        }
    }
}
