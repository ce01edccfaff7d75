// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// current/supervision.csv, optional: the supervision of the plan in force, which stands in sessions that are over. Rows
/// that no longer fit the week are left out.
struct CurrentSupervisionTable: WeekTable {
    let basis: WeekBasis
    /// Nil without the file.
    private(set) var values: [SupervisionRow]?
    /// The cell of each row that names the supervisor.
    private(set) var fields: [Field] = []
    /// Where all of its sessions are of other days than those planned.
    private(set) var otherWeek: OtherWeek?

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.currentSupervision),
            let table = CSVTable.read(input, .currentSupervision, diagnostics)
        else { return }
        let groups = Set(teams.values.map(\.supervisionGroup) + [WeekIndex.everywhereName])
        var rows: [SupervisionRow] = []
        var sessions = SessionsOutside()
        for row in table.rows {
            let session = readSession(table.field("session", of: row), &sessions)
            let over = nameIfOver(session)
            let shown = { (column: String) in table.field(column, of: row)?.shown ?? "" }
            let time = { (session: String) in
                "for \(table.field("minutes", of: row)?.text ?? "") minutes on \(session)"
            }
            let person = readLapsed(
                table.field("supervisor", of: row), staff.names,
                was: over.map { "supervised \(shown("activity")) \(time($0))" })
            let group = table.field("supervision_group", of: row)
            let activity = readLapsed(
                table.field("activity", of: row), frameworkReader?.activityNames,
                was: over.map { "\(shown("supervisor")) supervised it \(time($0))" })
            let minutes = table.field("minutes", of: row)?
                .decimal(in: 0...1440, unit: "minutes", diagnostics)
            guard let person, let session, let group, let activity, let minutes else { continue }
            guard groups.contains(group.text) else {
                group.warning(
                    "no team has supervision group \(group.shown)"
                        + (over.map { ", in which '\(person)' supervised '\(activity)' \(time($0))" } ?? "")
                        + "; the row is left out",
                    expected: "a supervision group of teams.csv, or *", diagnostics)
                continue
            }
            rows.append(
                SupervisionRow(
                    supervisor: person, session: session, group: group.text, activity: activity,
                    minutes: minutes))
            if let field = table.field("supervisor", of: row) { fields.append(field) }
        }
        values = rows
        otherWeek = tell(of: sessions, in: .currentSupervision)
    }
}
