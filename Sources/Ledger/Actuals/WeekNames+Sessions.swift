// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What the names of a week's sessions say: its days and the parts of a day.
extension WeekNames {
    /// From its first day to its last; nil: it has no sessions.
    var days: ClosedRange<CalendarDay>? {
        let all = sessions.compactMap { Field.cut($0).flatMap { CalendarDay(iso: $0.date) } }
        return all.min().flatMap { least in all.max().map { least...$0 } }
    }

    /// The parts of a day, in order of their names.
    var parts: [String] { Set(sessions.compactMap { Field.cut($0)?.part }).sorted() }

    /// How many days have sessions.
    var dayCount: Int { Set(sessions.compactMap { Field.cut($0)?.date }).count }

    /// What a session of it looks like, for messages.
    var sessionForm: String {
        (days.map { "a session from \($0.lowerBound) to \($0.upperBound), " } ?? "")
            + "one of \(parts.joined(separator: ", "))"
    }

    /// The teams of a pathway.
    func teams(of pathway: String) -> Set<String> {
        Set(zip(teams, pathways ?? []).filter { $0.1 == pathway }.map(\.0))
    }

    /// Its pathways, in order of the teams; none where the ledger does not say.
    var pathwayNames: [String] {
        var seen: Set<String> = []
        return (pathways ?? []).filter { seen.insert($0).inserted }
    }
}
