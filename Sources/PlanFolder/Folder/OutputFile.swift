// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// A single file that a command writes, whole or not at all.
public enum OutputFile {
    /// Lets a file be written by its name, and then puts it in the place of what stands there.
    ///
    /// Links at the end of the path are followed, since the system would; a device or a pipe is written to as it is.
    ///
    /// - Parameters:
    ///   - path: Where to. The folder has to be there.
    ///   - body: Writes the file at the path that it is given, whose name ends as this one's does.
    /// - Throws: What stands in the way, or what `body` throws. What was there is there still.
    public static func write(_ path: FilePath, by body: (FilePath) throws -> Void) throws {
        let status = try? path.status()
        if status?.kind == .other { return try body(path) }
        if status?.kind == .folder { throw PlanFolderError.isAFolder(path: path.description) }
        let place = try FolderPlace(path.followed)
        let workspace = try WriteGate.writing { () throws(PlanFolderError) in
            try Workspace(for: place.name, in: place.parent)
        }
        defer { workspace.remove() }
        let fresh = workspace.path.appending(place.name)
        try WriteGate.leavingUnfinished(workspace.path) { try body(fresh) }
        try WriteGate.writing { () throws(PlanFolderError) in
            FileSystem.copyPermissions(from: place.path, to: fresh)
            let failure = FileSystem.move(fresh, to: place.path)
            guard failure == 0 else { throw PlanFolderError(errno: failure, path: path) }
        }
    }

    /// Puts bytes in the place of what a file holds, or makes it. A link is followed.
    public static func replace(_ path: FilePath, with bytes: [UInt8]) throws(PlanFolderError) {
        try FileReplacement.replace(path.followed, with: bytes)
    }

    /// Removes a file, where there is one.
    public static func remove(_ path: FilePath) { FileSystem.remove(path) }

    /// Writes a file where nothing stands yet.
    ///
    /// - Returns: False where something does; it is left as it is.
    public static func create(_ path: FilePath, with bytes: [UInt8]) throws(PlanFolderError) -> Bool {
        let place = try FolderPlace(path)
        return try WriteGate.writing { () throws(PlanFolderError) in
            guard try FileSystem.kind(place.path) == nil else { return false }
            let workspace = try Workspace(for: place.name, in: place.parent)
            defer { workspace.remove() }
            let fresh = workspace.path.appending(place.name)
            try FileSystem.write(bytes, toNew: fresh)
            // A second name is only given where there is none yet; not every file system gives one.
            if FileSystem.linkFile(fresh, as: place.path) { return true }
            guard try FileSystem.kind(place.path) == nil else { return false }
            let failure = FileSystem.move(fresh, to: place.path)
            guard failure == 0 else { throw PlanFolderError(errno: failure, path: path) }
            return true
        }
    }
}
