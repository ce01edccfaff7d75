// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether people are there.
enum Presence {
    /// Whether fewer than half of a period's days lie before the person joins, after they leave, or in rows of
    /// away.csv, a day in several of these counting once.
    static func isPresent(_ person: RotatingPerson, in period: Period, away: [Absence]) -> Bool {
        var missing: [(from: CalendarDay?, until: CalendarDay?)] = away.filter { $0.staff == person.id }
            .map { ($0.from, $0.until) }
        if let joins = person.joins { missing.append((nil, joins.adding(days: -1))) }
        if let leaves = person.leaves { missing.append((leaves.adding(days: 1), nil)) }
        var days = 0
        // Each day counts from the end of those counted already.
        var next = period.first
        for span in missing.sorted(by: { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }) {
            let begins = max(next, span.from ?? next)
            let ends = min(period.last, span.until ?? period.last)
            guard begins <= ends else { continue }
            days += ends.number - begins.number + 1
            next = ends.adding(days: 1)
        }
        return 2 * days < period.days
    }
}
