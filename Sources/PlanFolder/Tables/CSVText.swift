// SPDX-License-Identifier: GPL-3.0-or-later

/// Cells and records of RFC 4180, with lines that end in LF.
enum CSVText {
    /// A record: its cells, and the end of the line.
    static func record(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\n" }

    /// A cell, in quotes where it needs them. A leading `#` needs them, so that the line is no comment.
    static func cell(_ text: String) -> String {
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
    /// Only for free text. An identifier is written as it stands, whatever it begins with: it has to be found
    /// again in the inputs, by programs and by people.
    static func harmless(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            plain.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let shown = String(plain)
        return isFormula(shown) ? "'" + shown : shown
    }

    /// The text that `harmless` was given.
    static func original(_ text: String) -> String {
        text.hasPrefix("'") && isFormula(text) ? String(text.dropFirst()) : text
    }

    /// Whether a formula's sign stands first, behind any number of quotes and blanks.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" && $0 != " " }) else { return false }
        return "=+-@".unicodeScalars.contains(first)
    }
}
