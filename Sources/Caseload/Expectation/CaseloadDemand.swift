// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The demand that a caseload makes in a week: contacts expected in each line, and whole ones that add up to as many.
public struct CaseloadDemand: Sendable {
    /// What the names of lines made from a caseload begin with.
    public static let prefix = "caseload-"
    /// The most contacts of a line.
    public static let most = 100_000

    /// A line.
    public struct Line: Sendable {
        /// The line; of none expected it has no contacts and is not written.
        public let line: DemandLine
        /// Contacts expected.
        public let expected: Double
        /// Whether one worker may give them though the activity takes two.
        public let isSingleHanded: Bool
    }

    /// How many people a team has of a pathway.
    public struct People: Sendable, Equatable {
        /// The team.
        public let team: String
        /// The pathway.
        public let pathway: String
        /// Who is there on each day of the week, on average.
        public var present: [Double]
        /// Who begins in the week.
        public var begin: Double
        /// Who waits for a place at the week's end, and did not at its beginning.
        public var moreWaiting: Double
        /// Whether there is a limit.
        public var isLimited: Bool
    }

    /// The lines that the caseload may have contacts in, in the order of the teams.
    public let lines: [Line]
    /// The contacts of the day on which they are due, by team and activity, in the order of the lines.
    public let due: [Due]
    /// People, by team in the order of the week and by pathway.
    public let people: [People]

    /// Contacts of an activity that are due.
    public struct Due: Sendable {
        /// The team.
        public let team: String
        /// The activity.
        public let activity: String
        /// Contacts expected on each day of the week.
        public var byDay: [Double]
        /// Whole contacts of all days.
        public var contacts: Int
    }

    /// The names of the week's sessions.
    private let sessions: [String]

    /// The name of a session of the week.
    func session(_ place: Int) -> String { sessions[place] }

    /// The lines that have contacts, as they go into a week.
    public var demand: [DemandLine] { lines.map(\.line).filter { $0.contacts > 0 } }

    /// Works the demand out.
    public init(_ book: CaseloadBook, week: Week) {
        let grid = LineGrid(book, week: week)
        let care = ExpectedCare(book, week: week)
        var amounts = [Double](repeating: 0, count: grid.lines.count)
        var days: [String: [Double]] = [:]
        for group in care.groups {
            guard let places = grid.places[group], let due = care.due[group] else { continue }
            for (ofDay, contacts) in zip(places, due) where !ofDay.isEmpty {
                for (day, line) in ofDay.enumerated() {
                    amounts[line] += contacts[day]
                    let key = Self.key(grid.lines[line])
                    days[key, default: Array(repeating: 0, count: week.days)][day] += contacts[day]
                }
            }
        }
        let whole = Self.whole(amounts, grid.lines)
        lines = grid.lines.indices.map { place in
            let line = grid.lines[place]
            return Line(
                line: DemandLine(
                    id: line.id, team: line.team, activity: line.activity, priority: line.priority,
                    contacts: whole[place], singleHandedContacts: line.isSingleHanded ? whole[place] : 0,
                    window: line.window, source: line.source), expected: amounts[place],
                isSingleHanded: line.isSingleHanded)
        }
        var due: [Due] = []
        var known: [String: Int] = [:]
        for (place, line) in grid.lines.enumerated() {
            let key = Self.key(line)
            if let at = known[key] {
                due[at].contacts += whole[place]
            } else if let byDay = days[key] {
                known[key] = due.count
                due.append(
                    Due(team: line.team, activity: line.activity, byDay: byDay, contacts: whole[place]))
            }
        }
        self.due = due
        people = care.people
        sessions = week.sessions.map(\.id)
    }

    private static func key(_ line: LineGrid.Line) -> String { line.team + "\n" + line.activity }

    /// Amounts made whole: all of them add up to their sum, those of a team and activity to theirs rounded down or up, and
    /// each is rounded down or up.
    private static func whole(_ amounts: [Double], _ lines: [LineGrid.Line]) -> [Int] {
        // More than a line may have is refused by whoever asks; here it is only kept from being more than can be counted.
        let parts = amounts.map { LargestRemainder.parts(min($0, Double(most + 1))) }
        var groups: [[Int]] = []
        var known: [String: Int] = [:]
        for (place, line) in lines.enumerated() {
            if let at = known[key(line)] {
                groups[at].append(place)
            } else {
                known[key(line)] = groups.count
                groups.append([place])
            }
        }
        // As the week goes, so that what is spread evenly is spread over its days.
        for group in groups.indices {
            groups[group].sort { (lines[$0].window.lowerBound, $0) < (lines[$1].window.lowerBound, $1) }
        }
        let sums = groups.map { $0.reduce(0) { $0 + parts[$1] } }
        let wanted = LargestRemainder.whole(sums, sum: LargestRemainder.whole(sums.reduce(0, +)))
        var whole = [Int](repeating: 0, count: lines.count)
        for (group, sum) in zip(groups, wanted) {
            for (place, count) in zip(group, LargestRemainder.whole(group.map { parts[$0] }, sum: sum)) {
                whole[place] = count
            }
        }
        return whole
    }
}
