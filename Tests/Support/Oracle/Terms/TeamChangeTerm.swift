// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum TeamChangeTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double {
        let changes = (0..<world.week.days).map { day in
            let there = world.week.sessions.indices.filter { world.week.sessions[$0].dayIndex == day }
            return max(0, Set(there.compactMap { schedule.teams[$0] }).count - 1)
        }
        return world.week.policy.teamChange * Double(changes.reduce(0, +))
    }
}
