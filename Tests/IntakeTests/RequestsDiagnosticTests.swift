// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// requests.csv and the usual people of demand lines, read and with what is wrong in them.
@Suite struct RequestsDiagnosticTests {
    private static let header = "staff,session,want,weight\n"

    private func week(_ rows: String) -> WeekFixture {
        WeekFixture().setting("requests.csv", to: Self.header + rows + "\n")
    }

    @Test func requestsAreReadWithASessionOrADayAndAWeightOfAPoundWhereNoneIsSaid() throws {
        let fixture = week("bo,2026-11-24 pm,off,\nbo,2026-11-24,north,2.5\ncy,23/11/2026,ON,0")
        let requests = try #require(try fixture.read().week).requests
        #expect(
            requests == [
                StaffRequest(staff: "bo", time: .session(3), want: .off, weight: 1),
                StaffRequest(staff: "bo", time: .day(1), want: .team("north"), weight: 2.5),
                StaffRequest(staff: "cy", time: .day(0), want: .on, weight: 0),
            ])
    }

    @Test(arguments: [
        ("by,2026-11-24 pm,off,", "2:1: error: staff 'by' is not in staff.csv; did you mean 'bo'?"),
        (
            "bo,2026-11-24 pn,off,",
            "2:4: error: session '2026-11-24 pn': 'pn' is no part of the day in week.yaml"
        ),
        ("bo,2026-12-24,off,", "2:4: error: session '2026-12-24': 2026-12-24 is outside the horizon"),
        ("bo,,off,", "2:4: error: session is blank"),
        ("bo,2026-11-24,of,", "2:15: error: team 'of' is not in teams.csv"),
        ("bo,2026-11-24,,", "2:15: error: want is blank"),
        ("bo,2026-11-24,off,-1", "2:19: error: weight '-1' is less than 0"),
        (
            "bo,2026-11-24,off,1%",
            "2:19: error: weight '1%' is not a number: write a share, 0.3 for 30 per cent"
        ),
        (
            "bo,2026-11-24 pm,on,\nbo,2026-11-24 pm,off,",
            "3:18: error: want 'off' and 'on' in line 2 cannot both be granted"
        ),
        (
            "bo,2026-11-24 pm,north,\nbo,2026-11-24,off,",
            "3:15: error: want 'off' and 'north' in line 2 cannot both be granted"
        ),
        (
            "bo,2026-11-24,north,\nbo,2026-11-24 pm,ward,",
            "3:18: error: want 'ward' and 'north' in line 2 cannot both be granted"
        ),
        (
            "bo,2026-11-24 pm,off,\nbo,2026-11-24 pm,off,3",
            "3:18: error: 'bo' asks for this in line 2 as well, and it would count twice"
        ),
    ]) func everyFaultOfARowIsPointedAt(_ rows: String, _ problem: String) throws {
        let reading = try week(rows).read()
        let told = Probe.lines(reading.diagnostics.filter { $0.file == "requests.csv" })
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("requests.csv:" + problem) == true, "\(told)")
        #expect(reading.week == nil)
    }

    @Test func requestsThatCanBothBeGrantedStand() throws {
        let fixture = week(
            "bo,2026-11-24,on,\nbo,2026-11-24 pm,off,\nbo,2026-11-24,north,\nann,2026-11-24,off,")
        #expect(try #require(try fixture.read().week).requests.count == 4)
    }

    @Test func usualPeopleOfALineAreReadAndLookedUp() throws {
        let named = WeekFixture().setting(
            "demand.csv",
            to: """
                line,team,activity,priority,contacts,earliest,latest,usual
                d1,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,ann;bo
                d2,north,call,routine,4,2026-11-23 am,2026-11-23 pm,

                """)
        #expect(try #require(try named.read().week).demand.map(\.usual) == [["ann", "bo"], []])
        let wrong = named.replacing("ann;bo", with: "ann;bob", in: "demand.csv")
        #expect(
            try wrong.problems()
                == ["demand.csv:2:55: error: staff 'bob' is not in staff.csv; did you mean 'bo'?"])
    }
}
