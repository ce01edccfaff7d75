// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// What a person asked for, and what the plan would cost if only they were moved to grant what it does not.
    func requests(
        _ s: Int, _ names: Naming, _ nearby: inout NearbyPlan
    ) -> [(sentence: String, changes: [Answer.ChangeFact])] {
        let book = instance.requests
        guard !book.isEmpty, let person = book.personOfRow[s] else { return [] }
        return book.entriesOfPerson[person].map { request($0, s, names, &nearby) }
    }

    private func request(
        _ index: Int, _ s: Int, _ names: Naming, _ nearby: inout NearbyPlan
    ) -> (sentence: String, changes: [Answer.ChangeFact]) {
        let (entry, request) = (instance.requests.entries[index], week.requests[index])
        let asked = "Asked \(words(request, names))"
        let isGranted = instance.requests.isGranted(entry) { self.nearby.place(ofPerson: $0, session: $1) }
        if isGranted { return ("\(asked): granted.", []) }
        if entry.want == .off, !entry.onDuty.isEmpty {
            return ("\(asked): not granted, because the rota has them on duty.", [])
        }
        let pounds = Show.pounds(entry.weight)
        let tried = ways(entry, s).compactMap { changes -> Answer.ChangeFact? in
            granting(entry, s, changes, asked, &nearby)
        }
        guard let best = tried.max(by: { $0.effect.pounds < $1.effect.pounds }) else {
            return ("\(asked): not granted (\(pounds)), and moving them alone does not grant it.", [])
        }
        return ("\(asked): not granted (\(pounds)). Granted, \(best.effect.inWords).", [best])
    }

    private func words(_ request: StaffRequest, _ names: Naming) -> String {
        let when =
            switch request.time {
            case .session(let session): names.session(session)
            case .day(let day): Show.shortDay(week.start.adding(days: day))
            }
        return switch request.want {
        case .on: "to work on \(when)"
        case .off: "to be off on \(when)"
        case .team(let team): "to be in \(names.team(team)) on \(when)"
        }
    }

    /// Where the person may be sent, session by session, for a request to be granted; nil: nowhere.
    private func ways(_ entry: RequestBook.Entry, _ s: Int) -> [[(session: Int, team: Int?)]] {
        let open = entry.sessions.filter { !instance.past.isOver($0) }
        return switch entry.want {
        case .off: [open.map { ($0, nil) }]
        case .on:
            entry.sessions.flatMap { t in
                instance.eligibleTeams[instance.cell(s, t)].map { [(t, $0)] }
            }
        case .team(let team):
            // All that they work, or one session where they work none.
            [
                open.filter {
                    nearby.team(ofPerson: s, session: $0) != nil || entry.onDuty.contains($0)
                }
            ]
            .map { $0.map { ($0, team) } } + open.map { [($0, team)] }
        }
    }

    /// What comes of sending the person so; nil where they cannot be, or it does not grant the request.
    private func granting(
        _ entry: RequestBook.Entry, _ s: Int, _ way: [(session: Int, team: Int?)], _ asked: String,
        _ nearby: inout NearbyPlan
    ) -> Answer.ChangeFact? {
        nearby.looking { other in
            var changes: [Change] = []
            for (t, team) in way where other.team(ofPerson: s, session: t) != team {
                if let team {
                    guard
                        other.send(
                            person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(team))
                    else { return nil }
                    changes.append(being(there: team, s, t))
                } else {
                    other.withdraw(person: s, session: t)
                    changes.append(
                        .availability(
                            Availability(staff: week.staff[s].id, sessions: [week.sessions[t].id], .off)))
                }
            }
            let found = other
            guard instance.requests.isGranted(entry, team: { found.place(ofPerson: $0, session: $1) }) else {
                return nil
            }
            let effect = Effect(from: self.nearby, to: other)
            return Answer.ChangeFact(
                change: asked.lowercasedFirst, changes: changes, staff: week.staff[s].id,
                contacts: effect.contacts, effect: effect)
        }
    }
}
