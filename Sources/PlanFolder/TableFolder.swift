// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables

/// A folder of tables that belong to no plan, such as a week's capacity: written whole or not at all.
public enum TableFolder {
    /// Writes tables as CSV files of their names, and other files as they are.
    ///
    /// Tables that stand there are replaced; files beside them that somebody put into the folder are kept.
    ///
    /// - Parameters:
    ///   - tables: The tables. The first one's file, if it is there already, shows that the folder holds such tables.
    ///   - others: Names and texts of other files.
    ///   - stale: Names of files of an earlier time that go where there are none of that name any more.
    ///   - folder: Where to: nothing yet, an empty folder, or one with such tables.
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func write(
        _ tables: [Table], others: [(name: String, text: String)] = [], stale: [String] = [],
        to folder: some PathConvertible
    ) throws(PlanFolderError) {
        let files = tables.map { (file(of: $0), $0.csv) } + others.map { ($0.name, $0.text) }
        try FolderReplacement.replace(
            folder, with: files.map { ($0.0, Array($0.1.utf8)) }, stale: stale,
            kind: .tables(tables.first.map(file) ?? ""))
    }

    /// Finds out before long work whether such tables could be written there.
    ///
    /// - Parameters:
    ///   - folder: Where to.
    ///   - first: The name of the first table.
    /// - Throws: What `write` would throw.
    public static func checkWritable(_ folder: some PathConvertible, first: String) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: [first + ".csv"], kind: .tables(first + ".csv"))
    }

    private static func file(of table: Table) -> String { table.name + ".csv" }
}
