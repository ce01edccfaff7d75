// SPDX-License-Identifier: GPL-3.0-or-later

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
}
