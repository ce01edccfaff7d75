// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// demand.csv: the contacts wanted.
struct DemandTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [DemandLine] = []
    private(set) var names: KnownNames?
    private(set) var cells = TableCells()
    private(set) var identifiers: IdentifierColumns?
    /// Where all of its windows are of other days than those planned.
    private(set) var otherWeek: OtherWeek?

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.demand),
            let table = CSVTable.read(input, .demand, diagnostics)
        else { return }
        var names = KnownNames(kind: "line", home: "in demand.csv")
        var sessions = SessionsOutside()
        for row in table.rows {
            let idField = table.field("line", of: row)
            let id = idField?.identifier(limit: Field.lineLimit, diagnostics)
            let isFirst = id.map { !names.contains($0) } ?? false
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let team = teams.readTeam(table.field("team", of: row))
            let activityField = table.field("activity", of: row)
            let activity = readActivity(activityField)
            let priority = table.field("priority", of: row)?.word(Priority.self, diagnostics)
            let contacts = table.field("contacts", of: row)?
                .wholeNumber(in: 0...100_000, unit: "contacts", diagnostics)
            let window = readWindow(table, row, &sessions)
            let source = table.given("source", of: row).flatMap { $0.word(CareSource.self, diagnostics) }
            let single = readSingleHanded(table.given("single_handed_contacts", of: row), contacts, activity)
            let usual = table.given("usual", of: row).map { readUsual($0, staff) } ?? []
            if let window, let team { checkOpen(team, teams, window, table.field("earliest", of: row)) }
            guard let id, isFirst, let team, let activity, let priority, let contacts, let window
            else { continue }
            cells.append(row, of: table)
            values.append(
                DemandLine(
                    id: id, team: team, activity: activity, priority: priority, contacts: contacts,
                    singleHandedContacts: single, window: window, usual: usual, source: source))
        }
        self.names = names
        identifiers = IdentifierColumns(table: table, columns: ["line"])
        otherWeek = tellOutside(sessions)
    }

    /// The sessions from `earliest` to `latest`.
    private func readWindow(
        _ table: CSVTable, _ row: CSVTable.Row, _ sessions: inout SessionsOutside
    ) -> ClosedRange<Int>? {
        func index(_ field: Field?) -> Int? {
            guard let field, let session = readSession(field), let horizon else { return nil }
            return sessions.index(of: session, at: field, in: horizon)
        }
        let latestField = table.field("latest", of: row)
        let earliest = index(table.field("earliest", of: row))
        guard let latest = index(latestField), let earliest else { return nil }
        guard earliest <= latest else {
            latestField?.error(
                "latest \(latestField?.shown ?? "") is before earliest",
                expected: "\(horizon?.sessions[earliest].id ?? "") or later", diagnostics)
            return nil
        }
        return earliest...latest
    }

    /// Windows that reach out of the days planned.
    private func tellOutside(_ sessions: SessionsOutside) -> OtherWeek? {
        sessions.tell(
            in: TableSchema.demand.path, of: "sessions", horizon, diagnostics
        ) { field, session, horizon in
            field.error(
                "\(field.name) \(field.shown): \(horizon.absence(of: session))",
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }

    /// The people who usually give the contacts, `a;b`.
    private func readUsual(_ field: Field, _ staff: StaffTable) -> [String] {
        (field.identifiers(diagnostics) ?? []).compactMap { name in
            guard let names = staff.names else { return name }
            return names.resolve(name, at: field, diagnostics)
        }
    }

    /// Contacts found suitable for one worker: only of a two-handed activity, and not more than there are.
    private func readSingleHanded(_ field: Field?, _ contacts: Int?, _ activityID: String?) -> Int {
        guard let field,
            let single = field.wholeNumber(in: 0...100_000, unit: "contacts", diagnostics), single > 0
        else { return 0 }
        if let contacts, single > contacts {
            field.error(
                "single_handed_contacts \(single) is more than the \(contacts) contacts of the line",
                expected: "\(contacts) or fewer", diagnostics)
        }
        guard let activity = frameworkReader?.activities.first(where: { $0.id == activityID }) else {
            return single
        }
        if activity.hands == 1 {
            field.error(
                "single_handed_contacts \(single), but activity '\(activity.id)' takes one worker anyway",
                expected: "0 or a blank", diagnostics)
        } else if activity.singleHanded == nil {
            field.warning(
                "single_handed_contacts is taken as 0: activity '\(activity.id)' has no single_handed block",
                expected: "0 or a blank", diagnostics)
            return 0
        }
        return single
    }

    /// Warns where a team is closed throughout a window.
    private func checkOpen(
        _ teamID: String, _ teams: TeamsTable, _ window: ClosedRange<Int>, _ field: Field?
    ) {
        guard let team = teams.index[teamID].map({ teams.values[$0] }), let horizon else { return }
        guard !horizon.sessions[window].contains(where: team.isOpen) else { return }
        field?.warning(
            "team '\(teamID)' is never open from earliest to latest, so these contacts cannot be met",
            expected: "a window in which the team is open", diagnostics)
    }
}
