// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// current/contacts.csv, optional: the contacts of the plan in force. Rows that no longer fit the week are left out.
struct CurrentContactsTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [CurrentContact]?
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
            contacts.append(
                CurrentContact(line: line, session: session, staff: person, partner: partner, contacts: count)
            )
        }
        values = contacts
        otherWeek = tell(of: sessions, in: .currentContacts)
    }
}
