// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands before the text of a YAML line: plain blanks and nothing else, or the parser says something that helps
/// nobody.
enum YAMLIndent {
    /// Whether no line begins with a blank that is not a plain one; reports the first that does.
    ///
    /// A no-break space belongs to a key for the parser, so the line would be read as something else.
    static func isOfPlainBlanks(_ text: String, _ file: String, _ diagnostics: Diagnostics) -> Bool {
        guard text.utf8.contains(where: { $0 > 127 }) else { return true }
        let isOdd: (Unicode.Scalar) -> Bool = { scalar in
            !scalar.isASCII
                && [.spaceSeparator, .format].contains(scalar.properties.generalCategory)
        }
        guard let found = first(in: text, isOdd) else { return true }
        let name = found.scalar.properties.name?.lowercased() ?? "blank of another kind"
        let digits = String(found.scalar.value, radix: 16, uppercase: true)
        refuse(
            "a \(name) (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)) stands in the blanks at "
                + "the beginning of line \(found.line)", found, file, diagnostics)
        return false
    }

    /// Whether a tab at the beginning of a line is why a document could not be read; reports the first.
    static func tellTab(_ text: String, _ file: String, _ diagnostics: Diagnostics) -> Bool {
        guard let found = first(in: text, { $0 == "\t" }) else { return false }
        refuse(
            "a tab stands at the beginning of line \(found.line)\(found.others > 0 ? ", and of \(found.others) more" : "")",
            found, file, diagnostics)
        return true
    }

    private struct Found {
        let scalar: Unicode.Scalar
        let line: Int
        let column: Int
        var others = 0
    }

    /// The first such character among the blanks and tabs that a line begins with, and how many lines more have one.
    private static func first(in text: String, _ isOdd: (Unicode.Scalar) -> Bool) -> Found? {
        var found: Found?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            for (column, scalar) in line.unicodeScalars.enumerated() {
                if isOdd(scalar) {
                    if found == nil {
                        found = Found(scalar: scalar, line: index + 1, column: column + 1)
                    } else {
                        found?.others += 1
                    }
                    break
                }
                guard scalar == " " || scalar == "\t" else { break }
            }
        }
        return found
    }

    private static func refuse(_ message: String, _ found: Found, _ file: String, _ diagnostics: Diagnostics)
    {
        diagnostics.add(
            .error, at: Place(file: file, line: found.line, column: found.column),
            expected: "plain blanks: YAML wants them, two for each level", message: message)
    }
}
