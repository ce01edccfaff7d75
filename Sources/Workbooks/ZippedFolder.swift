// SPDX-License-Identifier: GPL-3.0-or-later

import CArchive

/// The files of a zipped folder, unpacked into memory: nothing in an archive says where anything is written.
public enum ZippedFolder {
    /// How much of a zip is read at most. A week of 5,000 people takes a tenth of it.
    struct Limits: Sendable {
        /// Bytes of the file.
        var file = 64 << 20
        /// Entries in it, folders among them.
        var entries = 1_000
        /// Bytes of all that is unpacked.
        var unpacked = 128 << 20
        /// Folders within each other.
        var depth = 8
    }

    /// The files, by their paths from the zip's own folder, in its order.
    ///
    /// - Parameter isWanted: Whether a file of such a name is unpacked; all others are passed over, as is whatever is
    ///   hidden.
    /// - Throws: Why it is not read, in a sentence; nothing is then.
    public static func read(
        _ bytes: [UInt8], where isWanted: (String) -> Bool
    ) throws(WorkbookError) -> [(path: String, bytes: [UInt8])] {
        try read(bytes, limits: Limits(), where: isWanted)
    }

    static func read(
        _ bytes: [UInt8], limits: Limits, where isWanted: (String) -> Bool
    ) throws(WorkbookError) -> [(path: String, bytes: [UInt8])] {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw WorkbookError("this is no zip; zip the week's folder and choose the file that comes of it")
        }
        guard bytes.count <= limits.file else {
            throw refused("its file has more than \(limits.file >> 20) MiB")
        }
        guard let archive = archive_read_new() else { throw refused("there is no memory to unpack it") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        // The archive reads these bytes until it is freed, so all of it happens while they are held.
        let found: Result<[(path: String, bytes: [UInt8])], WorkbookError> = bytes.withUnsafeBytes { raw in
            guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK else {
                return .failure(broken)
            }
            do throws(WorkbookError) {
                return .success(try unpack(archive, limits, isWanted))
            } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }

    private static func unpack(
        _ archive: OpaquePointer, _ limits: Limits, _ isWanted: (String) -> Bool
    ) throws(WorkbookError) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        var seen: Set<String> = []
        var (count, unpacked) = (0, 0)
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return files }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw broken }
            count += 1
            guard count <= limits.entries else { throw refused("it has more than \(limits.entries) files") }
            guard let path = archive_entry_pathname_utf8(entry).map({ String(cString: $0) }) else {
                throw refused("it has a file whose name cannot be read")
            }
            try check(path, entry, limits)
            // Some programs write `./staff.csv`, which is `staff.csv` and nothing hidden.
            let parts = path.split(separator: "/").filter { $0 != "." }
            let place = parts.joined(separator: "/")
            // Folders have nothing in them; what is hidden is a system's own.
            guard archive_entry_filetype(entry) == regular, let name = parts.last,
                !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }), isWanted(String(name))
            else { continue }
            guard archive_entry_is_encrypted(entry) == 0 else {
                throw refused("it has a password; zip the folder without one")
            }
            guard seen.insert(place.lowercased()).inserted else { throw refused("it has \(place) twice") }
            let bytes = try read(archive, atMost: limits.unpacked - unpacked, limits)
            unpacked += bytes.count
            files.append((place, bytes))
        }
    }

    /// What `stat` calls a regular file, and a folder.
    private static let regular: mode_t = 0o100000
    private static let folder: mode_t = 0o040000

    /// No entry may stand for a place outside of the folder: nothing is written by its name, but whoever made such a zip
    /// meant no good.
    private static func check(
        _ path: String, _ entry: OpaquePointer, _ limits: Limits
    ) throws(WorkbookError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isDrive = path.dropFirst().hasPrefix(":")
        guard !path.hasPrefix("/"), !isDrive, !path.contains("\\"), !parts.contains("..") else {
            throw refused("its file \(path) would lie outside of the folder")
        }
        guard archive_entry_symlink(entry) == nil, archive_entry_hardlink(entry) == nil,
            [regular, folder].contains(archive_entry_filetype(entry))
        else { throw refused("\(path) is no file but a link or something else") }
        guard parts.count(where: { $0 != "." }) <= limits.depth else {
            throw refused("it has more than \(limits.depth) folders within each other")
        }
    }

    private static func read(
        _ archive: OpaquePointer, atMost limit: Int, _ limits: Limits
    ) throws(WorkbookError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            guard count > 0 else { throw broken }
            guard bytes.count + count <= limit else {
                throw refused("unpacked it has more than \(limits.unpacked >> 20) MiB")
            }
            bytes += buffer[..<count]
        }
    }

    private static var broken: WorkbookError {
        WorkbookError("the zip is broken: it cannot be unpacked; zip the week's folder anew")
    }

    private static func refused(_ what: String) -> WorkbookError {
        WorkbookError("the zip is not read: \(what); zip the week's folder alone")
    }
}
