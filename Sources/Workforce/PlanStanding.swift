// SPDX-License-Identifier: GPL-3.0-or-later

/// How a plan stands to its week now: as it was made, changed since, or breaking rules.
///
/// The audit judges it, `Wording` words it, and everything that is said of a plan begins with it where the
/// plan is not as it was made.
public struct PlanStanding: Sendable, Equatable {
    /// An input that is not the one the plan was made from.
    public struct ChangedInput: Sendable, Equatable {
        /// What became of it.
        public enum Change: String, Sendable {
            /// It holds something else.
            case changed
            /// It was not there.
            case added
            /// It is no longer there.
            case gone
        }

        /// The file's path from the week's folder.
        public var path: String
        /// What became of it.
        public var change: Change

        /// An input that is not the one the plan was made from.
        public init(path: String, change: Change) {
            self.path = path
            self.change = change
        }

        /// What became of the inputs of a plan, in order of their paths.
        ///
        /// - Parameters:
        ///   - made: The digests of those it was made from; none: it does not say, and so nothing is known to have changed.
        ///   - now: The digests of those that are there now.
        public static func all(from made: [InputDigest], to now: [InputDigest]) -> [ChangedInput] {
            guard !made.isEmpty else { return [] }
            let (before, after) = (byPath(made), byPath(now))
            return Set(made.map(\.path) + now.map(\.path)).sorted().compactMap { path in
                switch (before[path], after[path]) {
                case (nil, _): ChangedInput(path: path, change: .added)
                case (_, nil): ChangedInput(path: path, change: .gone)
                case (let one, let other):
                    one == other ? nil : ChangedInput(path: path, change: .changed)
                }
            }
        }

        private static func byPath(_ digests: [InputDigest]) -> [String: String] {
            Dictionary(digests.map { ($0.path, $0.sha256) }) { first, _ in first }
        }
    }

    /// Inputs that are not those the plan was made from, in order of their paths.
    public var inputs: [ChangedInput]
    /// Whether the plan says which inputs it was made from.
    public var isOriginKnown: Bool
    /// Files of the plan that state otherwise than its rows, in the order of the plan's files.
    public var tables: [String]
    /// Files of the plan that say something else than when it was made, in the order of the plan's files.
    public var edited: [String]
    /// What breaks the week's rules, a sentence each, in the order of the audit.
    public var breaches: [String]
    /// The price that the plan states.
    public var stated: PriceTerms
    /// The price of its rows in the week as it is.
    public var terms: PriceTerms
    /// Pounds below which no plan of the week can be; nil where that is not known of the week as it is, or
    /// where the plan breaks rules and so is no such plan.
    public var bound: Double?

    /// How a plan stands to its week.
    public init(
        inputs: [ChangedInput] = [], isOriginKnown: Bool = true, tables: [String] = [],
        edited: [String] = [], breaches: [String] = [], stated: PriceTerms, terms: PriceTerms,
        bound: Double? = nil
    ) {
        self.inputs = inputs
        self.isOriginKnown = isOriginKnown
        self.tables = tables
        self.edited = edited
        self.breaches = breaches
        self.stated = stated
        self.terms = terms
        self.bound = bound
    }

    /// The standing of a plan that has just been made.
    public init(asMade plan: Plan) {
        self.init(stated: plan.summary.terms, terms: plan.summary.terms, bound: plan.summary.bound)
    }

    /// Whether the week has changed since the plan was made, or may have.
    public var isOfAnotherWeek: Bool { !inputs.isEmpty || !isOriginKnown }

    /// Whether nothing was changed since the plan was made, and it breaks no rule.
    public var isAsMade: Bool { !isOfAnotherWeek && !isEdited && breaches.isEmpty }

    /// Whether somebody changed the plan's own files since.
    public var isEdited: Bool { !tables.isEmpty || !edited.isEmpty }
}
