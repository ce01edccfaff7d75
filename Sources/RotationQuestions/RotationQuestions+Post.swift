// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Wording

extension RotationQuestions {
    /// The most people who may hold the post and are tried one by one, those first with whom the plan would cost least.
    static let mostTried = 1000
    /// The most who are told of. Where fewer may hold the post, others are tried to say what keeps them from it.
    private static let mostTold = 5

    /// Why a post has whom it has in a period, and who else could be there.
    ///
    /// - Parameter period: Its number, from 1.
    public func explain(post id: String, period: Int) throws(RotationQuestionError) -> RotationAnswer {
        try explain(post: id, period: period, trying: Self.mostTried)
    }

    /// The same, so many people who may hold it being tried at most.
    func explain(post id: String, period: Int, trying most: Int) throws(RotationQuestionError)
        -> RotationAnswer
    {
        guard let k = facts.postIndex[id] else {
            throw RotationQuestionError(
                description: "'\(id)' is no post of posts.csv; there are "
                    + Self.list(facts.rotation.posts.map(\.id), "post", "posts") + ".")
        }
        guard (1...facts.periodCount).contains(period) else {
            throw RotationQuestionError(
                description: "There is no period \(period); give a number from 1 to \(facts.periodCount).")
        }
        let t = period - 1
        let others = (0..<facts.personCount).filter {
            facts.isPresent(person: $0, period: t) && plan.posts[$0][t] != k
        }
        let able = others.filter { facts.mayHold(person: $0, period: t, post: k) }
        let barred = others.filter { !facts.mayHold(person: $0, period: t, post: k) }
        let tried =
            nearest(able, k, t, most) + nearest(barred, k, t, max(0, Self.mostTold - able.count))
        return RotationAnswer(
            question: "\(names.post(k)) in \(names.short(t)): who is there, and who could be?",
            sentences: [
                standing(k, t), lack(k, t), count(able.count, of: others.count, k, t),
                limit(able.count, most),
            ].compactMap(\.self)
                + tried.prefix(Self.mostTold).map { sentence($0, t) }
                + rest(max(0, able.count - Self.mostTold)),
            tried: tried)
    }

    /// Some of these people in a post in a period: tried are those with whom the plan would cost least, and whom fewest
    /// rules keep from it comes first.
    private func nearest(_ people: [Int], _ k: Int, _ t: Int, _ most: Int) -> [TriedPlacement] {
        let cheapest = people.map { ($0, pounds($0, in: k, [t])) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        return cheapest.prefix(most).map { tried($0.0, in: k, [t], pounds: $0.1) }.enumerated()
            .sorted { ($0.element.rules.count, $0.offset) < ($1.element.rules.count, $1.offset) }
            .map(\.element)
    }

    /// What is said where not everybody who may hold it was tried.
    private func limit(_ able: Int, _ most: Int) -> String? {
        able > most
            ? "Tried were the \(Show.count(most)) of them with whom the plan would cost least in that period."
            : nil
    }

    private func count(_ able: Int, of others: Int, _ k: Int, _ t: Int) -> String? {
        guard others > 0 else {
            return plan.posts.contains { $0[t] == k }
                ? "Everybody who is there then is in it." : "Nobody is there then."
        }
        if others == 1 { return able == 1 ? nil : "The other person who is there then may not hold it." }
        if able == others { return "All \(Show.count(others)) others who are there then may hold it." }
        return able == 0
            ? "None of the \(Show.count(others)) others who are there then may hold it."
            : "Of the \(Show.count(others)) others who are there then, \(Show.count(able)) may hold it."
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
        guard let row else { return "It has what it is meant to have." }
        let found = conflicts.find(people: [], posts: [k])
        let stuck =
            (found.posts[k] ?? []).filter { $0.periods.contains(t) }.map {
                " Whatever the plan, nobody can be in it then, because of \($0.words)."
            } + (found.isWhole ? [] : [" Not all of what rules come to together was looked at."])
        return "It lacks \(number(row.missingTarget)). \(row.reason.words)." + stuck.joined()
    }

    private func sentence(_ tried: TriedPlacement, _ t: Int) -> String {
        guard let p = facts.personIndex[tried.staff] else { return "" }
        let now = plan.posts[p][t].map { "now in \(names.post($0))" } ?? "now without a post"
        return "\(names.person(p)), \(now): in that period alone it \(words(pounds: tried.pounds)), "
            + words(rulesOf: tried)
    }

    private func rest(_ untold: Int) -> [String] {
        guard untold > 0 else { return [] }
        return [
            untold == 1
                ? "1 more person who may hold it is further from it."
                : "\(Show.count(untold)) more people who may hold it are further from it."
        ]
    }

    private func number(_ value: Double) -> String {
        Decimals.text(value, atLeast: 0, atMost: 2) ?? "\(value)"
    }
}
