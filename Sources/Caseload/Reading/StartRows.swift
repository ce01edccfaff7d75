// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The rows that say how many begin, of starts.csv and ipacs.csv together: nobody may begin twice, and a service has its
/// places once.
struct StartRows {
    private var rows: [(starts: CareStarts, place: Place)] = []

    /// Whether a row counts nobody whom an earlier one has; else an error that names both was reported.
    mutating func take(_ starts: CareStarts, at place: Place, _ diagnostics: Diagnostics) -> Bool {
        for (other, first) in rows where other.pathway == starts.pathway && other.team == starts.team {
            let isElsewhere = first.file != place.file
            let line = "line \(first.line ?? 0)" + (isElsewhere ? " of \(first.file)" : "")
            if Self.isSame(other, starts, isElsewhere) {
                diagnostics.add(
                    .error, at: place,
                    expected: isElsewhere
                        ? "those who begin in one of the two files"
                        : "one row for what begins on the same days",
                    message:
                        "the row has the same pathway, team, profile and days as \(line): they would count twice"
                )
                return false
            }
            if other.capacity != nil, starts.capacity != nil {
                diagnostics.add(
                    .error, at: place, field: "capacity", found: starts.capacity.map(String.init),
                    expected: "the places of '\(starts.team)' and \(starts.pathway) in one row",
                    message:
                        "the places of '\(starts.team)' and \(starts.pathway) are in \(line) already, and would be "
                        + "there twice")
                return false
            }
        }
        rows.append((starts, place))
        return true
    }

    /// Whether two rows may count the same people. In two files a source that only one of them says keeps nobody apart.
    private static func isSame(_ one: CareStarts, _ other: CareStarts, _ isElsewhere: Bool) -> Bool {
        let isOneSource =
            one.source == other.source || isElsewhere && (one.source == nil || other.source == nil)
        return one.profile == other.profile && isOneSource && one.weekdays.overlaps(other.weekdays)
    }
}
