// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Where a week is read from: its folder, where problems are reported, and which files were read.
final class WeekSource {
    let folder: InputFolder
    let diagnostics = Diagnostics()
    private(set) var inputs: [InputDigest] = []
    /// Tables that a workbook most likely has.
    private(set) var unread: Set<String> = []

    init(folder: InputFolder) { self.folder = folder }

    /// Whether there is a folder at all; if not, that is one problem and not six.
    func isFolder() -> Bool {
        if folder.isGiven || folder.path.isFolder { return true }
        let name = folder.path.name.description
        let exists = folder.path.exists
        diagnostics.add(
            .error, at: Place(file: name), expected: "a folder with \(WeekFile.path) and the tables",
            message: exists ? "\(name) is a file, and a week is a folder" : "there is no folder \(name)")
        return false
    }

    /// Loads a table's file and notes its digest.
    ///
    /// - Parameter isOfPlan: Whether a plan is made from the file, and so states its digest.
    func load(_ table: TableSchema, isOfPlan: Bool = true) -> InputFile? {
        if !table.isOptional, let workbook, !folder.path.appending(table.path).exists {
            tellWorkbook(workbook)
            unread.insert(table.path)
            return nil
        }
        return load(table.path, optional: table.isOptional, isOfPlan: isOfPlan)
    }

    /// A workbook in the folder, by name; nil: there is none. Those that a spreadsheet has open are not meant.
    private var workbook: String? { workbooks.first }

    private lazy var workbooks: [String] = {
        guard !folder.isGiven else { return [] }
        return folder.names().sorted().filter { name in
            let isWorkbook = [".xlsx", ".xlsm", ".xls", ".ods"].contains { name.lowercased().hasSuffix($0) }
            return isWorkbook && !name.hasPrefix(".") && !name.hasPrefix("~")
        }
    }()

    /// Tells of tables that are missing where a workbook most likely has them: once.
    private func tellWorkbook(_ workbook: String) {
        let read = workbooks.filter { $0.lowercased().hasSuffix(".xlsx") }
        if read.count > 1 {
            diagnostics.add(
                .error, once: "workbook", at: Field("", name: "workbook", place: Place(file: read[1])),
                expected:
                    "one workbook in the folder, or the one that is meant named: \(folder.path)/\(read[0])",
                leads: true,
                message: { met in
                    "there are \(read.count) workbooks in the folder, \(read[0]) among them, and \(met.count) tables that may be in any"
                })
            return
        }
        diagnostics.add(
            .error, once: "workbook", at: Field("", name: "workbook", place: Place(file: workbook)),
            expected:
                "each of its sheets saved as 'CSV UTF-8' beside it: teams.csv, staff.csv and the others",
            leads: true,
            message: { met in
                "\(workbook) is a workbook, and a week is read from tables: \(met.count) are missing"
            })
    }

    /// Loads a file and notes its digest.
    ///
    /// - Parameter isOfPlan: Whether a plan is made from the file, and so states its digest.
    func load(
        _ path: String, limit: Int = InputFile.tableLimit, optional: Bool = false, mention: Place? = nil,
        isOfPlan: Bool = true
    ) -> InputFile? {
        let input = folder.load(path, limit: limit, optional: optional, mention: mention, diagnostics)
        if let input, isOfPlan { inputs.append(input.digest) }
        return input
    }
}
