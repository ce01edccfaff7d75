// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A new week's folder, written whole or not at all.
public enum WeekFolder {
    /// Writes files into a folder that is not there yet, or empty.
    ///
    /// - Parameters:
    ///   - files: The files' names and texts.
    ///   - folder: Where to. Folders above are made where they are missing.
    /// - Throws: What stands in the way, and what to do about it. A folder that holds anything is left as it is.
    public static func write(
        _ files: [(name: String, text: String)], to folder: URL
    ) throws(PlanFolderError) {
        let path = folder.standardizedFileURL.path
        let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if let stranger = found.sorted().first(where: { !$0.hasPrefix(".") }) {
            throw .isNotEmpty(path: path, holds: stranger)
        }
        try FolderReplacement.replace(folder, with: files.map { ($0.name, Array($0.text.utf8)) })
    }

    /// The path that leads from a folder to a file, as `week.yaml` names its framework.
    public static func path(from folder: URL, to file: URL) -> String {
        let here = folder.standardizedFileURL.pathComponents
        let there = file.standardizedFileURL.pathComponents
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + there[shared...]).joined(separator: "/")
    }
}
