// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// competencies.csv: who has been signed off in what. A blank `expires_on` stays open: a sign-off then holds
/// as long as the competency's validity says.
struct SignOffsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [SignOff] = []
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: WeekBasis, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.signOffs),
            let table = CSVTable.read(input, .signOffs, diagnostics)
        else { return }
        let levels = 1...(frameworkReader?.levels ?? 100)
        for row in table.rows {
            let person = staff.readPerson(table.field("staff", of: row))
            let competency = readCompetency(table.field("competency", of: row))
            let level = table.field("level", of: row)?.wholeNumber(in: levels, unit: "level", diagnostics)
            let signed = table.field("signed_off_on", of: row)?.day(diagnostics)
            let expiresField = table.given("expires_on", of: row)
            let expires = expiresField?.day(diagnostics)
            let by = table.given("signed_off_by", of: row).map { $0.note(diagnostics) } ?? ""
            if let signed, let expires, expires < signed {
                expiresField?.error(
                    "expires_on \(expires) is before signed_off_on \(signed)", expected: "\(signed) or later",
                    diagnostics)
            }
            guard let person, let competency, let level, let signed, let by else { continue }
            cells.append(row, of: table)
            values.append(
                SignOff(
                    staff: person, competency: competency, level: level, signedOffOn: signed,
                    expiresOn: expires,
                    signedOffBy: by))
        }
    }
}
