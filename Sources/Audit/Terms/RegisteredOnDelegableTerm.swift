// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contact minutes that registered people spend on work with a support route, or a delegated route open that
/// day in the line's team; each registered worker of a pair counts.
enum RegisteredOnDelegableTerm: PricedTerm {
    static let term = PriceTerms.Term.registeredOnDelegable

    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        return ledger.contacts.reduce(0.0) { sum, row in
            let line = facts.lines[row.line]
            let activity = line.activity
            let day = facts.week.sessions[row.session].dayIndex
            let open = facts.isDelegated(line.activityIndex, in: line.team, day: day)
            guard activity.support != nil || open else { return sum }
            let registered = row.workers.filter { facts.people[$0].isRegistered }
            let minutes = Double(activity.minutes) * row.contacts * Double(registered.count)
            return sum + facts.week.policy.registeredOnDelegableMinute * minutes
        }
    }
}
