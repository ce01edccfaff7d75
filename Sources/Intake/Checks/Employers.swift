// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Warns of employers that employ nobody and organisations that run no team, where any are known.
    func checkEmployers() {
        let employers = (staff.employers ?? []).firsts
        let organisations = (teams.organisations ?? []).firsts
        for index in agreements.values.indices {
            if !employers.isEmpty {
                warn(
                    agreements.cells.field("employer", index), employers, "is nobody's employer in staff.csv")
            }
            if !organisations.isEmpty {
                warn(
                    agreements.cells.field("organisation", index), organisations, "runs no team in teams.csv")
            }
        }
    }

    private func warn(_ field: Field, _ known: [String], _ trouble: String) {
        guard !known.contains(field.text) else { return }
        let nearest = nearestName(to: field.text, in: known)
        field.warning(
            "\(field.name) \(field.shown) \(trouble)" + didYouMean(nearest), expected: nearest, diagnostics)
    }
}
