// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum UnmetTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ line: DemandLine, single: Int, double: Int) -> Double {
        let weight: Double =
            switch line.priority {
            case .critical: world.week.policy.unmetCriticalMinute
            case .urgent: world.week.policy.unmetUrgentMinute
            case .routine: world.week.policy.unmetRoutineMinute
            case .reserve: world.week.policy.unmetReserveMinute
            }
        return weight * Double(world.activity(line).minutes * max(0, line.contacts - single - double))
    }
}
