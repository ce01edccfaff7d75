// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A session as it was worked: a row of `actuals.csv`.
public struct ActualSession: Sendable, Equatable {
    /// When, as files name it: `2026-11-23 am`.
    public let session: String
    /// Who.
    public let staff: String
    /// Where.
    public let team: String
    /// What it was paid as.
    public let booking: Booking
    /// Pounds that were paid; nil: the plan's.
    public let cost: Double?
    /// Contacts that the person led; nil: nobody says.
    public let contacts: Int?
    /// Hours in contact with people supported; nil: as many as such contacts take in the plan.
    public let contactHours: Double?

    /// A session.
    public init(
        session: String, staff: String, team: String, booking: Booking = .rostered, cost: Double? = nil,
        contacts: Int? = nil, contactHours: Double? = nil
    ) {
        (self.session, self.staff, self.team, self.booking) = (session, staff, team, booking)
        (self.cost, self.contacts, self.contactHours) = (cost, contacts, contactHours)
    }
}

extension TableSchema {
    /// `actuals.csv`: what was worked, for comparing it with a run.
    public static let actuals = TableSchema(
        path: "actuals.csv",
        notes: ["A session that somebody worked, on the rota or booked."],
        columns: [
            Column("session", "when: a day and a part of it", "2026-11-23 am"),
            Column("staff", "who", "SW-01"),
            Column("team", "where", "north-home"),
            .optional(
                "booking",
                "what it was paid as: rostered, contract, extra, overtime, bank, agency, unpaid; blank: rostered",
                "bank"),
            .optional("cost", "pounds paid for it; blank: what the plan says", "96.40"),
            .optional("contacts", "contacts that the person gave, of a pair one of the two", "4"),
            .optional(
                "contact_hours", "hours in contact; blank: as many as contacts of the team take in the plan",
                "2.5"),
        ])
}

extension ActualSession {
    /// Reads what was worked, and everything that is wrong with it at once.
    ///
    /// - Returns: The rows in order of the file, nil where anything is wrong; and what there is to say.
    public static func read(
        _ path: FilePath, beside outcome: RunOutcome
    ) -> (sessions: [ActualSession]?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        guard
            let input = InputFile.load(
                path.name.description, in: path.parent, at: path, diagnostics),
            let table = CSVTable.read(input, .actuals, diagnostics)
        else { return (nil, diagnostics.sorted) }
        let reader = ActualsReader(table, outcome, diagnostics)
        let sessions = reader.sessions()
        return (diagnostics.hasErrors ? nil : sessions, diagnostics.sorted)
    }
}

/// Reads the rows of `actuals.csv` beside a plan, whose days, teams and pay they may lean on.
private struct ActualsReader {
    private struct Cell: Hashable {
        let session: String
        let staff: String
    }

    private let table: CSVTable
    private let diagnostics: Diagnostics
    private let names: WeekNames
    private let days: ClosedRange<CalendarDay>?
    private let parts: [String]
    /// Who the plan pays for which session.
    private let paid: Set<Cell>

    init(_ table: CSVTable, _ outcome: RunOutcome, _ diagnostics: Diagnostics) {
        (self.table, self.diagnostics) = (table, diagnostics)
        names = outcome.names
        let written = outcome.names.sessions.compactMap(Field.cut)
        let all = written.compactMap { CalendarDay(iso: $0.date) }
        days = all.min().flatMap { least in all.max().map { least...$0 } }
        parts = Set(written.map(\.part)).sorted()
        paid = Set(outcome.planned.map { Cell(session: $0.session, staff: $0.staff) })
    }

    func sessions() -> [ActualSession] {
        var lines: [Cell: Int] = [:]
        return table.rows.compactMap { row in
            let session = session(row)
            let (staff, team) = (staff(row), team(row))
            let booking =
                table.given("booking", of: row).map { $0.word(Booking.self, diagnostics) }
                ?? .rostered
            let cost = number("cost", 0...1e6, "pounds", row)
            let hours = number("contact_hours", 0...24, "hours", row)
            let contacts = contacts(row)
            guard let session, let staff, let team, let booking, let cost, let hours, let contacts else {
                return nil
            }
            let cell = Cell(session: session, staff: staff)
            if let first = lines[cell] {
                table.field("session", of: row)?.error(
                    "'\(Diagnostic.shortened(staff))' has two rows for \(session), the first in line \(first)",
                    expected: "one row for each person and session", diagnostics)
                return nil
            }
            lines[cell] = row.line
            if cost.value == nil, !paid.contains(cell) {
                let place = table.field("cost", of: row) ?? table.field("staff", of: row)
                place?.error(
                    "cost is blank, and the plan does not have '\(Diagnostic.shortened(staff))' at work in \(session)",
                    expected: "the pounds that were paid", diagnostics)
                return nil
            }
            return ActualSession(
                session: session, staff: staff, team: team, booking: booking, cost: cost.value,
                contacts: contacts.value, contactHours: hours.value)
        }
    }

    /// A cell that may be blank, read.
    private struct Given<Value> {
        let value: Value?
    }

    private func session(_ row: CSVTable.Row) -> String? {
        guard let field = table.field("session", of: row),
            let written = field.session(within: days, parts: parts, diagnostics)
        else { return nil }
        guard names.sessions.contains(written.id) else {
            field.error(
                "session \(field.shown) is not in the run's week",
                expected: (days.map { "a session from \($0.lowerBound) to \($0.upperBound), " } ?? "")
                    + "one of \(parts.joined(separator: ", "))", diagnostics)
            return nil
        }
        return written.id
    }

    /// Somebody new may have come, so an unknown name is no error.
    private func staff(_ row: CSVTable.Row) -> String? {
        guard let field = table.field("staff", of: row), let staff = field.identifier(diagnostics) else {
            return nil
        }
        if !names.staff.contains(staff) {
            let nearest = nearestName(to: staff, in: names.staff)
            field.warning(
                "person \(field.shown) was not on the run's roster" + didYouMean(nearest),
                expected: nearest ?? "a person of the roster", diagnostics)
        }
        return staff
    }

    private func team(_ row: CSVTable.Row) -> String? {
        guard let field = table.field("team", of: row),
            let team = field.identifier(blanks: false, diagnostics)
        else { return nil }
        guard names.teams.contains(team) else {
            let nearest = nearestName(to: team, in: names.teams)
            field.error(
                "team \(field.shown) is not one of the run's" + didYouMean(nearest),
                expected: nearest ?? "one of \(names.teams.joined(separator: ", "))", diagnostics)
            return nil
        }
        return team
    }

    private func number(
        _ column: String, _ limits: ClosedRange<Double>, _ unit: String, _ row: CSVTable.Row
    ) -> Given<Double>? {
        guard let field = table.given(column, of: row) else { return Given(value: nil) }
        return field.decimal(in: limits, unit: unit, diagnostics).map { Given(value: $0) }
    }

    private func contacts(_ row: CSVTable.Row) -> Given<Int>? {
        guard let field = table.given("contacts", of: row) else { return Given(value: nil) }
        return field.wholeNumber(in: 0...200, unit: "contacts", diagnostics).map { Given(value: $0) }
    }
}
