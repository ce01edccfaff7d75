// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// How many changes of one kind are tried.
    static let triedOfKind = 5

    /// A change of the week to be tried for a line.
    struct Proposal: Sendable {
        /// What is changed.
        let change: Change
        /// Whose time is planned anew.
        let person: Int
        /// What is to be known of it besides, as the end of a sentence's noun.
        var purpose = ""
        /// Why nothing may be said of what it costs; nil where it may.
        var unpriced: String?

        /// What is changed, as a noun.
        func words(_ names: Naming) -> String { change.words(names) + purpose }
    }

    /// Changes that meet more contacts of a line, the best first: those that meet it in full, then the
    /// cheapest; and those of which no price is known.
    func changes(
        forLine i: Int, _ candidates: [Candidate], _ names: Naming
    ) -> Changes {
        let proposals = proposals(forLine: i, candidates)
        let trials = inParallel(proposals.count) { trial(proposals[$0], line: i) }
        let moves = rearrangements(i, candidates)
        let moved = inParallel(moves.count) { trial(moves[$0], line: i) }
        var tried: [Answer.ChangeFact] = []
        var unpriced: [Answer.UnpricedFact] = []
        func met(_ trial: Trial) -> Int { trial.before.unmet(ofLine: i) - trial.after.unmet(ofLine: i) }
        for (move, trial) in zip(moves, moved) {
            guard let trial, met(trial) > 0 else { continue }
            tried.append(
                Answer.ChangeFact(
                    change: sending(move, i, names), changes: [sending(move, i)],
                    staff: week.staff[move.person].id, contacts: met(trial), effect: trial.effect))
        }
        for (proposal, trial) in zip(proposals, trials) where met(trial) > 0 {
            if let why = proposal.unpriced {
                unpriced.append(
                    Answer.UnpricedFact(
                        change: proposal.words(names), changes: [proposal.change], contacts: met(trial),
                        why: why))
            } else {
                tried.append(
                    Answer.ChangeFact(
                        change: proposal.words(names), changes: [proposal.change],
                        staff: proposal.change.about, contacts: met(trial), effect: trial.effect))
            }
        }
        let unmet = nearby.unmet(ofLine: i)
        let asItIs = (trials + moved.compactMap(\.self)).map(\.before).min { $0.objective < $1.objective }
        let order = tried.enumerated().sorted { one, other in
            let (full, otherFull) = (one.element.contacts >= unmet, other.element.contacts >= unmet)
            if full != otherFull { return full }
            if one.element.effect.pounds != other.element.effect.pounds {
                return one.element.effect.pounds > other.element.effect.pounds
            }
            return one.offset < other.offset
        }.map(\.element)
        return Changes(priced: order, unpriced: unpriced, asItIs: asItIs)
    }

    /// What was found of changes that meet more of a line.
    struct Changes {
        let priced: [Answer.ChangeFact]
        let unpriced: [Answer.UnpricedFact]
        /// The cheapest plan that was found without any of them; nil where nothing was tried.
        let asItIs: NearbyPlan?
    }

    /// The changes of the week that are tried for a line.
    func proposals(forLine i: Int, _ candidates: [Candidate]) -> [Proposal] {
        signOffs(i, candidates) + supervisorSignOffs(i, candidates) + reaches(i) + extraSessions(i)
            + caps(i, candidates) + anotherPerson(i)
    }

    /// Tries a proposal.
    func trial(_ proposal: Proposal, line i: Int) -> Trial {
        trying([proposal.change], near: [proposal.person], lines: [i])
    }

    // MARK: With a change of the week

    /// Those who lack one sign-off, whoever is in the team with most time first.
    private func signOffs(_ i: Int, _ candidates: [Candidate]) -> [Proposal] {
        let line = instance.lines[i]
        let lacking = candidates.filter { $0.obstacle == .noRoute && $0.missing.count == 1 }
        func minutes(_ s: Int) -> Double {
            line.window.reduce(0) { minutes, t in
                let isNear =
                    nearby.team(ofPerson: s, session: t) == line.team
                    || instance.barriers(
                        person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(line.team)
                    )
                    .allSatisfy { $0 == .nothingToDo }
                return minutes + (isNear ? 1 + nearby.minutesLeft(ofPerson: s, session: t) : 0)
            }
        }
        let order = lacking.map { ($0, minutes($0.person)) }.filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0.person) < ($0.1, $1.0.person) }
        return order.prefix(Self.triedOfKind).map { candidate, _ in
            let id = week.staff[candidate.person].id
            return Proposal(
                change: .signOff(.holds(staff: id, needs: candidate.missing)), person: candidate.person)
        }
    }

    /// Those whom only an agreement, a placement or a pin keeps from the team; first who gives the contacts
    /// at the least price, because a change that lets in many is tried with the first of them.
    private func reaches(_ i: Int) -> [Proposal] {
        let order = week.staff.indices.sorted { one, other in
            (instance.contactPrice(person: one, line: i), one)
                < (instance.contactPrice(person: other, line: i), other)
        }
        return lifting(order, i) { $0 != .absent(.off) }
    }

    /// Those who may give it but are not available, the cheapest hours first.
    private func extraSessions(_ i: Int) -> [Proposal] {
        let order = week.staff.indices.sorted {
            (week.staff[$0].hourlyCost, $0) < (week.staff[$1].hourlyCost, $1)
        }
        return lifting(order, i) { $0 == .absent(.off) }
    }

    /// What lets in those people, in their order, who may give contacts of a line and whom a single barrier
    /// keeps from it. One agreement is of use to many, and is proposed once.
    private func lifting(_ people: [Int], _ i: Int, where isWanted: (Barrier) -> Bool) -> [Proposal] {
        let line = instance.lines[i]
        var proposals: [Proposal] = []
        for s in people where proposals.count < Self.triedOfKind {
            for t in line.window where instance.standing(person: s, session: t, line: i).takesPart {
                // Whoever is ill or on leave for part of a day is not asked for the rest of it.
                guard !isAway(s, on: instance.calendar.dayOfSession[t]) else { continue }
                let barriers = instance.barriers(
                    person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(line.team))
                guard barriers.count == 1, let only = barriers.first, isWanted(only),
                    let change = week.lifting(only, person: s, session: t, team: line.team)
                else { continue }
                if !proposals.contains(where: { $0.change == change }) {
                    proposals.append(Proposal(change: change, person: s))
                }
                break
            }
        }
        return proposals
    }

    /// Whether somebody is ill or on leave for any part of a day.
    func isAway(_ s: Int, on day: Int) -> Bool {
        instance.calendar.sessionsOfDay[day].contains { t in
            let duty = week.rota[s][t].duty
            return duty == .sick || duty == .leave
        }
    }

    /// A cap raised by what the nearest person costs whom it keeps from being booked.
    private func caps(_ i: Int, _ candidates: [Candidate]) -> [Proposal] {
        guard let stopped = candidates.first(where: { $0.obstacle == .cap }), let t = stopped.session else {
            return []
        }
        let pay = instance.bookingPay[instance.cell(stopped.person, t)]
        let isBank = week.staff[stopped.person].employment == .bank
        guard let cap = isBank ? week.policy.bankCap : week.policy.agencyCap else { return [] }
        let raised = isBank ? PolicyChange.bankCap(cap + pay) : .agencyCap(cap + pay)
        return [Proposal(change: .policy(raised), person: stopped.person)]
    }

    /// One more person on the bank who may give it, at what that role costs there.
    private func anotherPerson(_ i: Int) -> [Proposal] {
        let demand = week.demand[i]
        guard let another = week.anotherPerson(for: demand) else { return [] }
        // Somebody who is only in the changed week is last on its roster.
        var proposal = Proposal(
            change: week.adding(another, for: demand, team: week.teams[instance.lines[i].team]),
            person: week.staff.count)
        if another.hourlyCost == nil {
            proposal.unpriced =
                "no \(another.role.name.lowercasedFirst) is on the bank, so there is no rate to price one at"
        } else {
            proposal.purpose = ", the most that one on the bank costs"
        }
        return [proposal]
    }
}
