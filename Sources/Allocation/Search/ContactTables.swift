// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes about the contact columns. A slot is a line in a session of its window.
struct ContactTables: Sendable {
    let column: [ContactColumn]
    /// The greatest whole number of minutes that every contact is a multiple of, and minutes in it.
    let unit: Int
    let units: [Int32]
    /// The cell, the group and session, and the slot.
    let cell: [Int32]
    let groupPlace: [Int32]
    let slot: [Int32]
    /// Pounds a contact: a registered person on delegable work.
    let price: [Double]
    /// Whether a column's contacts count for a span.
    let isUnderSpan: [Bool]
    /// Whether the person of a double-handed part can lead.
    let leads: [Bool]
    /// The first slot of each line, and the double-handed parts of each slot.
    let slotStart: [Int]
    let partsOfSlot: [[Int32]]

    init(_ model: WeeklyModel) {
        let instance = model.instance
        let sessions = instance.sessionCount
        let contacts = model.layout.contacts
        column = contacts
        let unit = max(1, contacts.reduce(0) { Self.commonDivisor($0, Int($1.minutes)) })
        self.unit = unit
        units = contacts.map { $0.minutes / Int32(unit) }
        cell = contacts.map { Int32(Int($0.person) * sessions + Int($0.session)) }
        groupPlace = contacts.map {
            Int32(instance.groupOfTeam[Int($0.team)] * sessions + Int($0.session))
        }
        price = contacts.map { model.program.cost[Int($0.column)] }
        isUnderSpan = contacts.map {
            $0.kind == .delegatedContacts && instance.isUnderSpan(line: Int($0.line))
        }
        leads = contacts.map { contact in
            contact.kind == .doubleHandedParts
                && instance.standing(
                    person: Int(contact.person), day: instance.calendar.dayOfSession[Int(contact.session)],
                    activity: instance.lines[Int(contact.line)].activity, team: Int(contact.team)
                ).hasRoute
        }
        var slotStart = [0]
        for line in instance.lines { slotStart.append((slotStart.last ?? 0) + line.window.count) }
        let slot = contacts.map { contact in
            let i = Int(contact.line)
            return Int32(slotStart[i] + Int(contact.session) - instance.lines[i].window.lowerBound)
        }
        var parts = [[Int32]](repeating: [], count: slotStart.last ?? 0)
        for (index, contact) in contacts.enumerated() where contact.kind == .doubleHandedParts {
            parts[Int(slot[index])].append(Int32(index))
        }
        (self.slotStart, self.slot, partsOfSlot) = (slotStart, slot, parts)
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
