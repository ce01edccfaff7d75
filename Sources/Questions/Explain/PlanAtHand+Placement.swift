// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// What it would take and cost to have a person in a team in a session: what stands in the way, and the
    /// price of the best plan found near to this one in which they are there, by term.
    ///
    /// - Parameters:
    ///   - session: The session's name, `2026-11-23 am`.
    ///   - team: The team's identifier.
    public func explain(staff id: String, session: String, team: String) throws(QuestionError) -> Answer {
        let s = try known(id)
        let t = try known(session: session)
        guard let k = self.team(team) else {
            throw QuestionError("There is no team \(team) in teams.csv.")
        }
        let names = Naming(week: week)
        var answer = Answer(
            question:
                "What would it take to have \(names.person(s)) in \(names.team(k)) on \(names.session(t))?",
            sentences: [])
        if nearby.team(ofPerson: s, session: t) == k {
            answer.sentences = ["The plan has them there."]
            var nearby = nearby
            answer.sentences += self.session(s, t, names, &nearby).map { [$0.sentence] } ?? []
            return answer
        }
        if nearby.teamOfOtherRow(person: s, session: t) == k {
            answer.sentences = ["The plan has them there by another row of theirs."]
            return answer
        }
        let (changes, steps, stopped) = lettingIn(person: s, session: t, team: k)
        answer.sentences = steps + stopped
        guard stopped.isEmpty else { return answer }
        if steps.isEmpty { answer.sentences = ["Nothing stands in the way but the price."] }
        price(s, t, k, with: changes, names, &answer)
        return answer
    }

    /// What it takes to let the person be sent there, in sentences as well, and what cannot be had.
    func lettingIn(
        person s: Int, session t: Int, team k: Int
    ) -> (changes: [Change], steps: [String], stopped: [String]) {
        let names = Naming(week: week)
        var changes: [Change] = []
        var steps: [String] = []
        var stopped: [String] = []
        for barrier in instance.barriers(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
        {
            let changed = week.supposing(changes)
            if let change = changed.lifting(barrier, person: s, session: t, team: k) {
                let step = change.words(Naming(week: changed))
                steps.append("It would take \(step): \(why(barrier, s, k, names)).")
                changes.append(change)
            } else if barrier == .nothingToDo, let needs = easiestNeeds(s, t, k) {
                let change = Change.signOff(.holds(staff: week.staff[s].id, needs: needs))
                steps.append("It would take \(change.words(names)): \(why(barrier, s, k, names)).")
                changes.append(change)
            } else {
                stopped.append(
                    "It cannot be had by a decision about this plan: \(why(barrier, s, k, names)).")
            }
        }
        return (changes, steps, stopped)
    }

    private func why(_ barrier: Barrier, _ s: Int, _ k: Int, _ names: Naming) -> String {
        let words = names.barrier(barrier, person: s, team: k)
        return barrier.isOfPerson ? "\(names.person(s)) \(words)" : words
    }

    /// The fewest sign-offs with which the person could do something that the team wants in the session.
    private func easiestNeeds(_ s: Int, _ t: Int, _ k: Int) -> [Need]? {
        instance.linesOfTeam[k].filter { instance.lines[$0].window.contains(t) }
            .flatMap { instance.gaps(person: PersonIndex(s), session: SessionIndex(t), line: LineIndex($0)) }
            .filter { $0.part != .singleHanded && !$0.missing.isEmpty }.map(\.missing)
            .min { $0.count < $1.count }
    }

    /// The best plan found with the person there, and its price beside the plan's, by term.
    private func price(
        _ s: Int, _ t: Int, _ k: Int, with changes: [Change], _ names: Naming, _ answer: inout Answer
    ) {
        let wanted = instance.linesOfTeam[k].filter {
            instance.lines[$0].window.contains(t) && nearby.unmet(ofLine: $0) > 0
        }
        let trial: Trial
        switch having(person: s, session: t, team: k, with: changes, lines: wanted) {
        case .trial(let found): trial = found
        case .nothingToDo:
            answer.sentences.append(
                "Even then they could not be there: no care the team wants in reach of the session is theirs to give."
            )
            return
        case .notBookable:
            answer.sentences.append(
                "They cannot be booked for it beside their other sessions: the rules on working time, a booking's "
                    + "minimum or a cap stop it.")
            return
        }
        let effect = trial.effect
        answer.terms = Answer.TermFact.all(trial.before.terms, trial.after.terms)
        answer.changes = [
            Answer.ChangeFact(
                change: "\(names.person(s)) in \(names.team(k)) on \(names.session(t))",
                changes: changes + [being(there: k, s, t)], staff: week.staff[s].id,
                contacts: effect.contacts, effect: effect)
        ]
        let how =
            trial.isExact ? "In the cheapest plan with them there" : "In the best plan found with them there"
        answer.sentences.append("\(changes.isEmpty ? how : "With that"), \(effect.inWords).")
        answer.sentences += bettered(by: trial.before)
    }
}

extension Answer.TermFact {
    /// Every term of two prices.
    static func all(_ before: PriceTerms, _ after: PriceTerms) -> [Answer.TermFact] {
        before.stated.map {
            Answer.TermFact(term: $0.rawValue, before: before[$0], after: after[$0])
        }
    }
}
