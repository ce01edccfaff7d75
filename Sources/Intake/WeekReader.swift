// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads a week's folder: week.yaml, the framework it names and every table.
///
///     let (week, diagnostics, inputs) = WeekReader.read(folder: folder)
///     guard let week else { return show(diagnostics) }
///
/// Every problem of every file is reported at once; the week is nil exactly when an error stands.
public enum WeekReader {
    /// The files that a week's folder may hold, by their paths from there; the framework lies elsewhere.
    public static let files =
        folderFiles + [
            TableSchema.current.path, TableSchema.currentContacts.path, TableSchema.currentSupervision.path,
        ]

    /// Those in the folder itself, by name.
    static let folderFiles =
        [WeekFile.path] + TableSchema.week.map(\.path).filter { !$0.contains("/") }

    /// Reads the week of a folder.
    public static func read(
        folder: some PathConvertible
    ) -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        read(InputFolder(folder.filePath))
    }

    /// Reads a week.
    ///
    /// - Parameter folder: Where week.yaml and the tables are.
    /// - Returns: The week (nil when an error stands), everything found on the way, sorted by file, line and
    ///   column, and the digests of the files that plans are made from, sorted by path.
    public static func read(
        _ folder: InputFolder
    ) -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        let source = WeekSource(folder: folder)
        guard source.isFolder() else { return (nil, source.diagnostics.sorted, []) }
        let tables = WeekTables(source)
        tables.check()
        let week = tables.week()
        if let week { Findings.tell(of: tables.placed(week), source.diagnostics) }
        return (week, source.diagnostics.sorted, source.inputs.sorted { $0.path < $1.path })
    }
}
