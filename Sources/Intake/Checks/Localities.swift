// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Warns of localities that travel.csv does not know, where there is more than one.
    func checkLocalities() {
        guard let travel = travel.values, isSound(.travel) else { return }
        let fields =
            teams.values.indices.map { teams.cells.field("locality", $0) }
            + staff.values.indices.map { staff.cells.field("base_locality", $0) }
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
