// SPDX-License-Identifier: GPL-3.0-or-later

/// Workbooks, which are no text: known by their first bytes.
enum Workbook {
    /// What a file is, for people; nil: none.
    static func kind(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an Excel workbook of the old kind (.xls)" }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        // Names of a package's parts stand before each, and the kind of an OpenDocument is its first part.
        let opening = String(decoding: bytes.prefix(4096), as: UTF8.self)
        if opening.contains("opendocument") { return "an OpenDocument workbook (.ods)" }
        let isExcel = ["xl/", "docProps/", "[Content_Types]"].contains { opening.contains($0) }
        return isExcel ? "an Excel workbook (.xlsx)" : "a ZIP archive"
    }
}
