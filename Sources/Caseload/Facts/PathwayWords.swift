// SPDX-License-Identifier: GPL-3.0-or-later

/// The pathway that people mean by what they write in discharge lists: `Pathway 1 - D2A` is P1.
public enum PathwayWords {
    /// What those are counted as whose pathway cannot be told.
    public static let other = "other"

    /// The pathway of a text.
    ///
    /// It is one of those known, in whatever capitals; or the one pathway of P0 to P3 that is named; or urgent community
    /// response. A text that names none, or several, is nil: nobody guesses.
    ///
    /// - Parameter known: Pathways as the week's teams write them.
    public static func pathway(of text: String, known: [String]) -> String? {
        func spelt(_ pathway: String) -> String {
            known.first { $0.lowercased() == pathway.lowercased() } ?? pathway
        }
        let plain = text.lowercased()
        if let same = known.first(where: { $0.lowercased() == plain }) { return same }
        if plain == other { return other }
        let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.count == 1, let digit = digit(of: words[0]) { return spelt("P\(digit)") }
        var found = Set<Character>()
        for (place, word) in words.enumerated() {
            if let digit = numbered(word) { found.insert(digit) }
            let next = words.indices.contains(place + 1) ? words[place + 1] : ""
            if names.contains(word), let digit = digit(of: next) { found.insert(digit) }
        }
        if found.count > 1 { return nil }
        if let digit = found.first { return spelt("P\(digit)") }
        let isResponse = words.contains("ucr") || plain.contains("urgent community response")
        return isResponse ? spelt("UCR") : nil
    }

    private static let names: Set<String> = ["p", "pw", "path", "pathway"]

    /// The digit of `1`, or of `1a`.
    private static func digit(of word: String) -> Character? {
        guard let first = word.first, "0123".contains(first), word.count < 3,
            word.dropFirst().allSatisfy({ $0.isLetter })
        else { return nil }
        return first
    }

    /// The digit of `p1`, `pw1a`, `pathway1`.
    private static func numbered(_ word: String) -> Character? {
        for name in ["pathway", "path", "pw", "p"] where word.hasPrefix(name) {
            if let digit = digit(of: String(word.dropFirst(name.count))) { return digit }
        }
        return nil
    }
}
