// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// How long a competency holds.
struct Renewal {
    let months: Int
    let days: Int

    /// The last day on which one awarded on a day holds.
    func end(from day: CalendarDay) -> CalendarDay { day.adding(months: months).adding(days: days) }

    /// The renewals of competencies by name.
    static func read(_ rows: [ExportTable.Row], _ diagnostics: Diagnostics) -> [String: Renewal] {
        var found: [String: Renewal] = [:]
        for row in rows {
            guard let name = row["CompetencyName"], let number = row["RenewalPeriodFreq"],
                let unit = row["RenewalPeriodUnits"],
                let count = number.wholeNumber(in: 0...1200, unit: "periods", diagnostics), count > 0
            else { continue }
            switch ImportMap.key(unit.text) {
            case "y", "year", "years": found[ImportMap.key(name.text)] = Renewal(months: count * 12, days: 0)
            case "m", "month", "months": found[ImportMap.key(name.text)] = Renewal(months: count, days: 0)
            case "w", "week", "weeks": found[ImportMap.key(name.text)] = Renewal(months: 0, days: count * 7)
            case "d", "day", "days": found[ImportMap.key(name.text)] = Renewal(months: 0, days: count)
            case _:
                unit.error(
                    "RenewalPeriodUnits \(unit.shown) is not known", expected: "years, months, weeks or days",
                    diagnostics)
            }
        }
        return found
    }
}
