// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// agreements.csv, optional: whose people may work for whom.
struct AgreementsTable: WeekTable {
    let basis: WeekBasis
    private var rows = AgreementRows()

    var values: [Agreement] { rows.values }
    var cells: TableCells { rows.cells }

    /// Reads the table.
    init(_ basis: WeekBasis) {
        self.basis = basis
        guard let input = basis.source.load(.agreements),
            let table = CSVTable.read(input, .agreements, diagnostics)
        else { return }
        rows = AgreementRows(table, framework: frameworkReader, diagnostics)
    }
}
