// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Field {
    /// The most characters of an identifier.
    public static let identifierLimit = 64
    /// The most characters of a demand line's identifier.
    public static let lineLimit = DemandLine.longestName
    /// The most characters of a name or a note.
    public static let textLimit = 200

    /// An identifier: 1–64 characters without commas, semicolons, `@`, `*`, control characters or a leading `#`.
    ///
    /// - Parameters:
    ///   - blanks: Whether blanks may stand inside; not so for teams and sessions.
    ///   - limit: The most characters.
    /// - Returns: Nil, with an error reported, where the text is no identifier.
    public func identifier(
        blanks: Bool = true, limit: Int = identifierLimit, _ diagnostics: Diagnostics
    ) -> String? {
        guard !isBlank else {
            error("\(name) is blank", expected: "an identifier", diagnostics)
            return nil
        }
        let rule =
            "1–\(limit) characters without commas, semicolons, '@', '*', control characters"
            + (blanks ? "" : ", blanks") + " or a leading '#'"
        guard text.unicodeScalars.count <= limit else {
            error(
                "\(name) \(shown) is longer than \(limit) characters", expected: rule,
                diagnostics)
            return nil
        }
        let forbidden = text.unicodeScalars.first { scalar in
            ",;@*".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
                || (!blanks && scalar.properties.isWhitespace)
        }
        if let forbidden {
            let character = Diagnostic.shortened(String(forbidden))
            // What has blanks, and nothing else amiss, is most likely what people call it.
            let better = blanks ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
            let isFine = !blanks && !better.unicodeScalars.contains { ",;@*".unicodeScalars.contains($0) }
            error(
                "\(name) \(shown) contains '\(character)'",
                expected: isFine ? "a code without blanks, such as \(better.lowercased())" : rule, diagnostics
            )
            return nil
        }
        guard !text.hasPrefix("#") else {
            error("\(name) \(shown) begins with '#'", expected: rule, diagnostics)
            return nil
        }
        return text
    }

    /// A name or a note: any text of 200 characters at most; line ends and other control characters become blanks.
    public func note(_ diagnostics: Diagnostics) -> String? {
        guard text.unicodeScalars.count <= Self.textLimit else {
            error(
                "\(name) \(shown) is longer than \(Self.textLimit) characters",
                expected: "at most \(Self.textLimit) characters", diagnostics)
            return nil
        }
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return text
        }
        var plain = ""
        for scalar in text.unicodeScalars {
            plain.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return plain
    }
}
