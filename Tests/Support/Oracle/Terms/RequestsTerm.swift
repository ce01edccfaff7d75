// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum RequestsTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ schedules: [Schedule]) -> Double {
        let week = world.week
        // Whoever is in several rows is counted at the first of them.
        let refused = week.staff.indices.filter { world.rows($0).first == $0 }.map { person in
            let rows = world.rows(person)
            guard rows.allSatisfy(schedules.indices.contains) else { return 0.0 }
            return week.requests.filter { request in
                rows.contains { week.staff[$0].id == request.staff }
                    && !isGranted(request, week, rows, schedules)
            }.map(\.weight).reduce(0, +)
        }
        return refused.reduce(0, +) + week.policy.requestFairness * (refused.max() ?? 0)
    }

    private static func isGranted(
        _ request: StaffRequest, _ week: Week, _ rows: [Int], _ schedules: [Schedule]
    ) -> Bool {
        let asked = week.sessions.indices.filter { session in
            switch request.time {
            case .session(let index): session == index
            case .day(let day): week.sessions[session].dayIndex == day
            }
        }
        // A human is in one place at a time, by one of the rows.
        let places = asked.map { session in rows.compactMap { schedules[$0].teams[session] } }
        let isAtWork = zip(asked, places).map { session, there in
            !there.isEmpty || rows.contains { week.rota[$0][session].duty == .rostered }
        }
        switch request.want {
        case .on: return !places.joined().isEmpty
        case .off: return !isAtWork.contains(true)
        case .team(let id):
            return isAtWork.contains(true)
                && zip(places, isAtWork).allSatisfy { !$1 || Set($0.map { week.teams[$0].id }) == [id] }
        }
    }
}
