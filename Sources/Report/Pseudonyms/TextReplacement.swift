// SPDX-License-Identifier: GPL-3.0-or-later

/// Names and identifiers replaced in free text, where they stand as words of their own; the longest first.
///
/// What could be a plain word or a number, a single letter or up to three digits, is replaced only in brackets, as
/// in `Ann (7)`: elsewhere it would turn `7 contacts` into somebody's.
struct TextReplacement: Sendable {
    private struct Term: Sendable {
        let scalars: [Unicode.Scalar]
        let replacement: String
        let isOnlyInBrackets: Bool
    }

    /// By their first character, the longest first.
    private let terms: [Unicode.Scalar: [Term]]

    init(_ replacements: [(from: String, to: String)]) {
        var terms: [Unicode.Scalar: [Term]] = [:]
        for (from, to) in replacements {
            let scalars = Array(from.unicodeScalars)
            guard let first = scalars.first else { continue }
            let isNumber = scalars.allSatisfy { ("0"..."9").contains($0) }
            terms[first, default: []].append(
                Term(
                    scalars: scalars, replacement: to,
                    isOnlyInBrackets: scalars.count < 2 || isNumber && scalars.count < 4))
        }
        self.terms = terms.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    func applied(to text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var place = 0
        while place < scalars.count {
            if let term = terms[scalars[place]]?.first(where: { stands($0, in: scalars, at: place) }) {
                result.append(contentsOf: term.replacement.unicodeScalars)
                place += term.scalars.count
            } else {
                result.append(scalars[place])
                place += 1
            }
        }
        return String(result)
    }

    private func stands(_ term: Term, in text: [Unicode.Scalar], at place: Int) -> Bool {
        let end = place + term.scalars.count
        guard end <= text.count, text[place..<end].elementsEqual(term.scalars) else { return false }
        let before = place > 0 ? text[place - 1] : nil
        let after = end < text.count ? text[end] : nil
        if term.isOnlyInBrackets, end - place < text.count { return before == "(" && after == ")" }
        return !isOneWord(before, term.scalars.first) && !isOneWord(term.scalars.last, after)
    }

    /// Whether two neighbours belong to one word.
    private func isOneWord(_ one: Unicode.Scalar?, _ other: Unicode.Scalar?) -> Bool {
        guard let one, let other else { return false }
        return isOfWord(one) && isOfWord(other)
    }

    private func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
