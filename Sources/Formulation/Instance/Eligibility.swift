// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Who may be deployed where and when: E of the model, before working time.
struct Eligibility {
    let week: Week
    let reach: Reach
    let standings: StandingTable
    let lines: [Line]
    let linesOfTeam: [[Int]]
    /// What the rota says in each cell, as the instance has it.
    let duty: [RotaMark.Duty]

    /// The teams each cell may be deployed to, ascending; none in sessions that are over.
    ///
    /// - Parameter homeTeams: The team that counts as home to each person on each day.
    func teamsOfCells(_ calendar: SessionCalendar, homeTeams: [Int?]) -> [[Int]] {
        let open = week.teams.map { team in calendar.sessions.map { team.isOpen(in: $0) } }
        let activities = linesOfTeam.map { Set($0.map { lines[$0].activity }).sorted() }
        var cells = [[Int]](repeating: [], count: week.staff.count * calendar.sessions.count)
        for s in week.staff.indices {
            let staff = week.staff[s]
            let reachable = week.teams.indices.filter { reach.isWithinTravel(staff, to: week.teams[$0]) }
            for (day, sessions) in calendar.sessionsOfDay.enumerated() {
                let date = week.start.adding(days: day)
                let placed = reach.placement(staff, on: date)
                let home = homeTeams[s * week.days + day]
                let teams = reachable.filter { k in
                    (placed.map { $0 == week.teams[k].id } ?? true)
                        && reach.worksFor(week.teams[k].organisation, staff, on: date)
                }
                let hasPurpose = teams.map { k in
                    k == home
                        || activities[k].contains {
                            standings.standing(person: s, day: day, activity: $0, team: k).takesPart
                        }
                }
                for t in sessions where week.openSessions.contains(t) {
                    let (cell, mark) = (s * calendar.sessions.count + t, week.rota[s][t])
                    guard duty[cell] == .rostered || duty[cell] == .available else { continue }
                    cells[cell] = zip(teams, hasPurpose).filter { k, hasPurpose in
                        open[k][t]
                            && (mark.pins.isEmpty
                                ? hasPurpose : mark.pins.contains(week.teams[k].id))
                    }.map(\.0)
                }
            }
        }
        return cells
    }

    /// Whether each cell has to have a place: somebody on duty whose home team, placement's team or pinned team is
    /// among the teams they may be deployed to.
    func placesOwed(_ teamsOfCells: [[Int]], homeTeams: [Int?], _ calendar: SessionCalendar) -> [Bool] {
        teamsOfCells.enumerated().map { cell, teams in
            let (s, t) = cell.quotientAndRemainder(dividingBy: calendar.sessions.count)
            let mark = week.rota[s][t]
            guard mark.duty == .rostered, !teams.isEmpty else { return false }
            let home = homeTeams[s * week.days + calendar.dayOfSession[t]]
            return !mark.pins.isEmpty || home.map(teams.contains) ?? false
        }
    }

    /// The team that counts as home on each day: a placement's, else the person's own.
    func homeTeams(_ index: WeekIndex) -> [Int?] {
        week.staff.flatMap { staff in
            (0..<week.days).map { day in
                reach.homeTeam(staff, on: week.start.adding(days: day)).flatMap(index.team)
            }
        }
    }
}
