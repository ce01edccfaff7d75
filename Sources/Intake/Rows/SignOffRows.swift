// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The rows of competencies.csv: who has been signed off in what, in a week or a rotation. A blank `expires_on` stays
/// open: a sign-off then holds as long as the competency's validity says.
public struct SignOffRows {
    /// The sign-offs, in the order of the file; rows with a fault are left out.
    public private(set) var values: [SignOff] = []
    /// Where they stand.
    public private(set) var cells = TableCells()

    /// No rows: there is no such table.
    public init() {}

    /// Reads the rows, and reports what is wrong with them.
    ///
    /// - Parameter person: The person whom a cell names; nil with an error reported.
    public init(
        _ table: CSVTable, framework: FrameworkReader?, _ diagnostics: Diagnostics,
        person readPerson: (Field?) -> String?
    ) {
        let levels = 1...(framework?.levels ?? 100)
        for row in table.rows {
            let person = readPerson(table.field("staff", of: row))
            let competency = table.field("competency", of: row)?.competency(of: framework, diagnostics)
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
                    expiresOn: expires, signedOffBy: by))
        }
    }
}
