// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// Who filled duties: own staff, bank or agency.
struct FilledByEmployment {
    private let rows: [[Table.Cell]]

    init(_ map: ImportMap, _ duties: [Duty]) {
        let theirs = duties.filter { $0.isFilled && map.meaning(.teams, $0.unit) != nil }
        var rows: [[Table.Cell]] = []
        for kind in Employment.allCases.map(\.rawValue) + [""] {
            let of = theirs.filter { duty in
                (duty.employeeType.flatMap { map.meaning(.employment, $0.text) }?.lowercased() ?? "") == kind
            }
            guard !of.isEmpty else { continue }
            let hours = of.reduce(0) { $0 + $1.hours }
            let all = theirs.reduce(0) { $0 + $1.hours }
            rows.append([
                .text(kind.isEmpty ? "not said" : kind), .count(of.count), .hours(hours),
                .share(all > 0 ? hours / all : nil), .count(of.count(where: \.isAdditional)),
            ])
        }
        self.rows = rows
    }

    var table: Table {
        Table(
            name: "filled-by-employment", caption: "Filled duties by employment",
            columns: [
                .text("Employment", "employment"), .number("Duties", "duties"), .number("Hours", "hours"),
                .number("Share of hours", "share_of_hours"),
                .number("Additional duties", "additional_duties"),
            ], rows: rows, whenEmpty: "No duty is filled.")
    }
}
