// SPDX-License-Identifier: GPL-3.0-or-later

/// The words by which people could be told, and whether one of them stands in a text: first names, surnames,
/// identifiers, in any capitals, whatever stands between them.
///
/// A part of four letters or more is found inside other words, too (`Marsh` in `Marshland`); a shorter one
/// only as a word of its own. Numbers and single letters say nothing alone and are not looked for, but for
/// identifiers in brackets.
struct NameParts: Sendable {
    /// Parts that are looked for as whole words.
    private let words: Set<String>
    /// Parts that are looked for anywhere, by their first four characters.
    private let pieces: [[Character]: [[Character]]]
    /// Identifiers that are looked for with no letter or digit beside them.
    private let identifiers: [[Character]]

    /// - Parameters:
    ///   - names: Names of people.
    ///   - identifiers: Their identifiers.
    init(names: [String], identifiers: [String]) {
        var parts = Set(names.flatMap(Self.words(of:)).filter { $0.count(where: \.isLetter) >= 2 })
        var others: Set<String> = []
        for identifier in identifiers.map({ $0.lowercased() }) {
            if identifier.count(where: \.isLetter) >= 4, !identifier.contains(where: \.isWhitespace) {
                parts.insert(identifier)
            } else if Self.isNumber(identifier), identifier.count < 4 {
                others.insert("(" + identifier + ")")
            } else if identifier.count > 1 {
                others.insert(identifier)
            }
        }
        words = parts.filter { $0.count < Self.least }
        pieces = Dictionary(grouping: parts.filter { $0.count >= Self.least }.sorted().map(Array.init)) {
            Array($0.prefix(Self.least))
        }
        self.identifiers = others.sorted().map(Array.init)
    }

    /// The letters from which on a part is found inside other words.
    private static let least = 4

    /// Whether some part stands in the text.
    func stand(in text: String) -> Bool {
        guard !text.isEmpty else { return false }
        let lowered = text.lowercased()
        if Self.words(of: lowered).contains(where: words.contains) { return true }
        let characters = Array(lowered)
        let hasPiece = characters.indices.contains { start in
            let rest = characters[start...]
            return pieces[Array(rest.prefix(Self.least))]?.contains { rest.starts(with: $0) } ?? false
        }
        return hasPiece || identifiers.contains { Self.stands($0, in: characters) }
    }

    /// The words of a text in small letters: what stands between anything but letters and digits.
    static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func isNumber(_ text: String) -> Bool { text.allSatisfy { ("0"..."9").contains($0) } }

    private static func stands(_ part: [Character], in text: [Character]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { start in
            let end = start + part.count
            guard text[start..<end].elementsEqual(part) else { return false }
            let before = start > 0 && isOfWord(text[start - 1]) && isOfWord(part[0])
            let after = end < text.count && isOfWord(text[end]) && isOfWord(part[part.count - 1])
            return !before && !after
        }
    }

    private static func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
