// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A week that can be planned, with the places in the files at which its parts stand: what is looked through for
/// things that are probably not meant.
struct PlacedWeek {
    let week: Week
    /// The last planned day.
    let last: CalendarDay
    /// The rows of each of `week.teams`, and so on.
    let teams: TableCells
    let staff: TableCells
    let signOffs: TableCells
    let demand: TableCells
    let agreements: TableCells
    let travel: TableCells
    let placements: TableCells
    let minimums: TableCells
    let requests: TableCells
    /// The cell of a person and a session in rota.csv.
    let rota: (_ staff: Int, _ session: Int) -> Field?
    /// The `review_on` of each activity's delegation.
    let reviews: [String: Field]
    /// Who may be sent where.
    let eligibility: Eligibility
    /// What each of `week.staff` may do.
    let qualifications: [Qualifications]
    /// The sessions in which each of `week.staff` is rostered.
    let rostered: [[Int]]
    /// The sessions in which each of `week.staff` could be asked to work.
    let available: [[Int]]
    /// The index of each team.
    let teamIndex: [String: Int]

    /// Minutes on the rota of a person in each calendar week of the horizon: those of the duties given.
    func minutes(_ person: Int, of duties: Set<RotaMark.Duty>) -> [Int] {
        var minutes = [Int](repeating: 0, count: (week.days + 6) / 7)
        for (index, mark) in week.rota[person].enumerated() where duties.contains(mark.duty) {
            minutes[session(index).dayIndex / 7] += week.paidMinutes(person: person, session: index)
        }
        return minutes
    }

    /// The session of an index.
    func session(_ index: Int) -> Session { week.sessions[index] }
}

extension WeekTables {
    /// The week with its places.
    func placed(_ week: Week) -> PlacedWeek {
        func sessions(_ duty: RotaMark.Duty) -> [[Int]] {
            week.rota.map { marks in marks.indices.filter { marks[$0].duty == duty } }
        }
        return PlacedWeek(
            week: week, last: week.start.adding(days: week.days - 1), teams: teams.cells,
            staff: staff.cells, signOffs: signOffs.cells, demand: demand.cells, agreements: agreements.cells,
            travel: travel.cells, placements: placements.cells, minimums: minimums.cells,
            requests: requests.cells, rota: rota.field,
            reviews: basis.frameworkReader?.reviews ?? [:],
            eligibility: eligibility(),
            qualifications: qualifications
                ?? Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework),
            rostered: sessions(.rostered), available: sessions(.available), teamIndex: teams.index)
    }
}
