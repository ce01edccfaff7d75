// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What care somebody gets through a stay, by day of stay.
public struct CareProfile: Sendable, Equatable {
    /// The identifier.
    public let id: String
    /// The pathways whose people have it where no other is named for them.
    public let pathways: [String]
    /// The contacts.
    public let contacts: [Contacts]

    /// A profile.
    public init(id: String, pathways: [String] = [], contacts: [Contacts]) {
        (self.id, self.pathways, self.contacts) = (id, pathways, contacts)
    }

    /// Contacts of one activity through a stay.
    public struct Contacts: Sendable, Equatable {
        /// Days of a stay, the first one is 1.
        public enum Days: Sendable, Hashable {
            /// From one to another, as far as the stay goes.
            case span(ClosedRange<Int>)
            /// From one to the end.
            case from(Int)
            /// So many at the end.
            case last(Int)

            /// Whether a day of a stay that goes on is one of them.
            func contains(_ day: Int) -> Bool {
                switch self {
                case .span(let span): span.contains(day)
                case .from(let first): day >= first
                case .last: false
                }
            }
        }

        /// How many contacts there are.
        public enum Amount: Sendable, Hashable {
            /// So many a day, from the first of the days to the last in a line.
            case aDay(first: Double, last: Double)
            /// So many in a week of stay.
            case aWeek(Double)
            /// So many in all, spread evenly over the days.
            case inAll(Double)
        }

        /// When a contact that is due on a day may be given.
        public enum Reach: Sendable, Hashable {
            /// On that day.
            case day
            /// Within so many hours of the first session of that day.
            case hours(Int)
            /// On any day of a block of at most so many days: for what may be given a little earlier or later.
            case block(Int)
        }

        /// The activity.
        public var activity: String
        /// The days of stay.
        public var days: Days
        /// How many.
        public var amount: Amount
        /// On which days of the week.
        public var weekdays: WeekdayShares
        /// In which parts of the day; nil: whenever the team is open.
        public var parts: [String]?
        /// When they may be given.
        public var reach: Reach
        /// How pressing they are.
        public var priority: Priority
        /// Whether a review found them suitable for one worker though the activity takes two.
        public var isSingleHanded: Bool
        /// Where they stand in their file.
        public var place: Place

        /// Contacts.
        public init(
            _ activity: String, days: Days = .from(1), _ amount: Amount, weekdays: WeekdayShares = .even,
            parts: [String]? = nil, reach: Reach = .day, priority: Priority, isSingleHanded: Bool = false,
            place: Place = Place(file: "profiles.yaml")
        ) {
            self.activity = activity
            self.days = days
            self.amount = amount
            self.weekdays = weekdays
            self.parts = parts
            self.reach = reach
            self.priority = priority
            self.isSingleHanded = isSingleHanded
            self.place = place
        }

        /// Contacts due on a day of a stay of so many days, whatever weekday it is; none after its end.
        public func due(onDay day: Int, ofStay length: Int) -> Double {
            let (first, last): (Int, Int) =
                switch days {
                case .span(let span): (span.lowerBound, span.upperBound)
                case .from(let first): (first, length)
                case .last(let number): (max(1, length - number + 1), length)
                }
            guard first <= day, day <= min(last, length) else { return 0 }
            switch amount {
            case .aDay(let one, let other):
                guard last > first else { return one }
                return one + (other - one) * Double(day - first) / Double(last - first)
            case .aWeek(let number): return number
            case .inAll(let number): return number / Double(min(last, length) - first + 1)
            }
        }

        /// What the contacts of a day are multiplied by for its weekday.
        public func factor(on weekday: Weekday) -> Double {
            switch amount {
            case .aDay: weekdays.against(weekday)
            case .aWeek: weekdays.part(of: weekday)
            case .inAll: 1
            }
        }

        /// Contacts of each of the days, where they are as many however long a stay is.
        private var even: Double? {
            if case .last = days { return nil }
            switch amount {
            case .aDay(let first, let last): return first == last ? first : nil
            case .aWeek(let number): return number
            case .inAll: return nil
            }
        }

        /// Contacts due on each day of stay, on average over stays; the first is of day 1.
        func due(_ stay: StayLength) -> [Double] {
            if let even {
                return stay.reach.indices.map { days.contains($0 + 1) ? even * stay.reach[$0] : 0 }
            }
            let chances = (1...stay.longest).map { stay.chance(of: $0) }
            return (1...stay.longest).map { day in
                (day...stay.longest).reduce(0) { sum, length in
                    sum + chances[length - 1] * due(onDay: day, ofStay: length)
                }
            }
        }
    }
}
