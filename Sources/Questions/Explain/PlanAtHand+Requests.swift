// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// What a person asked for, in whichever row of the roster, and what the plan would cost if only they were moved to
    /// grant what it does not.
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
        let entry = instance.requests.entries[index]
        let request = week.requests[entry.position]
        let asked = "Asked \(words(request, names))"
        let isGranted = instance.requests.isGranted(entry) { self.nearby.place(ofPerson: $0, session: $1) }
        if isGranted { return ("\(asked): granted.", []) }
        if entry.sessions.allSatisfy({ instance.past.isOver($0) }) {
            let over = entry.sessions.count == 1 ? "the session is over" : "the sessions are over"
            return ("\(asked): not granted, and \(over).", [])
        }
        if entry.want == .off, !entry.onDuty.isEmpty {
            return ("\(asked): not granted, because the rota has them on duty.", [])
        }
        let pounds = Show.pounds(entry.weight)
        let tried = ways(entry).compactMap { changes -> Answer.ChangeFact? in
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

    /// A row of the human sent somewhere in a session; a team that is nil: nowhere.
    private typealias Step = (row: Int, session: Int, team: Int?)

    /// The ways in which the human's rows may be sent for a request to be granted.
    private func ways(_ entry: RequestBook.Entry) -> [[Step]] {
        let rows = instance.requests.rowsOfPerson[entry.person]
        let open = entry.sessions.filter { !instance.past.isOver($0) }
        let all = open.flatMap { t in rows.map { (row: $0, session: t) } }
        switch entry.want {
        case .off: return [all.map { ($0.row, $0.session, nil) }]
        case .on:
            return all.flatMap { row, t in
                instance.eligibleTeams[instance.cell(row, t)].map { [(row, t, $0)] }
            }
        case .team(let team):
            // All that they work, or one session where they work none.
            let worked = all.filter { row, t in
                nearby.team(ofPerson: row, session: t) != nil
                    || instance.duty[instance.cell(row, t)] == .rostered
            }
            return [worked.map { ($0.row, $0.session, team) }] + all.map { [($0.row, $0.session, team)] }
        }
    }

    /// What comes of sending the human so; nil where they cannot be, or it does not grant the request.
    ///
    /// - Parameter s: The row that was asked about.
    private func granting(
        _ entry: RequestBook.Entry, _ s: Int, _ way: [Step], _ asked: String, _ nearby: inout NearbyPlan
    ) -> Answer.ChangeFact? {
        let rows = instance.requests.rowsOfPerson[entry.person]
        return nearby.looking { other in
            var changes: [Change] = []
            for (row, t, team) in way where other.team(ofPerson: row, session: t) != team {
                if let team {
                    // Who is sent there by one row is there by no other.
                    for taken in rows where taken != row && other.team(ofPerson: taken, session: t) != nil {
                        other.withdraw(person: taken, session: t)
                    }
                    guard
                        other.send(
                            person: PersonIndex(row), session: SessionIndex(t), team: TeamIndex(team))
                    else { return nil }
                    changes.append(being(there: team, row, t))
                } else {
                    other.withdraw(person: row, session: t)
                    changes.append(
                        .availability(
                            Availability(
                                staff: week.staff[row].id, sessions: [week.sessions[t].id], .off)))
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
