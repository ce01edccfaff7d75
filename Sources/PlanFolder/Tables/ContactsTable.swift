// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// `contacts.csv`: who gives which contacts when, and with whom.
enum ContactsTable: PlanTable {
    static let file = "contacts.csv"
    static let columns = [
        "line", "activity", "team", "session", "staff", "partner", "route", "contacts", "minutes",
        "supervisor",
    ]
    /// Plans of before delegated contacts named their supervisor have no such column.
    static let laterColumns = ["supervisor"]
    static let numbers = ["contacts", "minutes"]

    static func cells(of row: ContactRow, _ sessions: SessionNames) throws(PlanFolderError) -> [String] {
        [
            row.line, row.activity, row.team, try sessions.name(row.session), row.staff, row.partner ?? "",
            row.route.rawValue, String(row.contacts), String(row.minutes), row.supervisor ?? "",
        ]
    }

    static func row(from cells: PlanCells) -> ContactRow? {
        let line = cells.identifier("line")
        let activity = cells.identifier("activity")
        let team = cells.identifier("team")
        let session = cells.session("session")
        let staff = cells.identifier("staff")
        let partner = cells.identifierOrBlank("partner")
        let route = cells.word("route", ContactRoute.self)
        let contacts = cells.whole("contacts", "contacts")
        let minutes = cells.whole("minutes", "minutes")
        let supervisor = cells.has("supervisor") ? cells.identifierOrBlank("supervisor") : .some(nil)
        guard let line, let activity, let team, let session, let staff, let partner, let route, let contacts,
            let minutes, let supervisor
        else { return nil }
        return ContactRow(
            line: line, activity: activity, team: team, session: session, staff: staff, partner: partner,
            route: route, contacts: contacts, minutes: minutes, supervisor: supervisor)
    }
}
