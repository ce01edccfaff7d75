// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Puts a file in the place of another, whole or not at all: it is written beside it and then takes its name.
enum FileReplacement {
    static func replace(_ file: some PathConvertible, with bytes: [UInt8]) throws(PlanFolderError) {
        let place = try FolderPlace(file.filePath)
        try WriteGate.writing { () throws(PlanFolderError) in
            try FolderReplacement.makeFolders(place.parent)
            switch try FileSystem.kind(place.path) {
            case nil, .file, .other: break
            case .link: throw .isALink(path: place.path.description)
            case .folder: throw .isAFolder(path: place.path.description)
            }
            // The file lies in a folder that nobody else can look into until it has its permissions.
            let workspace = try Workspace(for: place.name, in: place.parent)
            defer { workspace.remove() }
            let fresh = workspace.path.appending(place.name)
            try FileSystem.write(bytes, toNew: fresh)
            FileSystem.copyPermissions(from: place.path, to: fresh)
            let failure = FileSystem.move(fresh, to: place.path)
            guard failure == 0 else { throw PlanFolderError(errno: failure, path: place.path) }
            FileSystem.settle(place.parent)
        }
    }
}
