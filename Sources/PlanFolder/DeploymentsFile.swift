// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A rota in use as a file: who is sent where, with the columns `staff`, `session` and `team` of `deployments.csv`.
///
/// Other columns are left alone, so that a plan's own `deployments.csv` and a table kept by hand both will do.
public enum DeploymentsFile {
    /// Reads a rota for a week, and everything that is wrong with it at once.
    ///
    /// People, teams and sessions that the week does not have are errors, as is a second row for a person's session:
    /// what is left out of a rota would change its price.
    ///
    /// - Returns: The rows in order of the file, nil where anything is wrong; and what there is to say.
    public static func read(
        _ file: some PathConvertible, week: Week
    ) -> (deployments: [CurrentDeployment]?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let file = file.filePath
        guard
            let input = InputFile.load(
                file.name.description, in: file.parent, at: file, diagnostics),
            let table = CSVTable.read(input, required: columns, others: .keep, diagnostics)
        else { return (nil, diagnostics.sorted) }
        let sessions = SessionNames(week)
        let staff = Set(week.staff.map(\.id))
        let teams = Set(week.teams.map(\.id))
        var found: [CurrentDeployment] = []
        var lines: [Cell: Int] = [:]
        for row in table.rows {
            let cells = PlanCells(table: table, cells: row, sessions: sessions, diagnostics: diagnostics)
            let person = cells.identifier("staff")
            let session = cells.session("session")
            let team = cells.identifier("team")
            let isStaff = check(
                person, staff, week.staff.map(\.id), "person", "on the roster", table, row, "staff",
                diagnostics)
            let isTeam = check(
                team, teams, week.teams.map(\.id), "team", "in teams.csv", table, row, "team", diagnostics)
            guard let person, let session, let team, isStaff, isTeam else { continue }
            let cell = Cell(staff: person, session: session)
            if let first = lines[cell] {
                table.field("session", of: row)?.error(
                    "'\(Diagnostic.shortened(person))' has two rows for \(week.sessions[session].id), the first in "
                        + "line \(first)",
                    expected: "one row for each person and session", diagnostics)
                continue
            }
            lines[cell] = row.line
            found.append(CurrentDeployment(staff: person, session: session, team: team))
        }
        return (diagnostics.hasErrors ? nil : found, diagnostics.sorted)
    }

    private static let columns = ["staff", "session", "team"]

    private struct Cell: Hashable {
        let staff: String
        let session: Int
    }

    private static func check(
        _ name: String?, _ known: Set<String>, _ names: [String], _ kind: String, _ home: String,
        _ table: CSVTable, _ row: CSVTable.Row, _ column: String, _ diagnostics: Diagnostics
    ) -> Bool {
        guard let name else { return false }
        if known.contains(name) { return true }
        let nearest = nearestName(to: name, in: names)
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        table.field(column, of: row)?.error(
            "\(kind) '\(Diagnostic.shortened(name))' is not \(home)\(hint)",
            expected: nearest ?? "a \(kind) that is \(home)", diagnostics)
        return false
    }
}
