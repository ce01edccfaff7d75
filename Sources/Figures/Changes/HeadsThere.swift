// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whom a plan has as heads, and where.
struct HeadsThere {
    private let week: Week
    private let people: [Qualifications]
    /// People who count as heads (`team * sessionCount + session`).
    private var there: [[Int]]

    init(_ index: WeekIndex, _ deployments: [Deployment], of week: Week) {
        self.week = week
        people = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        there = [[Int]](repeating: [], count: week.teams.count * week.sessions.count)
        for row in deployments where index.hasSession(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team),
                week.staff[person].employment.countsAsHead
            else { continue }
            there[team * week.sessions.count + row.session].append(person)
        }
    }

    /// Those of a kind in a team in a session.
    func heads(_ kind: HeadKind, _ team: Int, _ session: Int) -> [Int] {
        there[team * week.sessions.count + session].filter {
            people[$0].isHead(of: kind, on: week.sessions[session].day)
        }
    }

    /// Those without whom their team would be below a minimum.
    var needed: Set<PlanChangeFigures.Seat> {
        Set(
            week.staffingMinimums.flatMap { minimum -> [PlanChangeFigures.Seat] in
                let heads = heads(minimum.kind, minimum.team, minimum.session)
                guard heads.count <= minimum.number else { return [] }
                return heads.map {
                    PlanChangeFigures.Seat(staff: week.staff[$0].id, session: minimum.session)
                }
            })
    }
}
