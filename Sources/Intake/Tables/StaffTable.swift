// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// staff.csv: the roster.
struct StaffTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [StaffMember] = []
    private(set) var names: KnownNames?
    /// Every employer, also of rows with a fault elsewhere; nil where one cannot be read.
    private(set) var employers: [String]? = []
    private(set) var cells = TableCells()
    /// The index in `values` of each identifier.
    private(set) var index: [String: Int] = [:]
    private(set) var identifiers: IdentifierColumns?

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable) {
        self.basis = basis
        guard let input = basis.source.load(.staff),
            let table = CSVTable.read(input, .staff, diagnostics)
        else { return }
        var names = KnownNames(kind: "staff", home: "in staff.csv")
        for row in table.rows {
            let idField = table.field("staff", of: row)
            let id = idField?.identifier(diagnostics)
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let roles = table.field("role", of: row).flatMap { readRoles($0) }
            let employer = table.field("employer", of: row)?.identifier(diagnostics)
            if let employer { employers?.append(employer) } else { employers = nil }
            let locality = table.field("base_locality", of: row)?.identifier(diagnostics)
            let employment = table.field("employment", of: row)?.word(
                Employment.self, others: Self.employments, diagnostics)
            let name = table.given("name", of: row).flatMap { $0.note(diagnostics) }
            if let id, let name { names.call(id, name) }
            let hours = ["contract_hours", "max_hours"].map { column in
                table.given(column, of: row).flatMap { $0.decimal(in: 0...168, unit: "hours", diagnostics) }
            }
            if let contract = hours[0], let most = hours[1], most < contract {
                table.field("max_hours", of: row)?
                    .warning(
                        "max_hours is below contract_hours", expected: "\(contract) or more", diagnostics)
            }
            let cost = readCost(table, row, employment)
            let hasOptedOut = table.given("opted_out", of: row).flatMap { $0.truth(diagnostics) }
            let homeTeam = teams.readTeam(table.given("home_team", of: row))
            let past = readPast(table, row)
            let nonContact = table.given("non_contact_minutes", of: row)
                .flatMap { $0.decimal(in: 0...1440, unit: "minutes", diagnostics) }
            let pace = table.given("pace", of: row)
                .flatMap { $0.decimal(in: 0...10, unit: "times a full pace", isShare: true, diagnostics) }
            let human = table.given("person", of: row)?.identifier(diagnostics)
            guard let id, let roles, let employer, let locality, let employment, index[id] == nil
            else { continue }
            index[id] = values.count
            cells.append(row, of: table)
            values.append(
                StaffMember(
                    id: id, name: name, roles: roles, employer: employer, baseLocality: locality,
                    employment: employment, contractHours: hours[0] ?? 0, maximumHours: hours[1],
                    hourlyCost: cost, homeTeam: homeTeam, workedDaysBefore: past.days,
                    lastSessionBefore: past.session, nonContactMinutes: nonContact, pace: pace,
                    person: human))
            values[values.count - 1].hasOptedOut = hasOptedOut ?? false
        }
        guard table.has("staff") else { return }
        self.names = names
        identifiers = IdentifierColumns(table: table, columns: ["staff", "employer", "base_locality"])
        if table.rows.isEmpty { reportEmpty(table, "a person") }
    }

    /// What else people call the kinds of employment.
    private static let employments: [String: Employment] = [
        "permanent": .substantive, "perm": .substantive, "fixed term": .substantive, "employee": .substantive,
        "employed": .substantive, "contracted": .substantive, "staff": .substantive, "bank only": .bank,
        "bank staff": .bank, "casual": .bank, "zero hours": .bank, "locum": .agency, "temp": .agency,
        "temporary": .agency, "trainee": .student, "placement": .student, "voluntary": .volunteer,
    ]

    /// A person of the table; nil with an error reported.
    func readPerson(_ field: Field?) -> String? {
        guard let field, let person = field.identifier(diagnostics) else { return nil }
        guard let names else { return person }
        return names.resolve(person, at: field, diagnostics)
    }

    /// Pounds an hour. Bank and agency people cost something; students and volunteers are not paid.
    private func readCost(_ table: CSVTable, _ row: CSVTable.Row, _ employment: Employment?) -> Double {
        let field = table.given("hourly_cost", of: row)
        let cost = field.map { $0.decimal(in: 0...1_000_000, unit: "pounds", diagnostics) } ?? 0
        guard let employment, let cost else { return cost ?? 0 }
        let place = table.field("hourly_cost", of: row)?.place ?? table.place(of: row)
        switch employment {
        case .bank, .agency:
            guard cost == 0 else { break }
            diagnostics.add(
                .warning, at: place, field: "hourly_cost", found: field?.text, expected: "pounds an hour",
                message: "\(employment.rawValue) staff cost nothing an hour, so their bookings are free")
        case .student, .volunteer:
            guard cost > 0 else { break }
            diagnostics.add(
                .notice, at: place, field: "hourly_cost", found: field?.text, expected: "0 or a blank",
                message: "the hourly_cost of a \(employment.rawValue) is not counted")
        case .substantive: break
        }
        return cost
    }

    /// What the person worked before the horizon.
    private func readPast(_ table: CSVTable, _ row: CSVTable.Row) -> (days: Int, session: PastSession?) {
        let daysField = table.given("worked_days_before", of: row)
        let worked = daysField?.wholeNumber(in: 0...366, unit: "days", diagnostics)
        let days = worked ?? 0
        guard let field = table.given("last_session_before", of: row),
            let session = readSession(field)
        else { return (days, nil) }
        if let parts = weekFile?.parts?.map(\.id), !parts.contains(session.part) {
            let nearest = nearestName(to: session.part, in: parts)
            field.error(
                "'\(Diagnostic.shortened(session.part))' is no session in week.yaml" + didYouMean(nearest),
                expected: nearest ?? "of " + parts.joined(separator: ", "), diagnostics)
        }
        if let horizon {
            if session.day >= horizon.start {
                field.error(
                    "last_session_before \(field.shown) is not before the horizon",
                    expected: "a session before \(horizon.start)", diagnostics)
            } else if worked != nil, (days > 0) != (session.day == horizon.start.adding(days: -1)) {
                field.warning(
                    "last_session_before \(field.shown) and worked_days_before \(days) do not go together",
                    expected:
                        "a last session on \(horizon.start.adding(days: -1)) where days were worked up to it",
                    diagnostics)
            }
        }
        return (days, PastSession(day: session.day, part: session.part))
    }
}
