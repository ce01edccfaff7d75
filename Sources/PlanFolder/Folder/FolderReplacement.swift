// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Puts a folder of files in the place of a plan, whole or not at all.
///
/// The files are written beside the plan, in a workspace, and waited for until the disk has them. Then the two
/// folders change names in one step; where the file system has no such step, the old one is put aside first and
/// put back if the new one cannot take its place. Of two that write the same plan at once the later one replaces
/// what the earlier one wrote.
///
/// A file's name may begin with a subfolder's, `tables/moves.csv`: then that subfolder is the plan's, too, but what
/// others put into it is kept as well. Files and folders have the permissions of those they replace.
enum FolderReplacement {
    /// - Parameters:
    ///   - folder: Where to.
    ///   - files: The files by name.
    ///   - stale: The names of files of an earlier plan that the new one does not have, and that go.
    ///   - kind: What kind of folder it is, so that no other is replaced.
    ///   - isRight: Looks at the files where they were written, before they take their place; false: they do not.
    static func replace(
        _ folder: some PathConvertible, with files: [(name: String, bytes: [UInt8])], stale: [String] = [],
        kind: FolderKind = .plan, isRight: (FilePath) -> Bool = { _ in true }
    ) throws(PlanFolderError) {
        let place = try FolderPlace(folder.filePath)
        try WriteGate.writing { () throws(PlanFolderError) in
            try makeFolders(place.parent)
            let workspace = try Workspace(for: place.name, in: place.parent)
            // What stands at the workspace's name in the end is half a plan, the old plan, or nothing.
            defer { workspace.remove() }
            let target = NewFolder(
                workspace: workspace, place: place, own: files.map(\.name), stale: stale, kind: kind)
            try target.write(files)
            guard isRight(workspace.path) else {
                throw .refused(path: place.path.description, reason: "its files are not what they were to be")
            }
            try target.takePlace()
            FileSystem.settle(place.parent)
        }
    }

    /// Tries whether `replace` would find a place to write, and leaves everything as it is.
    static func check(
        _ folder: some PathConvertible, for own: [String], kind: FolderKind = .plan
    ) throws(PlanFolderError) {
        let place = try FolderPlace(folder.filePath)
        try WriteGate.writing { () throws(PlanFolderError) in
            _ = try place.isReplaceable(own, kind)
            // Where folders above are still to be made, the lowest that is there shows whether they can be.
            var parent = place.parent
            while try isMissing(parent), parent != parent.parent { parent = parent.parent }
            try Workspace(for: place.name, in: parent).remove()
        }
    }

    /// Makes the folders above that are missing.
    static func makeFolders(_ path: FilePath) throws(PlanFolderError) {
        guard try isMissing(path) else { return }
        guard path.parent != path else { throw .badName(path: path.description) }
        try makeFolders(path.parent)
        _ = try FileSystem.makeFolder(path)
    }

    /// Whether nothing stands at a path that is to be a folder.
    private static func isMissing(_ path: FilePath) throws(PlanFolderError) -> Bool {
        let status: FilePath.Status
        do {
            status = try path.status()
        } catch {
            if error.isMissing { return true }
            throw PlanFolderError(errno: error.number, path: path)
        }
        guard status.kind == .folder else { throw .parentIsNotAFolder(path: path.description) }
        return false
    }
}
