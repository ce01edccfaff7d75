// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// apart.csv, optional: who is kept apart.
struct ApartTable: RotationTable {
    let basis: RotationBasis
    private(set) var values: [Apart] = []

    /// Reads the table.
    init(_ basis: RotationBasis, people: PeopleTable) {
        self.basis = basis
        guard let table = basis.source.table(.apart) else { return }
        for row in table.rows {
            let one = people.readPerson(table.field("staff", of: row))
            let field = table.field("other", of: row)
            let other = people.readPerson(field)
            guard let one, let other else { continue }
            guard one != other else {
                field?.error(
                    "'\(Diagnostic.shortened(one))' is kept apart from themselves",
                    expected: "another person",
                    diagnostics)
                continue
            }
            values.append(Apart(one, other))
        }
    }
}
