// SPDX-License-Identifier: GPL-3.0-or-later

/// The terms of a plan's price. Each is in pounds; their sum is what an allocation minimises.
public struct PriceTerms: Sendable, Equatable {
    /// By term; nil where the week has nothing that the term counts.
    private var pounds: [Double?] = Term.allCases.map { $0.isOfSomeWeeks ? nil : 0 }

    /// The terms of every week, nought.
    public init() {}

    /// Pounds of one term.
    public subscript(term: Term) -> Double {
        get { pounds[Self.position[term] ?? 0] ?? 0 }
        set { pounds[Self.position[term] ?? 0] = newValue }
    }

    /// Pounds in all.
    public var total: Double { pounds.reduce(0) { $0 + ($1 ?? 0) } }

    /// The terms that a price says something of, in the order of the files: those of every week, and what else was
    /// counted.
    public var stated: [Term] { zip(Term.allCases, pounds).compactMap { $1 == nil ? nil : $0 } }

    /// What each term is above another price's.
    public static func - (one: PriceTerms, other: PriceTerms) -> PriceTerms {
        var difference = one
        for term in Term.allCases where one.stated.contains(term) || other.stated.contains(term) {
            difference[term] -= other[term]
        }
        return difference
    }

    private static let position = Dictionary(
        uniqueKeysWithValues: Term.allCases.enumerated().map { ($0.element, $0.offset) })
}

/// What is proved of a plan.
public enum PlanStatus: String, Codable, Sendable, CaseIterable {
    /// Proved optimal: the gap is 0.
    case optimal
    /// Proved within the gap asked for.
    case withinGap = "within_gap"
    /// The time limit ended the search.
    case timeLimit = "time_limit"
    /// The work limit ended the search.
    case workLimit = "work_limit"
    /// Somebody ended the search.
    case interrupted
    /// Somebody changed the plan or its week since: what ended the search says nothing of it now.
    case changed
}

/// What a plan costs and what is proved of it.
public struct PlanSummary: Sendable, Equatable {
    /// Pounds in all.
    public var objective: Double
    /// Pounds below which no plan for this week can be.
    public var bound: Double
    /// The price by term.
    public var terms: PriceTerms
    /// What is proved.
    public var status: PlanStatus
    /// The seed of the search.
    public var seed: UInt64
    /// Seconds the search took; 0 where only work was counted, so that the same work gives the same bytes.
    public var seconds: Double
    /// Pounds of the best plan when half of the search was over, by its time or, where only work is limited, by its
    /// work; nil where that is not known, or nothing was searched.
    public var halfway: Double?
    /// Units of work done: a thousand moves of the search, or as much of a programme.
    public var work: Int
    /// The version of skillmix.
    public var version: String
    /// SHA-256 of every input file, by its path from the week's folder, in order of the path.
    public var inputs: [InputDigest]
    /// The decisions about delegation that held in the week, in order of the file.
    public var decisions: [DelegationDecision]

    /// A summary.
    public init(
        objective: Double, bound: Double, terms: PriceTerms, status: PlanStatus, seed: UInt64,
        seconds: Double,
        halfway: Double? = nil, work: Int, version: String, inputs: [InputDigest],
        decisions: [DelegationDecision] = []
    ) {
        self.objective = objective
        self.bound = bound
        self.terms = terms
        self.status = status
        self.seed = seed
        self.seconds = seconds
        self.halfway = halfway
        self.work = work
        self.version = version
        self.inputs = inputs
        self.decisions = decisions
    }

    /// (objective − bound) ÷ objective; 0 where the objective is 0.
    public var gap: Double { objective == 0 ? 0 : (objective - bound) / objective }
}

/// What a plan was made from, and by what.
public struct PlanOrigin: Sendable, Equatable {
    /// The version of skillmix.
    public let version: String
    /// SHA-256 of every input file, by its path from the week's folder, in order of the path.
    public let inputs: [InputDigest]

    /// An origin; by default none that is known.
    public init(version: String = "", inputs: [InputDigest] = []) {
        self.version = version
        self.inputs = inputs
    }
}

/// The SHA-256 of one input file.
public struct InputDigest: Sendable, Equatable {
    /// The file's path from the week's folder.
    public let path: String
    /// The digest, in hexadecimal.
    public let sha256: String

    /// A digest.
    public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
