// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Person-sessions in which somebody is sent elsewhere than the plan in force says, or only one of the two
/// sends them anywhere; and contacts of it that somebody no longer takes part in.
enum DisruptionTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double { sessions(ledger) + contacts(ledger) }

    private static func sessions(_ ledger: Ledger) -> Double {
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

    /// Somebody's part in the contacts of a line, with those converted from it, in a session.
    private struct Part: Hashable {
        let staff: Int
        let session: Int
        let line: Substring
    }

    private static func contacts(_ ledger: Ledger) -> Double {
        let facts = ledger.facts
        guard let rows = facts.week.currentContacts else { return 0 }
        let known = Set(facts.week.demand.map { first($0.id) })
        var before: [Part: Double] = [:]
        for row in rows where facts.week.sessions.indices.contains(row.session) {
            let people = ([row.staff] + [row.partner].compactMap(\.self)).map { facts.staffIndex[$0] }
            guard row.contacts > 0, known.contains(first(row.line)), !people.contains(nil) else { continue }
            for staff in Set(people.compactMap(\.self)) {
                let part = Part(staff: staff, session: row.session, line: first(row.line))
                before[part, default: 0] += Double(row.contacts)
            }
        }
        var now: [Part: Double] = [:]
        for row in ledger.contacts {
            for staff in row.workers {
                now[Part(staff: staff, session: row.session, line: first(row.row.line)), default: 0] +=
                    row.contacts
            }
        }
        let lost = before.reduce(0) { $0 + max(0, $1.value - (now[$1.key] ?? 0)) }
        return facts.week.policy.disruptionContact * lost
    }

    /// The line that a line's contacts were first those of.
    private static func first(_ line: String) -> Substring {
        guard !line.hasSuffix("~reserve"), let end = line.firstIndex(of: "~") else { return line[...] }
        return line[..<end]
    }
}
