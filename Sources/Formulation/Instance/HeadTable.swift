// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The minimums of a week, and who counts towards each.
struct HeadTable: Sendable {
    let minimums: [StaffingMinimum]
    /// The minimums of each team and session (`team * sessionCount + session`).
    let ofPlace: [Range<Int>]
    /// The kind of heads of each minimum, as a number.
    private let kind: [Int]
    private let dayOfSession: [Int]
    private let dayCount: Int
    private let staffCount: Int
    /// By kind, day and person.
    private let counts: [Bool]

    init(_ week: Week, _ calendar: SessionCalendar, _ people: [Qualifications]) {
        let minimums = week.staffingMinimums
        self.minimums = minimums
        var kinds: [HeadKind] = []
        var numbers: [HeadKind: Int] = [:]
        kind = minimums.map { minimum in
            if let known = numbers[minimum.kind] { return known }
            numbers[minimum.kind] = kinds.count
            kinds.append(minimum.kind)
            return kinds.count - 1
        }
        var ofPlace: [Range<Int>] = []
        ofPlace.reserveCapacity(week.teams.count * calendar.sessions.count)
        var next = 0
        for k in week.teams.indices {
            for t in calendar.sessions.indices {
                let first = next
                while next < minimums.count, minimums[next].team == k, minimums[next].session == t {
                    next += 1
                }
                ofPlace.append(first..<next)
            }
        }
        self.ofPlace = ofPlace
        dayOfSession = calendar.dayOfSession
        (dayCount, staffCount) = (week.days, week.staff.count)
        counts = kinds.flatMap { kind in
            (0..<week.days).flatMap { day in
                let date = week.start.adding(days: day)
                return zip(week.staff, people).map {
                    $0.employment.countsAsHead && $1.isHead(of: kind, on: date)
                }
            }
        }
    }

    func counts(person: Int, minimum: Int) -> Bool {
        let day = dayOfSession[minimums[minimum].session]
        return counts[(kind[minimum] * dayCount + day) * staffCount + person]
    }
}
