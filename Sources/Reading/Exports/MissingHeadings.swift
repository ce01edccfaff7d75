// SPDX-License-Identifier: GPL-3.0-or-later

/// What a heading lacks of an export that it is most like, so that whoever saved it knows which columns to add.
struct MissingHeadings {
    private let schema: ExportSchema
    /// Columns of the export that the heading has.
    let found: Int
    private let missing: [String]
    private let cells: [CSVCell]

    init(_ schema: ExportSchema, in cells: [CSVCell]) {
        (self.schema, self.cells) = (schema, cells)
        let known = Set(cells.compactMap { schema.column(of: $0.text) })
        let days = schema.hasDays ? cells.count { WrittenDay.isOne($0.text) } : 0
        found = known.count + days
        missing = schema.required.filter { !known.contains($0) }
    }

    /// A heading that is nearly that of a column. Other texts of the first rows are not shown: they may be anything.
    private func nearest(to column: String) -> CSVCell? {
        let names = schema.columns.first { $0.name == column }.map { [$0.name] + $0.aliases } ?? []
        return cells.first { cell in
            !cell.text.isEmpty && !schema.isPrivate(cell.text) && schema.column(of: cell.text) == nil
                && (nearestName(to: cell.text, in: names) != nil
                    || ExportSchema.isOfNames(cell.text) && column == "Staff")
        }
    }

    /// Tells of a file that is none of some exports.
    ///
    /// - Parameter near: The one that it is most like; nil: it is like none.
    static func tell(
        _ near: MissingHeadings?, of schemas: [ExportSchema], _ title: String, at path: String,
        _ diagnostics: Diagnostics
    ) {
        guard let near else {
            let wanted = schemas.map { schema in
                let columns = schema.required.joined(separator: ", ")
                return schemas.count == 1 ? "the columns \(columns)" : "\(schema.title) (\(columns))"
            }
            diagnostics.add(
                .error, at: Place(file: path, line: 1),
                expected: "a heading \(schemas.count == 1 ? "with" : "of") "
                    + wanted.joined(separator: ", or of "),
                message: "no heading of \(title) was found in the first rows")
            return
        }
        let hints = near.missing.compactMap { column -> String? in
            near.nearest(to: column).map { cell in
                ExportSchema.isOfNames(cell.text)
                    ? "'\(Diagnostic.shortened(cell.text))' has names, and people are known by number"
                    : "'\(Diagnostic.shortened(cell.text))' may be meant for \(column)"
            }
        }
        let other = near.missing.compactMap { column -> String? in
            let aliases = near.schema.columns.first { $0.name == column }?.aliases ?? []
            return aliases.isEmpty ? nil : "\(column) may be called \(aliases.joined(separator: ", ")), too"
        }
        diagnostics.add(
            .error, at: Place(file: path, line: near.cells.first?.line ?? 1),
            expected: "a column \(near.missing.joined(separator: ", and one "))"
                + (other.isEmpty ? "" : ": " + other.joined(separator: "; ")),
            message: "the heading of \(near.schema.title) lacks \(near.missing.joined(separator: ", "))"
                + (hints.isEmpty ? "" : ": " + hints.joined(separator: "; ")))
    }
}
