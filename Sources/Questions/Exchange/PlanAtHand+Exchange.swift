// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// Whether somebody could take a session of somebody else's, for one of theirs or for nothing: what rule stands in the
    /// way, and what the plan would then do and cost, by term.
    ///
    /// The answer's `people` are what stands in the way. Where nothing does, its `changes` has one entry: the changes of
    /// the rota by which the week can be planned anew with the exchange.
    public func explain(_ exchange: Exchange) throws(QuestionError) -> Answer {
        let handovers = try handovers(exchange)
        let names = Naming(week: week)
        var answer = Answer(question: question(handovers, names), sentences: [])
        let changes = week.marks(after: handovers)
        answer.people = handovers.flatMap { stops($0, handovers, names) }
        if answer.people.isEmpty {
            // A pin says where somebody is to be, and not that there is anything that they may do there.
            let changed = Instance(week.supposing(changes.map(unpinned)), like: instance)
            answer.people = handovers.flatMap { barriers($0, in: changed, names) }
        }
        guard answer.people.isEmpty else {
            answer.sentences = answer.people.map(\.sentence)
            return answer
        }
        let trial: Trial
        switch self.trial(of: handovers, with: changes) {
        case .success(let found): trial = found
        case .failure(let stopped):
            answer.people = stopped.handovers.map { notBookable($0, names) }
            answer.sentences = answer.people.map(\.sentence)
            return answer
        }
        let effect = trial.effect
        answer.terms = Answer.TermFact.all(trial.before.terms, trial.after.terms)
        answer.people = harm(trial, handovers, names)
        answer.sentences = answer.people.map(\.sentence)
        if answer.people.isEmpty {
            answer.sentences = ["Every rule is kept, and no team is below its minimum because of it."]
            answer.changes = [
                Answer.ChangeFact(
                    change: words(handovers, names), changes: changes, staff: exchange.taker,
                    contacts: effect.contacts, effect: effect)
            ]
        }
        let how = trial.isExact ? "In the cheapest plan with it" : "In the best plan found with it"
        answer.sentences.append("\(how), \(effect.inWords).")
        answer.sentences += handovers.flatMap { workNotTheirs($0, names) }
        answer.sentences += bettered(by: trial.before)
        return answer
    }

    // MARK: What is asked

    private func handovers(_ exchange: Exchange) throws(QuestionError) -> [Handover] {
        let (s, b) = (try known(exchange.giver), try known(exchange.taker))
        guard week.staff[s].human != week.staff[b].human else {
            throw QuestionError("An exchange is between two people; \(exchange.giver) was named twice.")
        }
        let t = try known(session: exchange.session)
        var given: Int?
        if let inReturn = exchange.inReturn { given = try known(session: inReturn) }
        let team = try teamGiven(s, t)
        guard let other = given else {
            return [Handover(session: t, team: team, from: s, to: b, given: nil)]
        }
        let theirs = try teamGiven(b, other)
        guard other != t || theirs != team else {
            throw QuestionError("Both are in \(week.teams[team].name) then: there is nothing to exchange.")
        }
        return [
            Handover(session: t, team: team, from: s, to: b, given: other),
            Handover(session: other, team: theirs, from: b, to: s, given: t),
        ]
    }

    private func teamGiven(_ s: Int, _ t: Int) throws(QuestionError) -> Int {
        let names = Naming(week: week)
        guard !instance.past.isOver(t) else {
            throw QuestionError("\(names.session(t)) is over.")
        }
        guard let k = nearby.team(ofPerson: s, session: t) else {
            throw QuestionError("The plan has \(names.person(s)) in no team on \(names.session(t)).")
        }
        return k
    }

    private func words(_ handovers: [Handover], _ names: Naming) -> String {
        Naming.list(
            handovers.map {
                "\(names.person($0.to)) in \(names.team($0.team)) on \(names.session($0.session))"
            })
    }

    private func question(_ handovers: [Handover], _ names: Naming) -> String {
        let first = handovers[0]
        let what =
            "Could \(names.person(first.to)) take \(names.session(first.session)) in \(names.team(first.team)) "
            + "over from \(names.person(first.from))"
        guard handovers.count > 1 else { return what + "?" }
        return what + " for \(names.session(handovers[1].session)) in \(names.team(handovers[1].team))?"
    }

    // MARK: What stands in the way

    /// What the rota and the plan say of whoever is to take a session, before any rule is looked at.
    private func stops(
        _ handover: Handover, _ handovers: [Handover], _ names: Naming
    ) -> [Answer.PersonFact] {
        let (s, t) = (handover.to, handover.session)
        func fact(_ code: String, _ words: String) -> [Answer.PersonFact] {
            [
                Answer.PersonFact(
                    staff: week.staff[s].id, session: week.sessions[t].id, obstacle: code,
                    sentence: "\(names.person(s)) \(words) on \(names.session(t)).")
            ]
        }
        // Whoever gives a session of the same time is free for this one.
        let isFree = handovers.contains { $0.from == s && $0.session == t }
        let place = nearby.team(ofPerson: s, session: t) ?? nearby.teamOfOtherRow(person: s, session: t)
        if !isFree, let place { return fact("elsewhere", "is in \(names.team(place))") }
        switch week.rota[s][t].duty {
        case .leave: return fact(Barrier.absent(.leave).code, "is on leave")
        case .sick: return fact(Barrier.absent(.sick).code, "is sick")
        case .training: return fact(Barrier.absent(.training).code, "is in training")
        case .off where isAway(s, on: instance.calendar.dayOfSession[t]):
            return fact("absent-day", "is away that day")
        case .off, .rostered, .available, .callable: return []
        }
    }

    /// What keeps whoever takes a session from the team, once the rota has them there.
    private func barriers(
        _ handover: Handover, in changed: Instance, _ names: Naming
    ) -> [Answer.PersonFact] {
        changed.barriers(
            person: PersonIndex(handover.to), session: SessionIndex(handover.session),
            team: TeamIndex(handover.team)
        ).map { barrier in
            let words = names.barrier(barrier, person: handover.to, team: handover.team)
            let sentence = barrier.isOfPerson ? "\(names.person(handover.to)) \(words)" : words
            return Answer.PersonFact(
                staff: week.staff[handover.to].id, session: week.sessions[handover.session].id,
                obstacle: barrier.code,
                sentence: "\(names.session(handover.session)), \(names.person(handover.to)): \(sentence).")
        }
    }

    private func notBookable(_ handover: Handover, _ names: Naming) -> Answer.PersonFact {
        Answer.PersonFact(
            staff: week.staff[handover.to].id, session: week.sessions[handover.session].id,
            obstacle: Barrier.workingTime.code,
            sentence:
                "\(names.person(handover.to)) cannot work \(names.session(handover.session)) beside their other "
                + "sessions: the rules on rest and working time, a booking's minimum or a cap stop it.")
    }

    // MARK: What comes of it

    /// Sessions that no plan has whoever takes them in: one of two alone, where the other person could come.
    private struct NotBookable: Error {
        let handovers: [Handover]
    }

    /// The best plan found without the exchange, and with it.
    ///
    /// - Returns: Where people cannot be where it has them, which of the sessions those are.
    private func trial(of handovers: [Handover], with changes: [Change]) -> Result<Trial, NotBookable> {
        let wanted = handovers.flatMap { handover in
            nearby.contacts(ofPerson: handover.from, session: handover.session).map(\.line)
                + instance.linesOfTeam[handover.team].filter {
                    instance.lines[$0].window.contains(handover.session) && nearby.unmet(ofLine: $0) > 0
                }
        }
        let lines = Set(wanted).sorted()
        // Those in either team may have to make up for the coming and going.
        let people = week.staff.indices.filter { s in
            handovers.contains {
                $0.from == s || $0.to == s || nearby.team(ofPerson: s, session: $0.session) == $0.team
            }
        }
        func missing(in plan: NearbyPlan) -> [Handover] {
            handovers.filter { plan.team(ofPerson: $0.to, session: $0.session) != $0.team }
        }
        var before = nearby
        before.improve(near: people, lines: lines)
        // On duty first, so that they are there whatever that costs; a booking's pay is added afterwards.
        var with = planner(with: changes.map(onDuty)).takingOver(before.rows)
        with.improve(near: people, lines: lines)
        let unreachable = missing(in: with)
        guard unreachable.isEmpty else { return .failure(NotBookable(handovers: unreachable)) }
        let planner = self.planner(with: changes)
        var after = planner.takingOver(with.rows)
        let unpaid = missing(in: after)
        guard unpaid.isEmpty else { return .failure(NotBookable(handovers: unpaid)) }
        // Paid for, some of what was planned may not be worth it.
        var better = after
        better.improve(near: people, lines: lines)
        if missing(in: better).isEmpty { after = better }
        // What of it does not need them there is had without.
        var without = self.planner.takingOver(after.rows)
        without.improve(near: people, lines: lines)
        if without.objective < before.objective - Self.leastGain { before = without }
        guard planner.isProvable else { return .success(proving(before, after, by: planner)) }
        var required = planner.model
        for handover in handovers {
            guard
                let model = required.requiring(
                    person: PersonIndex(handover.to), session: SessionIndex(handover.session),
                    team: TeamIndex(handover.team))
            else { return .failure(NotBookable(handovers: [handover])) }
            required = model
        }
        return .success(proving(before, after, by: NearbyPlanner(required)))
    }

    /// A mark that leaves open where somebody is to be.
    private func unpinned(_ change: Change) -> Change {
        guard case .availability(var place) = change else { return change }
        place.teams = []
        return .availability(place)
    }

    /// A mark by which somebody is there whatever it costs.
    private func onDuty(_ change: Change) -> Change {
        guard case .availability(var place) = change, place.mark == .available else { return change }
        place.mark = .rostered
        return .availability(place)
    }

    /// Heads that a team lacks, and critical care that goes unmet, because of the exchange.
    private func harm(_ trial: Trial, _ handovers: [Handover], _ names: Naming) -> [Answer.PersonFact] {
        let taker = week.staff[handovers[0].to].id
        let heads = instance.minimums.indices.compactMap { index -> Answer.PersonFact? in
            let more =
                trial.after.missingHeads(ofMinimum: index) - trial.before.missingHeads(ofMinimum: index)
            guard more > 0 else { return nil }
            let minimum = instance.minimums[index]
            let kind = minimum.kind == .any ? "" : ", of \(Words.heads(minimum.kind, week.framework))"
            return Answer.PersonFact(
                staff: taker, session: week.sessions[minimum.session].id, obstacle: "minimum",
                sentence:
                    "\(names.team(minimum.team)) would be \(Show.counted(more, "head")) below its minimum on "
                    + "\(names.session(minimum.session))\(kind).")
        }
        let care = instance.lines.indices.compactMap { i -> Answer.PersonFact? in
            let more = trial.after.unmet(ofLine: i) - trial.before.unmet(ofLine: i)
            guard more > 0, week.demand[i].priority == .critical else { return nil }
            return Answer.PersonFact(
                staff: taker, session: nil, obstacle: "critical-care",
                sentence:
                    "\(Show.counted(more, "critical contact")) of \(names.line(i)) would go unmet.")
        }
        return heads + care
    }

    /// Work of whoever gives a session that whoever takes it may not do: others take it over, or it goes unmet.
    private func workNotTheirs(_ handover: Handover, _ names: Naming) -> [String] {
        let lines = nearby.contacts(ofPerson: handover.from, session: handover.session).map(\.line)
        let barred = Set(lines).sorted().filter {
            !instance.standing(person: handover.to, session: handover.session, line: $0).takesPart
        }
        guard !barred.isEmpty else { return [] }
        return [
            "\(names.person(handover.to)) is not signed off for \(Naming.list(barred.map { names.line($0) })), which "
                + "\(names.person(handover.from)) was to give on \(names.session(handover.session)): that is counted "
                + "above as others' work, or as unmet."
        ]
    }
}
