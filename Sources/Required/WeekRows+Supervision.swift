// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Who supervises what is delegated, for how long, and how many people.
extension WeekRows {
    /// Delegated work of an activity in a supervision group in a period.
    private struct Delegated: Hashable {
        let period: Int
        let group: Int
        let activity: Int
    }

    /// The group in which delegated work is supervised.
    private func group(of cell: Cell) -> Int {
        instance.supervisionGroup(activity: cell.activity, team: cell.team)
    }

    /// The kinds that may supervise an activity in a session, and be in the group then.
    private func supervisors(_ cell: Delegated) -> [Int] {
        let day = instance.calendar.dayOfSession[periods[cell.period].first]
        return (0..<kindCount).filter {
            instance.supervises(person: PostWeek.base($0), day: day, activity: cell.activity)
                && !heads($0, cell.period, group: cell.group).isEmpty
        }
    }

    private func supervisionMinutes(_ activity: Int) -> Double {
        instance.activities[activity].delegated?.supervisionMinutes ?? 0
    }

    /// Whether delegated work could be supervised.
    func maySupervise(_ cell: Cell) -> Bool {
        let work = Delegated(period: cell.period, group: group(of: cell), activity: cell.activity)
        let hasTime =
            supervisionMinutes(cell.activity) == 0 || instance.week.policy.supervisionMinutesPerSession > 0
        return hasTime && !supervisors(work).isEmpty
    }

    /// Minutes of delegated contacts are supervised by people who may, within their limit, and only where one of them is.
    mutating func addSupervision(_ rows: inout ProgramRows, limit: Double) {
        var order: [Delegated] = []
        var delegated: [Delegated: [(column: Int, most: Double)]] = [:]
        for (place, cell) in cells.enumerated() {
            let columns = taking[place].filter { $0.part == .delegated }.map(\.column)
            guard !columns.isEmpty else { continue }
            let work = Delegated(period: cell.period, group: group(of: cell), activity: cell.activity)
            if delegated[work] == nil { order.append(work) }
            delegated[work, default: []] += columns.map { ($0, most[place]) }
            // Nobody works under delegation where nobody who may supervise it is: what could be given in all of the window
            // takes one of them, a share of it that share.
            let present = supervisors(work).flatMap { heads($0, work.period, group: work.group) }
            let all = most[place] * periods[cell.period].count
            rows.row(lower: 0, present.map { ($0, all) } + columns.map { ($0, -1) })
        }
        var limited: [Place: [Int]] = [:]
        var places: [Place] = []
        for work in order {
            let minutes = supervisionMinutes(work.activity)
            guard minutes > 0 else { continue }
            var given: [Term] = []
            for p in supervisors(work) {
                let groups =
                    work.group == instance.everywhere ? Array(instance.groups.indices) : [work.group]
                for group in groups where !heads(p, work.period, group: group).isEmpty {
                    let column = rows.column()
                    given.append((column, 1))
                    let place = Place(kind: p, period: work.period, group: group)
                    if limited[place] == nil { places.append(place) }
                    limited[place, default: []].append(column)
                }
            }
            rows.row(lower: 0, given + (delegated[work] ?? []).map { ($0.column, -minutes) })
        }
        for place in places {
            let columns = limited[place] ?? []
            let room = -limit * periods[place.period].count
            let present = heads(place.kind, place.period, group: place.group).map { ($0, room) }
            rows.row(upper: 0, columns.map { ($0, 1) } + present)
        }
        supervising = limited
    }

    /// No supervisor has more people under delegation than the span of their team.
    func addSpans(_ rows: inout ProgramRows, fill: Double) {
        for (g, teams) in instance.teamsOfGroup.enumerated() where instance.groupHasSpan[g] {
            for t in periods.indices {
                var people: [Term] = []
                var activities: Set<Int> = []
                for (place, cell) in cells.enumerated() where cell.period == t && group(of: cell) == g {
                    for one in taking[place] where one.part == .delegated {
                        let capacity = fill * week.capacity(one.kind, session: periods[t].first)
                        people.append((one.column, one.minutes / capacity))
                        activities.insert(cell.activity)
                    }
                }
                guard !people.isEmpty else { continue }
                let day = instance.calendar.dayOfSession[periods[t].first]
                let room = (0..<kindCount).filter { p in
                    activities.contains {
                        instance.supervises(person: PostWeek.base(p), day: day, activity: $0)
                    }
                }.flatMap { p in
                    teams.flatMap { k in
                        heads(p, t, k).map { ($0, -(instance.week.teams[k].span ?? 0) * periods[t].count) }
                    }
                }
                rows.row(upper: 0, people + room)
            }
        }
    }
}
