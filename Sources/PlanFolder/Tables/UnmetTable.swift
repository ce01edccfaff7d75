// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// `unmet.csv`: demand not met, and why.
enum UnmetTable: PlanTable {
    static let file = "unmet.csv"
    static let columns = ["line", "team", "activity", "priority", "contacts", "contact_minutes", "reason"]
    static let numbers = ["contacts", "contact_minutes"]

    static func cells(of row: UnmetRow, _ sessions: SessionNames) throws(PlanFolderError) -> [String] {
        [
            row.line, row.team, row.activity, row.priority.rawValue, String(row.contacts),
            String(row.contactMinutes), row.reason.rawValue,
        ]
    }

    static func row(from cells: PlanCells) -> UnmetRow? {
        let line = cells.identifier("line")
        let team = cells.identifier("team")
        let activity = cells.identifier("activity")
        let priority = cells.word("priority", Priority.self)
        let contacts = cells.whole("contacts", "contacts")
        let contactMinutes = cells.whole("contact_minutes", "minutes")
        let reason = cells.word("reason", UnmetReason.self)
        guard let line, let team, let activity, let priority, let contacts, let contactMinutes, let reason
        else { return nil }
        return UnmetRow(
            line: line, team: team, activity: activity, priority: priority, contacts: contacts,
            contactMinutes: contactMinutes, reason: reason)
    }
}
