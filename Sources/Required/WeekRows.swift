// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Columns of one week of the programme, and the rows that hold its work and time together.
struct WeekRows {
    typealias Term = ProgramRows.Term

    /// Work of one activity in one team in one period.
    struct Cell: Hashable {
        let team: Int
        let activity: Int
        let period: Int
    }

    /// Contacts of a line in a period: by as many as it takes, and by one alone.
    struct Given {
        let period: Int
        let together: Int?
        let single: Int?
    }

    /// People of a kind, in a period, in the teams of a group.
    struct Place: Hashable {
        let kind: Int
        let period: Int
        let group: Int
    }

    let week: PostWeek
    let periods: [Periods.Period]
    let kindCount: Int
    private var available: WorkOptions
    /// Heads on average, by kind, period and team.
    private var head: [Int?] = []
    /// Cells with contacts, in order of the first line that asks for them.
    private(set) var cells: [Cell] = []
    private var places: [Cell: Int] = [:]
    /// By cell: contacts given together and alone, the most there can be, and who takes part.
    private var together: [[Int]] = []
    private var single: [[Int]] = []
    private(set) var most: [Double] = []
    private(set) var taking: [[(part: WorkOption.Part, column: Int, kind: Int, minutes: Double)]] = []

    /// Minutes of supervision, by kind, period and the group that people are in.
    var supervising: [Place: [Int]] = [:]

    init(_ week: PostWeek, _ kinds: [PostKind]) {
        self.week = week
        periods = week.periods.all
        kindCount = kinds.count
        available = WorkOptions(week)
    }

    var instance: Instance { week.instance }

    // MARK: Heads

    /// A column for the heads of each kind in each session in each team that they may be sent to.
    ///
    /// - Parameter costs: Pounds a year for one of a kind in a session, by kind and session.
    mutating func addDeployments(_ rows: inout ProgramRows, costs: [[Double]]) {
        for p in 0..<kindCount {
            for t in periods.indices {
                for k in 0..<instance.teamCount {
                    let isOpen = periods[t].sessions.contains { week.mayWork(p, team: k, session: $0) }
                    head.append(isOpen ? rows.column(cost: costs[p][t]) : nil)
                }
            }
        }
    }

    /// Heads of a kind in a session, a column a team.
    func heads(_ kind: Int, _ period: Int) -> [Int] {
        let first = (kind * periods.count + period) * instance.teamCount
        return head[first..<first + instance.teamCount].compactMap(\.self)
    }

    /// Heads of a kind in a session in a team: a column, or none.
    func heads(_ kind: Int, _ period: Int, _ team: Int) -> [Int] {
        [head[(kind * periods.count + period) * instance.teamCount + team]].compactMap(\.self)
    }

    /// Heads of a kind in a session in a group of teams.
    func heads(_ kind: Int, _ period: Int, group: Int) -> [Int] {
        instance.teams(ofGroup: group).flatMap { heads(kind, period, $0) }
    }

    /// Whether a kind can be sent nowhere.
    func isIdle(_ kind: Int) -> Bool {
        periods.indices.allSatisfy { heads(kind, $0).isEmpty }
    }

    // MARK: Work

    /// The day that stands for a period: the first on which the team is open.
    private func day(of period: Int, team: Int) -> Int {
        let sessions = periods[period].sessions
        let open = sessions.first { instance.week.teams[team].isOpen(in: instance.calendar.sessions[$0]) }
        return instance.calendar.dayOfSession[open ?? sessions[0]]
    }

    /// The ways in which a kind may take part in work.
    mutating func options(_ kind: Int, _ cell: Cell) -> [WorkOption] {
        available.options(
            kind, activity: cell.activity, team: cell.team,
            day: day(of: cell.period, team: cell.team))
    }

    /// Columns for a line's contacts, in sessions in which somebody could give them.
    mutating func lineColumns(_ line: WorkLine, _ rows: inout ProgramRows) -> [Given] {
        let hands = instance.activities[line.activity].hands
        return line.periods.compactMap { t in
            let cell = Cell(team: line.team, activity: line.activity, period: t)
            let parts = self.parts(in: cell)
            let isTogether =
                hands == 1
                ? parts.contains(.own) || (parts.contains(.delegated) && maySupervise(cell))
                : parts.contains(.lead)
            let isSingle = hands == 2 && line.singleHanded > 0 && parts.contains(.single)
            guard isTogether || isSingle else { return nil }
            let given = Given(
                period: t, together: isTogether ? rows.column() : nil, single: isSingle ? rows.column() : nil
            )
            note(given, line, cell)
            return given
        }
    }

    /// The parts that some kind can take in a cell, as far as the time of a session is enough for them.
    private mutating func parts(in cell: Cell) -> Set<WorkOption.Part> {
        var parts: Set<WorkOption.Part> = []
        let activity = instance.activities[cell.activity]
        for p in 0..<kindCount where !heads(p, cell.period, cell.team).isEmpty {
            let capacity = week.capacity(p, session: periods[cell.period].first)
            for option in options(p, cell) {
                let route: ContactRoute? = option.part == .single ? .singleHanded : nil
                let minutes = Double(activity.workMinutes(in: instance.week.teams[cell.team], by: route))
                if capacity > 0, minutes <= capacity + 1e-9 { parts.insert(option.part) }
            }
        }
        return parts
    }

    private mutating func note(_ given: Given, _ line: WorkLine, _ cell: Cell) {
        let place = places[cell] ?? cells.count
        if place == cells.count {
            places[cell] = place
            cells.append(cell)
            together.append([])
            single.append([])
            most.append(0)
            taking.append([])
        }
        if let column = given.together { together[place].append(column) }
        if let column = given.single { single[place].append(column) }
        most[place] += Double(line.contacts)
    }

    /// Notes that a kind may take part in work.
    mutating func note(_ option: WorkOption, _ column: Int, of kind: Int, in cell: Cell, minutes: Double) {
        guard let place = places[cell] else { return }
        taking[place].append((option.part, column, kind, minutes))
    }

    /// What is given is what workers give; of two, pairs with a lead each, who are there at the same time.
    func addBalances(_ rows: inout ProgramRows) {
        for (place, cell) in cells.enumerated() {
            func terms(_ parts: Set<WorkOption.Part>, _ coefficient: Double = 1) -> [Term] {
                taking[place].filter { parts.contains($0.part) }.map { ($0.column, coefficient) }
            }
            let contacts = together[place].map { ($0, -1.0) }
            if instance.activities[cell.activity].hands == 1 {
                rows.row(lower: 0, upper: 0, terms([.own, .delegated]) + contacts)
                continue
            }
            rows.row(lower: 0, upper: 0, terms([.single]) + single[place].map { ($0, -1.0) })
            rows.row(lower: 0, upper: 0, terms([.lead, .second]) + together[place].map { ($0, -2.0) })
            rows.row(upper: 0, terms([.second]) + contacts)
            // Two people are there for all of a session's pairs, or for the share of them that is given then.
            let able = Set(taking[place].filter { $0.part == .lead || $0.part == .second }.map(\.kind))
                .sorted()
            // Heads are those of a session on average, pairs those of all sessions of the period.
            let all = most[place] * periods[cell.period].count
            let present = able.flatMap { heads($0, cell.period, cell.team) }.map { ($0, all) }
            if !together[place].isEmpty, most[place] > 0 {
                rows.row(lower: 0, present + together[place].map { ($0, -2.0) })
            }
        }
    }
}
