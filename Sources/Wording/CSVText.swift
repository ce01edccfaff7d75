// SPDX-License-Identifier: GPL-3.0-or-later

/// Cells and records of RFC 4180, with lines that end in LF.
public enum CSVText {
    /// A record: its cells, and the end of the line.
    public static func record(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\n"
    }

    /// A cell, in quotes where it needs them. A leading `#` needs them, so that the line is no comment.
    public static func cell(_ text: String) -> String {
        let needsQuotes =
            text.hasPrefix("#")
            || text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard needsQuotes else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Free text that no spreadsheet takes for a formula: a quote goes before a leading `=`, `+`, `-` or `@`, and
    /// control characters become blanks.
    ///
    /// Only for what people read. An identifier that is to be found again in the inputs, by programs and by
    /// people, is written as it stands, whatever it begins with.
    public static func harmless(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            plain.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let shown = String(plain)
        return isFormula(shown) ? "'" + shown : shown
    }

    /// The text that `harmless` was given.
    public static func original(_ text: String) -> String {
        text.hasPrefix("'") && isFormula(text) ? String(text.dropFirst()) : text
    }

    /// Whether a formula's sign stands first, behind any number of quotes and blanks. The wide forms of the signs
    /// count, too: some spreadsheets take them for the plain ones.
    private static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { scalar in
            scalar != "'" && scalar != "\"" && !scalar.properties.isWhitespace
        }
        guard let first else { return false }
        return "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    }
}
