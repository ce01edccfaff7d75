// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The few calls of the system that Foundation has no word for: durable writes, locks, and an exchange of names.
enum FileSystem {
    /// What stands at a path, links not followed.
    enum Kind { case nothing, folder, file, link }

    static func kind(_ path: String) throws(PlanFolderError) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return .nothing }
            throw PlanFolderError(errno: errno, path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .file
        }
    }

    /// Makes a folder; false where the name is taken.
    static func makeFolder(_ path: String) throws(PlanFolderError) -> Bool {
        if mkdir(path, 0o777) == 0 { return true }
        if errno == EEXIST { return false }
        throw PlanFolderError(errno: errno, path: path)
    }

    /// Writes a new file, and returns when the disk has it.
    static func write(_ bytes: [UInt8], toNew path: String) throws(PlanFolderError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
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
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(PlanFolderError) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                #if canImport(Darwin)
                    let written = Darwin.write(descriptor, part.baseAddress, part.count)
                #elseif canImport(Musl)
                    let written = Musl.write(descriptor, part.baseAddress, part.count)
                #else
                    let written = Glibc.write(descriptor, part.baseAddress, part.count)
                #endif
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
    static func settle(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    /// Gives a path another name; the number of the error, or 0.
    static func move(_ path: String, to other: String) -> Int32 { rename(path, other) == 0 ? 0 : errno }

    /// Lets two folders change names in one step; the number of the error, or 0.
    static func exchange(_ path: String, _ other: String) -> Int32 {
        #if canImport(Darwin)
            return renamex_np(path, other, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
        #elseif canImport(Glibc)
            // The headers hide it behind _GNU_SOURCE, which Swift does not set; RENAME_EXCHANGE is 2.
            typealias Renameat2 =
                @convention(c) (
                    Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
                ) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
            let call = unsafeBitCast(symbol, to: Renameat2.self)
            return call(AT_FDCWD, path, AT_FDCWD, other, 2) == 0 ? 0 : errno
        #else
            return ENOSYS
        #endif
    }

    /// Gives a file a second name; false where that cannot be done.
    static func linkFile(_ path: String, as other: String) -> Bool { link(path, other) == 0 }

    /// Gives a folder the permissions of another.
    static func copyMode(from path: String, to other: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        _ = chmod(other, status.st_mode & 0o7777)
    }
}
