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
            default: output.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
    }

    /// The text with what XML does not allow as U+FFFD, and nothing else changed.
    static func visible(_ text: String) -> String {
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { visible.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
        return String(visible)
    }

    /// Not control characters, not what is no character, and nothing that turns the direction of the text that
    /// follows (a name must not be able to make a figure beside it read backwards).
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0x200E, 0x200F, 0x061C, 0x202A...0x202E,
            0x2066...0x2069:
            false
        default: true
        }
    }
}
