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
        let humans = instance.index.humans
        var time = PeopleTime()
        var people: Set<Int> = []
        var bookable: [Int: [Employment: [Int: Booking]]] = [:]
        for cell in given {
            let human = humans.ofRow[cell.person]
            people.insert(human)
            let place = instance.cell(cell.person, cell.session)
            if instance.duty[place] == .rostered {
                time.rostered += instance.capacity[place]
            } else {
                let employment = instance.week.staff[cell.person].employment
                let one = Booking(
                    minutes: instance.capacity[place], paid: Double(instance.paidMinutes[place]),
                    pay: instance.bookingPay[place])
                bookable[human, default: [:]][employment, default: [:]][cell.session] =
                    bookable[human]?[employment]?[cell.session].map(one.best) ?? one
            }
        }
        time.people = people.count
        time.available = available(bookable)
        return time
    }

    /// A session that a human could be booked for, in whichever of their rows.
    private struct Booking {
        var minutes: Double
        /// Paid minutes.
        var paid: Double
        /// Pounds.
        var pay: Double

        /// What is to be had of the session at most, and takes the least, where two rows offer it.
        func best(_ other: Booking) -> Booking {
            Booking(
                minutes: max(minutes, other.minutes), paid: min(paid, other.paid), pay: min(pay, other.pay))
        }
    }

    /// Minutes that can be booked at most: of each human's by employment, as far as caps pay for them, and of all their
    /// rows no more than one human can work.
    ///
    /// - Parameter bookable: By human, employment and session.
    private func available(_ bookable: [Int: [Employment: [Int: Booking]]]) -> Double {
        let humans = instance.index.humans
        let ordered = bookable.keys.sorted()
        // What rows without a cap give can be had in any case, and leaves the other rows the less.
        let capped = Employment.allCases.filter { instance.capLeft(on: $0) != nil }
        var (whole, free) = (0.0, 0.0)
        var open: [Employment: Double] = [:]
        for human in ordered {
            guard let row = humans.rows[human].first, let offers = bookable[human] else { continue }
            func most(_ employments: [Employment]) -> Double {
                let sessions = employments.compactMap { offers[$0] }
                    .reduce(into: [:]) { $0.merge($1) { $0.best($1) } }
                return sessions.isEmpty ? 0 : self.most(row, sessions)
            }
            let all = most(Employment.allCases)
            let uncapped = most(Employment.allCases.filter { !capped.contains($0) })
            whole += all
            free += uncapped
            for employment in capped {
                open[employment, default: 0] += min(most([employment]), all - uncapped)
            }
        }
        let paid = capped.reduce(0) { sum, employment in
            let items = ordered.flatMap { human in
                (bookable[human]?[employment] ?? [:]).sorted { $0.key < $1.key }
                    .map { ($0.value.minutes, $0.value.pay) }
            }
            let most = open[employment] ?? 0
            return sum + min(most, instance.capLeft(on: employment).map { Self.fill($0, items) } ?? most)
        }
        return min(whole, free + paid)
    }

    /// Minutes that a human gives at most in those sessions: by sessions a day, hours a week and days.
    ///
    /// - Parameter s: One of their rows.
    private func most(_ s: Int, _ sessions: [Int: Booking]) -> Double {
        let calendar = instance.calendar
        let workingTime = instance.workingTime
        let byDay = calendar.sessionsOfDay.enumerated().map { day, range in
            let minutes = range.compactMap { sessions[$0]?.minutes }.sorted(by: >)
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
            let inWeek = calendar.sessionsOfWeek(c).compactMap { sessions[$0] }
            most += min(open, Self.fill(limit, inWeek.map { ($0.minutes, $0.paid) }))
        }
        for limit in workingTime.limits(person: s) where limit.unit == .days {
            let inside = limit.parts.map { byDay[$0.place] }.sorted(by: >)
            let rest = byDay.reduce(0, +) - inside.reduce(0, +)
            most = min(most, rest + inside.prefix(Int(limit.most)).reduce(0, +))
        }
        return most
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
