// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a week has what its files and plans name: from identifiers to positions in the week's lists.
///
///     let index = WeekIndex(week)
///     if let person = index.person("SW-01"), let session = index.session("2026-11-23 am") { … }
///
/// This is the one index of a week, for everybody but the audit. Of two of one identifier it knows the first.
public struct WeekIndex: Sendable {
    /// The name of the group of all teams, in files.
    public static let everywhereName = "*"

    /// The sessions, and which days and calendar weeks they are of.
    public let calendar: SessionCalendar
    /// Supervision groups by name, in order of their first team.
    public let groups: [String]
    /// The group of each team.
    public let groupOfTeam: [Int]
    /// The teams of each group, ascending.
    public let teamsOfGroup: [[Int]]
    /// Which rows of the roster are one human.
    public let humans: Humans
    /// How many lines the week's demand has.
    public let lineCount: Int
    private let start: CalendarDay
    private let people: [String: Int]
    private let teams: [String: Int]
    private let lines: [String: Int]
    private let activities: [String: Int]
    private let roles: [String: Int]
    private let competencies: [String: Int]
    private let sessions: [String: Int]
    private let groupPositions: [String: Int]

    /// The index of a week.
    public init(_ week: Week) {
        calendar = SessionCalendar(week)
        start = week.start
        humans = Humans(week.staff)
        lineCount = week.demand.count
        people = week.staff.map(\.id).positions
        teams = week.teams.map(\.id).positions
        lines = week.demand.map(\.id).positions
        activities = week.framework.activities.map(\.id).positions
        roles = week.framework.roles.map(\.id).positions
        competencies = week.framework.competencies.map(\.id).positions
        sessions = week.sessions.map(\.id).positions
        var groups: [String] = []
        var positions: [String: Int] = [:]
        var teamsOfGroup: [[Int]] = []
        groupOfTeam = week.teams.enumerated().map { k, team in
            let g = positions[team.supervisionGroup] ?? groups.count
            if g == groups.count {
                positions[team.supervisionGroup] = g
                groups.append(team.supervisionGroup)
                teamsOfGroup.append([])
            }
            teamsOfGroup[g].append(k)
            return g
        }
        (self.groups, self.teamsOfGroup, groupPositions) = (groups, teamsOfGroup, positions)
    }

    // MARK: By identifier

    /// The position of a person on the roster; nil where the week has nobody of that identifier.
    public func person(_ id: String) -> Int? { people[id] }
    /// The position of a team; nil where there is none.
    public func team(_ id: String) -> Int? { teams[id] }
    /// The position of a demand line; nil where there is none.
    public func line(_ id: String) -> Int? { lines[id] }
    /// The position of an activity of the framework; nil where there is none.
    public func activity(_ id: String) -> Int? { activities[id] }
    /// The position of a role of the framework; nil where there is none.
    public func role(_ id: String) -> Int? { roles[id] }
    /// The position of a competency of the framework; nil where there is none.
    public func competency(_ id: String) -> Int? { competencies[id] }
    /// The position of a session by its name in files, such as `2026-11-23 am`; nil outside the horizon.
    public func session(_ name: String) -> Int? { sessions[name] }

    /// The position of a supervision group by its name in files, that of all teams too; nil where there is none.
    public func group(_ name: String) -> Int? {
        groupPositions[name] ?? (name == Self.everywhereName ? everywhere : nil)
    }

    /// The rows of the roster whose contacts of a line are by a usual person: all rows of the humans it names. Nil
    /// where it names nobody; nobody where all of them have gone.
    public func usual(of line: DemandLine) -> Set<Int>? {
        line.usual.isEmpty ? nil : Set(line.usual.compactMap(person).flatMap(humans.rows(with:)))
    }

    // MARK: Groups

    /// The group of all teams, in which delegations with `remote_supervision` are supervised; its position follows
    /// those of `groups`.
    public var everywhere: Int { groups.count }

    /// A group's name in files, that of all teams too.
    public func groupName(_ group: Int) -> String {
        groups.indices.contains(group) ? groups[group] : Self.everywhereName
    }

    // MARK: Days and sessions

    /// The position of a day; nil outside the horizon.
    public func day(_ date: CalendarDay) -> Int? {
        let day = date.number - start.number
        return calendar.sessionsOfDay.indices.contains(day) ? day : nil
    }

    /// The sessions of a day; none outside the horizon.
    public func sessions(on date: CalendarDay) -> Range<Int> {
        day(date).map { calendar.sessionsOfDay[$0] } ?? 0..<0
    }

    /// Whether the horizon has a session of that position; plans that somebody edited may say others.
    public func hasSession(_ session: Int) -> Bool { calendar.sessions.indices.contains(session) }

    /// The one number of a person in a session: people one after the other, each with all sessions.
    public func cell(_ person: Int, _ session: Int) -> Int { person * calendar.sessions.count + session }
}

extension Array where Element: Hashable {
    /// Where each identifier of the list stands; of one that stands there twice, the first place.
    public var positions: [Element: Int] { Dictionary(zip(self, indices)) { first, _ in first } }
}
