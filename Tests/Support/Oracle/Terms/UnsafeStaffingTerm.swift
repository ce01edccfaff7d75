// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum UnsafeStaffingTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, session: Int, teams: [Int?]) -> Double {
        let week = world.week
        var short = 0
        for (index, team) in week.teams.enumerated() where team.isOpen(in: week.sessions[session]) {
            let heads = teams.indices.filter {
                teams[$0] == index && ![.student, .volunteer].contains(week.staff[$0].employment)
            }
            let registered = heads.filter { world.isRegistered(week.staff[$0]) }
            short += max(0, team.minimumStaff - heads.count)
            short += max(0, team.minimumRegistered - registered.count)
        }
        return week.policy.unsafeStaffing * Double(short)
    }
}
