// SPDX-License-Identifier: GPL-3.0-or-later

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
