// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Workforce

extension Outlook {
    /// The section of a page.
    func section(of week: Week) -> PageSection {
        let tables = OutlookTables(self, week: week)
        return PageSection(
            id: "draws", title: OutlookTables.title,
            blocks: summary.map { Block.note($0) } + [.table(tables.risks)]
                + (tables.bookings.map { [.table($0)] } ?? []))
    }
}

extension OutlookTables {
    /// What to book now, as a terminal has room for it.
    public var shortBookings: Table? {
        guard var table = bookings, !table.rows.isEmpty else { return nil }
        let kept = table.columns.indices.filter {
            !["name", "mark", "employer", "saving_error", "reason"].contains(table.columns[$0].name)
        }
        table.columns = kept.map { table.columns[$0] }
        table.rows = table.rows.map { row in kept.map { row[$0] } }
        return table
    }
}
