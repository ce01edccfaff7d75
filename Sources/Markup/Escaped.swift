// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

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
            default: if let shown = Printable.scalar(scalar) { output.unicodeScalars.append(shown) }
            }
        }
    }
}
