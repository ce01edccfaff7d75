// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Localities of travel.csv that nobody sets out from and no team works from, where a name near to them is used and
/// lacks just that way. A table of a whole county has localities to spare, and its ways are all there.
enum TravelNames {
    /// Warns of each such locality once.
    ///
    /// - Returns: Localities of people and teams that lack a way, and of which it was told.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) -> Set<String> {
        guard let travel = placed.week.travel, let times = placed.eligibility.reach.travel else { return [] }
        let names = placed.week.staff.map(\.baseLocality) + placed.week.teams.map(\.locality)
        let used = Set(names)
        let written = Set(travel.flatMap { [$0.from, $0.to] })
        // Those that travel.csv does not know at all are told where they stand.
        let known = written.intersection(used).sorted()
        var told: Set<String> = []
        var lacking = used.subtracting(written)
        for (index, way) in travel.enumerated() {
            for (column, name, other) in [
                ("from_locality", way.from, way.to), ("to_locality", way.to, way.from),
            ] {
                guard !used.contains(name), !told.contains(name),
                    let nearest = nearestName(to: name, in: known),
                    times.minutes(from: nearest, to: other) == nil
                else { continue }
                told.insert(name)
                lacking.insert(nearest)
                let field = placed.travel.field(column, index)
                field.warning(
                    "\(column) \(field.shown) is nobody's base and no team's locality, and the way from "
                        + "'\(nearest)' to '\(other)' is not there" + didYouMean(nearest),
                    expected: nearest, diagnostics)
            }
        }
        return lacking
    }
}
