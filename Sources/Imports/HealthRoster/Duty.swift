// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A duty of an export: an hours assignment, filled or not.
struct Duty {
    /// Whose it is; nil: nobody's, or somebody's without a number.
    let staff: Field?
    let name: String?
    let employeeType: Field?
    let personGrade: String?
    let requiredGrade: String?
    let owningUnit: String?
    let unit: String
    let day: CalendarDay
    /// Minutes after the midnight that the day begins with; the end is after the start.
    let start: Int
    let end: Int
    /// Paid minutes; nil: all of it.
    let workMinutes: Double?
    /// Hours a week by contract.
    let contractHours: Double?
    let isFilled: Bool
    let isAdditional: Bool
    let place: Field

    /// Hours paid.
    var hours: Double { (workMinutes ?? Double(end - start)) / 60 }

    /// Reads a row; nil where it is left out, or an error was reported.
    ///
    /// - Parameter fullTime: Hours a week of one whole-time equivalent.
    static func read(
        _ row: ExportTable.Row, fullTime: Double, _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) -> Duty? {
        if let flag = row["CancelFlag"], flag.truth(diagnostics) != false {
            proposal.leaveOut("cancelled duties")
            return nil
        }
        guard let unit = row["ResourcingUnit"] ?? blank("ResourcingUnit", row, diagnostics),
            let valid = row["ValidDate"] ?? blank("ValidDate", row, diagnostics),
            let day = valid.exportDay(diagnostics), let isFilled = isFilled(row, diagnostics),
            let (start, end) = times(row, day, diagnostics)
        else { return nil }
        var staff = row["StaffNumber"]
        if !isFilled, let number = staff {
            number.warning(
                "the duty is unfilled and has a staff number all the same; it is read as unfilled",
                diagnostics)
            staff = nil
        }
        if let number = staff, number.identifier(diagnostics) == nil { return nil }
        let name = [row["Forenames"], row["Surname"]].compactMap { $0?.note(diagnostics) }
        let given = row["ContractedTime"].flatMap {
            $0.hoursAsMinutes(in: 0...168, diagnostics).map { $0 / 60 }
        }
        let whole = row["PersonWTE"].flatMap {
            $0.decimal(in: 0...2, unit: "WTE", diagnostics).map { $0 * fullTime }
        }
        var contract = given ?? whole
        if let given, let whole, abs(given - whole) > 0.5 {
            // Some exports have the duty's own time there.
            contract = nil
            proposal.leaveOut(
                "contract hours where ContractedTime and PersonWTE say two things: they stay as they are")
        }
        return Duty(
            staff: staff, name: name.isEmpty ? nil : name.joined(separator: " "),
            employeeType: row["EmployeeType"], personGrade: row["PersonGrade"]?.text,
            requiredGrade: row["RequiredGrade"]?.text, owningUnit: row["OwningUnit"]?.text, unit: unit.text,
            day: day, start: start, end: end,
            workMinutes: row["WorkTime"].flatMap { $0.hoursAsMinutes(in: 0...24, diagnostics) },
            contractHours: contract, isFilled: isFilled, isAdditional: row["AdditionalDutyReason"] != nil,
            place: staff ?? valid)
    }

    private static func blank(
        _ column: String, _ row: ExportTable.Row, _ diagnostics: Diagnostics
    ) -> Field? {
        diagnostics.add(
            .error, at: row.place, field: column, expected: "a \(column)", message: "\(column) is blank")
        return nil
    }

    private static func isFilled(_ row: ExportTable.Row, _ diagnostics: Diagnostics) -> Bool? {
        guard let status = row["FulfillmentStatus"] ?? blank("FulfillmentStatus", row, diagnostics) else {
            return nil
        }
        switch ImportMap.key(status.text) {
        case "filled": return true
        case "unfilled", "unfilled shift": return false
        case _:
            status.error(
                "FulfillmentStatus \(status.shown) is not known",
                expected: "Filled, Unfilled or Unfilled Shift",
                diagnostics)
            return nil
        }
    }

    /// Start and end: what was worked before what was planned.
    private static func times(
        _ row: ExportTable.Row, _ day: CalendarDay, _ diagnostics: Diagnostics
    ) -> (start: Int, end: Int)? {
        guard let start = time(["ActualStart", "DutyStart", "ShiftStart"], row, day, diagnostics),
            let end = time(["ActualEnd", "DutyEnd", "ShiftEnd"], row, day, end: true, diagnostics)
        else { return nil }
        // A time alone that is not after the start is on the next day.
        var last = end.minutes
        if last <= start.minutes, !end.isDated { last += 1440 }
        guard last > start.minutes, last - start.minutes <= 1440 else {
            end.field.error(
                "the duty ends \(last <= start.minutes ? "before it begins" : "more than a day after it begins")",
                expected: "an end within 24 hours of the start", diagnostics)
            return nil
        }
        return (start.minutes, last)
    }

    /// The first of some columns that has a time, in minutes from the day's midnight.
    private static func time(
        _ columns: [String], _ row: ExportTable.Row, _ day: CalendarDay, end: Bool = false,
        _ diagnostics: Diagnostics
    ) -> (minutes: Int, isDated: Bool, field: Field)? {
        for column in columns {
            guard let field = row[column] else { continue }
            guard let moment = field.moment(end: end, diagnostics) else { return nil }
            guard let minutes = moment.minutes else { continue }
            let later = moment.day.map { $0.number - day.number } ?? 0
            guard (-1...2).contains(later) else {
                field.error(
                    "\(column) \(field.shown) is not on the day of the duty, \(day)",
                    expected: "a time on that day or the next", diagnostics)
                return nil
            }
            return (later * 1440 + minutes, moment.day != nil, field)
        }
        diagnostics.add(
            .error, at: row.place, field: columns.last,
            expected: "a time in one of \(columns.joined(separator: ", "))",
            message: "the duty has no \(end ? "end" : "start")")
        return nil
    }
}
