// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Sessions that are over, rule 10: they went as the plan in force has it, but for people who are absent there by now.
extension OracleWorld {
    /// How many sessions are over.
    var over: Int { week.frozenBefore ?? 0 }

    /// The row of the roster of somebody who was there in a session; nil: off the roster, or absent by now.
    private func comer(_ id: String, _ session: Int) -> Int? {
        guard let person = week.staff.firstIndex(where: { $0.id == id }) else { return nil }
        return [.rostered, .available].contains(week.rota[person][session].duty) ? person : nil
    }

    /// Where somebody was.
    func pastTeam(_ person: Int, _ session: Int) -> Int? {
        for row in week.current ?? [] where row.session == session {
            if comer(row.staff, session) == person { return week.teams.firstIndex { $0.id == row.team } }
        }
        return nil
    }

    /// What was given.
    func pastContacts(_ session: Int) -> [OracleContact] {
        var found: [OracleContact] = []
        for row in week.currentContacts ?? [] where row.session == session {
            guard let line = week.demand.firstIndex(where: { $0.id == row.line }), let route = row.route,
                let staff = comer(row.staff, session)
            else { continue }
            var partner: Int?
            if let other = row.partner {
                guard let there = comer(other, session) else { continue }
                partner = there
            }
            found.append(
                OracleContact(line: line, staff: staff, partner: partner, route: route, count: row.contacts))
        }
        return found
    }

    /// Who supervised what.
    func pastFlows(_ session: Int) -> [Supervising.Flow] {
        (week.currentSupervision ?? []).filter { $0.session == session }.compactMap { row in
            guard let person = comer(row.supervisor, session),
                let activity = week.framework.activities.first(where: { $0.id == row.activity })
            else { return nil }
            return Supervising.Flow(
                supervisor: person, group: row.group, activity: activity, minutes: row.minutes)
        }
    }
}
