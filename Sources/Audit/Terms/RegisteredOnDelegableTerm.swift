// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contact minutes that registered people spend on work with a support route, or a delegated route open that
/// day; each registered worker of a pair counts.
enum RegisteredOnDelegableTerm: PricedTerm {
    static let term = PriceTerms.Term.registeredOnDelegable

    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        return ledger.contacts.reduce(0.0) { sum, row in
            let activity = facts.lines[row.line].activity
            let open = activity.delegated?.isOpen(on: facts.week.sessions[row.session].day) ?? false
            guard activity.support != nil || open else { return sum }
            let registered = row.workers.filter { facts.people[$0].isRegistered }
            let minutes = Double(activity.minutes) * row.contacts * Double(registered.count)
            return sum + facts.week.policy.registeredOnDelegableMinute * minutes
        }
    }
}
