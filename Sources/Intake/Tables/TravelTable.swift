// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// travel.csv, optional: minutes between localities. Without it, travel has no limit.
struct TravelTable: WeekTable {
    let basis: WeekBasis
    private var rows: TravelRows?

    /// Nil without the file.
    var values: [TravelTime]? { rows?.values }
    var cells: TableCells { rows?.cells ?? TableCells() }

    /// Reads the table.
    init(_ basis: WeekBasis) {
        self.basis = basis
        guard let input = basis.source.load(.travel),
            let table = CSVTable.read(input, .travel, diagnostics)
        else { return }
        rows = TravelRows(table, diagnostics)
    }
}
