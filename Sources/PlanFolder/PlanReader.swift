// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Workforce

/// Reads the files of a plan, each of them whatever is wrong with the others.
struct PlanReader {
    private let folder: FilePath
    private let name: String
    private let sessions: SessionNames
    private let isStrict: Bool
    private let diagnostics: Diagnostics

    init(
        folder: FilePath, week: Week, readsOtherSessions: Bool, isStrict: Bool, _ diagnostics: Diagnostics
    ) {
        self.folder = folder
        name = folder.name.description
        sessions = SessionNames(week, readsOthers: readsOtherSessions)
        self.isStrict = isStrict
        self.diagnostics = diagnostics
    }

    func read() -> Plan? {
        guard isFolder else { return nil }
        let deployments = rows(of: DeploymentsTable.self)
        let contacts = rows(of: ContactsTable.self)
        let supervision = rows(of: SupervisionTable.self)
        let unmet = rows(of: UnmetTable.self)
        let bookings = rows(of: BookingsTable.self)
        let summary = load(PlanFolder.summaryFile, limit: InputFile.tableLimit)
            .flatMap { SummaryFile.read($0, diagnostics) }
        let flags = FlagsFile.read(in: folder, diagnostics)
        guard let deployments, let contacts, let supervision, let unmet, let bookings, let summary else {
            return nil
        }
        var plan = Plan(
            rows: PlanRows(deployments: deployments, contacts: contacts, supervision: supervision),
            unmet: unmet, bookings: bookings, summary: summary.summary)
        plan.flags = flags
        plan.edited = TableDigests.edited(plan, since: summary.tables, sessions)
        return plan
    }

    /// One problem, and not six, where there is no folder at all.
    private var isFolder: Bool {
        guard folder.isFolder else {
            let exists = folder.exists
            diagnostics.add(
                .error, at: Place(file: name),
                expected: "a folder with \(DeploymentsTable.file) and the rest",
                message: exists ? "\(name) is a file, and a plan is a folder" : "there is no plan \(name)")
            return false
        }
        return true
    }

    private func rows<Table: PlanTable>(of table: Table.Type) -> [Table.Row]? {
        load(Table.file, limit: InputFile.tableLimit).flatMap {
            Table.rows(in: $0, sessions, isStrict: isStrict, diagnostics)
        }
    }

    private func load(_ file: String, limit: Int) -> InputFile? {
        InputFile.load("\(name)/\(file)", in: folder, at: folder.appending(file), limit: limit, diagnostics)
    }
}
