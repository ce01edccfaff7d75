// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// Why a person is where the plan sends them: what would go without in each session, and what it would
    /// cost to have them in another team instead, or to book them where they are free.
    public func explain(staff id: String) throws(QuestionError) -> Answer {
        let s = try known(id)
        let names = Naming(week: week)
        var answer = Answer(question: "Why is \(names.person(s)) where they are?", sentences: [])
        answer.sentences.append(standing(s, names))
        var nearby = nearby
        for asked in requests(s, names, &nearby) {
            answer.sentences.append(asked.sentence)
            answer.changes += asked.changes
        }
        var isAnyOpen = false
        for t in week.sessions.indices {
            guard let found = session(s, t, names, &nearby) else { continue }
            isAnyOpen = true
            answer.sentences.append(found.sentence)
            answer.changes += found.changes
        }
        let wasThere = (0..<instance.past.sessions).contains { t in
            instance.duty[instance.cell(s, t)] == .rostered
        }
        if !isAnyOpen, wasThere { answer.sentences.append("All sessions they have are over.") }
        return answer
    }

    /// Why a person is where they are in a session, and what sending them to other teams would do; nil where
    /// they are neither on duty nor available, or the session is over.
    func session(
        _ s: Int, _ t: Int, _ names: Naming, _ nearby: inout NearbyPlan
    ) -> (sentence: String, changes: [Answer.ChangeFact])? {
        guard !instance.past.isOver(t) else { return nil }
        // Whoever is sent somewhere by another row is not asked about here, whatever this row's mark.
        if week.rota[s][t].duty == .available, nearby.team(ofPerson: s, session: t) == nil,
            let k = nearby.teamOfOtherRow(person: s, session: t)
        {
            return ("\(names.session(t)): in \(names.team(k)) by another row of theirs.", [])
        }
        let duty = instance.duty[instance.cell(s, t)]
        guard duty == .rostered || duty == .available else { return nil }
        let alternatives = alternatives(s, t, &nearby)
        let changes = alternatives.map { other in
            Answer.ChangeFact(
                change: "\(names.team(other.team)) on \(names.session(t))",
                changes: [being(there: other.team, s, t)], staff: week.staff[s].id,
                contacts: other.effect.contacts, effect: other.effect)
        }
        guard let k = nearby.team(ofPerson: s, session: t) else {
            return (nowhere(s, t, duty, alternatives, names), changes)
        }
        return (here(s, t, k, alternatives, names, &nearby), changes)
    }

    /// Somebody on duty in a team in a session.
    func being(there k: Int, _ s: Int, _ t: Int) -> Change {
        .availability(
            Availability(
                staff: week.staff[s].id, sessions: [week.sessions[t].id], .rostered, team: week.teams[k].id,
                minutes: week.rota[s][t].minutes))
    }

    /// The position of a person, or what is wrong with the name.
    func known(_ id: String) throws(QuestionError) -> Int {
        guard let s = person(id) else {
            let called = week.staff.filter { $0.name == id }.map(\.id)
            throw QuestionError(
                "There is nobody with the identifier \(id) in the column staff of staff.csv"
                    + (called.isEmpty ? "." : "; \(id) is the name of \(Naming.list(called))."))
        }
        return s
    }

    /// The position of a session, or what is wrong with the name.
    func known(session name: String) throws(QuestionError) -> Int {
        guard let t = instance.index.session(name) else {
            let example = week.sessions.first?.id ?? ""
            throw QuestionError("\(name) is no session of the week; write it as \(example).")
        }
        return t
    }

    private func standing(_ s: Int, _ names: Naming) -> String {
        let staff = week.staff[s]
        let roles = staff.roles.map { id in week.framework.roles.first { $0.id == id }?.name ?? id }
        let home = staff.homeTeam.map { "home team \(names.team($0))" } ?? "no home team"
        return "\(names.person(s)): \(Naming.list(roles)), \(staff.employment.rawValue), \(home)."
    }

    /// Another team that somebody might be sent to.
    private struct Alternative {
        let team: Int
        /// What sending them there would do.
        let effect: Effect
    }

    /// What sending the person to each other team they may go to would do, in order of the teams.
    private func alternatives(_ s: Int, _ t: Int, _ nearby: inout NearbyPlan) -> [Alternative] {
        let here = nearby.team(ofPerson: s, session: t)
        return instance.eligibleTeams[instance.cell(s, t)].filter { $0 != here }.compactMap { k in
            nearby.looking { other in
                guard other.send(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k)) else {
                    return nil
                }
                return Alternative(team: k, effect: Effect(from: self.nearby, to: other))
            }
        }
    }

    private func here(
        _ s: Int, _ t: Int, _ k: Int, _ alternatives: [Alternative], _ names: Naming,
        _ nearby: inout NearbyPlan
    ) -> String {
        let when = names.session(t)
        let work = work(s, t, names)
        let without = nearby.looking { other -> (effect: Effect, heads: Int, who: [String]) in
            other.withdraw(person: s, session: t)
            return (
                Effect(from: other, to: self.nearby), other.missingHeads - self.nearby.missingHeads,
                self.headsLost(other)
            )
        }
        var why: [String] = []
        if without.effect.contacts > 0 {
            why.append("\(Show.counted(without.effect.contacts, "contact")) would go unmet without them")
        }
        if without.heads > 0 {
            let who = without.who.isEmpty ? "" : ", of \(Naming.list(without.who))"
            why.append("the team would be \(Show.counted(without.heads, "head")) short\(who)")
        }
        if why.isEmpty, !alternatives.isEmpty { why.append("nothing would go unmet without them") }
        let others = elsewhere(alternatives, names)
        return "\(when): \(names.team(k)), \(work); " + (why + [others]).joined(separator: "; ") + "."
    }

    /// Who is missing besides in another plan of minimums that ask for some heads and not just for any: once each.
    private func headsLost(_ other: NearbyPlan) -> [String] {
        let kinds = instance.minimums.indices.filter {
            other.missingHeads(ofMinimum: $0) > nearby.missingHeads(ofMinimum: $0)
        }.map { instance.minimums[$0].kind }
        return unique(
            kinds.filter { $0 != .any && $0 != .registered([]) }.map { Words.heads($0, week.framework) })
    }

    /// The best of the other teams, and how many more there are.
    private func elsewhere(_ alternatives: [Alternative], _ names: Naming) -> String {
        let order = alternatives.sorted { $0.effect.pounds > $1.effect.pounds }
        guard let best = order.first else { return "no other team may have them then" }
        let text =
            "in \(names.team(best.team)) instead the plan would be \(best.effect.priceInWords)"
        let others = order.count - 1
        guard others > 0 else { return text }
        let teams = others == 1 ? "the other team" : "the \(others) other teams"
        let isSame = order.allSatisfy { abs($0.effect.pounds - best.effect.pounds) < 0.005 }
        return text
            + (isSame ? ", as in \(teams) they may go to" : ", and no cheaper in \(teams) they may go to")
    }

    private func work(_ s: Int, _ t: Int, _ names: Naming) -> String {
        let given = nearby.contacts(ofPerson: s, session: t)
        let contacts = unique(given.map { week.demand[$0.line].activity }).map { activity in
            let count = given.reduce(0) {
                $0 + (week.demand[$1.line].activity == activity ? $1.count : 0)
            }
            return "\(count) × \(names.activity(activity).lowercasedFirst)"
        }
        let supervision = plan.supervision.filter { $0.supervisor == week.staff[s].id && $0.session == t }
            .reduce(0.0) { $0 + $1.minutes }
        let oversees = supervision > 0 ? ["\(Show.minutes(supervision)) minutes of supervision"] : []
        let all = contacts + oversees
        return all.isEmpty ? "no contacts" : Naming.list(all)
    }

    private func nowhere(
        _ s: Int, _ t: Int, _ duty: RotaMark.Duty, _ alternatives: [Alternative], _ names: Naming
    ) -> String {
        let when = names.session(t)
        let best = alternatives.max { $0.effect.pounds < $1.effect.pounds }
        if duty == .rostered, let best {
            return
                "\(when): on duty without a place; at best, in \(names.team(best.team)), the plan would be "
                + "\(best.effect.priceInWords)."
        }
        if duty == .rostered {
            let reasons = week.teams.indices.compactMap { k in
                instance.barriers(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k)).first
                    .map { names.barrier($0, person: s, team: k) }
            }
            let all = reasons.isEmpty ? "" : ": " + unique(reasons).joined(separator: "; ")
            return "\(when): on duty without a place\(all)."
        }
        guard let best else {
            return "\(when): available, but may not be booked for any team then."
        }
        let met =
            best.effect.contacts > 0
            ? " and would meet \(Show.counted(best.effect.contacts, "more contact"))" : ""
        return "\(when): available and not booked; at best, in \(names.team(best.team)), the plan would be "
            + "\(best.effect.priceInWords)\(met)."
    }
}
