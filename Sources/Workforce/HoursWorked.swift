// SPDX-License-Identifier: GPL-3.0-or-later

/// Who works when in a week, and how much of it counts for working time on average.
///
///     let worked = HoursWorked(week, deployments: plan?.deployments ?? [])
///     worked.minutes[person][0]
public struct HoursWorked: Sendable {
    /// The Monday of each calendar week of the horizon.
    public let weeks: [CalendarDay]
    /// Whether a person works a session: on duty, or available and deployed; a row a person.
    public let isWorked: [[Bool]]
    /// Minutes of each calendar week, of sessions worked and of leave, sickness and training; a row a person.
    public let minutes: [[Int]]
    /// How many of `weeks`, from the first, are known whole. The horizon may cut the last one short; not the only one:
    /// where fewer days than a week are planned, nobody works on the others.
    public let wholeWeeks: Int
    private let sessionsOfDay: [Range<Int>]
    private let humans: Humans
    private let daysBefore: [Int]

    /// What is worked by a rota and by whoever is deployed beside it.
    ///
    /// - Parameter deployments: A plan's; those of people and sessions that the week does not have are passed over.
    public init(_ week: Week, deployments: [Deployment]) {
        let people = week.staff.map(\.id).positions
        var isWorked = week.rota.map { marks in marks.map { $0.duty == .rostered } }
        for row in deployments where week.sessions.indices.contains(row.session) {
            guard let person = people[row.staff], week.rota[person][row.session].duty == .available else {
                continue
            }
            isWorked[person][row.session] = true
        }
        let calendar = SessionCalendar(week)
        sessionsOfDay = calendar.sessionsOfDay
        humans = Humans(week.staff)
        daysBefore = week.staff.map(\.workedDaysBefore)
        weeks = calendar.daysOfWeek.indices.map { week.start.adding(days: 7 * $0) }
        wholeWeeks = max(min(1, weeks.count), calendar.daysOfWeek.count { $0.count == 7 })
        minutes = week.rota.indices.map { [isWorked] person in
            calendar.daysOfWeek.indices.map { number in
                calendar.sessionsOfWeek(number)
                    .filter { isWorked[person][$0] || week.rota[person][$0].duty.isAbsence }
                    .reduce(0) { $0 + week.paidMinutes(person: person, session: $1) }
            }
        }
        self.isWorked = isWorked
    }

    /// Days in a row that a person works up to the last of the horizon, in any of their rows, counting those worked
    /// before it where the whole horizon is; at most as many as a file may say.
    public func daysInARow(person: Int) -> Int {
        let rows = humans.rows(with: person)
        let run = sessionsOfDay.reversed().prefix { day in
            rows.contains { row in day.contains { isWorked[row][$0] } }
        }.count
        guard run == sessionsOfDay.count else { return min(366, run) }
        return min(366, run + (rows.map { daysBefore[$0] }.max() ?? 0))
    }

    /// The last session that a person works in any of their rows, by its position; nil: none.
    public func lastSession(person: Int) -> Int? {
        humans.rows(with: person).compactMap { isWorked[$0].lastIndex(of: true) }.max()
    }

    /// Hours of each calendar week of a person that is known whole. Of one that the horizon cuts short not all are, and a
    /// week that is not known counts for nothing.
    public func hours(person: Int) -> [WeekHours] {
        zip(weeks, minutes[person]).prefix(wholeWeeks).map { WeekHours(week: $0, hours: Double($1) / 60) }
    }
}
