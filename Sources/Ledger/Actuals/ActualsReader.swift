// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads the rows of `actuals.csv` beside a plan, whose days, teams, bookings and pay they may lean on.
struct ActualsReader {
    private struct Cell: Hashable {
        let session: String
        let staff: String
    }

    private let table: CSVTable
    private let diagnostics: Diagnostics
    private let names: WeekNames
    private let days: ClosedRange<CalendarDay>?
    private let parts: [String]
    /// What the plan pays a person for which session as.
    private let planned: [Cell: Booking]

    init(_ table: CSVTable, _ outcome: RunOutcome, _ diagnostics: Diagnostics) {
        (self.table, self.diagnostics) = (table, diagnostics)
        names = outcome.names
        (days, parts) = (outcome.names.days, outcome.names.parts)
        planned = Dictionary(
            outcome.planned.map { (Cell(session: $0.session, staff: $0.staff), $0.booking) }
        ) { first, _ in first }
    }

    func sessions() -> [ActualSession] {
        var lines: [Cell: Int] = [:]
        return table.rows.compactMap { row in
            let session = session(row)
            let (staff, team) = (staff(row), team(row))
            let booking = booking(row)
            let cost = number("cost", 0...1e6, "pounds", row)
            let hours = number("contact_hours", 0...24, "hours", row)
            let contacts = count("contacts", "contacts", row)
            let starts = count("starts", "people", row)
            guard let session, let staff, let team, let booking, let cost, let hours, let contacts, let starts
            else { return nil }
            let cell = Cell(session: session, staff: staff)
            if let first = lines[cell] {
                table.field("session", of: row)?.error(
                    "'\(Diagnostic.shortened(staff))' has two rows for \(session), the first in line \(first)",
                    expected: "one row for each person and session", diagnostics)
                return nil
            }
            lines[cell] = row.line
            let paidAs = booking.value ?? planned[cell] ?? .rostered
            guard let paid = pay(cost.value, as: paidAs, cell, row),
                isPossible(starts: starts.value, of: contacts.value, row)
            else { return nil }
            return ActualSession(
                session: session, staff: staff, team: team, booking: paidAs, cost: paid.value,
                contacts: contacts.value, contactHours: hours.value, starts: starts.value)
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
                "session \(field.shown) is not in the run's week", expected: names.sessionForm, diagnostics)
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
        return field.isOneOf(names.teams, "team", diagnostics) ? team : nil
    }

    private func booking(_ row: CSVTable.Row) -> Given<Booking>? {
        guard let field = table.given("booking", of: row) else { return Given(value: nil) }
        return field.word(Booking.self, diagnostics).map { Given(value: $0) }
    }

    /// What was paid: blank is the plan's, which says so only of somebody who is paid as the plan has it.
    private func pay(_ cost: Double?, as booking: Booking, _ cell: Cell, _ row: CSVTable.Row) -> Given<
        Double
    >? {
        if let cost {
            guard booking != .unpaid || cost == 0 else {
                table.field("cost", of: row)?.error(
                    "cost is more than nothing, and booking is 'unpaid'",
                    expected: "0, or what it was paid as", diagnostics)
                return nil
            }
            return Given(value: cost)
        }
        let place = table.field("cost", of: row) ?? table.field("staff", of: row)
        guard let planned = planned[cell] else {
            guard booking != .unpaid else { return Given(value: 0) }
            place?.error(
                "cost is blank, and the plan does not have '\(Diagnostic.shortened(cell.staff))' at work in "
                    + cell.session,
                expected: "the pounds that were paid", diagnostics)
            return nil
        }
        guard booking != planned else { return Given(value: nil) }
        guard booking != .unpaid else { return Given(value: 0) }
        place?.error(
            "cost is blank, and the plan has '\(Diagnostic.shortened(cell.staff))' in \(cell.session) paid as "
                + "\(planned.rawValue), not as \(booking.rawValue)",
            expected: "the pounds that were paid", diagnostics)
        return nil
    }

    /// Each person whose care begins has a contact.
    private func isPossible(starts: Int?, of contacts: Int?, _ row: CSVTable.Row) -> Bool {
        guard let starts, let contacts, starts > contacts else { return true }
        table.field("starts", of: row)?.error(
            "starts is more than the contacts of the row, \(contacts)",
            expected: "at most as many as contacts", diagnostics)
        return false
    }

    private func number(
        _ column: String, _ limits: ClosedRange<Double>, _ unit: String, _ row: CSVTable.Row
    ) -> Given<Double>? {
        guard let field = table.given(column, of: row) else { return Given(value: nil) }
        return field.decimal(in: limits, unit: unit, diagnostics).map { Given(value: $0) }
    }

    private func count(_ column: String, _ unit: String, _ row: CSVTable.Row) -> Given<Int>? {
        guard let field = table.given(column, of: row) else { return Given(value: nil) }
        return field.wholeNumber(in: 0...200, unit: unit, diagnostics).map { Given(value: $0) }
    }
}
