// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The folder of a surge: the call list, its page, the changed week in `week` and the plan of it in `plan`; written
/// whole or not at all.
public enum SurgeFolder {
    /// The folder of the changed week.
    public static let week = "week"
    /// The folder of its plan.
    public static let plan = "plan"
    /// The page.
    public static let page = ReportFiles.page

    /// Writes a surge in the place of an earlier one, or where there is nothing. Flags of the plan there that cannot be
    /// read are kept as they are, under another name.
    ///
    /// - Parameters:
    ///   - calls: The name and the text of the call list, by which such a folder is known.
    ///   - seen: The call list as it was read; nil: there was none. Where somebody has typed into it since, nothing is
    ///     written.
    ///   - page: The page to ring from.
    ///   - tables: Other tables by their names; where there is no text one of an earlier surge goes.
    ///   - files: The files of the week by their names.
    ///   - plan: The plan, of the week that those files are.
    ///   - shown: What shows the plan to people.
    public static func write(
        calls: (name: String, text: String), replacing seen: [UInt8]?, page: String,
        tables: [(name: String, text: String?)] = [], week files: [(name: String, bytes: [UInt8])],
        plan: Plan, of week: Week, shown: ShownPlan,
        to folder: some PathConvertible
    ) throws(PlanFolderError) {
        let path = folder.filePath
        let sheet = path.appending(calls.name)
        let ofPlan = try PlanFolder.contents(plan: plan, week: week, shown: shown)
        try FolderReplacement.replace(
            path,
            with: files.map { ("\(Self.week)/\($0.name)", $0.bytes) }
                + (ofPlan + FlagsFile.unread(in: path.appending(Self.plan)))
                .map { ("\(Self.plan)/\($0.name)", $0.bytes) }
                + tables.compactMap { name, text in text.map { (name, Array($0.utf8)) } }
                + [(Self.page, Array(page.utf8)), (calls.name, Array(calls.text.utf8))],
            stale: earlier(in: path) + tables.filter { $0.text == nil }.map(\.name),
            kind: .tables(calls.name),
            isRight: { _ in (try? sheet.read(atMost: InputFile.tableLimit)) == seen })
    }

    /// Finds out before long work whether a surge could be written there.
    public static func checkWritable(_ folder: some PathConvertible, calls: String) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: [calls, page], kind: .tables(calls))
    }

    /// What an earlier surge put into `week` and `plan`. What else stands there is somebody's, and stays.
    private static func earlier(in folder: FilePath) -> [String] {
        CompanionFiles.earlier(in: folder)
            + ReportFiles.earlier(in: folder.appending(plan)).map { "\(plan)/\($0)" }
    }
}
