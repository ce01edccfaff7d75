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
            let registered = heads.filter {
                world.isHead(week.staff[$0], of: team.headProfessions)
            }
            short += max(0, team.minimumStaff - heads.count)
            short += max(0, team.minimumRegistered - registered.count)
            let (day, part) = (week.sessions[session].day, week.sessions[session].part.id)
            for row in week.minimums where row.team == team.id {
                let isMeant = row.when == nil || row.when?.contains { $0 == .part(part) } == true
                let isThisVeryOne = row.when?.contains { $0 == .session(day, part: part) } == true
                guard isMeant || isThisVeryOne else { continue }
                let there = heads.count { head in
                    switch row.kind {
                    case .any: true
                    case .registered(let professions): world.isHead(week.staff[head], of: professions)
                    case .holding(let need): world.holds(week.staff[head], [need], day)
                    }
                }
                short += max(0, row.atLeast - there)
            }
        }
        return week.policy.unsafeStaffing * Double(short)
    }
}

extension OracleWorld {
    /// Whether the person is registered in one of those professions, or in any where none is named.
    fileprivate func isHead(_ person: StaffMember, of professions: [String]) -> Bool {
        week.framework.roles.contains { role in
            role.kind == .registered && person.roles.contains(role.id)
                && (professions.isEmpty || role.profession.map(professions.contains) == true)
        }
    }
}
