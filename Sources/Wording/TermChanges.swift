// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension PriceTerms {
    /// Pounds below which a term does not move.
    private static let least = 0.005

    /// The terms that are not nought to the penny, in the order of the files.
    public var moved: [Term] { Term.allCases.filter { abs(self[$0]) >= Self.least } }

    /// What each term does to a price, of pounds saved by term: `care not met −£90.00, bookings +£72.00`. Empty where
    /// none moves.
    public var savedInWords: String {
        moved.map { term in
            let words = Words.term(term)
            return words.prefix(1).lowercased() + words.dropFirst()
                + (self[term] > 0 ? " −" : " +") + Show.pounds(abs(self[term]))
        }.joined(separator: ", ")
    }
}
