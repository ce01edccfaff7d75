// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// A worker of the workforce data set, as far as a plan needs to know.
struct CareWorker {
    let number: Field
    let place: String?
    let status: Field
    let job: Field
    let hours: Double?
    let rate: Double?

    /// Reads a row; nil, with an error, where it lacks something.
    init?(_ row: ExportTable.Row, _ number: Field, _ diagnostics: Diagnostics) {
        guard let status = row["EMPLSTATUS"], let job = row["MAINJOBROLE"] else {
            diagnostics.add(
                .error, at: row.place, expected: "EMPLSTATUS and MAINJOBROLE",
                message: "the row of worker '\(Diagnostic.shortened(number.text))' lacks one of these")
            return nil
        }
        (self.number, self.status, self.job) = (number, status, job)
        place = row["LOCALESTID"]?.text
        hours = row["CONTHOURS"].flatMap { $0.decimal(in: 0...168, unit: "hours", diagnostics) }
        rate = row["HOURLYRATE"].flatMap { $0.decimal(in: 0...500, unit: "pounds", diagnostics) }
    }
}
