// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Which contacts of a line go from whom to whom between two plans, told by what each gives more or less of.
///
/// Contacts have no name of their own, so that who takes over from whom is a choice: the same person's first, then
/// others' of that session, then the same person's of another session, then anybody's, each in order of the roster and
/// the sessions. Contacts that were given as another activity are still those of the line they come from.
struct PassedContacts {
    /// What goes, in order of line, taker and giver.
    private(set) var passed: [PlanChangeFigures.Passed] = []

    /// What somebody gives more or less of.
    private struct Part {
        let line: String
        let person: Int
        let staff: String
        let session: Int
        var contacts: Int

        var seat: PlanChangeFigures.Seat { PlanChangeFigures.Seat(staff: staff, session: session) }
    }

    private struct Key: Hashable {
        let line, staff: String
        let session: Int
    }

    init(from before: PlanRows, to after: PlanRows, of week: Week) {
        guard week.currentContacts != nil else { return }
        let (people, lines) = (week.staff.map(\.id).positions, week.demand.map(\.id).positions)
        var more: [Key: Int] = [:]
        for (rows, sign) in [(before, -1), (after, 1)] {
            for row in rows.contacts {
                for staff in [row.staff, row.partner].compactMap(\.self) {
                    more[Key(line: row.line, staff: staff, session: row.session), default: 0] +=
                        sign * row.contacts
                }
            }
        }
        let parts = more.filter { $0.value != 0 }.map { key, contacts in
            Part(
                line: key.line, person: people[key.staff] ?? .max, staff: key.staff, session: key.session,
                contacts: contacts)
        }
        let ordered = parts.sorted { one, other in
            (lines[one.line] ?? .max, one.line, one.session, one.person, one.staff)
                < (lines[other.line] ?? .max, other.line, other.session, other.person, other.staff)
        }
        var origins: [String] = []
        var known = Set<String>()
        for part in ordered {
            let origin = DemandLine.origin(of: part.line)
            if known.insert(origin).inserted { origins.append(origin) }
        }
        let byOrigin = Dictionary(grouping: ordered) { DemandLine.origin(of: $0.line) }
        for origin in origins { match(byOrigin[origin] ?? []) }
    }

    private mutating func match(_ parts: [Part]) {
        var takers = parts.filter { $0.contacts > 0 }
        var givers = parts.filter { $0.contacts < 0 }
        let ways: [(Part, Part) -> Bool] = [
            { $0.staff == $1.staff && $0.session == $1.session }, { $0.session == $1.session },
            { $0.staff == $1.staff }, { _, _ in true },
        ]
        for mayPass in ways {
            for taker in takers.indices {
                for giver in givers.indices where mayPass(takers[taker], givers[giver]) {
                    let number = min(takers[taker].contacts, -givers[giver].contacts)
                    guard number > 0 else { continue }
                    takers[taker].contacts -= number
                    givers[giver].contacts += number
                    add(number, of: takers[taker].line, from: givers[giver].seat, to: takers[taker].seat)
                }
            }
        }
        for taker in takers where taker.contacts > 0 {
            add(taker.contacts, of: taker.line, from: nil, to: taker.seat)
        }
        for giver in givers where giver.contacts < 0 {
            add(-giver.contacts, of: giver.line, from: giver.seat, to: nil)
        }
    }

    private mutating func add(
        _ contacts: Int, of line: String, from giver: PlanChangeFigures.Seat?,
        to taker: PlanChangeFigures.Seat?
    ) {
        passed.append(PlanChangeFigures.Passed(line: line, contacts: contacts, from: giver, to: taker))
    }
}
