// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// Why contacts of a demand line are not met: everybody who might give them with the first thing that
    /// stops them, and the cheapest change that would meet it.
    public func explain(line id: String) throws(QuestionError) -> Answer {
        guard let i = line(id) else {
            throw QuestionError("There is no demand line \(id) in demand.csv.")
        }
        let demand = week.demand[i]
        let names = Naming(week: week)
        let unmet = nearby.unmet(ofLine: i)
        var answer = Answer(question: "Why is \(names.line(i)) not met?", sentences: [])
        guard unmet > 0 else {
            answer.question = "Why is \(names.line(i)) met?"
            answer.sentences = [isMet(demand, names), givers(i, names)]
            return answer
        }
        guard !instance.openWindow(ofLine: i).isEmpty else {
            // Nothing is proposed for what is over.
            answer.sentences = [
                isNotMet(demand, unmet: unmet, names) + ": \(Words.reason(.over).lowercasedFirst)."
            ]
            return answer
        }
        let candidates = candidates(forLine: i)
        let reason = plan.unmet.first { $0.line == id }?.reason
        let why = tooLong(i, candidates) ?? reason.map { Words.reason($0).lowercasedFirst }
        answer.sentences.append(isNotMet(demand, unmet: unmet, names) + (why.map { ": \($0)" } ?? "") + ".")
        answer.people = candidates.map { fact($0, i, names) }
        answer.sentences += summary(candidates, i, names)
        let found = changes(forLine: i, candidates, names)
        answer.changes = found.priced
        answer.unpriced = found.unpriced
        if let asItIs = found.asItIs { answer.sentences += bettered(by: asItIs) }
        answer.sentences += verdict(answer, unmet: unmet)
        return answer
    }

    /// `3 contacts of Care for Kestrel team from Mon 23 Nov am to Tue 24 Nov pm (urgent)`.
    private func subject(_ demand: DemandLine, _ names: Naming) -> String {
        let when = demand.window.count == 1 ? "on" : "from"
        return "\(Show.counted(demand.contacts, "contact")) of \(names.activity(demand.activity)) for "
            + "\(names.team(demand.team)) \(when) \(names.window(demand.window)) (\(demand.priority.rawValue))"
    }

    func isMet(_ demand: DemandLine, _ names: Naming) -> String {
        demand.contacts == 1
            ? "The \(subject(demand, names)) is met." : "All \(subject(demand, names)) are met."
    }

    func isNotMet(_ demand: DemandLine, unmet: Int, _ names: Naming) -> String {
        let subject = subject(demand, names)
        if demand.contacts == 1 { return "The \(subject) is not met" }
        if unmet == demand.contacts { return "None of the \(subject) are met" }
        return "\(unmet) of the \(subject) \(unmet == 1 ? "is" : "are") not met"
    }

    /// Of a contact that no session has room for: a slip in the minutes of an activity or of travel, as a rule.
    private func tooLong(_ i: Int, _ candidates: [Candidate]) -> String? {
        let line = instance.lines[i]
        let able = candidates.filter { $0.obstacle != .noRoute }.map(\.person)
        guard let room = instance.mostRoom(of: able, in: line.window), room < Double(line.minutes) else {
            return nil
        }
        return
            "a contact takes \(Show.count(line.minutes)) minutes of work there, and no session of anybody who may "
            + "take part in it leaves more than \(Show.minutes(room)) for it"
    }

    func givers(_ i: Int, _ names: Naming) -> String {
        let before = instance.past.contacts.filter { $0.line == i }.flatMap(\.workers)
        let people = Set(nearby.parts(ofLine: i).map(\.person) + before).sorted().map(names.person)
        let subject = week.demand[i].contacts == 1 ? "It is" : "They are"
        return people.isEmpty ? "None are wanted." : "\(subject) given by \(Naming.list(people))."
    }

    func fact(_ candidate: Candidate, _ i: Int, _ names: Naming) -> Answer.PersonFact {
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
        let when = candidate.session.map { " on \(names.session($0))" } ?? ""
        return candidate.obstacle.isOfPerson ? "\(who) \(why)\(when)." : "\(who): \(why)\(when)."
    }

    /// How many people are named in the sentences; the others are counted.
    private static let named = 8

    private func summary(_ candidates: [Candidate], _ i: Int, _ names: Naming) -> [String] {
        guard !candidates.isEmpty else {
            return ["Nobody on the roster has a role that may do it, or lacks only a sign-off or two for it."]
        }
        let able = humans(candidates.filter { $0.obstacle != .noRoute }).count
        var sentences = [
            able == 0
                ? "Nobody on the roster may do it in those sessions."
                : "\(able) \(able == 1 ? "person" : "people") on the roster may take part in it. "
                    + "The first thing that stops each, where they are nearest to it:"
        ]
        let named = candidates.prefix(Self.named)
        sentences += named.map { sentence($0, i, names) }
        let rest = humans(candidates).subtracting(humans(named)).count
        if rest > 0 { sentences.append("And \(rest) more, further from it.") }
        return sentences
    }

    /// The humans of candidates, each once, in however many rows of the roster.
    private func humans(_ candidates: some Sequence<Candidate>) -> Set<Int> {
        Set(candidates.map { instance.index.humans.ofRow[$0.person] })
    }

    private func verdict(_ answer: Answer, unmet: Int) -> [String] {
        let unpriced = answer.unpriced.map { fact in
            "\(fact.change.capitalisedFirst) could meet \(min(fact.contacts, unmet)) of the \(unmet); \(fact.why)."
        }
        guard let best = answer.changes.first else {
            return unpriced.isEmpty ? ["No single change that was tried would meet more of it."] : unpriced
        }
        let how = best.contacts >= unmet ? "meet it in full" : "meet \(best.contacts) of the \(unmet)"
        var sentences = [
            "The cheapest change found that would \(how): \(best.change). With it "
                + best.effect.inWords + "."
        ]
        for change in answer.changes.dropFirst().prefix(4) {
            sentences.append(
                "Else: \(change.change) would meet \(change.contacts); with it \(change.effect.inWords)."
            )
        }
        return sentences + unpriced
    }
}
