// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Puts a file in the place of another, whole or not at all: it is written beside it and then takes its name.
enum FileReplacement {
    static func replace(_ file: URL, with bytes: [UInt8]) throws(PlanFolderError) {
        let target = file.standardizedFileURL.path
        let name = (target as NSString).lastPathComponent
        let parent = (target as NSString).deletingLastPathComponent
        try FolderReplacement.makeFolders(parent)
        switch try FileSystem.kind(target) {
        case .nothing, .file: break
        case .link: throw .isALink(path: target)
        case .folder: throw .isAFolder(path: target)
        }
        let fresh = parent + "/." + name + ".skillmix-" + String(UInt32.random(in: 0 ... .max), radix: 36)
        do throws(PlanFolderError) {
            try FileSystem.write(bytes, toNew: fresh)
            let failure = FileSystem.move(fresh, to: target)
            guard failure == 0 else { throw PlanFolderError(errno: failure, path: target) }
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw error
        }
        FileSystem.settle(parent)
    }
}
