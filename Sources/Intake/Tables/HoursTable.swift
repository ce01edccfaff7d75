// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// hours_before.csv or other_hours.csv, both optional: working time besides that of the days planned.
struct HoursTable: WeekTable {
    let basis: WeekBasis
    /// The hours of each row, with the index of its person on the roster.
    private(set) var values: [(person: Int, hours: WeekHours)] = []

    /// Reads the table.
    ///
    /// - Parameter schema: Which of the two; hours before are of weeks before the horizon.
    init(_ basis: WeekBasis, _ schema: TableSchema, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(schema),
            let table = CSVTable.read(input, schema, diagnostics)
        else { return }
        var rows = KnownNames(kind: "week", home: "in \(schema.path)")
        for row in table.rows {
            let person = staff.readPerson(table.field("staff", of: row))
            let field = table.field("week_starting", of: row)
            let week = field.flatMap { readMonday($0, isBefore: schema == .hoursBefore) }
            let hours = table.field("hours", of: row)?.decimal(in: 0...168, unit: "hours", diagnostics)
            if let person, let week, let field {
                let name = "\(week) of \(person)"
                rows.define(name, at: Field(name, name: field.name, place: field.place), diagnostics)
            }
            guard let person, let week, let hours, let index = staff.index[person] else { continue }
            values.append((index, WeekHours(week: week, hours: hours)))
        }
    }

    /// The Monday of a week, before the horizon where it has to be; nil with an error reported.
    private func readMonday(_ field: Field, isBefore: Bool) -> CalendarDay? {
        guard let day = field.day(diagnostics) else { return nil }
        guard day.weekday == .monday else {
            field.error(
                "\(field.name) \(field.shown) is a \(day.weekday.short), not a Monday",
                expected: "a Monday: \(day.monday)", diagnostics)
            return nil
        }
        if isBefore, let horizon, day >= horizon.start {
            field.error(
                "\(field.name) \(field.shown) is not before the horizon, whose hours are in rota.csv",
                expected: "a Monday before \(horizon.start)", diagnostics)
            return nil
        }
        return day
    }
}
