// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Text from outside, made harmless for HTML and XML, in content and in attribute values.
enum Escaped {
    /// Appends the text with `& < > " '` as references and what XML does not allow as U+FFFD.
    static func append(_ text: String, to output: inout String) {
        // Nearly all of a page is plain: it goes in at once.
        guard !text.utf8.allSatisfy(isPlain) else {
            output += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            default: if let shown = Printable.scalar(scalar) { output.unicodeScalars.append(shown) }
            }
        }
    }

    /// `& < > " '` as bytes.
    private static let marking: [UInt8] = [0x26, 0x3C, 0x3E, 0x22, 0x27]

    /// Whether a byte stands for itself: printable ASCII that marks nothing up.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && !marking.contains(byte)
    }
}
