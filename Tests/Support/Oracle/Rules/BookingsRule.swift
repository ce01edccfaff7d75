// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 9's caps.
enum BookingsRule: OracleRule {
    static func allows(_ world: OracleWorld, _ schedules: [Schedule]) -> Bool {
        let policy = world.week.policy
        return isWithin(policy.bankCap, .bank, world, schedules)
            && isWithin(policy.agencyCap, .agency, world, schedules)
    }

    private static func isWithin(
        _ cap: Double?, _ employment: Employment, _ world: OracleWorld, _ schedules: [Schedule]
    ) -> Bool {
        guard let cap else { return true }
        let theirs = schedules.indices.filter { world.week.staff[$0].employment == employment }
        let spent = theirs.map { schedules[$0].bookings }.reduce(0, +)
        let before = theirs.map { schedules[$0].bookings(before: world.over) }.reduce(0, +)
        return spent <= max(cap, before) + 1e-9
    }
}
