// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A table of a week's folder: its columns, and what a planner has to know to fill them in.
struct Table {
    /// A column: its name, what it says and an example.
    struct Column {
        let name: String
        let meaning: String
        let example: String

        init(_ name: String, _ meaning: String, _ example: String) {
            self.name = name
            self.meaning = meaning
            self.example = example
        }
    }

    let path: String
    /// What a row is, and what goes for the whole table.
    let notes: [String]
    let columns: [Column]

    /// The table with rows of cells, one for each column.
    func file(_ rows: [[String]]) -> GeneratedFile {
        let comments = ["# \(Text.licence)"] + notes.map { "# \($0)" }
        let records = ([columns.map(\.name)] + rows).map(CSVText.record)
        return GeneratedFile(path: path, text: comments.map { $0 + "\n" }.joined() + records.joined())
    }

    /// The table without rows, every column explained and an example row as a comment.
    var empty: GeneratedFile {
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
