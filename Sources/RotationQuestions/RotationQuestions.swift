// SPDX-License-Identifier: GPL-3.0-or-later

import RotationAudit
import RotationConflicts
import RotationOutcome
import Rotations
import Wording
import Workforce

/// Answers questions about a rotation plan by trying what is asked about, everything else as it stands: what it would cost, by
/// the price of the plan, and which rules it would break, by the audit.
///
///     let answer = try RotationQuestions(facts, plan).explain(post: "hub", period: 5)
public struct RotationQuestions: Sendable {
    let facts: RotationFacts
    let plan: RotationPlan
    let outcome: RotationOutcome
    let names: RotationNaming
    let conflicts: RotationConflicts
    private let audit: RotationPlanAudit
    private let prices: MovePrices
    private let broken: Set<String>

    /// Questions about a plan.
    public init(_ facts: RotationFacts, _ plan: RotationPlan) {
        self.facts = facts
        self.plan = plan
        outcome = RotationOutcome(facts, plan)
        names = RotationNaming(facts)
        conflicts = RotationConflicts(facts)
        audit = RotationPlanAudit(facts.rotation)
        prices = MovePrices(facts, plan)
        broken = Set(audit.violations(plan.rows(facts)).map(\.sentence))
    }

    /// The position of somebody, or why there is none.
    func person(_ id: String) throws(RotationQuestionError) -> Int {
        if let p = facts.personIndex[id] { return p }
        throw RotationQuestionError(
            description: "'\(id)' is nobody of people.csv; there are "
                + Self.list(facts.rotation.people.map(\.id), "person", "people") + ".")
    }

    /// The most names that are listed.
    private static let mostListed = 5

    /// `a, b and c`, or of many `a, b, c, d, e and 3 other posts`.
    static func list(_ names: [String], _ one: String, _ many: String) -> String {
        guard names.count > mostListed else { return names.isEmpty ? "no \(many)" : Naming.list(names) }
        let more = names.count - mostListed
        return Naming.list(
            names.prefix(mostListed) + ["\(Show.count(more)) other \(more == 1 ? one : many)"])
    }

    /// What it costs to have somebody in a post in some periods in which they are there.
    func pounds(_ p: Int, in k: Int, _ periods: [Int]) -> Double {
        -prices.saving(person: p, in: moved(p, to: k, periods).posts[p])
    }

    /// The same with the rules that it breaks.
    func tried(_ p: Int, in k: Int, _ periods: [Int], pounds: Double) -> TriedPlacement {
        let found = audit.violations(moved(p, to: k, periods).rows(facts))
            .filter { !broken.contains($0.sentence) }
        var rules: [String] = []
        for violation in found where !rules.contains(violation.rule.rawValue) {
            rules.append(violation.rule.rawValue)
        }
        return TriedPlacement(
            staff: facts.rotation.people[p].id, post: facts.rotation.posts[k].id,
            first: (periods.first ?? 0) + 1, last: (periods.last ?? 0) + 1, pounds: pounds, rules: rules,
            breaches: found.map(\.sentence))
    }

    private func moved(_ p: Int, to k: Int, _ periods: [Int]) -> RotationPlan {
        var moved = plan
        for t in periods { moved.posts[p][t] = k }
        return moved
    }

    /// `from Mar 27 to May 27`, `in Mar 27`.
    func span(_ first: Int, _ last: Int) -> String {
        first == last ? "in \(names.short(first))" : "from \(names.short(first)) to \(names.short(last))"
    }

    /// `would cost £30.00 more`, `would save £30.00`, `would cost the same`.
    func words(pounds: Double) -> String {
        if abs(pounds) < 0.005 { return "would cost the same" }
        return pounds > 0
            ? "would cost \(Show.pounds(pounds)) more" : "would save \(Show.pounds(-pounds))"
    }

    /// `and keeps every rule`, or what it breaks: the first sentence of each rule.
    func words(rulesOf tried: TriedPlacement) -> String {
        guard let first = tried.breaches.first else { return "and keeps every rule." }
        let others = tried.rules.count - 1
        return "but " + (tried.rules.count == 1 ? "one rule stops it" : "rules stop it") + ": " + first
            + (others > 0
                ? " (and \(Show.counted(others, "other rule")): \(tried.rules.dropFirst().joined(separator: ", ")))"
                : "")
    }
}
