// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Workforce

/// A week, and what posts can be there for in it: hours, heads at a time, days, rest.
extension RequiredProgram {
    mutating func add(week w: Int) {
        var making = WeekRows(weeks[w], kinds)
        let enhancements = kinds.indices.map { kind in
            weeks[w].periods.all.map { enhancement(kind, week: w, session: $0.first) * $0.count }
        }
        making.addDeployments(&rows, costs: enhancements)
        addWorkingTime(making, week: w)
        addWork(&making, week: w)
        addHeads(making, week: w)
    }

    /// Pounds a year for one of a kind who works a session: enhancements, with on-costs. A special day is no day of every
    /// week, so its own uplift is left out.
    private func enhancement(_ kind: Int, week w: Int, session t: Int) -> Double {
        guard !isElastic else { return 0 }
        let instance = weeks[w].instance
        let session = instance.calendar.sessions[t]
        let pounds =
            kinds[kind].hourly * instance.week.policy.ownDayUplift(session.day.weekday)
            * Double(session.minutes) / 60
        return pounds * kinds[kind].enhancementFactor * yearsADay
    }

    /// What posts of a kind can be there for: hours, heads at a time, days, rest.
    private mutating func addWorkingTime(_ making: WeekRows, week w: Int) {
        let instance = weeks[w].instance
        let policy = instance.week.policy
        let calendar = instance.calendar
        let periods = weeks[w].periods
        let rest = Self.closePeriods(calendar, periods, minutes: policy.minimumRestMinutes)
        for p in kinds.indices where !making.isIdle(p) {
            let minutes = policy.fullTimeMinutes * settings.available
            for week in calendar.daysOfWeek.indices {
                let inWeek = periods.all.indices.filter { periods.all[$0].week == week }
                let terms = inWeek.flatMap { t in
                    making.heads(p, t).map { ($0, Double(periods.all[t].minutes) * periods.all[t].count) }
                }
                guard !terms.isEmpty else { continue }
                rows.row(upper: 0, terms + [(posts[p], -minutes)], .hours(kind: p))
                addDays(making, p, inWeek, periods, policy)
            }
            for (one, other, pairs) in rest {
                let (before, after) = (making.heads(p, one), making.heads(p, other))
                guard !before.isEmpty, !after.isEmpty else { continue }
                // Two sessions that are close have no more heads than there are together, any other as many by itself.
                let (first, second) = (periods.all[one].count, periods.all[other].count)
                let isOne = one == other
                let sessions = isOne ? first : first + second
                let terms = before.map { ($0, first) } + (isOne ? [] : after.map { ($0, second) })
                rows.row(
                    upper: 0, terms + [(people[p], -settings.available * (sessions - Double(pairs)))],
                    .rest(kind: p))
            }
        }
    }

    /// Heads on each day of a calendar week, or on the days of a kind that are looked at together: no more than there are, and
    /// not on more days, nor in more sessions of a day, than the policy lets people work.
    private mutating func addDays(
        _ making: WeekRows, _ p: Int, _ inWeek: [Int], _ periods: Periods, _ policy: Policy
    ) {
        let calendar = making.week.instance.calendar
        var days: [(periods: [Int], count: Double)] = []
        var places: [[Int]: Int] = [:]
        for t in inWeek where !making.heads(p, t).isEmpty {
            let on = periods.all[t].sessions.map { calendar.dayOfSession[$0] }
            if let place = places[on] {
                days[place].periods.append(t)
            } else {
                places[on] = days.count
                days.append(([t], Double(on.count)))
            }
        }
        var worked: [ProgramRows.Term] = []
        for day in days {
            let column = rows.column()
            worked.append((column, day.count))
            let kind = periods.all[day.periods[0]].day
            rows.row(upper: 0, [(column, 1), (people[p], -share(kind))], .presence(kind: p, day: kind))
            for t in day.periods { rows.row(upper: 0, making.heads(p, t).map { ($0, 1) } + [(column, -1)]) }
            if day.periods.count > policy.maximumSessionsPerDay {
                rows.row(
                    upper: 0,
                    day.periods.flatMap { making.heads(p, $0).map { ($0, 1) } }
                        + [(column, -Double(policy.maximumSessionsPerDay))])
            }
        }
        guard worked.reduce(0, { $0 + $1.coefficient }) > Double(policy.maximumDaysPerWeek) else { return }
        let most = Double(policy.maximumDaysPerWeek) * settings.available
        rows.row(upper: 0, worked + [(people[p], -most)], .days(kind: p))
    }

    /// The share of people who can be there at one time on such a day.
    func share(_ day: DayKind) -> Double {
        switch day {
        case .weekday: settings.available
        case .saturday, .sunday: settings.available * settings.weekends
        }
    }

    /// Periods with sessions on different days that lie closer to each other than that, each pair once, with how many pairs of
    /// their sessions do so at the same time: no session is counted twice.
    static func closePeriods(
        _ calendar: SessionCalendar, _ periods: Periods, minutes: Double
    ) -> [(one: Int, other: Int, pairs: Int)] {
        var found: [(one: Int, other: Int, pairs: Int)] = []
        var places: [[Int]: Int] = [:]
        var used: [Set<[Int]>] = []
        for (a, b) in calendar.closePairs(minutes: minutes) {
            let key = [periods.ofSession[a], periods.ofSession[b]]
            let place = places[key] ?? found.count
            if place == found.count {
                places[key] = place
                found.append((key[0], key[1], 0))
                used.append([])
            }
            // In one period a session may be the earlier of one pair and the later of another.
            let (before, after) = key[0] == key[1] ? ([0, a], [0, b]) : ([0, a], [1, b])
            guard !used[place].contains(before), !used[place].contains(after) else { continue }
            used[place].formUnion([before, after])
            found[place].pairs += 1
        }
        return found
    }
}
