// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading

/// The few calls of the system that write: durable, private from the first byte, and in one step where they can be.
enum FileSystem {
    /// What stands at a path, links not followed; nil where nothing does.
    static func kind(_ path: FilePath) throws(PlanFolderError) -> FilePath.Kind? {
        do {
            return try path.status(followingLinks: false).kind
        } catch {
            if error.isMissing { return nil }
            throw PlanFolderError(errno: error.number, path: path)
        }
    }

    /// Makes a folder; false where the name is taken. An error names what it is for, if that is something else.
    static func makeFolder(
        _ path: FilePath, mode: mode_t = 0o777, for named: FilePath? = nil
    ) throws(PlanFolderError) -> Bool {
        if path.withCString({ mkdir($0, mode) }) == 0 { return true }
        if errno == EEXIST { return false }
        throw PlanFolderError(errno: errno, path: named ?? path)
    }

    /// Writes a new file, and returns when the disk has it.
    static func write(_ bytes: [UInt8], toNew path: FilePath) throws(PlanFolderError) {
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw PlanFolderError(errno: errno, path: path) }
        do {
            try write(bytes, to: descriptor, path: path)
        } catch {
            _ = close(descriptor)
            throw error
        }
        // Some file systems tell only on closing that there is no room.
        guard close(descriptor) == 0 || errno == EINTR else {
            throw PlanFolderError(errno: errno, path: path)
        }
    }

    /// Writes all bytes and waits for the disk.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: FilePath) throws(PlanFolderError) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let written = Foundation.write(descriptor, part.baseAddress, part.count)
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        guard failure == 0 else { throw PlanFolderError(errno: failure, path: path) }
    }

    /// Waits until the disk has a folder's names. Not every file system can; then there is nothing to wait for.
    static func settle(_ folder: FilePath) {
        let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    /// Gives a path another name; the number of the error, or 0.
    static func move(_ path: FilePath, to other: FilePath) -> Int32 {
        let result = path.withCString { path in other.withCString { rename(path, $0) } }
        return result == 0 ? 0 : errno
    }

    /// Lets two folders change names in one step; the number of the error, or 0.
    static func exchange(_ path: FilePath, _ other: FilePath) -> Int32 {
        #if canImport(Darwin)
            let result = path.withCString { path in
                other.withCString { renamex_np(path, $0, UInt32(RENAME_SWAP)) }
            }
            return result == 0 ? 0 : errno
        #elseif canImport(Glibc)
            // The headers hide it behind _GNU_SOURCE, which Swift does not set; RENAME_EXCHANGE is 2.
            typealias Renameat2 =
                @convention(c) (
                    Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
                ) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
            let call = unsafeBitCast(symbol, to: Renameat2.self)
            let result = path.withCString { path in
                other.withCString { call(AT_FDCWD, path, AT_FDCWD, $0, 2) }
            }
            return result == 0 ? 0 : errno
        #else
            return ENOSYS
        #endif
    }

    /// Gives a file a second name; false where that cannot be done.
    static func linkFile(_ path: FilePath, as other: FilePath) -> Bool {
        path.withCString { path in other.withCString { link(path, $0) } } == 0
    }

    /// Gives a file or folder permissions.
    static func setPermissions(_ permissions: UInt32, of path: FilePath) {
        _ = path.withCString { chmod($0, mode_t(permissions)) }
    }

    /// Gives a file or folder the permissions of another, where there is one.
    static func copyPermissions(from path: FilePath, to other: FilePath) {
        if let status = try? path.status() { setPermissions(status.permissions, of: other) }
    }

    /// Whether names in a folder may be changed, by this user.
    static func isWritable(_ folder: FilePath) -> Bool {
        folder.withCString { access($0, R_OK | W_OK | X_OK) } == 0
    }

    /// Removes what stands at a path, links not followed; folders that are closed to their owner as well.
    static func remove(_ path: FilePath) {
        guard (try? kind(path)) == .folder else {
            _ = path.withCString { unlink($0) }
            return
        }
        if path.withCString({ rmdir($0) }) == 0 { return }
        if !isWritable(path) { setPermissions(0o700, of: path) }
        for name in (try? path.names()) ?? [] { remove(path.appending(name)) }
        _ = path.withCString { rmdir($0) }
    }
}
