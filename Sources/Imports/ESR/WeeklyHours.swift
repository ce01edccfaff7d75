// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Hours of a contract as hours a week.
enum WeeklyHours {
    /// Weeks in a year, of which a month is a twelfth.
    private static let weeksAYear = 52.0

    /// Hours a week of an assignment; nil, with an error, where they cannot be told.
    static func read(_ row: ExportTable.Row, _ week: Week, _ diagnostics: Diagnostics) -> Double? {
        guard let hours = row["NormalHoursSessions"] else {
            guard let share = row["FTE"] else {
                diagnostics.add(
                    .error, at: row.place, field: "NormalHoursSessions", expected: "hours, or an FTE",
                    message: "the assignment says neither hours nor FTE")
                return nil
            }
            return share.decimal(in: 0...2, unit: "WTE", diagnostics).map {
                rounded($0 * week.policy.fullTimeHours)
            }
        }
        guard let value = hours.decimal(in: 0...9000, unit: "hours", diagnostics) else { return nil }
        guard let frequency = row["Frequency"] else {
            diagnostics.add(
                .error, at: row.place, field: "Frequency", expected: "week, month, fortnight or year",
                message: "the assignment does not say in which time the hours are worked")
            return nil
        }
        let weekly: Double
        switch ImportMap.key(frequency.text) {
        case "w", "wk", "week", "weekly": weekly = value
        case "f", "fortnight", "fortnightly", "2w": weekly = value / 2
        case "m", "month", "monthly", "calendar month": weekly = value * 12 / weeksAYear
        case "y", "year", "yearly", "annual", "annually": weekly = value / weeksAYear
        case _:
            frequency.error(
                "Frequency \(frequency.shown) is not known", expected: "week, fortnight, month or year",
                diagnostics)
            return nil
        }
        guard weekly <= 168 else {
            hours.error(
                "\(hours.shown) are more hours than a week has", expected: "hours by contract", diagnostics)
            return nil
        }
        return rounded(weekly)
    }

    private static func rounded(_ hours: Double) -> Double { (hours * 100).rounded() / 100 }
}
