// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Wording

extension RotationQuestions {
    /// The most stretches of a wish that are tried against the rules, the cheapest first.
    private static let mostStretches = 12

    /// Why somebody is where they are, and what each of their wishes would cost.
    public func explain(staff id: String) throws(RotationQuestionError) -> RotationAnswer {
        let p = try person(id)
        let tried = facts.rotation.people[p].prefers.compactMap { facts.postIndex[$0] }
            .filter { k in !plan.posts[p].contains(k) }
            .map { k in (k, wish(p, k)) }
        return RotationAnswer(
            question: "\(names.person(p)): why these posts, and what would the wishes cost?",
            sentences: [sequence(p), standing(p)] + stuck(p) + tried.map { sentence(p, $0.0, $0.1) },
            tried: tried.compactMap(\.1))
    }

    private func sequence(_ p: Int) -> String {
        let blocks = outcome.blocks(of: p).map { "\(names.post($0.post)) \(span($0.first, $0.last))" }
        let unplaced = facts.presentPeriods[p].count { plan.posts[p][$0] == nil }
        let without = unplaced == 0 ? "" : "; without a post in \(Show.counted(unplaced, "period"))"
        guard !facts.presentPeriods[p].isEmpty else { return "They are there in no period." }
        return (blocks.isEmpty ? "In no post" : "In " + Naming.list(blocks)) + without + "."
    }

    /// When they could be in no post whatever the plan, and why.
    private func stuck(_ p: Int) -> [String] {
        let found = conflicts.find(people: [p], posts: [])
        return (found.people[p] ?? []).map {
            "They can be in no post in \($0.span), whatever the plan, because of \($0.words)."
        } + (found.isWhole ? [] : ["Not all of what their rules come to together was looked at."])
    }

    private func standing(_ p: Int) -> String {
        let prefers = facts.rotation.people[p].prefers
        let template = facts.rotation.people[p].template.map { " They follow the template \($0)." } ?? ""
        guard !prefers.isEmpty else { return "There are no wishes." + template }
        let had = prefers.compactMap { facts.postIndex[$0] }.filter { plan.posts[p].contains($0) }
        return
            (had.isEmpty
            ? "No wish is met."
            : "Of the wishes met: \(Naming.list(had.map(names.post))).") + template
    }

    /// The cheapest stretch of a wish that keeps the rules, or else the one that breaks fewest; nil: there is no time for it.
    private func wish(_ p: Int, _ k: Int) -> TriedPlacement? {
        let free = Array(facts.freePeriods(of: p))
        let least = facts.rotation.posts[k].minimumBlock
        let most = facts.rotation.posts[k].maximumBlock ?? least
        var stretches: [(periods: [Int], pounds: Double)] = []
        for first in free.indices {
            for length in Set([least, most]).sorted() where first + length <= free.count {
                let periods = Array(free[first..<first + length])
                stretches.append((periods, pounds(p, in: k, periods)))
            }
        }
        let cheapest = stretches.sorted { ($0.pounds, $0.periods[0]) < ($1.pounds, $1.periods[0]) }
            .prefix(Self.mostStretches)
            .map { tried(p, in: k, $0.periods, pounds: $0.pounds) }
        return cheapest.first { $0.rules.isEmpty }
            ?? cheapest.enumerated().min {
                ($0.element.rules.count, $0.offset) < ($1.element.rules.count, $1.offset)
            }?.element
    }

    private func sentence(_ p: Int, _ k: Int, _ tried: TriedPlacement?) -> String {
        guard let tried else { return "\(names.post(k)): there is no time for a block." }
        return "\(names.post(k)) \(span(tried.first - 1, tried.last - 1)), everything else as it stands, "
            + "\(words(pounds: tried.pounds)), \(words(rulesOf: tried))"
    }
}
