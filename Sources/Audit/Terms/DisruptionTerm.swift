// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Person-sessions in which somebody is sent elsewhere than the plan in force says, or only one of the two
/// sends them anywhere.
enum DisruptionTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let week = ledger.facts.week
        guard let current = week.current else { return 0 }
        var before: [StaffSession: String] = [:]
        for row in current {
            guard let staff = ledger.facts.staffIndex[row.staff] else { continue }
            let key = StaffSession(staff: staff, session: row.session)
            if before[key] == nil { before[key] = row.team }
        }
        var differing = 0
        for staff in week.staff.indices {
            for session in week.sessions.indices {
                let now = ledger.teams(staff, session).first.map { week.teams[$0].id }
                if now != before[StaffSession(staff: staff, session: session)] { differing += 1 }
            }
        }
        return week.policy.disruptionSession * Double(differing)
    }
}
