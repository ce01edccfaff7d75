// SPDX-License-Identifier: GPL-3.0-or-later

/// Text from outside, made harmless for HTML and XML, in content and in attribute values.
enum Escaped {
    /// Appends the text with `& < > " '` as references and what XML does not allow as U+FFFD.
    static func append(_ text: String, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            default: if let shown = shown(scalar) { output.unicodeScalars.append(shown) }
            }
        }
    }

    /// The text with what XML does not allow as U+FFFD, without marks of direction, and nothing else changed.
    static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.compactMap(shown)))
    }

    /// Not control characters, and not what is no character. Marks of direction are dropped: programs put them into
    /// Hebrew and Arabic names, and one in a name must not make a figure beside it read backwards.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: "\u{FFFD}"
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: nil
        default: scalar
        }
    }
}
