// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// travel.csv, optional: minutes between localities. Without it, travel has no limit.
struct TravelTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [TravelTime]?
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: WeekBasis) {
        self.basis = basis
        guard let input = basis.source.load(.travel),
            let table = CSVTable.read(input, .travel, diagnostics)
        else { return }
        var pairs = KnownNames(kind: "the way", home: "in travel.csv")
        var times: [TravelTime] = []
        for row in table.rows {
            let fromField = table.field("from_locality", of: row)
            let from = fromField?.identifier(diagnostics)
            let to = table.field("to_locality", of: row)?.identifier(diagnostics)
            let minutes = table.field("minutes", of: row)?
                .wholeNumber(in: 0...1440, unit: "minutes", diagnostics)
            if let from, let to, let fromField {
                let pair = Field("\(from), \(to)", name: fromField.name, place: fromField.place)
                pairs.define(pair.text, at: pair, diagnostics)
            }
            guard let from, let to, let minutes else { continue }
            cells.append(row, of: table)
            times.append(TravelTime(from: from, to: to, minutes: minutes))
        }
        values = times
    }
}
