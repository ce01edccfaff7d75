// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What there is to say of the bookings worth making.
extension BookingsNow {
    func result(_ chosen: [CallUnit], _ round: Round) -> Result {
        let all = pay(chosen.flatMap(\.shifts))
        let instance = weeks.ladder.everybody
        let found = chosen.enumerated().map { place, unit in
            let cells = unit.sessions.map { instance.cell(unit.person, $0) }
            let needed = classes.places.first { $0.unit == unit }?.needed ?? 0
            return Found(
                unit: unit, teams: unit.shifts.map { team(of: $0, round.rows) },
                cost: cells.reduce(0) { $0 + all.cost[$1] }, needed: needed, saving: round.savings[place],
                booking: cells.map { all.booking[$0] }.last ?? .rostered)
        }
        return Result(found: found, saving: round.together, isExact: round.isExact)
    }

    /// The team that most draws send somebody to; of equal ones the first of teams.csv.
    private func team(of shift: Shift, _ rows: [PlanRows]) -> Int {
        let index = weeks.ladder.everybody.index
        let id = weeks.ladder.week.staff[shift.person].id
        var number = weeks.ladder.week.teams.map { _ in 0 }
        for (place, rows) in rows.enumerated() {
            let there = rows.deployments.first { $0.session == shift.session && $0.staff == id }
            if let team = there.flatMap({ index.team($0.team) }) { number[team] += times[place] }
        }
        let most = number.max() ?? 0
        return most == 0 ? callable[shift]?.first ?? 0 : number.firstIndex(of: most) ?? 0
    }
}
