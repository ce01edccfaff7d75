// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The folder of what people take away of a plan: written whole or not at all. Its list says what was put there, so
/// that sheets of people who are not on the roster any more do not stay behind.
public enum ShareFolder {
    /// Writes files in the place of earlier ones, or where there is nothing. What others put beside them stays.
    ///
    /// - Parameters:
    ///   - files: The files by their paths; `list` is one of them.
    ///   - list: The name of the list, a CSV with the paths in its first column, by which such a folder is known.
    ///   - folder: Where to.
    public static func write(
        _ files: [(name: String, text: String)], list: String, to folder: some PathConvertible
    ) throws(PlanFolderError) {
        let names = Set(files.map(\.name))
        try FolderReplacement.replace(
            folder, with: files.map { ($0.name, Array($0.text.utf8)) },
            stale: earlier(in: folder.filePath, list).filter { !names.contains($0) }, kind: .tables(list))
    }

    /// Finds out before long work whether such files could be written there.
    public static func checkWritable(_ folder: some PathConvertible, list: String) throws(PlanFolderError) {
        try FolderReplacement.check(folder, for: [list], kind: .tables(list))
    }

    /// The files of an earlier time whose paths begin with a folder's name and end so, by their paths, in order of
    /// these.
    ///
    /// - Throws: A file that cannot be read, or is no text.
    public static func files(
        in folder: some PathConvertible, below: String, ending: String
    ) throws(PlanFolderError) -> [(name: String, text: String)] {
        let place = folder.filePath.appending(below)
        guard let names = try? place.names() else { return [] }
        var files: [(name: String, text: String)] = []
        for name in names.compactMap(\.text).sorted() where name.hasSuffix(ending) && !name.hasPrefix(".") {
            let path = place.appending(name)
            guard let bytes = try? path.read(atMost: InputFile.documentLimit),
                let text = String(validating: bytes, as: UTF8.self)
            else { throw .refused(path: path.description, reason: "it cannot be read as text") }
            files.append((below + name, text))
        }
        return files
    }

    /// What the list of an earlier time names: files of its own folders alone.
    private static func earlier(in folder: FilePath, _ list: String) -> [String] {
        guard let bytes = try? folder.appending(list).read(atMost: InputFile.documentLimit),
            let text = String(validating: bytes, as: UTF8.self)
        else { return [] }
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let name = String(line.prefix { $0 != "," })
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            let isOwn =
                parts.count == 2 && ["calendars", "sheets"].contains(parts[0]) && !parts[1].hasPrefix(".")
                && parts[1].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
            return isOwn ? name : nil
        }
    }
}
