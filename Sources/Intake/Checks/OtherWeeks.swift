// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// Tells of tables of another week, once each; once for both rota and demand, where they are of the same.
    func tellOtherWeeks() {
        guard let horizon = basis.horizon else { return }
        let planned = "the days planned are \(horizon.start) to \(horizon.last)"
        let inForce = [
            TableSchema.current.path, TableSchema.currentContacts.path, TableSchema.currentSupervision.path,
        ]
        for other in otherWeeks where other.isMonthFirst { tellMonthFirst(other, planned) }
        let needed = otherWeeks.filter { !inForce.contains($0.file) && !$0.isMonthFirst }
        if needed.count > 1, Set(needed.map(\.days.lowerBound.monday)).count == 1,
            let start = basis.weekFile?.startField
        {
            let monday = needed[0].days.lowerBound.monday
            diagnostics.add(
                .error, once: "another week", at: start,
                expected: "\(monday), if that is the week to be planned",
                leads: true,
                message: { _ in
                    "\(needed.map(\.file).joined(separator: " and ")) are of the week of \(monday), and \(planned)"
                })
        } else {
            for other in needed { tell(other, .error, planned, outcome: "") }
        }
        for other in otherWeeks where inForce.contains(other.file) && !other.isMonthFirst {
            tell(other, .warning, planned, outcome: ", so all of it is left out")
        }
    }

    /// Dates of numbers that fit the days planned only where the month comes first.
    private func tellMonthFirst(_ other: OtherWeek, _ planned: String) {
        diagnostics.add(
            .error, once: "another week in " + other.file, at: other.first,
            expected:
                "the year first, 2026-11-23, or the day, 23/11/2026: in a spreadsheet the format yyyy-mm-dd",
            leads: true,
            message: { _ in
                "is the month first? Read day first, \(other.count) of the \(other.what) of \(other.file) are not of the "
                    + "days planned, and read month first all are: \(planned)"
            })
    }

    private func tell(
        _ other: OtherWeek, _ severity: Diagnostic.Severity, _ planned: String, outcome: String
    ) {
        diagnostics.add(
            severity, once: "another week in " + other.file, at: other.first,
            expected: "\(other.what) of the days planned, or another week_starting in \(WeekFile.path)",
            leads: true,
            message: { _ in
                "\(other.file) is of another week: all of its \(other.count) \(other.what) lie in "
                    + "\(other.days.lowerBound) to \(other.days.upperBound), and \(planned)\(outcome)"
            })
    }
}
