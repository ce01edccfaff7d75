// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a table's file as UTF-8, in whichever encoding a spreadsheet saved it.
struct TableText {
    /// The text, without a byte-order mark. Lines, and characters in each, are those of the file.
    let bytes: [UInt8]
    /// What the file is, for people; nil: UTF-8.
    let encoding: String?

    /// The text of a file; nil, with an error reported, where it is no text, or it cannot be told in which encoding.
    ///
    /// UTF-16 is known by its mark. What is no UTF-8 is taken for Windows-1252, as spreadsheets of western Europe save,
    /// where no character in it can be UTF-8: half of each, or damage, would be a guess.
    ///
    /// - Parameter readsHabits: Whether anything but UTF-8 is read.
    static func read(_ input: InputFile, readsHabits: Bool, _ diagnostics: Diagnostics) -> TableText? {
        let bytes = input.bytes
        if let workbook = Workbook.kind(of: bytes) {
            diagnostics.add(
                .error, at: Place(file: input.path),
                expected: "its sheet as text: in a spreadsheet, File, Save As, 'CSV UTF-8'",
                message: "this is \(workbook), whatever its name says")
            return nil
        }
        if readsHabits {
            let isLittle = bytes.starts(with: [0xFF, 0xFE])
            if isLittle || bytes.starts(with: [0xFE, 0xFF]) {
                return wide(input, isLittle: isLittle, diagnostics)
            }
            if !bytes.contains(0), let western = Windows1252.text(bytes) {
                return TableText(
                    bytes: western.bytes,
                    encoding: "Windows-1252 text, such as '\(Diagnostic.shortened(western.example))'")
            }
        }
        guard TextCheck.isText(input, diagnostics) else { return nil }
        return TableText(
            bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, encoding: nil)
    }

    /// UTF-16 as UTF-8.
    private static func wide(_ input: InputFile, isLittle: Bool, _ diagnostics: Diagnostics) -> TableText? {
        let bytes = input.bytes
        let units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map { index in
            isLittle
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2)
        let isBroken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
            into: { text.append($0) })
        guard !isBroken, bytes.count % 2 == 0, !text.contains(0) else {
            let line = 1 + text.count { $0 == 10 }
            diagnostics.add(
                .error, at: Place(file: input.path, line: line),
                expected: "UTF-8 text (in a spreadsheet: save as 'CSV UTF-8')",
                message: "the file begins as UTF-16 text, and is broken off or damaged in this line")
            return nil
        }
        return TableText(bytes: text, encoding: "UTF-16 text")
    }
}

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

/// The encoding in which spreadsheets of western Europe save CSV.
enum Windows1252 {
    /// Where it differs from ISO 8859-1: the characters of 80 to 9F.
    private static let others: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]

    /// The text as UTF-8, with a word that shows how it was read; nil where the bytes are UTF-8, cannot be Windows-1252,
    /// or have characters of both.
    static func text(_ bytes: [UInt8]) -> (bytes: [UInt8], example: String)? {
        guard let first = bytes.firstIndex(where: { $0 > 127 }) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        for (index, byte) in bytes.enumerated() {
            guard byte > 127 else {
                text.append(byte)
                continue
            }
            guard !beginsUTF8(bytes, index), let scalar = scalar(byte) else { return nil }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return (text, word(around: first, bytes))
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        (0x80..<0xA0).contains(byte) ? others[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// Whether a character of UTF-8 of several bytes stands there.
    private static func beginsUTF8(_ bytes: [UInt8], _ index: Int) -> Bool {
        let more: Int
        switch bytes[index] {
        case 0xC2...0xDF: more = 1
        case 0xE0...0xEF: more = 2
        case 0xF0...0xF4: more = 3
        case _: return false
        }
        guard index + more < bytes.count else { return false }
        return bytes[(index + 1)...(index + more)].allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private static func word(around index: Int, _ bytes: [UInt8]) -> String {
        let ends: (UInt8) -> Bool = { $0 <= 32 || ",;\"".utf8.contains($0) }
        let start = (bytes[..<index].lastIndex(where: ends) ?? bytes.startIndex - 1) + 1
        let end = bytes[index...].firstIndex(where: ends) ?? bytes.endIndex
        var word = ""
        for byte in bytes[max(start, index - 30)..<min(end, index + 30)] {
            word.unicodeScalars.append(scalar(byte) ?? "?")
        }
        return word
    }
}
