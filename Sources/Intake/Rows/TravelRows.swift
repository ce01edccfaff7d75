// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The rows of travel.csv: minutes between localities, in a week or a rotation.
public struct TravelRows {
    /// The ways, in the order of the file; rows with a fault are left out.
    public private(set) var values: [TravelTime] = []
    /// Where they stand.
    public private(set) var cells = TableCells()

    /// No rows: there is no such table.
    public init() {}

    /// Reads the rows, and reports what is wrong with them.
    public init(_ table: CSVTable, _ diagnostics: Diagnostics) {
        var pairs = KnownNames(kind: "the way", home: "in travel.csv")
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
            values.append(TravelTime(from: from, to: to, minutes: minutes))
        }
    }
}
