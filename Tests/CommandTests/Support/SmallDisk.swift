// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A small file system in memory.
enum SmallDisk {
    /// Whether one can be mounted here: by root, where the system lets even root.
    static let isPossible: Bool = {
        #if canImport(Glibc)
            let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            guard (try? mount(at: folder)) == true else { return false }
            return umount2(folder.path, CInt(MNT_DETACH)) == 0
        #else
            return false
        #endif
    }()

    /// Lends one of so many KiB, mounted at a folder that is made for it.
    static func with(at folder: URL, kibibytes: Int = 16, _ body: () async throws -> Void) async throws {
        #if canImport(Glibc)
            guard try mount(at: folder, kibibytes: kibibytes) else { throw CocoaError(.fileWriteUnknown) }
            defer { umount2(folder.path, CInt(MNT_DETACH)) }
            try await body()
        #endif
    }

    #if canImport(Glibc)
        private static func mount(at folder: URL, kibibytes: Int = 16) throws -> Bool {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return Glibc.mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kibibytes)k") == 0
        }
    #endif
}
