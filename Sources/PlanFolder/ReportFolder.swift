// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A report rendered anew: in its plan's folder, in a folder of its own, or as one page.
public enum ReportFolder {
    /// The name of the plan as a workbook, where somebody wants one.
    public static let workbook = ReportFiles.workbook

    /// Whether an earlier plan or report put a workbook into the folder.
    public static func hasWorkbook(_ folder: some PathConvertible) -> Bool {
        ReportFiles.earlier(in: folder).contains(workbook)
    }

    /// Whether a folder holds a file of the summary's name that no earlier plan or report put there: somebody's own, which
    /// is left as it is.
    public static func hasOwnSummary(_ folder: some PathConvertible) -> Bool {
        folder.filePath.appending(ReportFiles.summary).exists
            && !ReportFiles.earlier(in: folder).contains(ReportFiles.summary)
    }

    /// Refuses a folder in which a workbook would take the place of a file that no earlier plan or report put there.
    ///
    /// - Throws: That somebody's own file has the workbook's name, and what to do about it.
    public static func checkWorkbook(in folder: some PathConvertible) throws(PlanFolderError) {
        let file = folder.filePath.appending(workbook)
        guard file.exists, !hasWorkbook(folder) else { return }
        throw .isSomebodysOwn(path: file.description)
    }

    /// Renders the report in the plan's folder anew, and what must not wait; everything else there stays as it is.
    ///
    /// - Parameter flags: What must not wait, with what people said of it so far.
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func refresh(
        _ shown: ShownPlan, flags: [RedFlag], in folder: some PathConvertible
    ) throws(PlanFolderError) {
        let file = (name: FlagsFile.name, bytes: Array(FlagsFile.text(of: flags).utf8))
        try write(shown, besides: [file] + FlagsFile.unread(in: folder), to: folder, kind: .plan)
    }

    /// Writes the page and its tables into a folder that is new, empty, or holds a report and no plan.
    ///
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func write(_ shown: ShownPlan, to folder: some PathConvertible) throws(PlanFolderError) {
        try write(shown, to: folder, kind: .report)
    }

    /// Writes a page alone, as one file, whole or not at all. Folders above are made where they are missing.
    ///
    /// - Parameters:
    ///   - page: The page, as HTML that names no tables beside it.
    ///   - file: Where to.
    /// - Throws: What stands in the way, and what to do about it. What was there is there still.
    public static func write(_ page: String, toFile file: some PathConvertible) throws(PlanFolderError) {
        let parent = file.filePath.parent
        let own = [FilePath(ReportFiles.page), FilePath(ReportFiles.summary)]
        guard FolderKind.plan(in: parent) == nil || !own.contains(where: { file.filePath.name == $0 })
        else { throw .isAPlan(path: parent.description) }
        try FileReplacement.replace(file, with: Array(page.utf8))
    }

    private static func write(
        _ shown: ShownPlan, besides others: [(name: String, bytes: [UInt8])] = [],
        to folder: some PathConvertible, kind: FolderKind
    ) throws(PlanFolderError) {
        try FolderReplacement.replace(
            folder, with: ReportFiles.contents(of: shown) + others, stale: ReportFiles.earlier(in: folder),
            kind: kind)
    }
}
