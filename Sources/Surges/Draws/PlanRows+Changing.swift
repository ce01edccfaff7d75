// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension PlanRows {
    /// The rows without what somebody does in some sessions, and what others do with them there.
    func without(_ id: String, in sessions: [Int]) -> PlanRows {
        PlanRows(
            deployments: deployments.filter { $0.staff != id || !sessions.contains($0.session) },
            contacts: contacts.filter {
                ($0.staff != id && $0.partner != id) || !sessions.contains($0.session)
            },
            supervision: supervision.filter { $0.supervisor != id || !sessions.contains($0.session) })
    }

    /// The rows in which two people have changed places in some sessions.
    func exchanging(_ one: String, _ other: String, in sessions: [Int]) -> PlanRows {
        func name(_ id: String, _ session: Int) -> String {
            guard sessions.contains(session) else { return id }
            return id == one ? other : id == other ? one : id
        }
        return PlanRows(
            deployments: deployments.map { row in
                Deployment(
                    staff: name(row.staff, row.session), session: row.session, team: row.team,
                    booking: row.booking, minutes: row.minutes, contactMinutes: row.contactMinutes)
            },
            contacts: contacts.map { row in
                ContactRow(
                    line: row.line, activity: row.activity, team: row.team, session: row.session,
                    staff: name(row.staff, row.session), partner: row.partner.map { name($0, row.session) },
                    route: row.route, contacts: row.contacts, minutes: row.minutes,
                    supervisor: row.supervisor.map { name($0, row.session) })
            },
            supervision: supervision.map { row in
                SupervisionRow(
                    supervisor: name(row.supervisor, row.session), session: row.session, group: row.group,
                    activity: row.activity, minutes: row.minutes)
            })
    }
}
