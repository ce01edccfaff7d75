// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// `supervision.csv`: who supervises delegated work, and for how long.
enum SupervisionTable: PlanTable {
    static let file = "supervision.csv"
    static let columns = ["supervisor", "session", "supervision_group", "activity", "minutes"]
    static let numbers = ["minutes"]

    static func cells(of row: SupervisionRow, _ sessions: SessionNames) throws(PlanFolderError) -> [String] {
        [
            row.supervisor, try sessions.name(row.session), row.group, row.activity,
            try PlanNumber.minutes(row.minutes),
        ]
    }

    static func row(from cells: PlanCells) -> SupervisionRow? {
        let supervisor = cells.identifier("supervisor")
        let session = cells.session("session")
        let group = cells.group("supervision_group")
        let activity = cells.identifier("activity")
        let minutes = cells.decimal("minutes", "minutes")
        guard let supervisor, let session, let group, let activity, let minutes else { return nil }
        return SupervisionRow(
            supervisor: supervisor, session: session, group: group, activity: activity, minutes: minutes)
    }
}
