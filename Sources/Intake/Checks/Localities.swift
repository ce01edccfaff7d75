// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// Warns of localities that travel.csv does not know, where there is more than one.
    func checkLocalities() {
        guard let travel = travel.values, isSound(.travel) else { return }
        LostLocalities.tell(
            of: teams.values.indices.map { teams.cells.field("locality", $0) }
                + staff.values.indices.map { staff.cells.field("base_locality", $0) },
            travel: travel, diagnostics)
    }
}

/// Localities that travel.csv does not know, in a week or a rotation.
public enum LostLocalities {
    /// Warns of each once, where cells name more than one locality.
    public static func tell(of fields: [Field], travel: [TravelTime], _ diagnostics: Diagnostics) {
        var seen = Set(travel.flatMap { [$0.from, $0.to] })
        guard Set(fields.map(\.text)).count > 1 else { return }
        let known = travel.flatMap { [$0.from, $0.to] }.firsts
        for field in fields where seen.insert(field.text).inserted {
            let nearest = nearestName(to: field.text, in: known)
            field.warning(
                "locality \(field.shown) is not in travel.csv, so there is no way to or from it"
                    + didYouMean(nearest),
                expected: nearest ?? "a locality that is in travel.csv", diagnostics)
        }
    }
}
