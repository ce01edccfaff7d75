// SPDX-License-Identifier: GPL-3.0-or-later

/// What a heading lacks of an export that it is most like, so that whoever saved it knows which columns to add.
public struct MissingHeadings {
    private let schema: ExportSchema
    /// Columns without which the export makes no sense, and days, that the heading has.
    let found: Int
    /// All of its columns that the heading has.
    let likeness: Int
    private let missing: [String]
    private let cells: [CSVCell]

    init(_ schema: ExportSchema, in cells: [CSVCell]) {
        (self.schema, self.cells) = (schema, cells)
        let known = Set(cells.compactMap { schema.column(of: $0.text) })
        let days = schema.hasDays ? cells.count { WrittenDay.isOne($0.text) } : 0
        found = schema.required.count(where: known.contains) + days
        likeness = known.count + days
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

    /// Tells of a file that is none of some exports, nor like one.
    ///
    /// - Parameters:
    ///   - title: What they are together.
    ///   - isOneSheet: Whether it is one of a workbook's sheets, which may be about something else.
    public static func tell(
        of schemas: [ExportSchema], _ title: String, at path: String, isOneSheet: Bool = false,
        _ diagnostics: Diagnostics
    ) {
        let wanted = schemas.map { schema in
            let columns = schema.required.joined(separator: ", ")
            return schemas.count == 1 ? "the columns \(columns)" : "\(schema.title) (\(columns))"
        }
        diagnostics.add(
            isOneSheet ? .notice : .error, at: Place(file: path, line: 1),
            expected: "a heading \(schemas.count == 1 ? "with" : "of") "
                + wanted.joined(separator: ", or of "),
            message: isOneSheet
                ? "the sheet has no heading of \(title) and is not read"
                : "no heading of \(title) was found in the first rows")
    }

    /// Tells of what is missing.
    ///
    /// - Parameter isOneSheet: Whether it is one of a workbook's sheets, which may be about something else.
    func tell(at path: String, isOneSheet: Bool, _ diagnostics: Diagnostics) {
        let hints = missing.compactMap { column -> String? in
            nearest(to: column).map { cell in
                ExportSchema.isOfNames(cell.text)
                    ? "'\(Diagnostic.shortened(cell.text))' has names, and people are known by number"
                    : "'\(Diagnostic.shortened(cell.text))' may be meant for \(column)"
            }
        }
        let other = missing.compactMap { column -> String? in
            let aliases = schema.columns.first { $0.name == column }?.aliases ?? []
            return aliases.isEmpty ? nil : "\(column) may be called \(aliases.joined(separator: ", ")), too"
        }
        diagnostics.add(
            isOneSheet ? .warning : .error, at: Place(file: path, line: cells.first?.line ?? 1),
            expected: "a column \(missing.joined(separator: ", and one "))"
                + (other.isEmpty ? "" : ": " + other.joined(separator: "; ")),
            message: (isOneSheet ? "the sheet is not read: " : "")
                + "the heading of \(schema.title) lacks \(missing.joined(separator: ", "))"
                + (hints.isEmpty ? "" : ": " + hints.joined(separator: "; ")))
    }
}
