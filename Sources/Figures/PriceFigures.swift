// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// One term of the price.
public struct TermFigure: Sendable, Equatable, Encodable {
    /// The term.
    public let term: PriceTerms.Term
    /// Pounds.
    public let pounds: Double
}

/// What the plan costs and what is proved of it.
public struct PriceFigures: Sendable, Equatable, Encodable {
    /// Pounds in all.
    public let objective: Double
    /// Pounds below which no plan can be.
    public let bound: Double
    /// Pounds by which the plan is at most above the best possible.
    public let aboveBest: Double
    /// (objective − bound) ÷ objective.
    public let gap: Double
    /// What is proved, or what ended the search.
    public let status: PlanStatus
    /// What is proved, in plain words.
    public let statusInWords: String
    /// The terms, in the order of the contract.
    public let terms: [TermFigure]

    init(_ summary: PlanSummary) {
        objective = summary.objective
        bound = summary.bound
        aboveBest = max(0, summary.objective - summary.bound)
        gap = max(0, summary.gap)
        status = summary.status
        terms = summary.terms.stated.map { TermFigure(term: $0, pounds: summary.terms[$0]) }
        statusInWords = Words.proof(summary.status, objective: objective, above: aboveBest, gap: gap)
    }
}
