// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Report
import Wording
import Workforce

extension PlanAtHand {
    /// Why contacts of a demand line are not met: everybody who might give them with the first thing that stops
    /// them, and the cheapest change that would meet it.
    public func explain(line id: String) throws(QuestionError) -> Answer {
        guard let i = line(id) else {
            throw QuestionError("There is no demand line \(id) in demand.csv.")
        }
        let demand = week.demand[i]
        let names = Naming(week: week)
        let unmet = nearby.unmet(ofLine: i)
        var answer = Answer(question: "Why is \(names.line(i)) not met?", sentences: [])
        let subject =
            "\(Show.counted(demand.contacts, "contact")) of \(names.activity(demand.activity)) for "
            + "\(names.team(demand.team)) from \(names.window(demand.window)) (\(demand.priority.rawValue))"
        guard unmet > 0 else {
            answer.sentences = ["All \(subject) are met.", givers(i, names)]
            return answer
        }
        let candidates = candidates(forLine: i)
        let reason = plan.unmet.first { $0.line == id }?.reason
        let part =
            unmet == demand.contacts
            ? (unmet == 1 ? "The \(subject) is" : "None of the \(subject) is")
            : "\(unmet) of the \(subject) \(unmet == 1 ? "is" : "are")"
        answer.sentences.append(
            part + " not met".replacing(" not", with: unmet == demand.contacts && unmet > 1 ? "" : " not")
                + (reason.map { ": " + Words.reason($0).lowercasedFirst } ?? "") + ".")
        answer.people = candidates.map { fact($0, i, names) }
        answer.sentences += summary(candidates, i, names)
        let changes = changes(forLine: i, candidates, names)
        answer.changes = changes
        answer.sentences += verdict(changes, unmet: unmet, worth: instance.lines[i].unmetPrice)
        return answer
    }

    private func givers(_ i: Int, _ names: Naming) -> String {
        let people = Set(nearby.parts(ofLine: i).map(\.person)).sorted().map(names.person)
        return people.isEmpty ? "None are wanted." : "They are given by \(Naming.list(people))."
    }

    private func fact(_ candidate: Candidate, _ i: Int, _ names: Naming) -> Answer.PersonFact {
        Answer.PersonFact(
            staff: week.staff[candidate.person].id,
            session: candidate.session.map { week.sessions[$0].id }, obstacle: candidate.obstacle.code,
            sentence: sentence(candidate, i, names))
    }

    private func sentence(_ candidate: Candidate, _ i: Int, _ names: Naming) -> String {
        let line = instance.lines[i]
        let who = names.person(candidate.person)
        if candidate.obstacle == .noRoute {
            return "\(who) is not signed off in \(names.needs(candidate.missing))."
        }
        let why = names.obstacle(candidate.obstacle, person: candidate.person, line: line)
        let isOfPerson = why.hasPrefix("is ") || why.hasPrefix("has ") || why.hasPrefix("could ")
        let when = candidate.session.map { " on \(names.session($0))" } ?? ""
        return isOfPerson ? "\(who) \(why)\(when)." : "\(who): \(why)\(when)."
    }

    /// How many people are named in the sentences; the others are counted.
    private static let named = 8

    private func summary(_ candidates: [Candidate], _ i: Int, _ names: Naming) -> [String] {
        guard !candidates.isEmpty else {
            return ["Nobody on the roster has a role that may do it, or lacks only a sign-off or two for it."]
        }
        let able = candidates.filter { $0.obstacle != .noRoute }
        var sentences = [
            able.isEmpty
                ? "Nobody on the roster may do it in those sessions."
                : "\(able.count) \(able.count == 1 ? "person" : "people") on the roster may take part in it. "
                    + "The first thing that stops each, where they are nearest to it:"
        ]
        sentences += candidates.prefix(Self.named).map { sentence($0, i, names) }
        let rest = candidates.count - min(Self.named, candidates.count)
        if rest > 0 { sentences.append("And \(rest) more, further from it.") }
        return sentences
    }

    private func verdict(_ changes: [Answer.ChangeFact], unmet: Int, worth: Double) -> [String] {
        guard let best = changes.first else {
            return ["No single change that was tried would meet more of it."]
        }
        let how = best.contacts >= unmet ? "meet it in full" : "meet \(best.contacts) of the \(unmet)"
        var sentences = [
            "The cheapest change found that would \(how): \(best.change). With it "
                + Naming.effect(best.effect) + "."
        ]
        for change in changes.dropFirst().prefix(4) {
            sentences.append(
                "Else: \(change.change) would meet \(change.contacts); with it \(Naming.effect(change.effect))."
            )
        }
        return sentences
    }
}

extension String {
    /// The text with its first letter small, to stand within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
