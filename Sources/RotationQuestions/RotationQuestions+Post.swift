// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Wording

extension RotationQuestions {
    /// The most people who are tried one by one, those first with whom the plan would cost least.
    private static let mostTried = 30
    /// The most who are told of.
    private static let mostTold = 5

    /// Why a post has whom it has in a period, and who else could be there.
    ///
    /// - Parameter period: Its number, from 1.
    public func explain(post id: String, period: Int) throws(RotationQuestionError) -> RotationAnswer {
        guard let k = facts.postIndex[id] else {
            throw RotationQuestionError(
                description: "'\(id)' is no post of posts.csv; there are "
                    + Naming.list(facts.rotation.posts.prefix(5).map(\.id)) + " and others.")
        }
        guard (1...facts.periodCount).contains(period) else {
            throw RotationQuestionError(
                description: "There is no period \(period); give a number from 1 to \(facts.periodCount).")
        }
        let t = period - 1
        let others = (0..<facts.personCount).filter {
            facts.isPresent(person: $0, period: t) && plan.posts[$0][t] != k
        }
        let costs = others.map { ($0, pounds($0, in: k, [t])) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let found = costs.prefix(Self.mostTried).map { tried($0.0, in: k, [t], pounds: $0.1) }
        // Whom fewest rules keep from it comes first.
        let told = found.enumerated().sorted {
            ($0.element.rules.count, $0.offset) < ($1.element.rules.count, $1.offset)
        }.map(\.element)
        return RotationAnswer(
            question: "\(names.post(k)) in \(names.short(t)): who is there, and who could be?",
            sentences: [standing(k, t), lack(k, t)].compactMap(\.self)
                + told.prefix(Self.mostTold).map { sentence($0, t) }
                + rest(told.count - Self.mostTold, untried: others.count - found.count),
            tried: Array(told))
    }

    private func standing(_ k: Int, _ t: Int) -> String {
        let people = (0..<facts.personCount).filter { plan.posts[$0][t] == k }
        let amounts = facts.amounts[k][t]
        let there = people.isEmpty ? "Nobody is there" : "There: \(Naming.list(people.map(names.person)))"
        return
            "\(there): \(number(facts.wte(post: k, period: t, plan))) whole-time equivalents of a target of "
            + "\(number(amounts.target)), at least \(number(amounts.minimum))"
            + (amounts.maximum.map { ", at most \(number($0))." } ?? ".")
    }

    private func lack(_ k: Int, _ t: Int) -> String? {
        let row = outcome.unfilled.first {
            $0.post == facts.rotation.posts[k].id && $0.period == t + 1
        }
        return row.map { "It lacks \(number($0.missingTarget)). \($0.reason.words)." }
            ?? "It has what it is meant to have."
    }

    private func sentence(_ tried: TriedPlacement, _ t: Int) -> String {
        guard let p = facts.personIndex[tried.staff] else { return "" }
        let now = plan.posts[p][t].map { "now in \(names.post($0))" } ?? "now without a post"
        return "\(names.person(p)), \(now): in that period alone it \(words(pounds: tried.pounds)), "
            + words(rulesOf: tried)
    }

    private func rest(_ untold: Int, untried: Int) -> [String] {
        let more = max(0, untold) + max(0, untried)
        return more == 0
            ? []
            : [more == 1 ? "1 more person is further from it." : "\(more) more people are further from it."]
    }

    private func number(_ value: Double) -> String {
        Decimals.text(value, atLeast: 0, atMost: 2) ?? "\(value)"
    }
}
