// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum BookingsTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double {
        schedule.bookings
    }
}
