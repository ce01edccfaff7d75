// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The place of a folder that is to be written: its name, and the folder it stands in.
struct FolderPlace {
    /// The folder's own name.
    let name: FilePath
    /// The folder above.
    let parent: FilePath
    /// The folder.
    var path: FilePath { parent == "." ? name : parent.appending(name) }

    /// The place that a path names. Links and `..` on the way are left to the system; a path that ends in `.` or
    /// `..` has no name of its own, and is looked up.
    init(_ path: FilePath) throws(PlanFolderError) {
        let isNamed = !["", ".", ".."].contains(path.name)
        guard let named = isNamed ? path : path.real, !named.name.bytes.isEmpty, !path.bytes.contains(0)
        else {
            throw .badName(path: path.description)
        }
        name = named.name
        parent = named.parent
    }

    /// Whether a folder stands there, which then is of that kind or empty, and may be replaced by this user. Hidden
    /// files make no folder full.
    ///
    /// - Parameters:
    ///   - own: The names of files that are to stand there.
    ///   - kind: The kind of folder it has to be.
    func isReplaceable(_ own: [String], _ kind: FolderKind) throws(PlanFolderError) -> Bool {
        switch try FileSystem.kind(path) {
        case nil: return false
        case .file, .other: throw .isAFile(path: path.description)
        case .link: throw .isALink(path: path.description)
        case .folder: break
        }
        try kind.check(path.description, holding: try Self.names(in: path).map(\.description))
        for name in Self.subfolders(of: own) {
            switch try FileSystem.kind(path.appending(name)) {
            case nil, .folder: break
            case .link: throw .isALink(path: path.appending(name).description)
            case .file, .other: throw .isNotAPlan(path: path.description, holds: name)
            }
        }
        for name in own where try FileSystem.kind(path.appending(name)) == .folder {
            throw .isNotAPlan(path: path.description, holds: name + "/")
        }
        try Self.refuseProtected(path)
        return true
    }

    /// The subfolders that names of files begin with, each after the one that it is in.
    static func subfolders(of names: [String]) -> [String] {
        var found: [String] = []
        for name in names {
            for slash in name.indices where name[slash] == "/" {
                let folder = String(name[..<slash])
                if !found.contains(folder) { found.append(folder) }
            }
        }
        return found
    }

    /// The names in a folder, in order.
    static func names(in folder: FilePath) throws(PlanFolderError) -> [FilePath] {
        do {
            return try folder.names()
        } catch {
            throw .isProtected(path: folder.description)
        }
    }

    /// A folder that is closed to writing was closed by somebody, and its names could not be removed afterwards.
    private static func refuseProtected(_ folder: FilePath) throws(PlanFolderError) {
        guard FileSystem.isWritable(folder) else { throw .isProtected(path: folder.description) }
        for name in try names(in: folder) {
            let path = folder.appending(name)
            if try FileSystem.kind(path) == .folder { try refuseProtected(path) }
        }
    }
}
