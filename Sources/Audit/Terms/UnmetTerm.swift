// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of a line neither given nor, therefore, met: weight of the priority × contact minutes.
enum UnmetTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        ledger.facts.lines.indices.reduce(0.0) { sum, index in
            let line = ledger.facts.lines[index]
            let missing = max(0, line.wanted - ledger.given[index])
            let weight = ledger.facts.week.policy.unmetMinute(line.line.priority)
            return sum + weight * Double(line.activity.minutes) * missing
        }
    }
}
