// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The rows of agreements.csv: whose people may work for whom, in a week or a rotation.
public struct AgreementRows {
    /// The agreements, in the order of the file; rows with a fault are left out.
    public private(set) var values: [Agreement] = []
    /// Where they stand.
    public private(set) var cells = TableCells()

    /// No rows: there is no such table.
    public init() {}

    /// Reads the rows, and reports what is wrong with them.
    public init(_ table: CSVTable, framework: FrameworkReader?, _ diagnostics: Diagnostics) {
        for row in table.rows {
            let employer = table.field("employer", of: row)?.identifier(diagnostics)
            let organisation = table.field("organisation", of: row)?.identifier(diagnostics)
            let rolesField = table.field("roles", of: row)
            let coversAll = rolesField?.text == "*"
            let roles = coversAll ? nil : rolesField.flatMap { $0.roles(of: framework, diagnostics) }
            let period = table.period(of: row, diagnostics)
            guard let employer, let organisation, coversAll || roles != nil else { continue }
            cells.append(row, of: table)
            values.append(
                Agreement(
                    employer: employer, organisation: organisation, roles: roles, from: period.from,
                    until: period.until))
        }
    }
}
