// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import PlanFolder
import Reading
import WeekBooks
import Wording
import Workforce

/// What imports and caseloads have in common: tables of a week that say something else are written, all of them or none.
extension Workflow {
    /// The tables of a week that say something else in another one, read back as that before they are given to anybody. Those
    /// of a workbook are for looking at alone.
    func changedTables(
        of input: WeekAtHand, as week: Week
    ) throws(WorkflowError) -> [(name: String, bytes: [UInt8])] {
        let diagnostics = Diagnostics()
        let changed = ChangedFolder(input.week, as: week) { path in
            input.folder.load(path, optional: true, diagnostics)
        }
        let tables = changed.changedTables()
        guard !diagnostics.hasErrors else {
            throw WorkflowError(
                .input, "The files of \(input.path) cannot be read any more; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        guard !input.folder.isGiven else { return tables }
        let reading = WeekReading(
            InputFolder(
                given: tables.map { ($0.name, $0.bytes) }, of: tables.map(\.name), beside: input.folder.path))
        guard reading.isRight(week) else { throw reading.error(unlike: week) }
        return tables
    }

    /// Refuses a week that is kept in a workbook, where something is to be written into its tables.
    ///
    /// - Parameter what: What is to be written: `demand`.
    func checkFolder(_ input: WeekAtHand, _ week: FilePath, into what: String) throws(WorkflowError) {
        guard input.folder.isGiven else { return }
        throw WorkflowError(
            .output,
            "\(week) is a workbook, into which \(what) cannot go: make a folder of it (skillmix convert), and convert that "
                + "back.")
    }

    /// Writes tables of a week anew, and other files in its folder with them, all or none. Whoever saved one of the tables
    /// meanwhile keeps what they wrote, and is told.
    ///
    /// - Parameters:
    ///   - others: Other files, by their paths from the week's folder.
    ///   - stale: Files of an earlier time that go.
    func update(
        _ input: WeekAtHand, tables: [(name: String, bytes: [UInt8])],
        others: [(name: String, bytes: [UInt8])] = [], stale: [String] = []
    ) throws(WorkflowError) {
        guard !tables.isEmpty || !others.isEmpty else { return }
        let digests = Dictionary(input.inputs.map { ($0.path, $0) }) { first, _ in first }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try WeekFolder.update(tables + others, stale: stale, in: input.path) { _ in
                tables.allSatisfy { table in
                    let now = InputFile.load(table.name, in: input.path, optional: true, Diagnostics())
                    return now?.digest == digests[table.name]
                }
            }
        }
    }
}
