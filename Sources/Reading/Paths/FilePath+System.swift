// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension FilePath {
    /// What stands at a path.
    public enum Kind: Sendable { case folder, file, link, other }

    /// What a file is, whatever names it has.
    public struct Identity: Sendable, Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// What stands at a path, as far as the system says.
    public struct Status: Sendable {
        /// What it is.
        public let kind: Kind
        /// The permissions: the lowest twelve bits of the mode.
        public let permissions: UInt32
        /// Bytes it holds.
        public let size: Int
        /// What it is, whatever names it has.
        public let identity: Identity

        init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: kind = .folder
            case S_IFREG: kind = .file
            case S_IFLNK: kind = .link
            default: kind = .other
            }
            permissions = UInt32(status.st_mode & 0o7777)
            size = Int(status.st_size)
            identity = Identity(
                device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
        }
    }

    /// Why the system refuses: its number of the error.
    public struct Failure: Error, Sendable, Equatable {
        /// The number.
        public let number: Int32
        /// What the system calls it.
        public var description: String { String(cString: strerror(number)) }
        /// Whether nothing stands at the path.
        public var isMissing: Bool { number == ENOENT }

        /// The error of the last call.
        static var last: Failure { Failure(number: errno) }
    }

    /// What stands at the path.
    ///
    /// - Parameter followingLinks: Whether a link stands for what it leads to.
    public func status(followingLinks: Bool = true) throws(Failure) -> Status {
        var status = stat()
        let result = withCString { followingLinks ? stat($0, &status) : lstat($0, &status) }
        guard result == 0 else { throw .last }
        return Status(status)
    }

    /// Whether anything stands at the path, links followed.
    public var exists: Bool { (try? status()) != nil }

    /// Whether a folder stands at the path, links followed.
    public var isFolder: Bool { (try? status())?.kind == .folder }

    /// The bytes of a file, not more than `most`.
    public func read(atMost most: Int, expecting size: Int = 0) throws(Failure) -> [UInt8] {
        let descriptor = withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw .last }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(most, size + 1))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < most {
            let wanted = min(buffer.count, most - bytes.count)
            let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, wanted) }
            if count == 0 { break }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw .last
            }
        }
        return bytes
    }

    /// The names in a folder, in the order of their bytes.
    public func names() throws(Failure) -> [FilePath] {
        guard let folder = withCString({ opendir($0) }) else { throw .last }
        defer { closedir(folder) }
        var names: [FilePath] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    FilePath(
                        bytes: UnsafeBufferPointer(
                            start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
                        ))
                }
            }
            if name != FilePath("."), name != FilePath("..") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .last }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The path from the root that leads to the same, without links and `..`; nil where nothing stands there.
    public var real: FilePath? {
        guard let found = withCString({ realpath($0, nil) }) else { return nil }
        defer { free(found) }
        return FilePath(
            bytes: UnsafeBufferPointer(start: found, count: strlen(found)).map(UInt8.init(bitPattern:)))
    }

    /// Where opening the path for writing would lead: the path itself, or what the links at its end lead to, also
    /// where nothing stands there yet.
    public var followed: FilePath {
        var path = self
        // As many links in a row as the system follows.
        for _ in 0..<40 {
            guard (try? path.status(followingLinks: false))?.kind == .link, let target = path.linkTarget
            else {
                break
            }
            path = target.isAbsolute ? target : path.parent.appending(target)
        }
        return path
    }

    private var linkTarget: FilePath? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let most = buffer.count
        let count = withCString { readlink($0, &buffer, most) }
        return count > 0 ? FilePath(bytes: buffer[..<count].map(UInt8.init(bitPattern:))) : nil
    }
}
