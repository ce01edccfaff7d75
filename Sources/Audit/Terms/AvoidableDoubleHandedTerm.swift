// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contact minutes of double-handed contacts beyond those that reviews ask for.
enum AvoidableDoubleHandedTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        ledger.facts.lines.indices.reduce(0.0) { sum, index in
            let line = ledger.facts.lines[index]
            let avoidable = max(0, ledger.doubleHanded[index] - (line.wanted - line.suitable))
            let weight = ledger.facts.week.policy.avoidableDoubleHandedMinute
            return sum + weight * Double(line.activity.minutes) * avoidable
        }
    }
}
