// SPDX-License-Identifier: GPL-3.0-or-later

/// Text from outside as it may be shown: on a page, in a cell, on a terminal.
public enum Printable {
    /// The text with what XML does not allow as U+FFFD, without marks of direction, and nothing else changed.
    public static func text(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.compactMap(scalar)))
    }

    /// What is shown for a character; nil: nothing.
    ///
    /// Not control characters, and not what is no character. Marks of direction are dropped: programs put them into
    /// Hebrew and Arabic names, and one in a name must not make a figure beside it read backwards.
    public static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: "\u{FFFD}"
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: nil
        default: scalar
        }
    }
}
