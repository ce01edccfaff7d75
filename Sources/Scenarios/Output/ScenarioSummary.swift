// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// What scenarios came to, as the command says it: `summary` of `results.json`, so that whoever shows results says the same
/// of them in the same words.
public struct ScenarioSummary: Sendable, Equatable, Codable {
    /// The sentences that it begins with.
    public let sentences: [String]
    /// Which weeks pass, where that is asked, and of each week what differs from the base.
    public let tables: [ShownTable]

    init(_ results: ScenarioResults) {
        sentences = ScenarioText(results).summary
        let tables = ScenarioTables(results)
        self.tables =
            (results.file.tests.isEmpty ? [] : [ShownTable(PassTables(results).counts)])
            + results.bases.map { ShownTable(tables.summary(of: $0.name)) }
    }
}
