// SPDX-License-Identifier: GPL-3.0-or-later

/// Contacts of one line, with those converted from it, that the plan in force has a person take part in in a session.
/// Each that they no longer take part in has its price.
public struct ContactsInForce: Sendable, Hashable {
    /// The person's position.
    public let person: Int
    /// The session's position.
    public let session: Int
    /// The positions of the lines that count as that one line, ascending.
    public let lines: [Int]
    /// Contacts, 1 or more.
    public let contacts: Int

    /// Contacts lost where the person takes part in so many.
    public func lost(_ now: Int) -> Int { max(0, contacts - now) }
}

extension Week {
    /// What the plan in force has people give, by person, then by session, then in order of the rows. Rows that name
    /// people, sessions or lines which are gone are left out.
    public func contactsInForce(_ index: WeekIndex) -> [ContactsInForce] {
        guard let rows = currentContacts, !rows.isEmpty else { return [] }
        let lines = Dictionary(grouping: demand.indices) { DemandLine.origin(of: demand[$0].id) }
        struct Key: Hashable {
            let cell: Int
            let origin: String
        }
        var order: [Key] = []
        var contacts: [Key: Int] = [:]
        for row in rows where row.contacts > 0 && index.hasSession(row.session) {
            let origin = DemandLine.origin(of: row.line)
            let people = row.workers.map { index.person($0) }
            guard lines[origin] != nil, !people.contains(nil) else { continue }
            for person in people.compactMap(\.self) {
                let key = Key(cell: index.cell(person, row.session), origin: origin)
                if contacts[key] == nil { order.append(key) }
                let (sum, isTooMuch) = contacts[key, default: 0].addingReportingOverflow(row.contacts)
                contacts[key] = isTooMuch ? .max : sum
            }
        }
        let sorted = order.enumerated().sorted { ($0.element.cell, $0.offset) < ($1.element.cell, $1.offset) }
        return sorted.map { _, key in
            let (person, session) = key.cell.quotientAndRemainder(dividingBy: sessions.count)
            return ContactsInForce(
                person: person, session: session, lines: lines[key.origin] ?? [],
                contacts: contacts[key] ?? 0)
        }
    }

    /// Contacts in force that people no longer take part in, where these are the contacts given.
    public func contactsLost(_ given: [ContactRow], _ index: WeekIndex) -> Int {
        let inForce = contactsInForce(index)
        guard !inForce.isEmpty else { return 0 }
        struct Part: Hashable {
            let cell: Int
            let line: Int
        }
        var now: [Part: Int] = [:]
        for row in given where index.hasSession(row.session) {
            guard let line = index.line(row.line) else { continue }
            for person in [row.staff, row.partner].compactMap({ $0.flatMap(index.person) }) {
                now[Part(cell: index.cell(person, row.session), line: line), default: 0] += row.contacts
            }
        }
        return inForce.reduce(0) { sum, one in
            let cell = index.cell(one.person, one.session)
            return sum + one.lost(one.lines.reduce(0) { $0 + now[Part(cell: cell, line: $1), default: 0] })
        }
    }
}
