// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How a plan changes with a change of the week.
public struct Effect: Sendable, Equatable {
    /// Contacts that are met besides; negative where fewer are.
    public var contacts: Int
    /// Their contact hours.
    public var hours: Double
    /// Contact hours of registered people that are saved; negative where they rise.
    public var registeredHours: Double
    /// Pounds of the price that are saved; negative where it rises.
    public var pounds: Double
    /// What each term of the price saves; their sum is `pounds`.
    public var terms: PriceTerms
    /// Whether both plans are proved the cheapest of their weeks. Otherwise both were found by a search: as
    /// much can be saved, and perhaps more; what it costs may be less.
    public var isExact: Bool

    /// An effect.
    public init(
        contacts: Int = 0, hours: Double = 0, registeredHours: Double = 0, pounds: Double = 0,
        terms: PriceTerms = PriceTerms(), isExact: Bool = false
    ) {
        self.contacts = contacts
        self.hours = hours
        self.registeredHours = registeredHours
        self.pounds = pounds
        self.terms = terms
        self.isExact = isExact
    }
}

extension Effect: Encodable {
    private enum CodingKeys: String, CodingKey {
        case contacts, hours, registeredHours, pounds, terms, isExact
    }

    /// A term of the price as a key, spelt as in `plan.json`.
    private struct TermKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ term: PriceTerms.Term) { stringValue = term.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The effect, with those of its terms that move.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(contacts, forKey: .contacts)
        try values.encode(hours, forKey: .hours)
        try values.encode(registeredHours, forKey: .registeredHours)
        try values.encode(pounds, forKey: .pounds)
        try values.encode(isExact, forKey: .isExact)
        var moved = values.nestedContainer(keyedBy: TermKey.self, forKey: .terms)
        for term in terms.moved { try moved.encode(terms[term], forKey: TermKey(term)) }
    }
}

extension Effect {
    /// How sure its pounds are, in a word: `exactly`, `at least`, `at most`; of pounds saved, or lost.
    public var certainty: String { isExact ? "exactly" : pounds >= 0 ? "at least" : "at most" }
}
