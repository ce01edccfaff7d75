// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekDraft {
    /// travel.csv, optional: minutes between localities. Without it, travel has no limit.
    func readTravel() {
        guard let input = load(.travel),
            let table = CSVTable.read(input, .travel, diagnostics)
        else { return }
        var pairs = KnownNames(kind: "the way", home: "in travel.csv")
        var times: [TravelTime] = []
        for row in table.rows {
            let fromField = table.field("from_locality", of: row)
            let from = fromField?.identifier(diagnostics)
            let to = table.field("to_locality", of: row)?.identifier(diagnostics)
            let minutes = table.field("minutes", of: row)?
                .wholeNumber(in: 0...1440, unit: "minutes", diagnostics)
            if let from, let to, let fromField {
                let pair = Field("\(from), \(to)", name: fromField.name, place: fromField.place)
                pairs.define(pair.text, at: pair, diagnostics)
            }
            guard let from, let to, let minutes else { continue }
            travelCells.append(row, of: table)
            times.append(TravelTime(from: from, to: to, minutes: minutes))
        }
        travel = times
    }

    /// Warns of localities that travel.csv does not know, where there is more than one.
    func checkLocalities() {
        guard let travel, isSound(.travel) else { return }
        let fields =
            teams.indices.map { teamCells.field("locality", $0) }
            + staff.indices.map { staffCells.field("base_locality", $0) }
        var seen = Set(travel.flatMap { [$0.from, $0.to] })
        guard Set(fields.map(\.text)).count > 1 else { return }
        let known = firsts(travel.flatMap { [$0.from, $0.to] })
        for field in fields where seen.insert(field.text).inserted {
            let nearest = nearestName(to: field.text, in: known)
            field.warning(
                "locality \(field.shown) is not in travel.csv, so there is no way to or from it"
                    + didYouMean(nearest),
                expected: nearest ?? "a locality that is in travel.csv", diagnostics)
        }
    }
}
