// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Dates that are some sixty years or more from the week: a century, or two digits of the year, went wrong.
enum OddCenturies {
    /// Warns once a column, at the first such date. The last day of 2099 is how people write "never".
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let week = placed.week
        // Sign-offs of the future are told of as such.
        tell(week.signOffs.map { $0.signedOffOn <= placed.last ? $0.signedOffOn : nil }, week, diagnostics) {
            placed.signOffs.field("signed_off_on", $0)
        }
        tell(week.signOffs.map(\.expiresOn), week, diagnostics) {
            placed.signOffs.field("expires_on", $0)
        }
        for (column, days) in [
            ("from", week.agreements.map(\.from)), ("until", week.agreements.map(\.until)),
        ] {
            tell(days, week, diagnostics) { placed.agreements.field(column, $0) }
        }
        for (column, days) in [
            ("from", week.placements.map(\.from)), ("until", week.placements.map(\.until)),
        ] {
            tell(days, week, diagnostics) { placed.placements.field(column, $0) }
        }
        let reviewed = week.framework.activities.filter { placed.reviews[$0.id] != nil }
        tell(reviewed.map { $0.delegated?.reviewOn }, week, diagnostics) {
            placed.reviews[reviewed[$0].id] ?? Field("", name: "review_on", place: Place(file: ""))
        }
    }

    private static func tell(
        _ days: [CalendarDay?], _ week: Week, _ diagnostics: Diagnostics, at field: (Int) -> Field
    ) {
        let sixtyYears = 21_915
        let found = days.indices.filter { index in
            guard let day = days[index] else { return false }
            return abs(day.number - week.start.number) >= sixtyYears
                && day != CalendarDay(year: 2099, month: 12, day: 31)
        }
        guard let first = found.first, let day = days[first] else { return }
        let cell = field(first)
        let years = abs(day.number - week.start.number) / 365
        cell.warning(
            "\(cell.name) \(day) is \(years) years \(day < week.start ? "before" : "after") the week"
                + Findings.others(
                    found.dropFirst().map { field($0).place.line ?? 0 }, are: ("as odd is", "as odd are")),
            expected: "a date of the right century", diagnostics)
    }
}
