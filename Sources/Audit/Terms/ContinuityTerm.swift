// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of lines with usual people that somebody else takes part in; each such worker of a pair counts. A usual
/// person is one by whichever row of the roster they work.
enum ContinuityTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        var others = 0.0
        for row in ledger.contacts {
            let usual = facts.lines[row.line].line.usual
            guard !usual.isEmpty else { continue }
            let strangers = row.workers.filter { worker in
                !usual.contains { facts.isPerson(worker, named: $0) }
            }
            others += row.contacts * Double(strangers.count)
        }
        return facts.week.policy.continuityContact * others
    }
}
