// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Puts a folder of files in the place of a plan, whole or not at all.
///
/// The files are written beside the plan, in a workspace, and waited for until the disk has them. Then the two
/// folders change names in one step; where the file system has no such step, the old one is put aside first and
/// put back if the new one cannot take its place.
///
/// A file's name may begin with a subfolder's, `tables/moves.csv`: then that subfolder is the plan's, too, but what
/// others put into it is kept as well.
enum FolderReplacement {
    /// - Parameters:
    ///   - folder: Where to.
    ///   - files: The files by name.
    ///   - stale: The names of files of an earlier plan that the new one does not have, and that go.
    ///   - kind: What kind of folder it is, so that no other is replaced.
    static func replace(
        _ folder: URL, with files: [(name: String, bytes: [UInt8])], stale: [String] = [],
        kind: FolderKind = .plan
    ) throws(PlanFolderError) {
        let (target, name, parent) = try place(of: folder)
        try makeFolders(parent)
        let workspace = try Workspace(for: name, in: parent)
        do {
            let own = files.map(\.name)
            let isThere = try isReplaceable(target, own, kind)
            let subfolders = subfolders(of: own)
            for name in subfolders { _ = try FileSystem.makeFolder(workspace.path + "/" + name) }
            for file in files { try FileSystem.write(file.bytes, toNew: workspace.path + "/" + file.name) }
            if isThere {
                FileSystem.copyMode(from: target, to: workspace.path)
                try keepOthers(of: target, except: Set(own + stale), in: workspace.path)
            }
            for name in subfolders { FileSystem.settle(workspace.path + "/" + name) }
            FileSystem.settle(workspace.path)
            if isThere {
                try swap(workspace.path, target, aside: workspace.asidePath)
            } else {
                try move(workspace.path, target)
            }
        } catch {
            workspace.remove()
            throw error
        }
        FileSystem.settle(parent)
        // By now the old plan has the workspace's name, or nothing has.
        workspace.remove()
    }

    /// Tries whether `replace` would find a place to write, and leaves everything as it is but for folders above.
    static func check(
        _ folder: URL, for own: [String], kind: FolderKind = .plan
    ) throws(PlanFolderError) {
        let (target, name, parent) = try place(of: folder)
        try makeFolders(parent)
        _ = try isReplaceable(target, own, kind)
        try Workspace(for: name, in: parent).remove()
    }

    private static func place(
        of folder: URL
    ) throws(PlanFolderError) -> (target: String, name: String, parent: String) {
        let target = folder.standardizedFileURL.path
        let name = (target as NSString).lastPathComponent
        guard target != "/", !name.isEmpty, name != ".", name != "..", !target.contains("\0") else {
            throw .badName(path: folder.path)
        }
        return (target, name, (target as NSString).deletingLastPathComponent)
    }

    /// Makes the folders above that are missing.
    static func makeFolders(_ path: String) throws(PlanFolderError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .parentIsNotAFolder(path: path) }
            return
        }
        guard path != "/", !path.isEmpty else { throw .badName(path: path) }
        try makeFolders((path as NSString).deletingLastPathComponent)
        _ = try FileSystem.makeFolder(path)
    }

    /// The subfolders that names of files begin with, in order.
    private static func subfolders(of names: [String]) -> [String] {
        var found: [String] = []
        for name in names {
            guard let slash = name.firstIndex(of: "/") else { continue }
            let folder = String(name[..<slash])
            if !found.contains(folder) { found.append(folder) }
        }
        return found
    }

    /// Whether a folder stands there, which then is of that kind or empty. Hidden files make no folder full.
    private static func isReplaceable(
        _ target: String, _ own: [String], _ kind: FolderKind
    ) throws(PlanFolderError) -> Bool {
        switch try FileSystem.kind(target) {
        case .nothing: return false
        case .file: throw .isAFile(path: target)
        case .link: throw .isALink(path: target)
        case .folder: break
        }
        try kind.check(target, holding: try entries(of: target))
        for name in subfolders(of: own) {
            switch try FileSystem.kind(target + "/" + name) {
            case .nothing, .folder: break
            case .link: throw .isALink(path: target + "/" + name)
            case .file: throw .isNotAPlan(path: target, holds: name)
            }
        }
        for name in own where try FileSystem.kind(target + "/" + name) == .folder {
            throw .isNotAPlan(path: target, holds: name + "/")
        }
        return true
    }

    /// Gives what else stands in a folder a second name in the new one: somebody's notes outlive a new plan.
    ///
    /// - Parameter below: The path from the plan's folder to this one, with a slash at its end.
    private static func keepOthers(
        of folder: String, except own: Set<String>, in other: String, below: String = ""
    ) throws(PlanFolderError) {
        for name in try entries(of: folder) where !own.contains(below + name) {
            let path = folder + "/" + name
            let copy = other + "/" + name
            if try FileSystem.kind(path) == .folder {
                _ = try FileSystem.makeFolder(copy)
                FileSystem.copyMode(from: path, to: copy)
                try keepOthers(of: path, except: own, in: copy, below: below + name + "/")
            } else if !FileSystem.linkFile(path, as: copy) {
                do {
                    try FileManager.default.copyItem(atPath: path, toPath: copy)
                } catch {
                    throw .refused(path: path, reason: "the file cannot be taken over into the new plan")
                }
            }
        }
    }

    private static func entries(of folder: String) throws(PlanFolderError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .readOnly(path: folder)
        }
    }

    private static func swap(_ new: String, _ old: String, aside: String) throws(PlanFolderError) {
        if FileSystem.exchange(new, old) == 0 { return }
        try move(old, aside)
        do {
            try move(new, old)
        } catch {
            _ = FileSystem.move(aside, to: old)
            throw error
        }
        // The workspace's name is free now; the old plan takes it, to be removed with it.
        _ = FileSystem.move(aside, to: new)
    }

    private static func move(_ path: String, _ other: String) throws(PlanFolderError) {
        let failure = FileSystem.move(path, to: other)
        guard failure == 0 else { throw PlanFolderError(errno: failure, path: other) }
    }
}
