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
        var given = ContactsGiven()
        for row in rows where row.contacts > 0 && index.hasSession(row.session) {
            let people = row.workers.compactMap(index.person)
            guard lines[DemandLine.origin(of: row.line)] != nil, people.count == row.workers.count else {
                continue
            }
            for person in people { given.add(row.contacts, of: row.line, index.cell(person, row.session)) }
        }
        let sorted = given.order.enumerated().sorted {
            ($0.element.cell, $0.offset) < ($1.element.cell, $1.offset)
        }
        return sorted.map { _, key in
            let (person, session) = key.cell.quotientAndRemainder(dividingBy: sessions.count)
            return ContactsInForce(
                person: person, session: session, lines: lines[key.origin] ?? [],
                contacts: given.contacts[key] ?? 0)
        }
    }

    /// Contacts in force that people no longer take part in, where these are the contacts given.
    public func contactsLost(_ given: [ContactRow], _ index: WeekIndex) -> Int {
        let inForce = contactsInForce(index)
        guard !inForce.isEmpty else { return 0 }
        var now = ContactsGiven()
        for row in given where index.hasSession(row.session) && index.line(row.line) != nil {
            for person in [row.staff, row.partner].compactMap({ $0.flatMap(index.person) }) {
                now.add(row.contacts, of: row.line, index.cell(person, row.session))
            }
        }
        return inForce.reduce(0) { sum, one in
            guard let line = one.lines.first else { return sum }
            let key = ContactsGiven.Key(demand[line].id, index.cell(one.person, one.session))
            return sum + one.lost(now.contacts[key] ?? 0)
        }
    }
}

/// Contacts that people take part in, added up by cell and by the line they were first asked for in.
private struct ContactsGiven {
    struct Key: Hashable {
        let cell: Int
        let origin: String

        init(_ line: String, _ cell: Int) {
            self.cell = cell
            origin = DemandLine.origin(of: line)
        }
    }

    /// The keys in the order in which they were first met.
    private(set) var order: [Key] = []
    private(set) var contacts: [Key: Int] = [:]

    mutating func add(_ number: Int, of line: String, _ cell: Int) {
        let key = Key(line, cell)
        if contacts[key] == nil { order.append(key) }
        let (sum, isTooMuch) = contacts[key, default: 0].addingReportingOverflow(number)
        contacts[key] = isTooMuch ? .max : sum
    }
}
