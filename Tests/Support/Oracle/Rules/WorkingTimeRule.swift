// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rules 1 and 8 over several rows of one human; what each row may work by itself is a matter of its schedules.
enum WorkingTimeRule: OracleRule {
    static func allows(_ world: OracleWorld, _ schedules: [Schedule]) -> Bool {
        world.week.staff.indices.allSatisfy { person in
            let rows = world.rows(person)
            return rows.count == 1 || rows.first != person || world.isAllowedTogether(rows, schedules)
        }
    }
}
