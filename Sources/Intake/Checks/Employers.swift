// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Warns of employers that employ nobody and organisations that run no team, where any are known.
    func checkEmployers() {
        IdleAgreements.tell(
            of: agreements.values.indices.map {
                (agreements.cells.field("employer", $0), agreements.cells.field("organisation", $0))
            },
            employers: (staff.employers ?? []).firsts, "is nobody's employer in staff.csv",
            organisations: (teams.organisations ?? []).firsts, "runs no team in teams.csv", diagnostics)
    }
}

/// Agreements of or for organisations that there are not, in a week or a rotation.
public enum IdleAgreements {
    /// Warns of employers that employ nobody and organisations that run nothing, where any are known.
    ///
    /// - Parameters:
    ///   - rows: The cells of employer and organisation, a pair a row.
    ///   - noEmployer: What is said of an employer that is not known.
    ///   - noOrganisation: What is said of an organisation that is not known.
    public static func tell(
        of rows: [(employer: Field, organisation: Field)], employers: [String], _ noEmployer: String,
        organisations: [String], _ noOrganisation: String, _ diagnostics: Diagnostics
    ) {
        for row in rows {
            if !employers.isEmpty { warn(row.employer, employers, noEmployer, diagnostics) }
            if !organisations.isEmpty { warn(row.organisation, organisations, noOrganisation, diagnostics) }
        }
    }

    private static func warn(
        _ field: Field, _ known: [String], _ trouble: String, _ diagnostics: Diagnostics
    ) {
        guard !known.contains(field.text) else { return }
        let nearest = nearestName(to: field.text, in: known)
        field.warning(
            "\(field.name) \(field.shown) \(trouble)" + didYouMean(nearest), expected: nearest, diagnostics)
    }
}
