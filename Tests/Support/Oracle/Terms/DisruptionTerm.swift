// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Workforce

enum DisruptionTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double {
        let (week, id) = (world.week, world.week.staff[person].id)
        guard let current = week.current else { return 0 }
        let differing = week.sessions.indices.count { session in
            let before = current.first { $0.staff == id && $0.session == session }?.team
            return before != schedule.teams[session].map { week.teams[$0].id }
        }
        return week.policy.disruptionSession * Double(differing)
    }

    static func pounds(_ world: OracleWorld, session: Int, given: [OracleContact]) -> Double {
        let week = world.week
        let rows = (week.currentContacts ?? []).filter { row in
            row.session == session && week.demand.contains { family($0.id) == family(row.line) }
                && week.staff.contains { $0.id == row.staff }
                && (row.partner == nil || week.staff.contains { $0.id == row.partner })
        }
        var lost = 0
        for (person, member) in week.staff.enumerated() {
            let mine = rows.filter { $0.staff == member.id || $0.partner == member.id }
            for one in Set(mine.map { family($0.line) }) {
                let then = mine.filter { family($0.line) == one }.map(\.contacts).reduce(0, +)
                let now = given.filter {
                    ($0.staff == person || $0.partner == person) && family(week.demand[$0.line].id) == one
                }
                lost += max(0, then - now.map(\.count).reduce(0, +))
            }
        }
        return week.policy.disruptionContact * Double(lost)
    }

    private static func family(_ line: String) -> String {
        line.hasSuffix("~reserve") ? line : line.components(separatedBy: "~")[0]
    }
}
