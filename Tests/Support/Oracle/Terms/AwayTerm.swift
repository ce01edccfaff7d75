// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum AwayTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double {
        let (week, member) = (world.week, world.week.staff[person])
        guard let home = member.homeTeam else { return 0 }
        let away = week.sessions.indices.count { session in
            guard let team = schedule.teams[session] else { return false }
            let placement = week.placements.first {
                $0.staff == member.id && $0.holds(on: week.sessions[session].day)
            }
            return week.teams[team].id != placement?.team ?? home
        }
        return week.policy.awaySession * Double(away)
    }
}
