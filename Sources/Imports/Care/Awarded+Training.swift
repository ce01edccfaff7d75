// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension Awarded {
    /// Reads a row of training; nil where it is left out, or an error was reported.
    init?(
        training row: ExportTable.Row, _ number: Field, _ proposal: inout ImportProposal,
        _ diagnostics: Diagnostics
    ) {
        guard let category = row["CATEGORY"] else {
            diagnostics.add(
                .error, at: row.place, field: "CATEGORY", expected: "a category",
                message: "the row says no training")
            return nil
        }
        guard let completed = row["DATECOMPLETED"] else {
            proposal.leaveOut("training without a day on which it was completed")
            return nil
        }
        guard let on = completed.exportDay(diagnostics) else { return nil }
        var until: CalendarDay?
        if let expiry = row["EXPIRYDATE"] {
            guard let day = expiry.exportDay(diagnostics) else { return nil }
            guard day >= on else {
                expiry.error(
                    "the training ends on \(day), before it was completed on \(on)",
                    expected: "a day from \(on) on", diagnostics)
                return nil
            }
            until = day
        } else if let months = row["VALIDITY"],
            let count = months.wholeNumber(in: 0...1200, unit: "months", diagnostics), count > 0
        {
            until = on.adding(months: count)
        }
        self.init(
            staff: number,
            name: [category.text, row["TRAININGNAME"]?.text].compactMap(\.self).joined(separator: " "),
            on: on, until: until, by: row["PROVIDERNAME"]?.note(diagnostics) ?? "")
    }
}
