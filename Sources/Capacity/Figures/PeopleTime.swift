// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Minutes that people could give: of sessions on duty, and of available sessions as far as rules let them be worked.
struct PeopleTime: Equatable {
    /// How many people, each once, however many rows of the roster they have.
    var people = 0
    /// Minutes of rostered sessions, non-contact minutes taken off, at the person's pace.
    var rostered = 0.0
    /// The same of available sessions: no more than this can be worked beside what is rostered.
    var available = 0.0
}

/// Adds up people's sessions, each once.
struct PeopleTimes {
    let cells: CareCells

    init(_ cells: CareCells) {
        self.cells = cells
    }

    private var instance: Instance { cells.instance }

    /// The time of all who may take part in one of the lines, in the sessions in which they may.
    func time(for lines: [Int]) -> PeopleTime {
        time(of: cells.cells(for: lines).filter { !$0.options.isEmpty })
    }

    /// The time of people in sessions, in order of the roster and session.
    func time(of given: [CareCell]) -> PeopleTime {
        var time = PeopleTime()
        var bookable: [Int: [Int]] = [:]
        var people: Set<Int> = []
        for cell in given {
            people.insert(instance.index.humans.ofRow[cell.person])
            let place = instance.cell(cell.person, cell.session)
            if instance.duty[place] == .rostered {
                time.rostered += instance.capacity[place]
            } else {
                bookable[cell.person, default: []].append(cell.session)
            }
        }
        time.people = people.count
        var byEmployment: [Employment: [(minutes: Double, sessions: [Int], person: Int)]] = [:]
        for s in bookable.keys.sorted() {
            let sessions = bookable[s] ?? []
            byEmployment[instance.week.staff[s].employment, default: []]
                .append((most(s, sessions), sessions, s))
        }
        for employment in Employment.allCases {
            guard let found = byEmployment[employment] else { continue }
            let open = found.reduce(0) { $0 + $1.minutes }
            let affordable = affordable(found.map { ($0.person, $0.sessions) }, employment)
            time.available += min(open, affordable ?? open)
        }
        return time
    }

    /// Minutes that a person gives at most in those available sessions: by sessions a day, hours a week and days.
    private func most(_ s: Int, _ sessions: [Int]) -> Double {
        let calendar = instance.calendar
        let workingTime = instance.workingTime
        let byDay = calendar.sessionsOfDay.enumerated().map { day, range in
            let minutes = sessions.filter(range.contains).map { capacity(s, $0) }.sorted(by: >)
            let most = min(
                Double(minutes.count), workingTime.most(.sessionsPerDay(day: day), person: s))
            return minutes.prefix(Int(most)).reduce(0, +)
        }
        var most = 0.0
        for (c, days) in calendar.daysOfWeek.enumerated() {
            let open = days.reduce(0) { $0 + byDay[$1] }
            let limit = min(
                workingTime.most(.weeklyHours(week: c), person: s),
                workingTime.most(.averageHours(week: c), person: s))
            guard limit.isFinite else {
                most += open
                continue
            }
            let inWeek = sessions.filter(calendar.sessionsOfWeek(c).contains)
            most += min(
                open,
                Self.fill(
                    limit,
                    inWeek.map { t in
                        (capacity(s, t), Double(instance.paidMinutes[instance.cell(s, t)]))
                    }))
        }
        for limit in workingTime.limits(person: s) where limit.unit == .days {
            let inside = limit.parts.map { byDay[$0.place] }.sorted(by: >)
            let rest = byDay.reduce(0, +) - inside.reduce(0, +)
            most = min(most, rest + inside.prefix(Int(limit.most)).reduce(0, +))
        }
        return most
    }

    private func capacity(_ s: Int, _ t: Int) -> Double { instance.capacity[instance.cell(s, t)] }

    /// Minutes that the cap pays for at most; nil where there is none.
    private func affordable(_ found: [(person: Int, sessions: [Int])], _ employment: Employment) -> Double? {
        guard let cap = instance.capLeft(on: employment) else { return nil }
        let all = found.flatMap { person, sessions in
            sessions.map { t in
                (capacity(person, t), instance.bookingPay[instance.cell(person, t)])
            }
        }
        return Self.fill(cap, all)
    }

    /// No choice of sessions within a limit is worth more than this: shares may be taken, but no more of them than
    /// the limit holds of the smallest.
    private static func fill(_ limit: Double, _ items: [(worth: Double, size: Double)]) -> Double {
        let free = items.filter { $0.size <= 0 }.reduce(0) { $0 + $1.worth }
        let sized = items.filter { $0.size > 0 }
        guard let smallest = sized.map(\.size).min() else { return free }
        let count = Int((max(0, limit) / smallest + 1e-9).rounded(.down))
        let whole = sized.map(\.worth).sorted(by: >).prefix(count).reduce(0, +)
        var left = max(0, limit)
        var shared = 0.0
        // Compared by cross products, so that the order does not hang on a division's last digit.
        for item in sized.sorted(by: { $0.worth * $1.size > $1.worth * $0.size }) {
            let share = min(1, left / item.size)
            shared += item.worth * share
            left -= item.size * share
            if left <= 0 { break }
        }
        return free + min(whole, shared)
    }
}
