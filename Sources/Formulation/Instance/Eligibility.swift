// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Who may be deployed where and when: E of the model, before working time.
struct Eligibility {
    let week: Week
    let standings: [Standing]
    let delegation: DelegationTable
    let lines: [Line]
    let linesOfTeam: [[Int]]

    /// The teams each cell may be deployed to, ascending.
    func teamsOfCells(_ calendar: SessionCalendar) -> [[Int]] {
        let open = week.teams.map { team in calendar.sessions.map { team.isOpen(in: $0) } }
        let activities = linesOfTeam.map { Set($0.map { lines[$0].activity }).sorted() }
        let minutesBetween = travelTimes()
        var cells = [[Int]](repeating: [], count: week.staff.count * calendar.sessions.count)
        for s in week.staff.indices {
            let reachable = week.teams.indices.filter { isWithinTravel(week.staff[s], $0, minutesBetween) }
            let placements = week.placements.filter { $0.staff == week.staff[s].id }
            for (day, sessions) in calendar.sessionsOfDay.enumerated() {
                let date = week.start.adding(days: day)
                let placed = placements.first { $0.holds(on: date) }?.team
                let teams = reachable.filter { k in
                    (placed.map { $0 == week.teams[k].id } ?? true)
                        && worksFor(week.teams[k].organisation, person: s, on: date)
                        && activities[k].contains { standing(s, day, $0, k).takesPart }
                }
                for t in sessions {
                    let mark = week.rota[s][t]
                    guard mark.duty == .rostered || mark.duty == .available else { continue }
                    cells[s * calendar.sessions.count + t] = teams.filter { k in
                        open[k][t] && (mark.pin.map { $0 == week.teams[k].id } ?? true)
                    }
                }
            }
        }
        return cells
    }

    /// The team that counts as home on each day: a placement's, else the person's own.
    func homeTeams(_ teamIndex: [String: Int]) -> [Int?] {
        week.staff.flatMap { staff in
            let placements = week.placements.filter { $0.staff == staff.id }
            return (0..<week.days).map { day in
                let date = week.start.adding(days: day)
                let placed = placements.first { $0.holds(on: date) }?.team
                return (placed ?? staff.homeTeam).flatMap { teamIndex[$0] }
            }
        }
    }

    private func standing(_ person: Int, _ day: Int, _ activity: Int, _ team: Int) -> Standing {
        standings[(person * week.days + day) * week.framework.activities.count + activity]
            .decided(by: delegation, person: person, day: day, activity: activity, team: team)
    }

    private func worksFor(_ organisation: String, person s: Int, on date: CalendarDay) -> Bool {
        let staff = week.staff[s]
        if staff.employer == organisation { return true }
        return week.agreements.contains { agreement in
            agreement.employer == staff.employer && agreement.organisation == organisation
                && (agreement.roles.map { !Set($0).isDisjoint(with: staff.roles) } ?? true)
                && (agreement.from.map { $0 <= date } ?? true) && (agreement.until.map { date <= $0 } ?? true)
        }
    }

    private struct Way: Hashable {
        let from: String
        let to: String
    }

    private func travelTimes() -> [Way: Int]? {
        week.travel.map { rows in
            Dictionary(rows.map { (Way(from: $0.from, to: $0.to), $0.minutes) }) { first, _ in first }
        }
    }

    private func isWithinTravel(_ staff: StaffMember, _ team: Int, _ times: [Way: Int]?) -> Bool {
        let locality = week.teams[team].locality
        guard let times, staff.baseLocality != locality else { return true }
        let there = times[Way(from: staff.baseLocality, to: locality)]
        guard let minutes = there ?? times[Way(from: locality, to: staff.baseLocality)] else { return false }
        return Double(minutes) <= week.policy.travelLimitMinutes
    }
}
