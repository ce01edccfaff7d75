// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// current/deployments.csv, optional: the plan in force. Rows that no longer fit the week are left out.
struct CurrentTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [CurrentDeployment]?
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
            let person = readLapsed(table.field("staff", of: row), staff.names, blanks: true)
            let team = readLapsed(table.field("team", of: row), teams.names, blanks: false)
            let session = readSession(table.field("session", of: row), &sessions)
            guard let person, let session, let field = table.field("staff", of: row) else { continue }
            let key = Field(
                "\(person) in \(horizon?.sessions[session].id ?? "")", name: "staff", place: field.place)
            seen.define(key.text, at: key, diagnostics)
            if let team { deployments.append(CurrentDeployment(staff: person, session: session, team: team)) }
        }
        values = deployments
        otherWeek = sessions.tell(
            in: TableSchema.current.path, of: "sessions", horizon, diagnostics
        ) { field, session, horizon in
            field.warning(
                "\(horizon.absence(of: session)); the row is left out",
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }

    /// A name that may have gone since the plan was made: then a warning.
    private func readLapsed(_ field: Field?, _ known: KnownNames?, blanks: Bool) -> String? {
        guard let field, let name = field.identifier(blanks: blanks, diagnostics) else { return nil }
        guard let known else { return name }
        let isKnown = known.check(
            name, at: field, severity: .warning, outcome: "; the row is left out", diagnostics)
        return isKnown ? name : nil
    }

    private func readSession(_ field: Field?, _ sessions: inout SessionsOutside) -> Int? {
        guard let field, let session = field.session(diagnostics), let horizon else { return nil }
        return sessions.index(of: session, at: field, in: horizon)
    }
}
