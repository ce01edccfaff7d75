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

    /// What is written beside the week.
    public struct Contents: Sendable {
        let plan: Plan
        let week: Week
        let shown: ShownPlan
        let page: String

        /// The plan of the week as it was written, and the page.
        public init(plan: Plan, week: Week, shown: ShownPlan, page: String) {
            (self.plan, self.week, self.shown, self.page) = (plan, week, shown, page)
        }
    }

    /// Writes a surge in the place of an earlier one, or where there is nothing.
    ///
    /// - Parameters:
    ///   - calls: The name and the text of the call list, by which such a folder is known.
    ///   - seen: The call list as it was read; nil: there was none. Where somebody has typed into it since, nothing is
    ///     written.
    ///   - files: The files of the week by their names.
    ///   - contents: Looks at the week where it was written, and gives the rest; nil: nothing is written.
    public static func write(
        calls: (name: String, text: String), replacing seen: [UInt8]?,
        week files: [(name: String, bytes: [UInt8])],
        to folder: some PathConvertible, _ contents: (FilePath) -> Contents?
    ) throws(PlanFolderError) {
        let path = folder.filePath
        let sheet = path.appending(calls.name)
        try FolderReplacement.replace(
            path, with: files.map { ("\(week)/\($0.name)", $0.bytes) }, stale: earlier(in: path),
            kind: .tables(calls.name),
            isRight: { _ in (try? sheet.read(atMost: InputFile.tableLimit)) == seen }
        ) { workspace throws(PlanFolderError) in
            guard let made = contents(workspace.appending(week)) else { return nil }
            let plan = try PlanFolder.contents(plan: made.plan, week: made.week, shown: made.shown)
            return plan.map { ("\(Self.plan)/\($0.name)", $0.bytes) } + [
                (page, Array(made.page.utf8)), (calls.name, Array(calls.text.utf8)),
            ]
        }
    }

    /// Finds out before long work whether a surge could be written there.
    public static func checkWritable(_ folder: some PathConvertible, calls: String) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: [calls, page], kind: .tables(calls))
    }

    /// What an earlier surge put into `week` and `plan`, which is all theirs.
    private static func earlier(in folder: FilePath) -> [String] {
        [week, plan].flatMap { names(in: folder.appending($0), below: $0) }
    }

    private static func names(in folder: FilePath, below: String) -> [String] {
        let found = (try? folder.names()) ?? []
        return found.compactMap(\.text).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            let path = folder.appending(name)
            let inside = "\(below)/\(name)"
            return path.isFolder ? names(in: path, below: inside) : [inside]
        }
    }
}
