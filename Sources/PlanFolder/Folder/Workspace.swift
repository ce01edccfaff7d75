// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The hidden folder beside a plan in which the next one is made, on the same file system.
///
/// It is locked as long as it is being written. What a killed run left behind is known by its name and by being
/// unlocked, and is cleared away by the next that writes the same plan. The folder above is locked while a
/// workspace is made or leftovers are looked for, so that none is taken for the other.
struct Workspace {
    /// Where it is.
    let path: String
    private let lock: FolderLock?

    /// Clears leftovers and makes a workspace.
    init(for name: String, in parent: String) throws(PlanFolderError) {
        let isAlone = FolderLock(parent, tries: 200)
        defer { isAlone?.release() }
        if isAlone != nil { Self.clearLeftovers(of: name, in: parent) }
        var path: String
        repeat {
            path = parent + "/" + Self.prefix(name) + String(UInt32.random(in: 0 ... .max), radix: 36)
        } while try !FileSystem.makeFolder(path)
        self.path = path
        lock = FolderLock(path)
    }

    /// A further name of this workspace, for the old plan where two folders cannot change names in one step.
    var asidePath: String { path + Self.asideSuffix }

    /// Removes what stands at the workspace's name, links not followed, and gives the lock back.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
        lock?.release()
    }

    private static let asideSuffix = "-old"

    private static func prefix(_ name: String) -> String { ".\(name).skillmix-" }

    /// Removes what no running process is writing. An old plan that was put aside when its process was killed
    /// gets its name back.
    private static func clearLeftovers(of name: String, in parent: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for leftover in names.sorted() where leftover.hasPrefix(prefix(name)) {
            let path = parent + "/" + leftover
            guard (try? FileSystem.kind(path)) == .folder, let lock = FolderLock(path)
            else { continue }
            defer { lock.release() }
            let isWanted =
                leftover.hasSuffix(asideSuffix) && (try? FileSystem.kind(parent + "/" + name)) == .nothing
            if isWanted, FileSystem.move(path, to: parent + "/" + name) == 0 { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
