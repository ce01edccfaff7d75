// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum RequestsTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ schedules: [Schedule]) -> Double {
        let week = world.week
        let refused = week.staff.indices.map { person in
            week.requests.filter { request in
                request.staff == week.staff[person].id && schedules.indices.contains(person)
                    && !isGranted(request, week, person, schedules[person].teams)
            }.map(\.weight).reduce(0, +)
        }
        return refused.reduce(0, +) + week.policy.requestFairness * (refused.max() ?? 0)
    }

    private static func isGranted(
        _ request: StaffRequest, _ week: Week, _ person: Int, _ teams: [Int?]
    ) -> Bool {
        let asked = week.sessions.indices.filter { session in
            switch request.time {
            case .session(let index): session == index
            case .day(let day): week.sessions[session].dayIndex == day
            }
        }
        let worked = asked.filter { week.rota[person][$0].duty == .rostered || teams[$0] != nil }
        switch request.want {
        case .on: return asked.filter { teams[$0] != nil }.count > 0
        case .off: return worked.isEmpty
        case .team(let id):
            let there = worked.filter { teams[$0].map { week.teams[$0].id } == id }
            return there.count > 0 && there.count == worked.count
        }
    }
}
