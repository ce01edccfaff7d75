// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Workforce

/// The digests in `plan.json` by which a plan knows whether its own tables are as they were made.
///
/// They are of what the tables say, not of their bytes: saved anew or sorted in a spreadsheet they are still the same.
enum TableDigests {
    /// The SHA-256 of each table's records in order, by file; a table that cannot be written has none.
    static func of(_ plan: Plan, _ sessions: SessionNames) -> [InputDigest] {
        [
            digest(DeploymentsTable.self, plan.deployments, sessions),
            digest(ContactsTable.self, plan.contacts, sessions),
            digest(SupervisionTable.self, plan.supervision, sessions),
            digest(UnmetTable.self, plan.unmet, sessions),
            digest(BookingsTable.self, plan.bookings, sessions),
        ].compactMap(\.self)
    }

    /// The files that say something else than they did; none where the plan does not say what they said.
    static func edited(_ plan: Plan, since stated: [InputDigest], _ sessions: SessionNames) -> [String] {
        guard !stated.isEmpty else { return [] }
        let now = of(plan, sessions)
        return stated.filter { !now.contains($0) }.map(\.path)
    }

    private static func digest<Table: PlanTable>(
        _ table: Table.Type, _ rows: [Table.Row], _ sessions: SessionNames
    ) -> InputDigest? {
        // What is derived says nothing of its own, and plans of earlier versions lack some of it.
        (try? Table.decided(of: rows, sessions)).map { digest(Table.file, $0) }
    }

    /// The SHA-256 of a table's records in order.
    static func digest(_ file: String, _ text: String) -> InputDigest {
        let records = text.split(separator: "\n").sorted().joined(separator: "\n")
        return InputFile(path: file, bytes: Array(records.utf8)).digest
    }
}
