// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Which team what people are paid belongs to.
///
/// Pay of a session goes to the team that its person is sent to in it. All else that somebody is paid – leave, sickness,
/// training, sessions on the rota without a place, contracted hours that are not on the rota – goes to teams by the hours
/// that the person works for each of them in the week, but for hours that are paid on top of a contract; of somebody who
/// works for none to the home team, by the days on which it is that, and of somebody without one to no team.
struct CostTeams {
    /// Teams by position with the share of what is paid that is theirs; nil: no team. Shares add up to 1.
    typealias Shares = [(team: Int?, share: Double)]

    let index: WeekLookup
    private let teamOfCell: [Cell: Int]
    private let shares: [Shares]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        self.index = index
        var teamOfCell: [Cell: Int] = [:]
        var minutes = week.staff.map { _ in [Int](repeating: 0, count: week.teams.count) }
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team) else { continue }
            teamOfCell[Cell(staff: row.staff, session: row.session)] = team
            switch row.booking {
            case .extra, .overtime: break
            case .rostered, .contract, .bank, .agency, .unpaid: minutes[person][team] += row.minutes
            }
        }
        self.teamOfCell = teamOfCell
        shares = week.staff.indices.map { person in
            let all = minutes[person].reduce(0, +)
            guard all > 0 else { return Self.home(person, index) }
            return week.teams.indices.filter { minutes[person][$0] > 0 }
                .map { ($0, Double(minutes[person][$0]) / Double(all)) }
        }
    }

    private static func home(_ person: Int, _ index: WeekLookup) -> Shares {
        let week = index.week
        var days = [Int](repeating: 0, count: week.teams.count + 1)
        for day in 0..<week.days {
            days[index.homeTeam(person, on: week.start.adding(days: day)) ?? week.teams.count] += 1
        }
        let own = days.indices.filter { days[$0] > 0 }
        return own.isEmpty
            ? [(nil, 1)]
            : own.map {
                ($0 < week.teams.count ? $0 : nil, Double(days[$0]) / Double(week.days))
            }
    }

    /// Of what a person is paid that is of no session.
    func shares(of person: Int) -> Shares { shares[person] }

    /// Of what a person is paid for a session, worked or not.
    func shares(of person: Int, in session: Int) -> Shares {
        teamOfCell[Cell(staff: index.week.staff[person].id, session: session)].map { [($0, 1)] }
            ?? shares[person]
    }

    /// Of what is paid for a booking: its own team, or as any session of its person where the week does not have it.
    func shares(of row: BookingRow) -> Shares {
        if let team = index.team(row.team) { return [(team, 1)] }
        return index.person(row.staff).map { shares(of: $0, in: row.session) } ?? [(nil, 1)]
    }
}

/// An amount, and the parts of it that are teams' and nobody's.
struct TeamAmounts {
    private(set) var total = 0.0
    /// Team by team, in file order, and last what is of no team.
    private(set) var parts: [Double]

    init(teams: Int) { parts = [Double](repeating: 0, count: teams + 1) }

    mutating func add(_ amount: Double, _ shares: CostTeams.Shares) {
        total += amount
        for one in shares { parts[one.team ?? parts.count - 1] += amount * one.share }
    }

    /// What is of no team.
    var ofNoTeam: Double { parts.last ?? 0 }

    /// Pathway by pathway, in their order.
    func byPathway(_ index: WeekLookup) -> [Double] {
        index.pathways.map { pathway in
            zip(index.week.teams, parts).reduce(0) { $1.0.pathway == pathway ? $0 + $1.1 : $0 }
        }
    }
}
