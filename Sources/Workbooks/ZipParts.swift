// SPDX-License-Identifier: GPL-3.0-or-later

import CArchive

/// The parts of a workbook's file that hold its cells, unpacked.
struct ZipParts {
    private let parts: [String: [UInt8]]

    /// The part of that name, without a slash before it; nil where there is none.
    subscript(name: String) -> [UInt8]? { parts[name] }

    /// Unpacks what holds cells; all else (pictures, macros, links to elsewhere) is passed over.
    ///
    /// - Throws: What the file is instead, or why it is not read.
    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        try Self.checkKind(bytes, limits)
        guard let archive = archive_read_new() else { throw .broken("there is no memory to unpack it") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        // The archive reads these bytes until it is freed, so all of it happens while they are held.
        let found: Result<[String: [UInt8]], WorkbookError> = bytes.withUnsafeBytes { raw in
            guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK else {
                return .failure(.broken("it cannot be unpacked"))
            }
            do throws(WorkbookError) {
                return .success(try Self.unpack(archive, limits))
            } catch {
                return .failure(error)
            }
        }
        parts = try found.get()
    }

    private static func checkKind(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw WorkbookError(
                "this is a workbook with a password, or one of before 2007 (.xls); save it as an Excel workbook (.xlsx) "
                    + "without a password")
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw WorkbookError("this is no workbook; save it as an Excel workbook (.xlsx)")
        }
        guard bytes.count <= limits.file else {
            throw .tooLarge("its file has more than \(limits.file >> 20) MiB")
        }
    }

    private static func unpack(
        _ archive: OpaquePointer, _ limits: WorkbookLimits
    ) throws(WorkbookError) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        var (count, unpacked) = (0, 0)
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
                throw .broken("it cannot be unpacked")
            }
            count += 1
            guard count <= limits.parts else { throw .tooLarge("it has more than \(limits.parts) parts") }
            guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }) else { continue }
            if name == "mimetype" || name == "content.xml" {
                throw WorkbookError(
                    "this is an OpenDocument spreadsheet; save it as an Excel workbook (.xlsx)")
            }
            guard holdsCells(name) else { continue }
            guard archive_entry_is_encrypted(entry) == 0 else {
                throw WorkbookError("the workbook has a password; save it without")
            }
            guard parts[name] == nil else { throw .broken("it has the part \(name) twice") }
            let bytes = try read(archive, name, atMost: min(limits.part, limits.unpacked - unpacked))
            unpacked += bytes.count
            parts[name] = bytes
        }
        return parts
    }

    private static func holdsCells(_ name: String) -> Bool {
        name.hasPrefix("xl/") && (name.hasSuffix(".xml") || name == "xl/_rels/workbook.xml.rels")
            && !["xl/theme/", "xl/drawings/", "xl/charts/", "xl/externalLinks/", "xl/pivot", "xl/media/"]
                .contains(where: name.hasPrefix)
    }

    private static func read(
        _ archive: OpaquePointer, _ name: String, atMost limit: Int
    ) throws(WorkbookError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            guard count > 0 else { throw .broken("its part \(name) cannot be unpacked") }
            guard bytes.count + count <= limit else {
                throw .tooLarge("unpacked it has more than \(limit >> 20) MiB")
            }
            bytes += buffer[..<count]
        }
    }
}
