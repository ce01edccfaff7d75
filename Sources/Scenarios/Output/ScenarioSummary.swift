// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// What scenarios came to, as the command says it: `summary` of `results.json`, so that whoever shows results says the same
/// of them in the same words.
public struct ScenarioSummary: Sendable, Equatable, Codable {
    /// A table in words.
    public struct Rows: Sendable, Equatable, Codable {
        /// What it is about.
        public let caption: String
        /// Its headings.
        public let columns: [String]
        /// Its rows, the first cell of which says what each is about.
        public let rows: [[String]]

        init(_ table: Table) {
            caption = table.caption
            columns = table.columns.map(\.title)
            rows = table.rows.map { $0.map(\.shownText) }
        }
    }

    /// The sentences that it begins with.
    public let sentences: [String]
    /// Which weeks pass, where that is asked, and of each week what differs from the base.
    public let tables: [Rows]

    init(_ results: ScenarioResults) {
        sentences = ScenarioText(results).summary
        let tables = ScenarioTables(results)
        self.tables =
            (results.file.tests.isEmpty ? [] : [Rows(PassTables(results).counts)])
            + results.bases.map { Rows(tables.summary(of: $0.name)) }
    }
}
