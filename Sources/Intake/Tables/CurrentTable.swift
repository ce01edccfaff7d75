// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// current/deployments.csv, optional: the plan in force. Rows that no longer fit the week are left out.
struct CurrentTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [CurrentDeployment]?
    /// The cell of each row that names the person.
    private(set) var fields: [Field] = []
    /// Where all of its sessions are of other days than those planned.
    private(set) var otherWeek: OtherWeek?

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.current),
            let table = CSVTable.read(input, .current, diagnostics)
        else { return }
        var deployments: [CurrentDeployment] = []
        var seen = KnownNames(kind: "deployment of", home: "in current/deployments.csv")
        var sessions = SessionsOutside()
        for row in table.rows {
            let session = readSession(table.field("session", of: row), &sessions)
            let over = nameIfOver(session)
            let shown = { (column: String) in table.field(column, of: row)?.shown ?? "" }
            let person = readLapsed(
                table.field("staff", of: row), staff.names,
                was: over.map { "was deployed to \(shown("team")) on \($0)" })
            let team = readLapsed(
                table.field("team", of: row), teams.names, blanks: false,
                was: over.map { "\(shown("staff")) was deployed to it on \($0)" })
            guard let person, let session, let field = table.field("staff", of: row) else { continue }
            let key = Field(
                "\(person) in \(horizon?.sessions[session].id ?? "")", name: "staff", place: field.place)
            seen.define(key.text, at: key, diagnostics)
            guard let team else { continue }
            deployments.append(CurrentDeployment(staff: person, session: session, team: team))
            fields.append(field)
        }
        values = deployments
        otherWeek = tell(of: sessions, in: .current)
    }
}
