// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Tells of identifiers that a spreadsheet rewrites, once a column; not of leading zeros where it was told that
    /// they have been lost.
    func tellSpreadsheetHabits() {
        for identifiers in [teams.identifiers, staff.identifiers, demand.identifiers].compactMap(\.self) {
            let (table, columns) = (identifiers.table, identifiers.columns)
            for column in columns {
                let zerosAreTold = diagnostics.isTold(KnownNames.rewrittenCause(column))
                SpreadsheetHabits.tell(
                    of: table.rows.compactMap { table.field(column, of: $0) },
                    areKeys: column == columns.first,
                    zerosAreTold: zerosAreTold,
                    diagnostics)
            }
        }
    }
}

extension SpreadsheetHabits {
    /// Tells once a column of identifiers that a spreadsheet rewrites, and of two that differ in capitals alone.
    ///
    /// - Parameters:
    ///   - areKeys: Whether rows are looked up by them: only then do capitals matter.
    ///   - zerosAreTold: Whether it was told already that leading zeros have been lost.
    public static func tell(of cells: [Field], areKeys: Bool, zerosAreTold: Bool, _ diagnostics: Diagnostics)
    {
        var seen: Set<String> = []
        var rewritten: (first: Field, words: String, count: Int)?
        var twins: (first: Field, other: String, line: Int, count: Int)?
        var plain: [String: (text: String, line: Int)] = [:]
        for cell in cells where !cell.isBlank && seen.insert(cell.text).inserted {
            if let rewriting = rewriting(of: cell.text), !(zerosAreTold && rewriting.losesZeros) {
                rewritten = (
                    rewritten?.first ?? cell, rewritten?.words ?? rewriting.words, (rewritten?.count ?? 0) + 1
                )
            }
            let small = cell.text.lowercased()
            if areKeys, let twin = plain[small] {
                twins = (
                    twins?.first ?? cell, twins?.other ?? twin.text, twins?.line ?? twin.line,
                    (twins?.count ?? 0) + 1
                )
            } else {
                plain[small] = (cell.text, cell.place.line ?? 0)
            }
        }
        if let rewritten {
            let others =
                rewritten.count > 1 ? "; \(rewritten.count - 1) more here do not survive one either" : ""
            rewritten.first.notice(
                "\(rewritten.first.name) \(rewritten.first.shown) \(rewritten.words) when a spreadsheet opens and "
                    + "saves the table" + others,
                expected: "identifiers that begin with a letter and are no month, such as S007", diagnostics)
        }
        if let twins {
            let others = twins.count > 1 ? "; so do \(twins.count - 1) more here from others" : ""
            twins.first.notice(
                "\(twins.first.name) \(twins.first.shown) differs from '\(Diagnostic.shortened(twins.other))' in line "
                    + "\(twins.line) in capitals alone, which spreadsheets take for the same" + others,
                expected: "identifiers that differ in more than capitals", diagnostics)
        }
    }
}
