// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekDraft {
    /// placements.csv, optional: where people are in their rotation.
    func readPlacements() {
        guard let input = load(.placements),
            let table = CSVTable.read(input, .placements, diagnostics)
        else { return }
        var fields: [Field] = []
        for row in table.rows {
            let person = readPerson(table.field("staff", of: row))
            let teamField = table.field("team", of: row)
            let team = readTeam(teamField)
            let period = readPeriod(table, row)
            guard let person, let team, let teamField else { continue }
            fields.append(teamField)
            placementCells.append(row, of: table)
            placements.append(Placement(staff: person, team: team, from: period.from, until: period.until))
        }
        checkOverlaps(fields)
    }

    /// Nobody is placed in two teams on one day.
    ///
    /// In order of their first day, a placement clashes if one of another team still lasts; the two that last
    /// longest, of different teams, are all there is to compare with.
    private func checkOverlaps(_ fields: [Field]) {
        let beginning = { (index: Int) in self.placements[index].from?.number ?? .min }
        let end = { (index: Int) in self.placements[index].until?.number ?? .max }
        var lasting: [String: [Int]] = [:]
        for index in placements.indices.sorted(by: { (beginning($0), $0) < (beginning($1), $1) }) {
            let placement = placements[index]
            var candidates = lasting[placement.staff] ?? []
            if let other = candidates.first(where: {
                placements[$0].team != placement.team && end($0) >= beginning(index)
            }) {
                fields[index].error(
                    "'\(placement.staff)' is placed in '\(placement.team)' while still in "
                        + "'\(placements[other].team)' (line \(fields[other].place.line ?? 0))",
                    expected: "one team on a day", diagnostics)
            }
            candidates.append(index)
            candidates.sort { (end($1), $0) < (end($0), $1) }
            let longest = candidates[0]
            let second = candidates.first { placements[$0].team != placements[longest].team }
            lasting[placement.staff] = [longest] + (second.map { [$0] } ?? [])
        }
    }
}
