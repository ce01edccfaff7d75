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
            let line = readLine(table.field("line", of: row), demand.names, origins)
            let person = readPerson(table.field("staff", of: row), staff.names)
            let partnerField = table.given("partner", of: row)
            let partner = readPerson(partnerField, staff.names)
            let session = table.field("session", of: row).flatMap { field -> Int? in
                guard let session = field.session(diagnostics), let horizon else { return nil }
                return sessions.index(of: session, at: field, in: horizon)
            }
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
        otherWeek = sessions.tell(
            in: TableSchema.currentContacts.path, of: "sessions", horizon, diagnostics
        ) { field, session, horizon in
            field.warning(
                "\(horizon.absence(of: session)); the row is left out",
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }

    private func readPerson(_ field: Field?, _ names: KnownNames?) -> String? {
        guard let field, let name = field.identifier(diagnostics) else { return nil }
        guard let names, !names.contains(name) else { return name }
        tellLapsed(name, "staff", "staff.csv", names.names, field)
        return nil
    }

    /// A line that the week has, or of which it has contacts that were converted.
    private func readLine(_ field: Field?, _ names: KnownNames?, _ origins: Set<String>?) -> String? {
        guard let field, let name = field.identifier(diagnostics) else { return nil }
        guard let names, let origins, !origins.contains(DemandLine.origin(of: name)) else { return name }
        tellLapsed(name, "line", "demand.csv", names.names, field)
        return nil
    }

    /// Warns once of somebody or something that has gone since the plan was made.
    private func tellLapsed(
        _ name: String, _ kind: String, _ home: String, _ known: [String], _ field: Field
    ) {
        let nearest = nearestName(to: name, in: known)
        diagnostics.add(
            .warning, once: "\(TableSchema.currentContacts.path)\n\(kind)\n\(name)", at: field,
            expected: nearest ?? "a \(kind) that is in \(home)"
        ) { met in
            "\(kind) '\(Diagnostic.shortened(name))' is not in \(home); "
                + (met.count > 1 ? "\(met.count) rows are left out" : "the row is left out")
                + didYouMean(nearest)
        }
    }
}
