// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One-handed contacts are given by the best route the person has that day; two-handed contacts are given
/// double-handed or single-handed.
enum RoutesRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        return ledger.contacts.compactMap { row in
            let line = facts.lines[row.line]
            let day = facts.week.sessions[row.session].dayIndex
            let best = facts.standing(row.staff, line.activityIndex, day: day, team: line.team).route
            let fault: String
            if line.isTwoHanded {
                guard row.route != .doubleHanded, row.route != .singleHanded else { return nil }
                fault = "two workers' contacts are given double-handed or single-handed"
            } else {
                guard row.route != best else { return nil }
                fault =
                    (best.map { "the person's best route is '\($0.rawValue)'" } ?? "the person has no route")
                    + facts.remark(row.staff, line.activityIndex, day: day, team: line.team)
            }
            return Violation(
                .routes, staff: row.row.staff, session: row.session, line: line.line.id, team: line.line.team,
                "\(row.row.staff) gives '\(line.activity.id)' of line \(line.line.id) on "
                    + "\(facts.name(ofSession: row.session)) by the route '\(row.route.rawValue)' but \(fault)."
            )
        }
    }
}
