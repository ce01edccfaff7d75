// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

/// Who could take something on: people ranked by what it does to the whole plan to have each of them there.
extension PlanAtHand {
    /// How many people are tried, if nobody says.
    public static let usualTakers = 10
    private static let movesOfTaker = 6_000

    /// Who could give contacts of a demand line that is met or not: the people ranked, with what each costs and
    /// whom they would leave.
    ///
    /// - Parameter most: How many people are tried, those that look nearest to it first; at least one.
    public func takers(ofLine id: String, most: Int = usualTakers) throws(QuestionError) -> Answer {
        guard let i = line(id) else {
            throw QuestionError("There is no demand line \(id) in demand.csv.")
        }
        let names = Naming(week: week)
        let demand = week.demand[i]
        var answer = Answer(question: "Who could give \(names.line(i))?", sentences: [])
        guard !instance.openWindow(ofLine: i).isEmpty else {
            answer.sentences = ["Its time is over."]
            return answer
        }
        let unmet = nearby.unmet(ofLine: i)
        answer.sentences = [unmet == 0 ? isMet(demand, names) : isNotMet(demand, unmet: unmet, names) + "."]
        if unmet == 0 { answer.sentences.append(givers(i, names)) }
        let found = seats(forLine: i)
        if unmet > 0 {
            let there = candidates(forLine: i).filter { found.there.contains($0.person) }
            answer.people = there.map { fact($0, i, names) }
            answer.sentences += answer.people.map(\.sentence)
        }
        rank(found, team: instance.lines[i].team, line: i, most: most, names, &answer)
        return answer
    }

    /// Who could be in a team in a session besides those who are: the people ranked, with what each costs and
    /// whom they would leave.
    ///
    /// - Parameters:
    ///   - session: The session's name, `2026-11-23 am`.
    ///   - team: The team's identifier.
    ///   - most: How many people are tried, those that look nearest to it first; at least one.
    public func takers(
        inTeam team: String, session: String, most: Int = usualTakers
    ) throws(QuestionError) -> Answer {
        let t = try known(session: session)
        guard let k = self.team(team) else {
            throw QuestionError("There is no team \(team) in teams.csv.")
        }
        let names = Naming(week: week)
        var answer = Answer(
            question: "Who could be in \(names.team(k)) on \(names.session(t))?", sentences: [])
        guard week.openSessions.contains(t) else {
            answer.sentences = ["That session is over."]
            return answer
        }
        let found = seats(team: k, session: t)
        answer.sentences = [
            found.there.isEmpty
                ? "The plan has nobody there."
                : "The plan has \(Naming.list(found.there.map { names.person($0) })) there."
        ]
        rank(found, team: k, line: nil, most: most, names, &answer)
        return answer
    }

    private func rank(
        _ found: Seats, team k: Int, line: Int?, most: Int, _ names: Naming, _ answer: inout Answer
    ) {
        let tried = Array(found.seats.prefix(max(1, most)))
        let facts = inParallel(tried.count) { taking(tried[$0], team: k, line: line, names) }
        // Who meets something of the line stands before who meets nothing of it; equals in order of the roster.
        let order = facts.indices.sorted { one, other in
            guard let first = facts[one], let second = facts[other] else { return facts[one] != nil }
            let (helps, othersHelp) = (first.contacts > 0, second.contacts > 0)
            if line != nil, helps != othersHelp { return helps }
            if first.effect.pounds != second.effect.pounds {
                return first.effect.pounds > second.effect.pounds
            }
            return one < other
        }
        answer.changes = order.compactMap { facts[$0] }
        for (rank, fact) in answer.changes.enumerated() {
            answer.sentences.append("\(rank + 1). \(sentence(fact, line: line, names))")
        }
        if answer.changes.isEmpty { answer.sentences.append("Nobody else can be had for it.") }
        let unbookable = facts.count { $0 == nil }
        var rest: [String] = []
        func count(_ people: Int, _ one: String, _ many: String) {
            if people > 0 { rest.append(people == 1 ? "one \(one)" : "\(Show.count(people)) \(many)") }
        }
        count(found.notSignedOff.count, "may do nothing of it", "may do nothing of it")
        count(found.away.count, "is away", "are away")
        count(
            found.barred.count + unbookable, "is kept from it by the rules or other sessions",
            "are kept from it by the rules or other sessions")
        if !rest.isEmpty { answer.sentences.append("Of the others, \(Naming.list(rest)).") }
        let left = found.seats.count - tried.count
        if left > 0 {
            answer.sentences.append(
                (left == 1 ? "1 more person was" : "\(Show.count(left)) more people were")
                    + " not tried; "
                    + (tried.count == 1
                        ? "the one who looks nearest to it was."
                        : "the \(Show.count(tried.count)) who look nearest to it were."))
        }
    }

    /// What comes of having somebody there; nil where the rules on working time or bookings keep them from it.
    private func taking(_ seat: Seat, team k: Int, line: Int?, _ names: Naming) -> Answer.ChangeFact? {
        let (s, t) = (seat.person, seat.session)
        let (changes, _, _) = lettingIn(person: s, session: t, team: k)
        let wanted =
            line.map { [$0] }
            ?? instance.linesOfTeam[k].filter {
                instance.lines[$0].window.contains(t) && nearby.unmet(ofLine: $0) > 0
            }
        guard
            case .trial(let trial) = having(
                person: s, session: t, team: k, with: changes, lines: wanted, moves: Self.movesOfTaker)
        else { return nil }
        var fact = Answer.ChangeFact(
            change: "\(names.person(s)) in \(names.team(k)) on \(names.session(t))",
            changes: changes + [being(there: k, s, t)], staff: week.staff[s].id,
            contacts: line.map { trial.before.unmet(ofLine: $0) - trial.after.unmet(ofLine: $0) }
                ?? trial.effect.contacts, effect: trial.effect)
        fact.leaves = leaves(seat, trial, names)
        return fact
    }

    /// Whom somebody leaves who is sent elsewhere: their team, and the contacts that are met no more.
    private func leaves(_ seat: Seat, _ trial: Trial, _ names: Naming) -> [String] {
        var leaves: [String] = []
        if let team = trial.before.team(ofPerson: seat.person, session: seat.session) {
            leaves.append(names.team(team))
        }
        for line in trial.difference.met where line.after < line.before {
            leaves.append("\(Show.counted(line.before - line.after, "contact")) of \(names.line(line.line))")
        }
        return leaves
    }

    private func sentence(_ fact: Answer.ChangeFact, line: Int?, _ names: Naming) -> String {
        var text = fact.change
        // The last change is that they are there; the others are what it takes.
        let takes = fact.changes.dropLast().map { $0.words(names) }
        if !takes.isEmpty { text += ", which takes \(Naming.list(takes))" }
        text += ": "
        if let line, nearby.unmet(ofLine: line) > 0 {
            text +=
                fact.contacts > 0
                ? "\(Show.counted(fact.contacts, "contact")) of it would be met; "
                : "nothing more of it would be met; "
        }
        text += fact.effect.inWords + "."
        if let leaves = fact.leaves, !leaves.isEmpty { text += " Leaves \(Naming.list(leaves))." }
        return text
    }
}
