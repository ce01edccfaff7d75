// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Teams a person works in on a day beyond the first.
enum TeamChangeTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        struct StaffDay: Hashable {
            let staff: Int
            let day: Int
        }
        var teams: [StaffDay: Set<Int>] = [:]
        for placed in ledger.deployments {
            let day = ledger.facts.week.sessions[placed.session].dayIndex
            teams[StaffDay(staff: placed.staff, day: day), default: []].insert(placed.team)
        }
        let changes = teams.values.reduce(0) { $0 + $1.count - 1 }
        return ledger.facts.week.policy.teamChange * Double(changes)
    }
}
