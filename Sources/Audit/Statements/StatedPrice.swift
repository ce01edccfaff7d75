// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The plan's terms, objective, bound, gap and status, held against the price found.
enum StatedPrice {
    static func discrepancies(_ ledger: Ledger, terms: PriceTerms) -> [Discrepancy] {
        let stated = ledger.plan.summary
        let objective = terms.total
        var found: [Discrepancy] = []
        for term in PriceTerms.Term.allCases where !agree(stated.terms[term], terms[term]) {
            found.append(
                Discrepancy(
                    .terms,
                    "The plan states \(Wording.pounds(stated.terms[term])) of \(term.rawValue); its rows cost "
                        + "\(Wording.pounds(terms[term]))."))
        }
        if !agree(stated.objective, objective) {
            found.append(
                Discrepancy(
                    .objective,
                    "The plan states an objective of \(Wording.pounds(stated.objective)); its rows cost "
                        + "\(Wording.pounds(objective))."))
        }
        if !(stated.bound <= objective + Tolerance.pounds) {
            found.append(
                Discrepancy(
                    .bound,
                    "The plan states that no plan costs less than \(Wording.pounds(stated.bound)), but it costs "
                        + "\(Wording.pounds(objective)) itself."))
        }
        if let gap = gap(stated, objective) { found.append(gap) }
        if stated.status == .optimal, !isProved(stated, objective) {
            found.append(
                Discrepancy(
                    .status,
                    "The plan states that it is optimal, but its bound of \(Wording.pounds(stated.bound)) is "
                        + "below its price of \(Wording.pounds(objective))."))
        }
        return found
    }

    private static func agree(_ one: Double, _ other: Double) -> Bool {
        abs(one - other) < Tolerance.pounds
    }

    /// A gap agrees within 0.0001, and within what the last decimals of the amounts make of it.
    private static func gap(_ stated: PlanSummary, _ objective: Double) -> Discrepancy? {
        let found = objective == 0 ? 0 : (objective - stated.bound) / objective
        let last = objective == 0 ? 0 : 2 * Tolerance.decimals / abs(objective)
        guard !(abs(stated.gap - found) <= 1e-4 * max(1, abs(found)) + last) else { return nil }
        return Discrepancy(
            .gap,
            "The plan states a gap of \(percent(stated.gap)); with the price found it is \(percent(found)).")
    }

    private static func isProved(_ stated: PlanSummary, _ objective: Double) -> Bool {
        objective - stated.bound <= 1e-6 * abs(objective) + 2 * Tolerance.decimals
    }

    private static func percent(_ share: Double) -> String { "\(Wording.number(share * 100)) %" }
}
