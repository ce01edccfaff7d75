// SPDX-License-Identifier: GPL-3.0-or-later

/// What a message quotes: words of whoever keeps the week, between quotation marks, which nobody is to put in other words.
enum Quotation {
    /// A sentence changed in all but what it quotes.
    ///
    /// A quotation begins with a mark behind a blank or at the beginning, and ends with one before no letter or digit, so
    /// that an apostrophe is none.
    static func outside(_ sentence: String, _ change: (Substring) -> String) -> String {
        var result = ""
        var rest = sentence[...]
        while let (begin, end) = next(in: rest) {
            result += change(rest[..<begin]) + rest[begin...end]
            rest = rest[rest.index(after: end)...]
        }
        return result + change(rest)
    }

    /// The marks of the first quotation of a text.
    private static func next(in text: Substring) -> (begin: Substring.Index, end: Substring.Index)? {
        var before: Character?
        for place in text.indices {
            let mark = text[place]
            defer { before = mark }
            let closing: Character = mark == "“" ? "”" : "'"
            guard mark == "“" || mark == "'", before.map({ $0.isWhitespace || "([".contains($0) }) ?? true
            else {
                continue
            }
            let end = text.indices[place...].dropFirst().first { end in
                guard text[end] == closing else { return false }
                let after = text.index(after: end)
                return after == text.endIndex || !(text[after].isLetter || text[after].isNumber)
            }
            if let end { return (place, end) }
        }
        return nil
    }
}
