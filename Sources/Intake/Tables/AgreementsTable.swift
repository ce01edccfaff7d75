// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// agreements.csv, optional: whose people may work for whom.
struct AgreementsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [Agreement] = []
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: WeekBasis) {
        self.basis = basis
        guard let input = basis.source.load(.agreements),
            let table = CSVTable.read(input, .agreements, diagnostics)
        else { return }
        for row in table.rows {
            let employer = table.field("employer", of: row)?.identifier(diagnostics)
            let organisation = table.field("organisation", of: row)?.identifier(diagnostics)
            let rolesField = table.field("roles", of: row)
            let coversAll = rolesField?.text == "*"
            let roles = coversAll ? nil : rolesField.flatMap { readRoles($0) }
            let period = readPeriod(table, row)
            guard let employer, let organisation, coversAll || roles != nil else { continue }
            cells.append(row, of: table)
            values.append(
                Agreement(
                    employer: employer, organisation: organisation, roles: roles, from: period.from,
                    until: period.until))
        }
    }
}
