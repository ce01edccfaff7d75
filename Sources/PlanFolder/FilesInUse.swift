// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The files that a command reads or is going to write, so that no output takes the place of one.
///
/// A file is known by what it is, whatever name or link leads to it, and by its place: its folder and its name, in
/// whatever capitals, since many file systems do not tell them apart. A place counts where no file is yet, too.
public struct FilesInUse: Sendable {
    private struct Place: Hashable {
        let folder: FilePath.Identity
        let name: String
    }

    private var files: [FilePath.Identity: String] = [:]
    private var places: [Place: String] = [:]

    /// None yet.
    public init() {}

    /// Adds a file; `use` says what it is: "one of the week's own files".
    public mutating func add(_ path: FilePath, as use: String) {
        if let status = try? path.status(), status.kind == .file { files[status.identity] = use }
        for path in [path, path.followed] {
            if let place = Self.place(path) { places[place] = use }
        }
    }

    /// Adds the files of a plan.
    public mutating func add(planIn folder: FilePath, as use: String) {
        for name in PlanFolder.files { add(folder.appending(name), as: use) }
    }

    /// Refuses an output that would take the place of one of the files, or be written into it.
    public func check(_ path: FilePath) throws(PlanFolderError) {
        let status = try? path.status()
        let isFile = status?.kind == .file ? status.flatMap { files[$0.identity] } : nil
        let isPlace = [path, path.followed].lazy.compactMap { Self.place($0).flatMap { places[$0] } }.first
        if let use = isFile ?? isPlace { throw .isInUse(path: path.description, by: use) }
    }

    /// Refuses an output that would take the place of one, or lie anywhere within it.
    public func check(within path: FilePath) throws(PlanFolderError) {
        var place = path
        while place.real == nil, place.parent != place {
            try check(place)
            place = place.parent
        }
        place = place.real ?? place
        try check(place)
        while place.parent != place {
            place = place.parent
            try check(place)
        }
    }

    /// Refuses a folder whose files would take the place of some.
    public func check(folder: FilePath, writing names: [String]) throws(PlanFolderError) {
        for name in names { try check(folder.appending(name)) }
    }

    /// Refuses a folder in which a plan would take the place of some.
    public func check(planIn folder: FilePath) throws(PlanFolderError) {
        try check(folder: folder, writing: PlanFolder.files)
    }

    private static func place(_ path: FilePath) -> Place? {
        guard let folder = try? path.parent.status() else { return nil }
        return Place(folder: folder.identity, name: path.name.description.lowercased())
    }
}
