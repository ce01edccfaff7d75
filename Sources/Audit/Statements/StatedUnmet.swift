// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What unmet.csv says of priority, contact minutes and the reason.
enum StatedUnmet: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] {
        let search = ReasonSearch(ledger)
        return ledger.plan.unmet.compactMap { row in
            guard let index = ledger.facts.lineIndex[row.line], row.contacts > 0 else { return nil }
            let line = ledger.facts.lines[index]
            var faults: [String] = []
            if row.priority != line.line.priority {
                faults.append(
                    "priority '\(row.priority.rawValue)', which is '\(line.line.priority.rawValue)'")
            }
            let minutes = Double(line.activity.minutes) * Double(row.contacts)
            if minutes != Double(row.contactMinutes) {
                faults.append("\(row.contactMinutes) contact minutes, which are \(Wording.number(minutes))")
            }
            let reason = search.reason(line)
            if row.reason != reason {
                faults.append("reason '\(row.reason.rawValue)', which is '\(reason.rawValue)'")
            }
            guard !faults.isEmpty else { return nil }
            return Discrepancy(
                .unmet, line: row.line, team: row.team,
                "unmet.csv states for line \(row.line) \(faults.joined(separator: "; ")).")
        }
    }
}
