// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whose team would be below a minimum of heads without them.
struct HeadsThere {
    private struct Key: Hashable {
        let staff: String
        let session: Int
    }

    private var needed = Set<Key>()

    init(_ week: Week, _ deployments: [Deployment]) {
        let minimums = week.staffingMinimums
        guard !minimums.isEmpty else { return }
        let index = WeekIndex(week)
        let count = week.sessions.count
        let people = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        var there = [[Int]](repeating: [], count: week.teams.count * count)
        for row in deployments where index.hasSession(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team),
                week.staff[person].employment.countsAsHead
            else { continue }
            there[team * count + row.session].append(person)
        }
        for minimum in minimums {
            let day = week.sessions[minimum.session].day
            let heads = there[minimum.team * count + minimum.session].filter {
                people[$0].isHead(of: minimum.kind, on: day)
            }
            guard heads.count <= minimum.number else { continue }
            for person in heads {
                needed.insert(Key(staff: week.staff[person].id, session: minimum.session))
            }
        }
    }

    func needs(_ staff: String, in session: Int) -> Bool {
        needed.contains(Key(staff: staff, session: session))
    }
}
