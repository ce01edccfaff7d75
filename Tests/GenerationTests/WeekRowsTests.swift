// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import TestSupport
import Testing
import Workforce

@testable import Generation

@Suite("The rows of a week's tables")
struct WeekRowsTests {
    @Test("have a cell for each column of their table")
    func cells() {
        var filled: Set<String> = []
        for seed in 1...200 {
            let week = RandomWeek.full(seed: UInt64(seed))
            for (schema, rows) in WeekRows(week).tables {
                if !rows.isEmpty { filled.insert(schema.path) }
                for row in rows { #expect(row.count == schema.columns.count, "\(schema.path)") }
            }
        }
        for path in [
            "teams.csv", "staff.csv", "demand.csv", "placements.csv", "agreements.csv", "decisions.csv",
        ] {
            #expect(filled.contains(path), "\(path) is reached")
        }
    }

    @Test("that lack a cell are written with a blank, and nothing traps")
    func short() {
        let text = TableSchema.placements.file([["P-1", "A"]]).text
        #expect(text.hasSuffix("staff,team\nP-1,A\n"))
    }
}
