// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The plan, of a week or a rotation, that stood in a folder before the one of now, kept beside it: `plan-former` beside
/// `plan`.
public enum FormerPlan {
    /// Keeps a copy of the plan that stands in a folder, in the place of the one kept before. Its files have the same
    /// permissions.
    ///
    /// - Returns: Where it is kept; nil: no plan stands there.
    /// - Throws: What stands in the way. What was there is there still.
    public static func keep(_ folder: some PathConvertible) throws(PlanFolderError) -> FilePath? {
        let place = try FolderPlace(folder.filePath)
        guard let kind = FolderKind.plan(in: place.path) else { return nil }
        let former = try beside(place)
        try WriteGate.writing { () throws(PlanFolderError) in
            let workspace = try Workspace(for: former.name, in: former.parent)
            defer { workspace.remove() }
            try copy(place.path, into: workspace.path)
            FileSystem.copyPermissions(from: place.path, to: workspace.path)
            try NewFolder(workspace: workspace, place: former, own: [], stale: [], kind: kind)
                .takePlaceAsItIs()
            FileSystem.settle(former.parent)
        }
        return former.path
    }

    /// Finds out before a long search whether the plan in a folder could be kept.
    public static func checkKeepable(_ folder: some PathConvertible) throws(PlanFolderError) {
        let place = try FolderPlace(folder.filePath)
        guard let kind = FolderKind.plan(in: place.path) else { return }
        _ = try beside(place).isReplaceable([], kind)
    }

    /// Lets a plan and the one kept beside it change names. Twice is as if nothing had been done.
    ///
    /// - Returns: Where the plan that stood in the folder is now.
    /// - Throws: That there are not two plans, or what stands in the way. What was there is there still.
    public static func exchange(with folder: some PathConvertible) throws(PlanFolderError) -> FilePath {
        let place = try FolderPlace(folder.filePath)
        let former = try beside(place)
        // Two of one kind change places: a week's plan is none of a rotation.
        let kind = FolderKind.plan(in: place.path) ?? .plan
        try WriteGate.writing { () throws(PlanFolderError) in
            let isAlone = FolderLock(place.parent.appending("."), tries: 500)
            defer { isAlone?.release() }
            guard try place.isReplaceable([], kind) else { throw .isNoPlan(path: place.path.description) }
            guard try former.isReplaceable([], kind) else {
                throw .hasNoFormer(path: place.path.description, former: former.path.description)
            }
            if FileSystem.exchange(place.path, former.path) != 0 { try moveAround(place, former) }
            FileSystem.settle(place.parent)
        }
        return former.path
    }

    /// The same on file systems where two folders cannot change names in one step.
    private static func moveAround(_ place: FolderPlace, _ former: FolderPlace) throws(PlanFolderError) {
        let aside = FilePath(bytes: former.path.bytes + Array("-aside".utf8))
        for (from, to) in [(place.path, aside), (former.path, place.path), (aside, former.path)] {
            let failure = FileSystem.move(from, to: to)
            guard failure == 0 else {
                if from == former.path { _ = FileSystem.move(aside, to: place.path) }
                throw PlanFolderError(errno: failure, path: to)
            }
        }
    }

    private static func beside(_ place: FolderPlace) throws(PlanFolderError) -> FolderPlace {
        try FolderPlace(PlanFolder.beside(place.path, ending: "-former"))
    }

    private static func copy(_ folder: FilePath, into other: FilePath) throws(PlanFolderError) {
        for name in try FolderPlace.names(in: folder) {
            let (path, copied) = (folder.appending(name), other.appending(name))
            switch try FileSystem.kind(path) {
            case .folder:
                _ = try FileSystem.makeFolder(copied)
                try copy(path, into: copied)
                FileSystem.copyPermissions(from: path, to: copied)
            case .file: try NewFolder.copy(path, to: copied)
            // Links and pipes are no part of a plan.
            case .link, .other, nil: break
            }
        }
    }
}

extension PlanFolder {
    /// What belongs to a plan and stands beside it, by its name and an ending: `plan-share` beside `plan`.
    public static func beside(_ folder: FilePath, ending: String) throws(PlanFolderError) -> FilePath {
        let place = try FolderPlace(folder)
        let name = FilePath(bytes: place.name.bytes + Array(ending.utf8))
        return place.parent == "." ? name : place.parent.appending(name)
    }
}
