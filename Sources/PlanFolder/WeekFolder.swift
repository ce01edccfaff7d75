// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// A new week's folder, written whole or not at all.
public enum WeekFolder {
    /// Writes files into a folder that is not there yet, or empty.
    ///
    /// - Parameters:
    ///   - files: The files' names and texts.
    ///   - folder: Where to. Folders above are made where they are missing.
    /// - Throws: What stands in the way, and what to do about it. A folder that holds anything is left as it is.
    public static func write(
        _ files: [(name: String, text: String)], to folder: some PathConvertible
    ) throws(PlanFolderError) {
        try write(files.map { ($0.name, Array($0.text.utf8)) }, to: folder) { _ in true }
    }

    /// Writes files into a folder that is not there yet, or empty, once somebody has looked at them.
    ///
    /// - Parameters:
    ///   - files: The files' names and bytes.
    ///   - folder: Where to.
    ///   - isRight: Looks at the files in a folder beside; false: nothing is written.
    /// - Throws: What stands in the way.
    public static func write(
        _ files: [(name: String, bytes: [UInt8])], to folder: some PathConvertible,
        isRight: (FilePath) -> Bool
    ) throws(PlanFolderError) {
        let path = folder.filePath
        let found = (try? path.names()) ?? []
        if let stranger = found.map(\.description).first(where: { !$0.hasPrefix(".") }) {
            throw .isNotEmpty(path: path.description, holds: stranger)
        }
        try FolderReplacement.replace(path, with: files, isRight: isRight)
    }

    /// Writes some files of a week's folder anew, all of them or none; what else stands there stays.
    ///
    /// - Parameters:
    ///   - files: The files' names and bytes.
    ///   - stale: Files that go, where these have none of their names.
    ///   - folder: The week's folder.
    ///   - isRight: Looks at the folder as it will be, but for files that are no part of these; false: nothing is written.
    /// - Throws: What stands in the way.
    public static func update(
        _ files: [(name: String, bytes: [UInt8])], stale: [String] = [], in folder: some PathConvertible,
        isRight: (FilePath) -> Bool
    ) throws(PlanFolderError) {
        try FolderReplacement.replace(
            folder.filePath.real ?? folder.filePath, with: files, stale: stale, kind: .tables("week.yaml"),
            isRight: isRight)
    }

    /// Writes files into a hidden folder beside where they are to go, for somebody to look at, and removes them again.
    ///
    /// - Parameters:
    ///   - files: The files' names and bytes.
    ///   - folder: Where they are to go.
    ///   - look: What is to be done with the folder that holds them.
    /// - Throws: What stands in the way.
    public static func look<Value>(
        at files: [(name: String, bytes: [UInt8])], beside folder: some PathConvertible,
        _ look: (FilePath) -> Value
    ) throws(PlanFolderError) -> Value {
        let place = try FolderPlace(folder.filePath)
        return try WriteGate.writing { () throws(PlanFolderError) in
            var parent = place.parent
            while !parent.isFolder, parent != parent.parent { parent = parent.parent }
            let workspace = try Workspace(for: place.name, in: parent)
            defer { workspace.remove() }
            for name in FolderPlace.subfolders(of: files.map(\.name)) {
                _ = try FileSystem.makeFolder(workspace.path.appending(name))
            }
            for file in files {
                try FileSystem.write(file.bytes, toNew: workspace.path.appending(file.name))
            }
            return look(workspace.path)
        }
    }

    /// The path that leads from a folder, which need not be there yet, to a file, as `week.yaml` names its
    /// framework. It goes by the folders that links lead to, since the system would.
    ///
    /// - Returns: Nil where there is no such file, or where a name on the way is not UTF-8.
    public static func path(from folder: some PathConvertible, to file: some PathConvertible) -> String? {
        let file = file.filePath
        guard let here = real(folder.filePath), let above = file.parent.real else { return nil }
        let from = here.bytes.split(separator: slash)
        let to = above.appending(file.name).bytes.split(separator: slash)
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let up = Array(repeating: Array("..".utf8)[...], count: from.count - shared)
        return FilePath(bytes: (up + to[shared...]).joined(separator: [slash])).text
    }

    private static let slash = UInt8(ascii: "/")

    /// The real path of a folder: of the part that is there, and the names that will be made below it.
    private static func real(_ folder: FilePath) -> FilePath? {
        if let real = folder.real { return real }
        guard folder.parent != folder else { return nil }
        return real(folder.parent)?.appending(folder.name)
    }
}
