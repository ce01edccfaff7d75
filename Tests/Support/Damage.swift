// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// Ways of damaging a file.
public enum Damage {
    private static let tokens = [
        "\"", "\"\"", ",", ",,,,,,,,", "\n", "\r", "\r\n", "#", ";", "@", "*", "\0", "\u{FEFF}", "\u{A0}",
        "\u{202E}",
        "é", "👩‍⚕️", "-1", "0", "1e309", "NaN", "inf", "0x10", "1,5", "99999999999999999999999999",
        "-9223372036854775808",
        "9223372036854775807", "2026-02-30", "0000-00-00", "9999-12-31", "29/02/2028", "31-Feb-2026", "24:00",
        "99:99",
        "2026-11-23 am", "am", "R@", "@north", "R@north@ward", "A@*", ": ", "- ", "? ", "[", "]", "{", "}",
        "&a ", "*a",
        "!!int ", "!<x> ", "---\n", "...\n", "%YAML 9.9\n", "|\n", ">\n", "'", "<<: *a", "~", "null", "true",
        "\t",
        "[[[[[[[[", "{a: {a: {a: ", "- - - - - - ", "kinds: [registered]", "hands: 2", "staff", "team",
        "sep=;\n", "|", "£", "%",
        "1.234", "Total,1,2\n", "Mon 23 Nov AM", "23/11/26", "46349", "#N/A", "\u{FFFD}", "AL", "1E+05", "Y",
    ].map { Array($0.utf8) }

    /// One file's bytes after one to four damages.
    public static func done(to files: [[UInt8]], at victim: Int, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = files[victim]
        for _ in 0...random.below(4) {
            let range = slice(of: bytes, &random)
            switch random.below(8) {
            case 0 where !bytes.isEmpty:
                bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
            case 1: bytes.removeSubrange(range)
            case 2: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count + 1))
            case 3 where random.below(4) == 0: bytes.removeLast(bytes.count - range.lowerBound)
            case 4:
                let other = files[random.below(files.count)]
                bytes.replaceSubrange(range, with: other[slice(of: other, &random)])
            case 5: replaceNumber(in: &bytes, &random)
            default:
                let token = tokens[random.below(tokens.count)]
                bytes.insert(contentsOf: token, at: random.below(bytes.count + 1))
            }
        }
        return bytes
    }

    private static func slice(of bytes: [UInt8], _ random: inout SeededRandom) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        return start..<min(bytes.count, start + random.below(40))
    }

    /// Puts a token for a run of digits.
    private static func replaceNumber(in bytes: inout [UInt8], _ random: inout SeededRandom) {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        let from = random.below(bytes.count + 1)
        guard let start = bytes[from...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: tokens[random.below(tokens.count)])
    }
}
