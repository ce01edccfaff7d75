// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Report
import Workforce

extension PlanAtHand {
    /// How many changes of one kind are tried.
    private static let triedOfKind = 5

    /// A change of the week to be tried for a line.
    private struct Proposal: Sendable {
        let words: String
        let person: Int
        let week: Week
    }

    /// Changes that meet more contacts of a line, the best first: those that meet it in full, then the cheapest.
    func changes(forLine i: Int, _ candidates: [Candidate], _ names: Naming) -> [Answer.ChangeFact] {
        let proposals =
            signOffs(i, candidates, names) + reaches(i, names) + extraSessions(i, names)
            + supervision(i, candidates)
        let tried = inParallel(proposals.count) { number -> Answer.ChangeFact in
            let proposal = proposals[number]
            let trial = trying(proposal.week, near: [proposal.person], lines: [i])
            return Answer.ChangeFact(
                change: proposal.words, staff: week.staff[proposal.person].id,
                contacts: trial.before.unmet(ofLine: i) - trial.after.unmet(ofLine: i), effect: trial.effect)
        }
        let all = rearrangements(i, candidates, names) + tried
        let unmet = nearby.unmet(ofLine: i)
        // A sum, not a product: between changes that meet it in full only the price counts.
        return all.enumerated().filter { $0.element.contacts > 0 }.sorted { one, other in
            let (full, otherFull) = (one.element.contacts >= unmet, other.element.contacts >= unmet)
            if full != otherFull { return full }
            if one.element.effect.pounds != other.element.effect.pounds {
                return one.element.effect.pounds > other.element.effect.pounds
            }
            return one.offset < other.offset
        }.map(\.element)
    }

    // MARK: Without a change of the week

    /// The cheapest ways of sending somebody who may give it, though the plan does better otherwise.
    private func rearrangements(_ i: Int, _ candidates: [Candidate], _ names: Naming) -> [Answer.ChangeFact] {
        var nearby = nearby
        var found: [(fact: Answer.ChangeFact, pounds: Double)] = []
        for candidate in candidates where candidate.obstacle.rank >= Obstacle.full(minutesLeft: 0).rank {
            let s = candidate.person
            for t in instance.lines[i].window {
                let fact = nearby.looking { other -> Answer.ChangeFact? in
                    guard let met = other.serve(person: s, session: t, line: i), met > 0 else { return nil }
                    let effect = Effect(from: self.nearby, to: other)
                    return Answer.ChangeFact(
                        change: sending(s, t, i, names), staff: week.staff[s].id, contacts: met,
                        effect: effect)
                }
                if let fact { found.append((fact, fact.effect.pounds)) }
            }
        }
        let order = found.indices.sorted { (found[$1].pounds, $0) < (found[$0].pounds, $1) }
        return order.prefix(Self.triedOfKind).map { found[$0].fact }
    }

    private func sending(_ s: Int, _ t: Int, _ i: Int, _ names: Naming) -> String {
        let (who, when) = (names.person(s), names.session(t))
        let team = instance.lines[i].team
        guard let now = nearby.team(ofPerson: s, session: t) else {
            return "booking \(who) for \(names.team(team)) on \(when)"
        }
        return now == team
            ? "giving these to \(who) on \(when) before their other contacts"
            : "sending \(who) to \(names.team(team)) instead of \(names.team(now)) on \(when)"
    }

    // MARK: With a change of the week

    /// Those who lack one sign-off, whoever is in the team with most time first.
    private func signOffs(_ i: Int, _ candidates: [Candidate], _ names: Naming) -> [Proposal] {
        let line = instance.lines[i]
        let lacking = candidates.filter { $0.obstacle == .noRoute && $0.missing.count == 1 }
        func minutes(_ s: Int) -> Double {
            line.window.reduce(0) { minutes, t in
                let isNear =
                    nearby.team(ofPerson: s, session: t) == line.team
                    || instance.barriers(person: s, session: t, team: line.team)
                        .allSatisfy { $0 == .nothingToDo }
                return minutes + (isNear ? 1 + nearby.minutesLeft(ofPerson: s, session: t) : 0)
            }
        }
        let order = lacking.map { ($0, minutes($0.person)) }.filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0.person) < ($0.1, $1.0.person) }
        return order.prefix(Self.triedOfKind).map { candidate, _ in
            let id = week.staff[candidate.person].id
            return Proposal(
                words: "signing \(names.person(candidate.person)) off in \(names.needs(candidate.missing))",
                person: candidate.person, week: week.signingOff(id, in: candidate.missing))
        }
    }

    /// Those whom only an agreement, a placement or a pin keeps from the team.
    private func reaches(_ i: Int, _ names: Naming) -> [Proposal] {
        let line = instance.lines[i]
        let team = week.teams[line.team]
        var proposals: [Proposal] = []
        for s in week.staff.indices where proposals.count < Self.triedOfKind {
            for t in line.window {
                guard instance.standing(person: s, session: t, line: i).takesPart else {
                    continue
                }
                let barriers = instance.barriers(person: s, session: t, team: line.team)
                guard barriers.count == 1, let only = barriers.first, only != .absent(.off),
                    let (words, changed) = lifting(only, s, t, team, names)
                else { continue }
                proposals.append(Proposal(words: words, person: s, week: changed))
                break
            }
        }
        return proposals
    }

    /// A week in which one barrier between a person and a team is lifted, where that can be decided.
    func lifting(_ barrier: Barrier, _ s: Int, _ t: Int, _ team: Team, _ names: Naming) -> (String, Week)? {
        let (who, when) = (names.person(s), names.session(t))
        switch barrier {
        case .organisation:
            let employer = week.staff[s].employer
            return (
                "an agreement for \(employer)'s people to work for \(team.organisation)",
                week.replacing {
                    $0.agreements.append(
                        Agreement(employer: employer, organisation: team.organisation, roles: nil))
                }
            )
        case .placement:
            return (
                "lifting \(who)'s placement",
                week.replacing { $0.placements.removeAll { $0.staff == week.staff[s].id } }
            )
        case .pin:
            return (
                "lifting \(who)'s pin on \(when)",
                week.replacing { $0.rota[s][t] = RotaMark(week.rota[s][t].duty) }
            )
        case .absent(.off):
            return (
                "asking \(who) to be available on \(when)",
                week.replacing { $0.rota[s][t] = RotaMark(.available) }
            )
        case .absent, .closed, .travel, .nothingToDo, .workingTime: return nil
        }
    }

    /// Those who may give it but are not available, the cheapest hours first.
    private func extraSessions(_ i: Int, _ names: Naming) -> [Proposal] {
        let line = instance.lines[i]
        let team = week.teams[line.team]
        let order = week.staff.indices.sorted {
            (week.staff[$0].hourlyCost, $0) < (week.staff[$1].hourlyCost, $1)
        }
        var proposals: [Proposal] = []
        for s in order where proposals.count < Self.triedOfKind {
            for t in line.window {
                guard instance.standing(person: s, session: t, line: i).takesPart,
                    instance.barriers(person: s, session: t, team: line.team) == [.absent(.off)],
                    let (words, changed) = lifting(.absent(.off), s, t, team, names)
                else { continue }
                proposals.append(Proposal(words: words, person: s, week: changed))
                break
            }
        }
        return proposals
    }

    private func supervision(_ i: Int, _ candidates: [Candidate]) -> [Proposal] {
        guard let stopped = candidates.first(where: { $0.obstacle == .supervision }) else { return [] }
        return [
            Proposal(
                words: "one more supervisor, so that supervision stretches to all delegated work",
                person: stopped.person, week: week.freeingSupervision())
        ]
    }
}
