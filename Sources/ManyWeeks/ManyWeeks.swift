// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Weeks that follow each other, read together: working time over all of them, nights and weekends, absence, agency and
/// unmet care over time, and what of them does not go together.
///
///     let many = try ManyWeeks(weeks)
///     print(many.lines.joined(separator: "\n"))
///
/// Nothing is planned. The same weeks give the same figures, in whatever order they are given.
public struct ManyWeeks: Sendable, Encodable {
    /// Why weeks cannot be read together.
    public enum Problem: Error, Sendable, Equatable {
        /// There are none.
        case none
        /// Two of them have days in common: their names and the day.
        case overlap(String, String, CalendarDay)

        /// What is wrong and what would be right, as a sentence.
        public var words: String {
            switch self {
            case .none: "There is no week to read."
            case .overlap(let one, let other, let day):
                "\(one) and \(other) both have \(Show.day(day)): give each day's week once."
            }
        }
    }

    /// The weeks in order of their days.
    public let weeks: [WeekAmongMany]
    /// The figures of each of the weeks.
    public let figures: [WeekFigure]
    /// What people work over all of them, in order of the last roster they are on.
    public let people: [PersonFigure]
    /// What people asked for, and what of it plans grant; none where nobody asked.
    public let requests: [RequestsOfMany]
    /// What of the weeks does not go together, as sentences.
    public let remarks: [String]

    /// Reads weeks together.
    public init(_ given: [WeekAmongMany]) throws(Problem) {
        let sorted = given.sorted { ($0.week.start, $0.name) < ($1.week.start, $1.name) }
        // Two rows are one human in every week, though only one of the weeks says so.
        let humans = sorted.flatMap(\.week.staff).humansById
        let weeks = sorted.map { $0.naming(humans) }
        guard !weeks.isEmpty else { throw .none }
        for (one, other) in zip(weeks, weeks.dropFirst()) where other.week.start < one.end {
            throw .overlap(one.name, other.name, other.week.start)
        }
        self.weeks = weeks
        figures = weeks.map(WeekFigure.init)
        people = PersonFigure.all(weeks)
        requests = RequestsOfMany.all(figures, order: people.map(\.id), humans: humans)
        remarks = WeekChecks.remarks(weeks)
    }

    /// What programs read: the figures, and what of the weeks does not go together.
    enum CodingKeys: String, CodingKey {
        case figures = "weeks"
        case people, requests, remarks
    }

    /// All of it as JSON, keys in `snake_case`.
    public func json() throws -> String { try JSONText.of(self) + "\n" }

    /// The first day.
    public var first: CalendarDay { weeks.map(\.week.start).min() ?? CalendarDay(number: 0) }
    /// The last day.
    public var last: CalendarDay { (weeks.map(\.end).max() ?? first).adding(days: -1) }

    /// People who work more on average than they may, up to the last of their weeks.
    public var above: [PersonFigure] { people.filter(\.isAbove) }
}
