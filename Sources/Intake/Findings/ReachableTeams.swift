// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// To which teams people can be sent, asked person by person: what was worked out for one is forgotten at the next.
struct ReachableTeams {
    private let placed: PlacedWeek
    /// The conditions apart from having something to do.
    let ways: Eligibility
    private var person = -1
    /// What stands in the way to a team on a day, whether it is open or not.
    private var known: [Key: Eligibility.Obstacle?] = [:]

    private struct Key: Hashable {
        let team: Int
        let day: Int
        let isPinned: Bool
    }

    init(_ placed: PlacedWeek) {
        self.placed = placed
        ways = Eligibility(reach: placed.eligibility.reach, work: nil)
    }

    /// Whether the person can be sent to some team in the session.
    mutating func isPossible(_ person: Int, _ session: Int) -> Bool {
        for team in teams(person, session) where obstacle(person, session, team) == nil { return true }
        return false
    }

    /// Whether the person can be sent to that team in the session.
    mutating func isPossible(_ person: Int, _ session: Int, team: Int) -> Bool {
        teams(person, session).contains(team) && obstacle(person, session, team) == nil
    }

    /// What stands in the way to the team that is nearest to being possible: the home team, where it is open, else the
    /// first for which the most conditions hold.
    mutating func nearest(_ person: Int, _ session: Int) -> TeamObstacle? {
        let home = placed.week.staff[person].homeTeam
        var nearest: TeamObstacle?
        for team in teams(person, session) {
            guard let obstacle = obstacle(person, session, team) else { continue }
            let found = TeamObstacle(team: team, obstacle: obstacle)
            if placed.week.teams[team].id == home, obstacle != .barrier(.closed) { return found }
            if found.progress > nearest?.progress ?? -1 { nearest = found }
        }
        return nearest
    }

    /// The pinned teams alone, else all of them, the home team first.
    private func teams(_ person: Int, _ session: Int) -> [Int] {
        let pins = placed.week.rota[person][session].pins
        if !pins.isEmpty { return pins.compactMap { placed.teamIndex[$0] } }
        guard let home = placed.week.staff[person].homeTeam.flatMap({ placed.teamIndex[$0] }) else {
            return Array(placed.week.teams.indices)
        }
        return [home] + placed.week.teams.indices.filter { $0 != home }
    }

    /// Nothing to do is no obstacle where being there is what the person is for: at home, placed or pinned.
    private mutating func obstacle(_ index: Int, _ number: Int, _ teamNumber: Int) -> Eligibility.Obstacle? {
        let (session, team) = (placed.session(number), placed.week.teams[teamNumber])
        guard team.isOpen(in: session) else { return .barrier(.closed) }
        if person != index {
            person = index
            known = [:]
        }
        let isPinned = !placed.week.rota[index][number].pins.isEmpty
        let key = Key(team: teamNumber, day: session.dayIndex, isPinned: isPinned)
        if let found = known[key] { return found }
        let member = placed.week.staff[index]
        let isPlaced = ways.reach.placement(member, on: session.day) == team.id
        let isThere = member.homeTeam == team.id || isPinned || isPlaced
        let found = (isThere ? ways : placed.eligibility).obstacle(member, session, team)
        known[key] = .some(found)
        return found
    }
}

/// What keeps a person from a team in a session.
struct TeamObstacle {
    /// The index of the team.
    let team: Int
    let obstacle: Eligibility.Obstacle

    /// How many conditions hold before the one that fails.
    var progress: Int {
        switch obstacle {
        case .barrier(.closed): 0
        case .barrier(.organisation): 1
        case .barrier(.travel): 2
        case .barrier(.placement): 3
        case .nothingToDo: 4
        }
    }

    /// Why the person cannot be sent there, in words.
    func reason(_ person: StaffMember, _ placed: PlacedWeek) -> String {
        let team = placed.week.teams[self.team]
        switch obstacle {
        case .barrier(.closed): return "no team they could work in is open then"
        case .barrier(.organisation):
            return
                "no agreement lets staff of '\(person.employer)' work for '\(team.organisation)' on that day"
        case .barrier(.travel(let minutes)):
            let limit = Findings.plain(placed.week.policy.travelLimitMinutes)
            let way = "the way from '\(person.baseLocality)' to '\(team.locality)'"
            return minutes.map { "\(way) is \($0) minutes, more than travel_limit_minutes \(limit)" }
                ?? "\(way) is not in travel.csv"
        case .barrier(.placement(let other)):
            return "placements.csv places them in '\(other)', which cannot take them"
        case .nothingToDo: return "nothing a team demands is something they may do"
        }
    }
}
