// SPDX-License-Identifier: GPL-3.0-or-later

import CArchive
import Foundation

/// A zip that is written to a file, entry after entry, of which one at a time is held in memory.
///
///     let zip = try ZipWriter("copy.zip")
///     try zip.add("copy/notes.txt", Array("one\n".utf8))
///     try zip.close()
///
/// The same entries give the same bytes: nothing in it says when it was made.
public final class ZipWriter {
    private let archive: OpaquePointer
    private let descriptor: Int32

    /// Begins a zip.
    ///
    /// - Parameter path: The file, which is made or replaced, and which its owner alone may read.
    /// - Throws: Why it cannot be written.
    public init(_ path: String) throws(WorkbookError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failed(errno) }
        guard let archive = archive_write_new() else {
            Foundation.close(descriptor)
            throw Self.failed(ENOMEM)
        }
        (self.archive, self.descriptor) = (archive, descriptor)
        archive_write_set_format_zip(archive)
        // Names say themselves that they are UTF-8, whatever the machine's own letters are.
        archive_write_set_options(archive, "zip:hdrcharset=UTF-8")
        guard archive_write_open_fd(archive, descriptor) == ARCHIVE_OK else { throw failure }
    }

    deinit {
        archive_write_free(archive)
        Foundation.close(descriptor)
    }

    /// Adds a folder, which its owner alone may open where it is unpacked.
    ///
    /// - Parameter name: Its path in the zip.
    public func add(folder name: String) throws(WorkbookError) {
        try begin(name + "/", type: 0o040000, permissions: 0o700, size: 0)
    }

    /// Adds a file.
    ///
    /// - Parameter name: Its path in the zip.
    public func add(_ name: String, _ bytes: [UInt8]) throws(WorkbookError) {
        try begin(name, type: 0o100000, permissions: 0o600, size: bytes.count)
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw failure }
    }

    /// Adds a file as it is read from the disk, a part at a time.
    ///
    /// - Parameters:
    ///   - name: Its path in the zip.
    ///   - path: The file, which nobody writes meanwhile.
    public func add(_ name: String, fileAt path: String) throws(WorkbookError) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw Self.failed(errno) }
        defer { Foundation.close(source) }
        var status = stat()
        guard fstat(source, &status) == 0 else { throw Self.failed(errno) }
        try begin(name, type: 0o100000, permissions: 0o600, size: Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failed(errno) }
            if count == 0 { return }
            let written = buffer.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, count) }
            guard written == count else { throw failure }
        }
    }

    /// Ends the zip. It is on the disk then, whatever becomes of the machine.
    public func close() throws(WorkbookError) {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure }
        guard fsync(descriptor) == 0 else { throw Self.failed(errno) }
    }

    private func begin(
        _ name: String, type: UInt32, permissions: mode_t, size: Int
    ) throws(WorkbookError) {
        guard let entry = archive_entry_new() else { throw Self.failed(ENOMEM) }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_filetype(entry, type)
        archive_entry_set_perm(entry, permissions)
        archive_entry_set_size(entry, Int64(size))
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure }
    }

    private var failure: WorkbookError {
        let number = archive_errno(archive)
        guard number > 0 else {
            let words = archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
            return WorkbookError("the zip cannot be written: \(words)")
        }
        return Self.failed(number)
    }

    private static func failed(_ number: Int32) -> WorkbookError {
        number == ENOSPC || number == EDQUOT
            ? WorkbookError("the zip cannot be written: the disk, or one's share of it, is full")
            : WorkbookError("the zip cannot be written: \(String(cString: strerror(number)))")
    }
}
