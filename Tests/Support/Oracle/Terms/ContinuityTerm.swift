// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum ContinuityTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, each contact: OracleContact) -> Double {
        let usual = world.week.demand[contact.line].usual
        let workers = [contact.staff, contact.partner].compactMap { $0 }
        let others =
            usual.isEmpty
            ? []
            : workers.filter { worker in
                !world.rows(worker).contains { usual.contains(world.week.staff[$0].id) }
            }
        return Double(others.count) * world.week.policy.continuityContact
    }
}
