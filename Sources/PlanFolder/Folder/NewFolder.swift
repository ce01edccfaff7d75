// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// A folder made in a workspace, until it takes its place.
struct NewFolder {
    let workspace: Workspace
    let place: FolderPlace
    /// The names of its files.
    let own: [String]
    /// The names of files of an earlier folder that go.
    let stale: [String]
    let kind: FolderKind

    /// How often another process may get in between before this one gives up.
    private static let attempts = 20

    /// Writes the files into the workspace.
    func write(_ files: [(name: String, bytes: [UInt8])]) throws(PlanFolderError) {
        _ = try place.isReplaceable(own, kind)
        let usual = try workspace.usualPermissions()
        for name in FolderPlace.subfolders(of: files.map(\.name)) {
            let folder = workspace.path.appending(name)
            guard try FileSystem.makeFolder(folder) else { continue }
            FileSystem.setPermissions(usual, of: folder)
        }
        for file in files { try FileSystem.write(file.bytes, toNew: workspace.path.appending(file.name)) }
    }

    /// Takes over from the folder that stands there what is to be kept, and changes names with it.
    ///
    /// The folder above is locked for that, so that two that write one plan take turns. Where there are no locks,
    /// or somebody does not keep to them, it is tried anew with what stands there by then.
    func takePlace() throws(PlanFolderError) {
        let isAlone = FolderLock(place.parent.appending("."), tries: 500)
        defer { isAlone?.release() }
        var taken: Set<FilePath> = []
        for attempt in 1...Self.attempts {
            let isThere = try place.isReplaceable(own, kind)
            do throws(PlanFolderError) {
                if isThere {
                    try keepOthers(of: place.path, in: workspace.path, &taken)
                    keepPermissions()
                } else {
                    FileSystem.setPermissions(try workspace.usualPermissions(), of: workspace.path)
                }
                for name in FolderPlace.subfolders(of: own) {
                    FileSystem.settle(workspace.path.appending(name))
                }
                FileSystem.settle(workspace.path)
                if isThere { try swap() } else { try move(workspace.path, place.path) }
                return
            } catch {
                // Another process may have put a plan there, or taken one away, a moment ago.
                guard case .refused = error, attempt < Self.attempts else { throw error }
                FileSystem.setPermissions(0o700, of: workspace.path)
            }
        }
    }

    /// Changes names with what stands there, and takes nothing over from it.
    func takePlaceAsItIs() throws(PlanFolderError) {
        let isAlone = FolderLock(place.parent.appending("."), tries: 500)
        defer { isAlone?.release() }
        FileSystem.settle(workspace.path)
        if try place.isReplaceable(own, kind) { try swap() } else { try move(workspace.path, place.path) }
    }

    /// Gives the folder and its files the permissions of those they replace; a file that is new those of the file
    /// by which the folder is known.
    private func keepPermissions() {
        FileSystem.copyPermissions(from: place.path, to: workspace.path)
        let known = kind.marker.flatMap { try? place.path.appending($0).status(followingLinks: false) }
        for name in own {
            let old = try? place.path.appending(name).status(followingLinks: false)
            guard let status = [old, known].compactMap(\.self).first(where: { $0.kind == .file }) else {
                continue
            }
            FileSystem.setPermissions(status.permissions & 0o777, of: workspace.path.appending(name))
        }
        for name in FolderPlace.subfolders(of: own) {
            let old = place.path.appending(name)
            FileSystem.copyPermissions(
                from: old.isFolder ? old : place.path, to: workspace.path.appending(name))
        }
    }

    /// Gives what else stands in a folder a second name in the new one: somebody's notes outlive a new plan.
    ///
    /// - Parameters:
    ///   - taken: What was taken over already, by an attempt before.
    ///   - below: The path from the plan's folder to this one.
    private func keepOthers(
        of folder: FilePath, in other: FilePath, _ taken: inout Set<FilePath>, below: FilePath? = nil
    ) throws(PlanFolderError) {
        let left = Set((own + stale).map { FilePath($0) })
        for name in try FolderPlace.names(in: folder) {
            let inside = below?.appending(name) ?? name
            let path = folder.appending(name)
            let copy = other.appending(name)
            guard !left.contains(inside), !taken.contains(inside) else { continue }
            if try FileSystem.kind(path) == .folder {
                _ = try FileSystem.makeFolder(copy)
                try keepOthers(of: path, in: copy, &taken, below: inside)
                FileSystem.copyPermissions(from: path, to: copy)
            } else {
                if !FileSystem.linkFile(path, as: copy) { try Self.copy(path, to: copy) }
                taken.insert(inside)
            }
        }
    }

    /// Copies what cannot have a second name.
    static func copy(_ path: FilePath, to other: FilePath) throws(PlanFolderError) {
        do {
            let status = try path.status(followingLinks: false)
            guard status.kind == .file else { throw PlanFolderError.isAFolder(path: path.description) }
            try FileSystem.write(try path.read(atMost: .max, expecting: status.size), toNew: other)
            FileSystem.setPermissions(status.permissions, of: other)
        } catch {
            throw .refused(
                path: path.description, reason: "the file cannot be taken over into the new plan")
        }
    }

    private func swap() throws(PlanFolderError) {
        if FileSystem.exchange(workspace.path, place.path) == 0 { return }
        try move(place.path, workspace.asidePath)
        do throws(PlanFolderError) {
            try move(workspace.path, place.path)
        } catch {
            _ = FileSystem.move(workspace.asidePath, to: place.path)
            throw error
        }
        // The workspace's name is free now; the old plan takes it, to be removed with it.
        _ = FileSystem.move(workspace.asidePath, to: workspace.path)
    }

    private func move(_ path: FilePath, _ other: FilePath) throws(PlanFolderError) {
        let failure = FileSystem.move(path, to: other)
        guard failure == 0 else { throw PlanFolderError(errno: failure, path: other) }
    }
}
