// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// A table of a rotation as a value, read by its initialiser, which takes the tables that it refers to.
///
/// A row with a fault is left out of the values and reported; its identifier is still known, so that references to it are
/// not reported as well. Where a whole file cannot be read its names are nil, and nothing is checked against them.
protocol RotationTable {
    /// What it was read against.
    var basis: RotationBasis { get }
}

extension RotationTable {
    var diagnostics: Diagnostics { basis.diagnostics }

    /// Tells of a table without rows where a rotation makes no sense without.
    func reportEmpty(_ table: CSVTable, _ expected: String) {
        diagnostics.add(
            .warning, at: Place(file: table.file, line: table.headerLine), expected: "\(expected) a row",
            message: "\(table.file) has no rows")
    }

    /// The parts of a cell between separators, blank ones left out.
    func parts(_ field: Field, by separator: Character) -> [Field] {
        field.text.split(separator: separator).map { field.part($0) }.filter { !$0.isBlank }
    }

    /// `competency:level`, with the part behind it where one is asked for; nil with an error reported.
    func readNeed(_ field: Field, _ form: String) -> Need? {
        guard let colon = field.text.lastIndex(of: ":") else {
            field.error("\(field.name) \(field.shown) has no level", expected: form, diagnostics)
            return nil
        }
        let competency = field.part(field.text[..<colon])
            .competency(of: basis.framework, diagnostics)
        let level = field.part(field.text[field.text.index(after: colon)...], named: "level")
            .wholeNumber(in: 1...(basis.framework?.levels ?? 100), unit: "level", diagnostics)
        guard let competency, let level else { return nil }
        return Need(competency, level)
    }
}
