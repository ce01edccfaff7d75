// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Testing
import Workforce

@Suite struct DeploymentsFileTests {
    private func read(_ text: String) throws -> (rows: [CurrentDeployment]?, problems: [String]) {
        let file = try Fixture.scratch().appendingPathComponent("habit.csv")
        try Data(text.utf8).write(to: file)
        let (rows, diagnostics) = DeploymentsFile.read(file, week: Fixture.week)
        return (rows, diagnostics.map(\.description))
    }

    @Test func columnsOfOtherTablesAreLeftAlone() throws {
        let (rows, problems) = try read(
            "note,session,staff,team,booking\nhello,2026-11-23 pm,ann,kt,\n,23/11/2026 am,ann,kt,nonsense\n")
        #expect(problems.count == 1)
        #expect(rows?.map(\.session) == [1, 0])
    }

    @Test func everyProblemIsToldAtOnceWithItsPlace() throws {
        let (rows, problems) = try read(
            """
            staff,session,team
            anne,2026-11-23 am,kt
            ann,2026-11-30 am,kt
            ann,2026-11-23 pm,kitchen
            ann,2026-11-23 am,kt
            ann,2026-11-23 am,kt
            """)
        #expect(rows == nil)
        try #require(problems.count == 4)
        #expect(problems[0].contains("habit.csv:2:1") && problems[0].contains("did you mean 'ann'?"))
        #expect(problems[1].contains("habit.csv:3:5") && problems[1].contains("outside the horizon"))
        #expect(
            problems[2].contains("habit.csv:4:19") && problems[2].contains("'kitchen' is not in teams.csv"))
        #expect(problems[3].contains("habit.csv:6:5"))
        #expect(problems[3].contains("two rows for 2026-11-23 am, the first in line 5"))
    }

    @Test func aMissingFileAndAMissingColumnAreErrors() throws {
        let (rows, problems) = try read("staff,session\nann,2026-11-23 am\n")
        #expect(rows == nil)
        #expect(problems.contains { $0.contains("column 'team' is missing") })
        let none = try Fixture.scratch().appendingPathComponent("none.csv")
        let (nothing, diagnostics) = DeploymentsFile.read(none, week: Fixture.week)
        #expect(nothing == nil)
        #expect(diagnostics.count == 1)
    }
}
