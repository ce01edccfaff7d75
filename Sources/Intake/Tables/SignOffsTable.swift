// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// competencies.csv: who has been signed off in what.
struct SignOffsTable: WeekTable {
    let basis: WeekBasis
    private var rows = SignOffRows()

    var values: [SignOff] { rows.values }
    var cells: TableCells { rows.cells }

    /// Reads the table.
    init(_ basis: WeekBasis, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.signOffs),
            let table = CSVTable.read(input, .signOffs, diagnostics)
        else { return }
        rows = SignOffRows(table, framework: frameworkReader, diagnostics) { staff.readPerson($0) }
    }
}
