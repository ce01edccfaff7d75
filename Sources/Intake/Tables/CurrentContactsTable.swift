// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// current/contacts.csv, optional: the contacts of the plan in force. Rows that no longer fit the week are left out.
struct CurrentContactsTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [CurrentContact]?
    /// The cell of each row that names who gave them.
    private(set) var fields: [Field] = []
    /// Where all of its sessions are of other days than those planned.
    private(set) var otherWeek: OtherWeek?

    /// Reads the table.
    init(_ basis: WeekBasis, staff: StaffTable, demand: DemandTable) {
        self.basis = basis
        guard let input = basis.source.load(.currentContacts),
            let table = CSVTable.read(input, .currentContacts, diagnostics)
        else { return }
        let origins = demand.names.map { Set($0.names.map(DemandLine.origin)) }
        var contacts: [CurrentContact] = []
        var sessions = SessionsOutside()
        for row in table.rows {
            // A line stands where the week has it, or others that contacts of it were converted to.
            let line = readLapsed(
                table.field("line", of: row), demand.names,
                stands: { origins?.contains(DemandLine.origin(of: $0)) ?? true })
            let person = readLapsed(table.field("staff", of: row), staff.names)
            let partnerField = table.given("partner", of: row)
            let partner = readLapsed(partnerField, staff.names)
            let session = readSession(table.field("session", of: row), &sessions)
            let count = table.field("contacts", of: row)?
                .wholeNumber(in: 0...100_000, unit: "contacts", diagnostics)
            guard let line, let person, let session, let count, (partner == nil) == (partnerField == nil)
            else { continue }
            if partner == person {
                partnerField?.error(
                    "partner \(partnerField?.shown ?? "") is the same person as staff",
                    expected: "the second of the pair, or a blank", diagnostics)
            }
            // Of sessions that are not over it is good to know, and no more.
            var route = table.given("route", of: row).flatMap { ContactRoute(rawValue: $0.text) }
            if session < basis.weekFile?.frozenBefore ?? 0 {
                let asked = demand.values.first { $0.id == line }?.activity
                let hands = basis.framework?.activities.first { $0.id == asked }?.hands
                route = readRoute(table, row, hands: hands, partner: partner)
                guard route != nil else { continue }
            }
            contacts.append(
                CurrentContact(
                    line: line, session: session, staff: person, partner: partner, contacts: count,
                    route: route))
            if let field = table.field("staff", of: row) { fields.append(field) }
        }
        values = contacts
        otherWeek = tell(of: sessions, in: .currentContacts)
    }

    /// In what standing contacts of a session that is over were given; nil with an error reported.
    ///
    /// - Parameter hands: Workers that a contact of the line takes; nil where the line is not known.
    private func readRoute(
        _ table: CSVTable, _ row: CSVTable.Row, hands: Int?, partner: String?
    ) -> ContactRoute? {
        let expected = ContactRoute.allCases.map(\.rawValue).joined(separator: ", ")
        guard let field = table.given("route", of: row) else {
            table.field("staff", of: row)?.error(
                "contacts of a session before frozen_before have no route", expected: expected, diagnostics)
            return nil
        }
        guard let route = field.word(ContactRoute.self, diagnostics) else { return nil }
        let isOfTwo = route == .doubleHanded || route == .singleHanded
        if let hands, isOfTwo != (hands == 2) {
            field.error(
                "route \(field.shown) is none of an activity of \(hands) hand\(hands == 1 ? "" : "s")",
                expected: hands == 2 ? "double-handed or single-handed" : "registered, support or delegated",
                diagnostics)
            return nil
        }
        if (route == .doubleHanded) != (partner != nil) {
            field.error(
                partner == nil
                    ? "double-handed contacts have no partner"
                    : "contacts that are not double-handed have a partner",
                expected: partner == nil
                    ? "the second of the pair in partner" : "double-handed, or no partner",
                diagnostics)
            return nil
        }
        return route
    }
}
