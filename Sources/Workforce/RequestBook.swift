// SPDX-License-Identifier: GPL-3.0-or-later

/// The requests of a week by position, and which of them a plan grants.
///
/// A request is its human's: a row of `requests.csv` names one of their rows of the roster, and all of them decide
/// whether it is granted.
///
/// - `on` is granted where a row of theirs is deployed in a session asked for; on a day, in one of its sessions.
/// - `off` is granted where no row of theirs works any of the sessions asked for. Whoever is on duty works, with a
///   place or without.
/// - A team is granted where a row of theirs is deployed to it in a session asked for, and none works any of them
///   anywhere else.
public struct RequestBook: Sendable {
    /// What is asked for, with the team by position.
    public enum Want: Sendable, Hashable {
        /// To be deployed, not to work, or to work in that team alone.
        case on, off, team(Int)
    }

    /// A request by position.
    public struct Entry: Sendable {
        /// Where the request stands in the week's `requests`.
        public let position: Int
        /// Who asks, as an index in `people`.
        public let person: Int
        /// The sessions asked for, ascending.
        public let sessions: [Int]
        /// What is asked for.
        public let want: Want
        /// Pounds of it where it is not granted.
        public let weight: Double
        /// The sessions asked for in which some row of the human is on duty, whatever a plan says.
        public let onDuty: [Int]
    }

    /// The requests, in order of the file.
    public let entries: [Entry]
    /// The humans who ask for something, each by the position of their first row on the roster, ascending.
    public let people: [Int]
    /// The rows of each of `people`, ascending.
    public let rowsOfPerson: [[Int]]
    /// The requests of each of `people`, in order of the file.
    public let entriesOfPerson: [[Int]]
    /// Who of `people` each row of the roster is; nil where they ask for nothing. Empty where nobody does.
    public let personOfRow: [Int?]

    /// The requests of a week.
    public init(_ week: Week, _ index: WeekIndex) {
        let asking = week.requests.enumerated().compactMap { position, request in
            index.person(request.staff).map { (position: position, first: index.humans.first(with: $0)) }
        }
        let people = Set(asking.map(\.first)).sorted()
        let rowsOfPerson = people.map { index.humans.rows(with: $0) }
        var personOfRow = [Int?](repeating: nil, count: week.requests.isEmpty ? 0 : week.staff.count)
        for (person, rows) in rowsOfPerson.enumerated() { for row in rows { personOfRow[row] = person } }
        var entriesOfPerson = [[Int]](repeating: [], count: people.count)
        var entries: [Entry] = []
        for (position, first) in asking {
            let request = week.requests[position]
            guard let person = personOfRow[first], let want = Want(request.want, index) else { continue }
            let sessions = request.time.sessions(in: index.calendar)
            entriesOfPerson[person].append(entries.count)
            entries.append(
                Entry(
                    position: position, person: person, sessions: sessions, want: want,
                    weight: request.weight,
                    onDuty: sessions.filter { t in
                        rowsOfPerson[person].contains { week.rota[$0][t].duty == .rostered }
                    }))
        }
        (self.entries, self.people, self.entriesOfPerson) = (entries, people, entriesOfPerson)
        (self.rowsOfPerson, self.personOfRow) = (rowsOfPerson, personOfRow)
    }

    /// Whether nobody asks for anything.
    public var isEmpty: Bool { entries.isEmpty }

    /// Whether a plan grants a request.
    ///
    /// - Parameter team: The team that a row of the roster is deployed to in a session; nil: none.
    public func isGranted(_ entry: Entry, team: (_ row: Int, _ session: Int) -> Int?) -> Bool {
        let rows = rowsOfPerson[entry.person]
        func isDeployed(_ session: Int) -> Bool { rows.contains { team($0, session) != nil } }
        switch entry.want {
        case .on: return entry.sessions.contains(where: isDeployed)
        case .off: return entry.onDuty.isEmpty && !entry.sessions.contains(where: isDeployed)
        case .team(let wanted):
            let teams = entry.sessions.flatMap { session in rows.compactMap { team($0, session) } }
            return !teams.isEmpty && teams.allSatisfy { $0 == wanted }
                && entry.onDuty.allSatisfy(isDeployed)
        }
    }

    /// Pounds of what a plan does not grant each of `people`.
    public func refused(team: (_ row: Int, _ session: Int) -> Int?) -> [Double] {
        entriesOfPerson.map { entries in
            entries.reduce(0) { pounds, entry in
                pounds + (isGranted(self.entries[entry], team: team) ? 0 : self.entries[entry].weight)
            }
        }
    }
}

extension RequestBook.Want {
    /// What is asked for; nil: a team that the week does not have.
    fileprivate init?(_ want: StaffRequest.Want, _ index: WeekIndex) {
        switch want {
        case .on: self = .on
        case .off: self = .off
        case .team(let team):
            guard let team = index.team(team) else { return nil }
            self = .team(team)
        }
    }
}

extension StaffRequest.Time {
    /// The sessions that it means, ascending.
    public func sessions(in calendar: SessionCalendar) -> [Int] {
        switch self {
        case .session(let session): [session]
        case .day(let day): Array(calendar.sessionsOfDay[day])
        }
    }
}

extension Policy {
    /// Pounds of requests of which each person's so many pounds are not granted: all of them, and the fairness weight
    /// of the most.
    public func requestPounds(_ refused: [Double]) -> Double {
        refused.reduce(0, +) + requestFairness * (refused.max() ?? 0)
    }
}
