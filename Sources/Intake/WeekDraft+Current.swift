// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekDraft {
    /// current/deployments.csv, optional: the plan in force. Rows that no longer fit the week are left out.
    func readCurrent() {
        guard let input = load(.current),
            let table = CSVTable.read(input, .current, diagnostics)
        else { return }
        var deployments: [CurrentDeployment] = []
        var seen = KnownNames(kind: "deployment of", home: "in current/deployments.csv")
        var sessions = SessionsOutside()
        for row in table.rows {
            let person = readLapsed(table.field("staff", of: row), staffNames, blanks: true)
            let team = readLapsed(table.field("team", of: row), teamNames, blanks: false)
            let session = readSession(table.field("session", of: row), &sessions)
            guard let person, let session, let field = table.field("staff", of: row) else { continue }
            let key = Field(
                "\(person) in \(horizon?.sessions[session].id ?? "")", name: "staff", place: field.place)
            seen.define(key.text, at: key, diagnostics)
            if let team { deployments.append(CurrentDeployment(staff: person, session: session, team: team)) }
        }
        current = deployments
        tell(sessions, in: TableSchema.current.path, of: "sessions") { field, session, horizon in
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

    /// The files of the folder itself, by name.
    static let files = [WeekFile.path] + TableSchema.week.map(\.path).filter { !$0.contains("/") }

    /// Warns of files in the folder that are not read but whose names are near to one that would be.
    func lookForMisnamedFiles() {
        let known = Self.files
        let names = ((try? folder.names()) ?? []).map(\.description)
        for name in names where !known.contains(name) && !name.hasPrefix(".") {
            guard let nearest = nearestName(to: name, in: known), !names.contains(nearest) else { continue }
            diagnostics.add(
                .warning, at: Place(file: name), found: name, expected: nearest,
                message: "the file is not read" + didYouMean(nearest))
        }
    }
}
