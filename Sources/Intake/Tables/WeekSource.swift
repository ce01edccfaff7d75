// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Where a week is read from: its folder, where problems are reported, and which files were read.
final class WeekSource {
    let folder: InputFolder
    let diagnostics = Diagnostics()
    private(set) var inputs: [InputDigest] = []

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
        load(table.path, optional: table.isOptional, isOfPlan: isOfPlan)
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
