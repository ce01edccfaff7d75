// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A competency or course that somebody was awarded, as an export says it.
struct Awarded {
    let staff: Field
    /// What the export calls it, with the level where it says one: `Moving and handling, level 2`.
    let name: String
    let on: CalendarDay
    let until: CalendarDay?
    let by: String
    /// Whether the record was deleted: a sign-off that came of it goes.
    var isDeleted = false

    init(staff: Field, name: String, on: CalendarDay, until: CalendarDay?, by: String) {
        (self.staff, self.name) = (staff, name)
        (self.on, self.until, self.by) = (on, until, by)
    }

    /// Reads a row of ESR's competencies; nil where it is left out, or an error was reported.
    init?(
        _ row: ExportTable.Row, _ staff: Field, _ renewals: [String: Renewal],
        _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        guard let name = row["CompetencyName"] else {
            diagnostics.add(
                .error, at: row.place, field: "CompetencyName", expected: "a competency",
                message: "CompetencyName is blank")
            return nil
        }
        let given = [row["CertificationDate"], row["DateFrom"]].compactMap(\.self)
            .first { !EffectiveRows.isOpen($0) }
        guard let given else {
            proposal.leaveOut("competencies without a day on which they were awarded")
            return nil
        }
        guard let on = given.exportDay(diagnostics) else { return nil }
        let ends = [row["NextCertificationDate"], row["DateTo"]].compactMap(\.self)
            .first { !EffectiveRows.isOpen($0) }
        var until: CalendarDay?
        if let ends {
            guard let day = ends.exportDay(diagnostics) else { return nil }
            guard day >= on else {
                ends.error(
                    "the competency ends on \(day), before it was awarded on \(on)",
                    expected: "a day from \(on) on",
                    diagnostics)
                return nil
            }
            until = day
        } else {
            until = renewals[ImportMap.key(name.text)]?.end(from: on)
        }
        self.init(
            staff: staff, name: name.text + (row["ProficiencyLevel"].map { ", level \($0.text)" } ?? ""),
            on: on, until: until, by: row["AwardedBy"]?.note(diagnostics) ?? "")
        isDeleted = EffectiveRows.isDeleted(row, diagnostics)
    }
}
