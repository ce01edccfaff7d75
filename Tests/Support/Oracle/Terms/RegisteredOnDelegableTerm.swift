// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum RegisteredOnDelegableTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, each contact: OracleContact) -> Double {
        let activity = world.activity(world.week.demand[contact.line])
        guard activity.support != nil || world.couldBeDelegated(activity) else { return 0 }
        let workers = [contact.staff] + (contact.partner.map { [$0] } ?? [])
        let registered = workers.count { world.isRegistered(world.week.staff[$0]) }
        return world.week.policy.registeredOnDelegableMinute * Double(activity.minutes * registered)
    }
}
