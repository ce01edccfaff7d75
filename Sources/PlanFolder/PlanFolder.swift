// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A plan as a folder of files that a planner reads and edits: five tables, `plan.json`, `report.html` with the
/// report's own tables in `tables`, and `summary.html`.
///
///     try PlanFolder.write(plan: plan, week: week, shown: shown, to: folder)
///     let (plan, diagnostics) = PlanFolder.read(from: folder, week: week)
///
/// A folder is written whole or not at all, and the same plan gives the same bytes. What is read back says what
/// stands in the files; whether the plan keeps the rules is for the audit.
public enum PlanFolder {
    /// The file of the summary; a folder that holds it is taken for a plan.
    static let summaryFile = "plan.json"
    /// The file of what must not wait, into which people type.
    public static let flagsFile = FlagsFile.name
    /// Every file of a plan, but for the tables of its report.
    static let files = [
        DeploymentsTable.file, ContactsTable.file, SupervisionTable.file, UnmetTable.file, BookingsTable.file,
        FlagsFile.name, summaryFile, ReportFiles.list, ReportFiles.page, ReportFiles.summary,
        ReportFiles.workbook,
    ]

    /// Writes a plan, whole or not at all.
    ///
    /// A plan that stands there is replaced once the new one is complete and on the disk. Files beside the
    /// plan's own that somebody put into the folder are kept. Folders above are made where they are missing. What
    /// people typed into `flags.csv` is for the caller to carry over, with `flags(in:)`; one that cannot be read is kept
    /// as it is, under another name.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - week: The week it is for.
    ///   - shown: What shows the plan to people.
    ///   - companions: Files that belong to the plan, such as those of the week that it was made of; they take the place
    ///     of such files of an earlier plan.
    ///   - others: Names of files of an earlier plan that go, where none of that name is written.
    ///   - folder: Where to: nothing yet, an empty folder, or a plan.
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func write(
        plan: Plan, week: Week, shown: ShownPlan, beside companions: [(name: String, bytes: [UInt8])] = [],
        without others: [String] = [], to folder: some PathConvertible
    ) throws(PlanFolderError) {
        let earlier = companions.isEmpty ? [] : CompanionFiles.earlier(in: folder)
        try FolderReplacement.replace(
            folder,
            with: contents(plan: plan, week: week, shown: shown) + companions + FlagsFile.unread(in: folder),
            stale: ReportFiles.earlier(in: folder) + earlier + others)
    }

    /// Finds out before a long search whether a plan could be written there.
    ///
    /// - Throws: What `write` would throw.
    ///
    /// - Parameter companions: The names of files that belong to the plan besides.
    public static func checkWritable(
        _ folder: some PathConvertible, beside companions: [String] = []
    ) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: files + companions)
    }

    /// Reads a plan that was written by `write` and perhaps edited since.
    ///
    /// Identifiers that the week does not know are kept: it is the audit that judges them.
    ///
    /// - Parameters:
    ///   - folder: The plan's folder.
    ///   - week: The week it is for.
    ///   - keepingOtherSessions: Whether rows of sessions that the week does not have are kept, as session −1, for
    ///     a plan that was made before the week was changed. Otherwise they are errors.
    ///   - isStrict: Whether rows of empty cells, and words in other capitals, are errors: an audit judges what
    ///     stands in the files, and other programs need not forgive what this one does.
    /// - Returns: The plan, nil where anything is wrong with its files; and everything there is to say of them.
    public static func read(
        from folder: some PathConvertible, week: Week, keepingOtherSessions: Bool = false,
        isStrict: Bool = false
    ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let reader = PlanReader(
            folder: folder.filePath, week: week, readsOtherSessions: keepingOtherSessions,
            isStrict: isStrict, diagnostics)
        let plan = reader.read()
        return (diagnostics.hasErrors ? nil : plan, diagnostics.sorted)
    }

    /// Reads what a plan's folder says must not wait, and who owns or closed it; none where there is no such file.
    ///
    /// - Returns: The flags, nil where anything is wrong with the file; and what there is to say of it.
    public static func flags(
        in folder: some PathConvertible
    ) -> (flags: [RedFlag]?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let flags = FlagsFile.read(in: folder.filePath, diagnostics)
        return (diagnostics.hasErrors ? nil : flags, diagnostics.sorted)
    }

    /// Replaces what a plan's folder says must not wait, whole or not at all; nothing else there changes.
    ///
    /// - Throws: What stands in the way. What was there is there still.
    public static func replace(flags: [RedFlag], in folder: some PathConvertible) throws(PlanFolderError) {
        try OutputFile.replace(
            folder.filePath.appending(FlagsFile.name), with: Array(FlagsFile.text(of: flags).utf8))
    }

    /// The files of a plan, by name, in the order they are written.
    static func contents(
        plan: Plan, week: Week, shown: ShownPlan
    ) throws(PlanFolderError) -> [(name: String, bytes: [UInt8])] {
        let sessions = SessionNames(week)
        let files =
            [
                (DeploymentsTable.file, try DeploymentsTable.text(of: plan.deployments, sessions)),
                (ContactsTable.file, try ContactsTable.text(of: plan.contacts, sessions)),
                (SupervisionTable.file, try SupervisionTable.text(of: plan.supervision, sessions)),
                (UnmetTable.file, try UnmetTable.text(of: plan.unmet, sessions)),
                (BookingsTable.file, try BookingsTable.text(of: plan.bookings, sessions)),
                (FlagsFile.name, FlagsFile.text(of: plan.flags)),
                (
                    summaryFile,
                    try SummaryFile.text(
                        of: plan.summary, tables: TableDigests.of(plan, sessions), report: shown.figures)
                ),
            ]
        return files.map { ($0.0, Array($0.1.utf8)) } + ReportFiles.contents(of: shown)
    }
}
