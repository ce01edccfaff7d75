// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is known of one person, calendar week by calendar week.
struct Diary {
    /// The weeks on whose roster the person is and that are known whole, ascending, each with the policy that held.
    private(set) var weeks: [(monday: CalendarDay, most: Double, over: Int)] = []
    /// How many calendar weeks there are on whose roster the person is, those cut short among them.
    private(set) var onRoster = 0
    /// The person as the last of these has it.
    private(set) var last: StaffMember?
    /// Whether they have opted out there, and their contract hours, in any of their rows and in all.
    private(set) var hasOptedOut = false
    private(set) var contractHours = 0.0
    private(set) var sessions = 0
    private(set) var weekends = 0
    private(set) var weekendsWorked = 0
    private(set) var nights = 0
    /// Hours here and elsewhere, by the Monday's number; a week is known where either has it.
    private var here: [Int: Double] = [:]
    private var elsewhere: [Int: Double] = [:]

    /// Hours a week on average that may be worked where the policy says nothing: the law's.
    static let lawful = 48.0

    /// The diaries of everybody on a roster of the weeks, which are in order of their days.
    static func all(_ records: [WeekAmongMany]) -> [String: Diary] {
        let covered = Set(records.flatMap { $0.worked.weeks.prefix($0.worked.wholeWeeks).map(\.number) })
        var diaries: [String: Diary] = [:]
        for record in records {
            let rows = Dictionary(grouping: record.week.staff.indices) { record.week.staff[$0].human }
            for (id, rows) in rows { diaries[id, default: Diary()].add(record, rows, covered) }
        }
        return diaries
    }

    /// Adds a week, in which the person has those rows of the roster.
    private mutating func add(_ record: WeekAmongMany, _ rows: [Int], _ covered: Set<Int>) {
        let (week, policy, worked) = (record.week, record.week.policy, record.worked)
        onRoster += worked.weeks.count
        // Of a calendar week that is cut short not all is known, so that it is none to average over.
        for (place, monday) in worked.weeks.prefix(worked.wholeWeeks).enumerated() {
            weeks.append((monday, policy.averageHours ?? Self.lawful, policy.averageWeeks))
            let minutes = rows.reduce(0) { $0 + worked.minutes[$1][place] }
            here[monday.number] = Double(minutes) / 60
        }
        let people = rows.map { week.staff[$0] }
        // What a later week says of one that was read is that week's own.
        let before = people.flatMap(\.hoursBefore).filter { !covered.contains($0.week.number) }
        here.merge(Self.sums(before)) { $1 }
        elsewhere.merge(Self.sums(people.flatMap(\.otherHours))) { $1 }
        last = people.first
        hasOptedOut = people.contains(where: \.hasOptedOut)
        contractHours = people.reduce(0) { $0 + $1.contractHours }
        var weekend: [Int: Bool] = [:]
        for (place, session) in week.sessions.enumerated() {
            let isWorked = rows.contains { worked.isWorked[$0][place] }
            if isWorked { sessions += 1 }
            if isWorked, session.isNight { nights += 1 }
            guard session.day.isWeekend else { continue }
            let monday = session.day.monday.number
            weekend[monday] = isWorked || weekend[monday] == true
        }
        weekends += weekend.count
        weekendsWorked += weekend.values.count { $0 }
    }

    /// Hours of each week, added up, by the Monday's number.
    private static func sums(_ hours: [WeekHours]) -> [Int: Double] {
        Dictionary(hours.map { ($0.week.number, $0.hours) }, uniquingKeysWith: +)
    }

    /// The average up to one of the weeks, over as many weeks as its policy says and are known; what is to come for other
    /// employers is not counted.
    func average(upTo place: Int) -> PersonFigure.Average? {
        guard weeks.indices.contains(place) else { return nil }
        let (monday, most, over) = weeks[place]
        var (hours, other, count) = (0.0, 0.0, 0)
        for back in 0..<max(1, over) {
            let number = monday.number - 7 * back
            guard here[number] != nil || elsewhere[number] != nil else { continue }
            count += 1
            hours += here[number] ?? 0
            other += elsewhere[number] ?? 0
        }
        guard count > 0 else { return nil }
        return PersonFigure.Average(
            week: monday, weeks: count, hours: (hours + other) / Double(count),
            otherHours: other / Double(count), most: most)
    }
}

extension Session {
    /// Whether three hours or more of it lie between 11 pm and 6 am.
    fileprivate var isNight: Bool {
        let nights = [(-60, 360), (1380, 1800), (2820, 3240)]
        let minutes = nights.reduce(0) { $0 + max(0, min(part.ends, $1.1) - max(part.starts, $1.0)) }
        return minutes >= 180
    }
}
