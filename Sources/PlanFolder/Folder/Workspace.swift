// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The hidden folder beside a plan in which the next one is made, on the same file system.
///
/// Nobody else can look into it: it is made for its owner alone, and gets the permissions of a plan only when it
/// becomes one. It is locked as long as it is being written. What a killed run left behind is known by its name and
/// by being unlocked, and is cleared away by the next that writes the same plan. The folder above is locked while a
/// workspace is made or leftovers are looked for, so that none is taken for the other.
struct Workspace {
    /// Where it is.
    let path: FilePath
    private let lock: FolderLock?

    /// Clears leftovers and makes a workspace.
    init(for name: FilePath, in parent: FilePath) throws(PlanFolderError) {
        let isAlone = FolderLock(parent.appending("."), tries: 200)
        defer { isAlone?.release() }
        if isAlone != nil { Self.clearLeftovers(of: name, in: parent) }
        var path: FilePath
        repeat {
            let suffix = String(UInt32.random(in: 0 ... .max), radix: 36)
            path = parent.appending(Self.prefix(name, suffix))
        } while try !FileSystem.makeFolder(path, mode: 0o700, for: parent.appending(name))
        self.path = path
        lock = FolderLock(path)
    }

    /// A further name of this workspace, for the old plan where two folders cannot change names in one step.
    var asidePath: FilePath { FilePath(bytes: path.bytes + Self.asideSuffix) }

    /// The permissions that folders made here get by themselves.
    func usualPermissions() throws(PlanFolderError) -> UInt32 {
        let probe = path.appending(".permissions")
        _ = try FileSystem.makeFolder(probe)
        defer { FileSystem.remove(probe) }
        return (try? probe.status())?.permissions ?? 0o700
    }

    /// Removes what stands at the workspace's name, links not followed, and gives the lock back.
    func remove() {
        FileSystem.remove(path)
        lock?.release()
    }

    private static let asideSuffix = Array("-old".utf8)

    private static func prefix(_ name: FilePath, _ suffix: String = "") -> FilePath {
        FilePath(bytes: Array(".".utf8) + name.bytes + Array(".skillmix-\(suffix)".utf8))
    }

    /// Removes what no running process is writing. An old plan that was put aside when its process was killed
    /// gets its name back.
    private static func clearLeftovers(of name: FilePath, in parent: FilePath) {
        let names = (try? parent.names()) ?? []
        for leftover in names where leftover.bytes.starts(with: prefix(name).bytes) {
            let path = parent.appending(leftover)
            guard (try? FileSystem.kind(path)) == .folder, let lock = FolderLock(path)
            else { continue }
            defer { lock.release() }
            let target = parent.appending(name)
            let isWanted =
                leftover.bytes.suffix(asideSuffix.count) == asideSuffix[...]
                && (try? target.status(followingLinks: false)) == nil
            if isWanted, FileSystem.move(path, to: target) == 0 { continue }
            FileSystem.remove(path)
        }
    }
}
