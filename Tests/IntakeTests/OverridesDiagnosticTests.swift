// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct OverridesDiagnosticTests {
    private static let header = "what,decision,why,by,on\n"

    private func read(_ rows: String) throws -> (week: Week?, said: [String], inputs: [InputDigest]) {
        let reading = try WeekFixture().setting("overrides.csv", to: Self.header + rows + "\n").read()
        return (reading.week, Probe.lines(reading.diagnostics), reading.inputs)
    }

    @Test func whatWasDecidedIsReadInTheOrderOfTheFileAndIsNoInputOfAPlan() throws {
        let (week, said, inputs) = try read(
            """
            bo,stays at home,child is ill,Duty manager,2026-11-24
            bo;2026-11-23 am;north,goes to the ward,"a fall, then a discharge",Nurse in charge,2026-11-23
            """)
        #expect(said == [])
        let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        #expect(
            try #require(week).overrides == [
                Override(
                    subjects: [.staff("bo")], decision: "stays at home", why: "child is ill",
                    by: "Duty manager", on: monday.adding(days: 1)),
                Override(
                    subjects: [.staff("bo"), .session(0), .team("north")], decision: "goes to the ward",
                    why: "a fall, then a discharge", by: "Nurse in charge", on: monday),
            ])
        // What is decided about a plan afterwards makes it no older.
        #expect(!inputs.contains { $0.path == "overrides.csv" })
    }

    @Test func aNameThatTheWeekDoesNotHaveIsToldAndShownAsItStands() throws {
        let (week, said, _) = try read("norht,closed,snow,Lead,2026-11-23")
        #expect(
            said == [
                "overrides.csv:2:1: warning: what 'norht' is no staff, session, team or line of the week; it is shown "
                    + "as it stands; did you mean 'north'?"
            ])
        #expect(week?.overrides.map(\.subjects) == [[.other("norht")]])
    }

    @Test func aRecordWithoutWhatWhyOrWhoIsAnError() throws {
        let (week, said, _) = try read(
            """
            ,closed,snow,Lead,2026-11-23
            north,,snow,Lead,2026-11-23
            north,closed,,Lead,2026-11-23
            north,closed,snow,,2026-11-23
            north,closed,snow,Lead,2026-11-31
            """)
        #expect(week == nil)
        #expect(said.count == 5)
        #expect(said[0] == "overrides.csv:2:1: error: what is blank")
        #expect(said[1] == "overrides.csv:3:7: error: decision is blank, and an override is a record")
        #expect(said[2] == "overrides.csv:4:14: error: why is blank, and an override is a record")
        #expect(said[3] == "overrides.csv:5:19: error: by is blank, and an override is a record")
    }

    @Test func aRowThatNobodyHasFilledInIsLeftOut() throws {
        let (week, said, _) = try read("north,,,,2026-11-23")
        #expect(said == [])
        #expect(week?.overrides == [])
        #expect(try WeekFixture().read().week?.overrides == [])
    }
}
