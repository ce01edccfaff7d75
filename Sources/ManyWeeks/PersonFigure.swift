// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What one person works over many weeks.
public struct PersonFigure: Sendable, Equatable, Encodable {
    /// Hours a week on average over the weeks up to one.
    public struct Average: Sendable, Equatable, Encodable {
        /// The Monday of the last of the weeks.
        public let week: CalendarDay
        /// Weeks that are known of those averaged over.
        public let weeks: Int
        /// Hours a week, here and for other employers.
        public let hours: Double
        /// Of them, hours a week for other employers.
        public let otherHours: Double
        /// The most that is allowed.
        public let most: Double
    }

    /// The word in `person`, or the identifier: one human, in however many rows of the roster.
    public let id: String
    /// The name of the last week.
    public let name: String
    /// Hours a week by contract, of the last week.
    public let contractHours: Double
    /// Whether the person has agreed to more, by the last week.
    public let hasOptedOut: Bool
    /// Calendar weeks on whose roster the person is.
    public let weeks: Int
    /// Sessions worked.
    public let sessions: Int
    /// Weekends of these weeks.
    public let weekends: Int
    /// Of them, those on which something is worked.
    public let weekendsWorked: Int
    /// Sessions worked with three hours or more between 11 pm and 6 am.
    public let nights: Int
    /// The average up to the last week on whose roster the person is and that is known whole.
    public let latest: Average
    /// The highest average; of equal ones the first.
    public let highest: Average

    /// Whether more is worked on average than is allowed, by somebody who has not agreed to that.
    public var isAbove: Bool { !hasOptedOut && latest.hours > latest.most + 1e-9 }

    /// Everybody who is on a roster, in order of the last one they are on.
    static func all(_ weeks: [WeekAmongMany]) -> [PersonFigure] {
        let diaries = Diary.all(weeks)
        var found: Set<String> = []
        var order: [String] = []
        for record in weeks.reversed() {
            for person in record.week.staff where found.insert(person.human).inserted {
                order.append(person.human)
            }
        }
        return order.compactMap { id in diaries[id].flatMap { PersonFigure(id, $0) } }
    }

    private init?(_ id: String, _ diary: Diary) {
        guard let last = diary.last, let latest = diary.average(upTo: diary.weeks.count - 1) else {
            return nil
        }
        self.id = id
        name = last.name
        contractHours = diary.contractHours
        hasOptedOut = diary.hasOptedOut
        weeks = diary.onRoster
        sessions = diary.sessions
        weekends = diary.weekends
        weekendsWorked = diary.weekendsWorked
        nights = diary.nights
        self.latest = latest
        highest = diary.weeks.indices.compactMap { diary.average(upTo: $0) }
            .reduce(latest) { $1.hours > $0.hours || $1.hours == $0.hours && $1.week < $0.week ? $1 : $0 }
    }
}
