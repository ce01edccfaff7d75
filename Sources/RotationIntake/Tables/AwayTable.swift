// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// away.csv, optional: who is away when.
struct AwayTable: RotationTable {
    let basis: RotationBasis
    private(set) var values: [Absence] = []

    /// Reads the table.
    init(_ basis: RotationBasis, people: PeopleTable) {
        self.basis = basis
        guard let table = basis.source.table(.away) else { return }
        for row in table.rows {
            let person = people.readPerson(table.field("staff", of: row))
            let period = table.period(of: row, diagnostics)
            let reason = table.field("reason", of: row).flatMap { $0.note(diagnostics) }
            guard let person, let reason else { continue }
            values.append(
                Absence(staff: person, from: period.from, until: period.until, reason: reason))
        }
    }
}
