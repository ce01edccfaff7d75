// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// A human of several rows is in one place: on duty or away in one of them at a time. A row whose `person` names
    /// another row is of that row's human, so that row cannot be of somebody else's.
    func checkHumans() {
        let humans = Humans(staff.values)
        for (row, member) in staff.values.enumerated() {
            guard let word = member.person, let other = staff.index[word].map({ staff.values[$0] }),
                other.human != word
            else { continue }
            staff.cells.field("person", row).error(
                "person '\(word)' is a row of staff.csv, whose own person is '\(other.human)'",
                expected: other.human, diagnostics)
        }
        guard let horizon = basis.horizon, humans.areShared else { return }
        for rows in humans.rows where rows.count > 1 {
            for session in horizon.sessions.indices {
                let bound = rows.filter { rota.values[$0]?[session].duty.isBinding ?? false }
                guard let first = bound.first else { continue }
                for row in bound.dropFirst() {
                    rota.field(row, session)?.error(
                        "'\(staff.values[row].id)' and '\(staff.values[first].id)' are one person, who is on duty or "
                            + "away in both rows on \(horizon.sessions[session].id)",
                        expected: "R, L, S or T in one of the rows, and a blank or A in the others",
                        diagnostics)
                }
            }
        }
    }
}
