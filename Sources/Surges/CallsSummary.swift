// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Workforce

/// What a call list says besides whom to ring, as the command and its page say it: `summary.json`, so that whoever shows
/// the list says the same in the same words.
public struct CallsSummary: Sendable, Equatable, Codable {
    /// The file's name.
    public static let file = "summary.json"

    /// What is said of one thing.
    public struct Section: Sendable, Equatable, Codable {
        /// Its heading.
        public let title: String
        /// The sentences that it begins with; of a table without rows what stands in its place.
        public let sentences: [String]
        /// Its tables.
        public let tables: [ShownTable]

        init(_ title: String, _ sentences: [String], _ tables: [Table]) {
            self.title = title
            self.sentences =
                sentences + tables.filter(\.rows.isEmpty).map { "\($0.caption): \($0.whenEmpty)" }
            self.tables = tables.filter { !$0.rows.isEmpty }.map { ShownTable($0) }
        }
    }

    /// How the week may turn out, and who is to stand by: what was asked.
    public let sections: [Section]

    /// - Parameters:
    ///   - outlook: How the week may turn out; nil: nothing was drawn.
    ///   - standby: Who is to stand by, and with which risk; nil: that was not asked.
    ///   - week: The week that is called for.
    public init(outlook: Outlook?, standby: (needs: [Standby], risk: Double)?, week: Week) {
        var sections: [Section] = []
        if let outlook {
            let tables = OutlookTables(outlook, week: week)
            sections.append(
                Section(
                    OutlookTables.title, outlook.summary,
                    [tables.risks, tables.shortBookings ?? tables.bookings].compactMap(\.self)))
        }
        if let standby {
            sections.append(
                Section(
                    StandbyTable.title, [StandbyTable.note(risk: standby.risk)],
                    [StandbyTable(standby.needs, week: week).table]))
        }
        self.sections = sections
    }
}
