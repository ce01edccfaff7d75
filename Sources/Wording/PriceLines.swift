// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A price as lines of plain text, a term a line, for the terminal.
public struct PriceLines: Sendable, CustomStringConvertible {
    private let terms: [(words: String, pounds: Double)]

    /// The lines of a price.
    public init(_ terms: PriceTerms) {
        self.init(terms.stated.map { (Words.term($0), terms[$0]) })
    }

    /// The lines of a price whose terms have those words.
    public init(_ terms: [(words: String, pounds: Double)]) {
        self.terms = terms
    }

    /// The terms in words with their pounds, and the sum.
    public var description: String {
        let rows = terms + [("Price", terms.reduce(0) { $0 + $1.pounds })]
        return rows.map { name, pounds in
            let amount = Show.pounds(pounds)
            let gap = String(repeating: " ", count: max(1, 50 - name.count - amount.count))
            return "  " + name + gap + amount
        }.joined(separator: "\n")
    }
}
