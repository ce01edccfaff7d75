// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contact minutes that registered people spend on work with a support route, or with a delegated route that the
/// framework has not withdrawn; each registered worker of a pair counts.
enum RegisteredOnDelegableTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        return ledger.contacts.reduce(0.0) { sum, row in
            let line = facts.lines[row.line]
            let activity = line.activity
            let route = line.isTwoHanded ? nil : activity.delegated
            let isWithdrawn = route.map { $0.status == .withdrawn } ?? true
            guard activity.support != nil || !isWithdrawn else { return sum }
            let registered = row.workers.filter { facts.people[$0].isRegistered }
            let minutes = Double(activity.minutes) * row.contacts * Double(registered.count)
            return sum + facts.week.policy.registeredOnDelegableMinute * minutes
        }
    }
}
