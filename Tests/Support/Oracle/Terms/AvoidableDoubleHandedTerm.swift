// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

enum AvoidableDoubleHandedTerm: OracleTerm {
    static func pounds(_ world: OracleWorld, _ line: DemandLine, single: Int, double: Int) -> Double {
        let avoidable = max(0, double - (line.contacts - world.suitable(line)))
        let minutes = world.activity(line).minutes * avoidable
        return world.week.policy.avoidableDoubleHandedMinute * Double(minutes)
    }
}
