// SPDX-License-Identifier: GPL-3.0-or-later

import CArchive

/// Makes zips, also such as nobody should.
public enum ZipMaking {
    struct Failed: Error {}

    /// An entry of a zip.
    public struct Entry: Sendable {
        let name: String
        let bytes: [UInt8]
        /// What a symbolic link leads to; nil: it is a file.
        let link: String?

        /// A file.
        public init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes, link) = (name, bytes, nil) }

        /// A symbolic link.
        public init(_ name: String, leadingTo target: String) {
            (self.name, bytes, link) = (name, [], target)
        }
    }

    /// A zip of texts.
    public static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
        try zip(parts.map { Entry($0, Array($1.utf8)) })
    }

    /// A zip of bytes.
    public static func zip(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        try zip(parts.map { Entry($0.name, $0.bytes) })
    }

    /// A zip of entries.
    ///
    /// - Parameter password: What its files are encrypted with; nil: they are not.
    public static func zip(_ entries: [Entry], password: String? = nil) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4 << 20)
        var used = 0
        guard let archive = archive_write_new() else { throw Failed() }
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        if let password {
            guard archive_write_set_options(archive, "zip:encryption=traditional") == ARCHIVE_OK,
                archive_write_set_passphrase(archive, password) == ARCHIVE_OK
            else { throw Failed() }
        }
        let status = bytes.withUnsafeMutableBytes { raw -> Int32 in
            archive_write_open_memory(archive, raw.baseAddress, raw.count, &used)
            for one in entries {
                let entry = archive_entry_new()
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname(entry, one.name)
                archive_entry_set_size(entry, Int64(one.link?.utf8.count ?? one.bytes.count))
                archive_entry_set_filetype(entry, one.link == nil ? 0o100000 : 0o120000)
                if let link = one.link { archive_entry_set_symlink(entry, link) }
                archive_entry_set_perm(entry, 0o644)
                guard archive_write_header(archive, entry) == ARCHIVE_OK else { return -1 }
                one.bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
            }
            return archive_write_close(archive)
        }
        guard status == ARCHIVE_OK else { throw Failed() }
        return Array(bytes[..<used])
    }
}
