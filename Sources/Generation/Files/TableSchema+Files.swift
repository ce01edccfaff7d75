// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// The tables of generated and empty weeks.
extension TableSchema {
    /// The roster without names, which made-up people have none of and which are best kept elsewhere.
    static let namelessStaff = staff.with(staff.columns.filter { $0.name != "name" })

    /// The rota with a column a session.
    static func rota(_ sessions: [Session]) -> TableSchema {
        rota.with(
            rota.columns
                + sessions.enumerated().map { index, session in
                    Column(session.id, "R, A, L, S, T or blank", index < 10 && index % 3 < 2 ? "R" : "")
                })
    }

    /// The table with rows of cells, one for each column; a row that has fewer is blank from there on. Columns that may
    /// be left out are, where no row says anything.
    public func file(_ rows: [[String]]) -> GeneratedFile {
        let rows = rows.map { $0 + Array(repeating: "", count: max(0, columns.count - $0.count)) }
        let told = columns.indices.filter { column in
            !columns[column].isOptional || rows.contains { !$0[column].isEmpty }
        }
        let comments = ["# \(Text.licence)"] + notes.map { "# \($0)" }
        let records = ([columns.map(\.name)] + rows).map { row in CSVText.record(told.map { row[$0] }) }
        return GeneratedFile(path: path, text: comments.map { $0 + "\n" }.joined() + records.joined())
    }

    /// The table without rows, every column explained and an example row as a comment.
    public var empty: GeneratedFile {
        let width = columns.map(\.name.count).max() ?? 0
        var lines = ["# \(Text.licence)", "#"] + notes.map { "# \($0)" } + ["#"]
        for column in columns {
            let padding = String(repeating: " ", count: width - column.name.count)
            lines.append("#   \(column.name)\(padding)  \(column.meaning)")
        }
        lines += [
            "#",
            "# An example: " + CSVText.record(columns.map(\.example)) + CSVText.record(columns.map(\.name)),
        ]
        return GeneratedFile(path: path, text: lines.joined(separator: "\n"))
    }
}
