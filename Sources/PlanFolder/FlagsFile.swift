// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// `flags.csv`: what must not wait about a plan, with who owns and closed it, typed in by people.
///
/// Nothing that somebody typed may be lost by the next plan: what cannot be carried over is an error.
enum FlagsFile {
    static let name = "flags.csv"
    /// The name under which a file is kept that could not be read when a plan took the folder's place.
    static let unreadName = "flags-unread.csv"
    /// The largest size that makes sense.
    private static let largest = 1_000_000
    static let columns = [
        "flag", "what", "where", "when", "since", "size", "closed_before", "owner", "closed_by", "closed_on",
        "why",
    ]

    /// The file as text.
    static func text(of flags: [RedFlag]) -> String {
        var text = CSVText.record(columns)
        for flag in flags {
            let said = [
                flag.what, flag.place, flag.when, flag.since, flag.size.map { "\($0)" } ?? "",
                flag.closedBefore, flag.owner, flag.closing?.by ?? "", flag.closing?.on.iso ?? "",
                flag.closing?.why ?? "",
            ]
            text += CSVText.record([flag.subject.id] + said.map(CSVText.harmless))
        }
        return text
    }

    /// The flags of a plan's folder, in order of the file; none where there is no such file.
    static func read(in folder: FilePath, _ diagnostics: Diagnostics) -> [RedFlag] {
        let file = folder.appending(name)
        let shown = "\(folder.name.description)/\(name)"
        guard
            let input = InputFile.load(
                shown, in: folder, at: file, limit: InputFile.tableLimit, optional: true, diagnostics),
            let table = CSVTable.read(
                input, required: ["flag"], optional: Array(columns.dropFirst()), others: .keep, diagnostics)
        else { return [] }
        refuseOthers(in: table, diagnostics)
        var lines: [RedFlag.Subject: Int] = [:]
        return table.rows.compactMap { row in
            let reader = Row(table: table, row: row, diagnostics: diagnostics)
            guard let flag = reader.flag() else { return nil }
            if let first = lines[flag.subject] {
                table.field("flag", of: row)?.error(
                    "'\(Diagnostic.shortened(flag.subject.id))' has two rows, the first in line \(first)",
                    expected: "a row for each flag", diagnostics)
                return nil
            }
            lines[flag.subject] = row.line
            return flag
        }
    }

    /// The file as it stands, to be kept under another name, where it cannot be read.
    static func unread(in folder: some PathConvertible) -> [(name: String, bytes: [UInt8])] {
        let (path, diagnostics) = (folder.filePath, Diagnostics())
        _ = read(in: path, diagnostics)
        guard diagnostics.hasErrors,
            let bytes = try? path.appending(name).read(atMost: InputFile.tableLimit)
        else { return [] }
        return [(unreadName, bytes)]
    }

    /// Columns of somebody's own would not be in the next plan's file.
    private static func refuseOthers(in table: CSVTable, _ diagnostics: Diagnostics) {
        for (index, header) in table.others {
            let cells = table.rows.compactMap { table.field(at: index, named: header.text, of: $0) }
            guard !header.text.isEmpty || cells.contains(where: { !$0.isBlank }) else { continue }
            diagnostics.add(
                .error, at: Place(file: table.file, line: header.line, column: header.column),
                found: header.text, expected: "no columns but " + columns.joined(separator: ", "),
                message:
                    "column '\(Diagnostic.shortened(header.text))' is none of \(name), and the next plan would "
                    + "lose it; what it says may go into why or owner")
        }
    }

    /// One row, read.
    private struct Row {
        let table: CSVTable
        let row: CSVTable.Row
        let diagnostics: Diagnostics

        /// The flag; nil, with errors reported, where the row says none.
        func flag() -> RedFlag? {
            guard let field = table.field("flag", of: row) else { return nil }
            guard let subject = RedFlag.Subject(id: field.text) else {
                field.error(
                    field.isBlank ? "flag is blank" : "flag \(field.shown) is none that a plan raises",
                    expected: "a flag as a plan writes it, such as minimum@quay-ward@2026-11-24 am",
                    diagnostics)
                return nil
            }
            let size = size()
            guard let owner = text("owner"), let closing = closing(), let size else { return nil }
            return RedFlag(
                subject, what: derived("what"), place: derived("where"), when: derived("when"),
                size: size, since: derived("since"), owner: owner, closing: closing,
                closedBefore: derived("closed_before"))
        }

        /// How bad it is, nil inside where nobody knows; nil, with an error reported, where that is no number.
        private func size() -> Int?? {
            guard let field = table.given("size", of: row) else { return .some(nil) }
            return field.wholeNumber(
                in: 0...FlagsFile.largest, unit: "contacts, heads or sessions", diagnostics
            )
            .map { .some($0) }
        }

        /// That the flag is closed, nil inside where it is not; nil, with errors reported, where that cannot be told.
        private func closing() -> RedFlag.Closing?? {
            let names = ["closed_by", "closed_on", "why"]
            let missing = names.filter { table.given($0, of: row) == nil }
            guard missing.count < names.count else { return .some(nil) }
            guard missing.isEmpty else {
                let given = names.first { table.given($0, of: row) != nil } ?? names[0]
                table.field(given, of: row)?.error(
                    "\(given) is given, and \(missing.joined(separator: " and ")) "
                        + (missing.count == 1 ? "is" : "are") + " blank",
                    expected: "closed_by, closed_on and why together, or none of them", diagnostics)
                return nil
            }
            let on = table.field("closed_on", of: row)?.day(diagnostics)
            guard let by = text("closed_by"), let why = text("why"), let on else { return nil }
            return RedFlag.Closing(by: by, on: on, why: why)
        }

        /// What somebody typed; nil, with an error reported, where it is no text of a cell.
        private func text(_ column: String) -> String? {
            guard let field = table.field(column, of: row) else { return "" }
            return field.note(diagnostics).map(CSVText.original)
        }

        /// What a plan wrote there and the next one writes anew.
        private func derived(_ column: String) -> String {
            table.field(column, of: row).map { CSVText.original($0.text) } ?? ""
        }
    }
}
