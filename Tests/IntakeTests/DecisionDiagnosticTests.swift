// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct DecisionDiagnosticTests {
    private static let header = "activity,staff,team,decision,reason,by,on\n"

    private func read(
        _ rows: String, status: String = "approved", review: String = "2027-03-31"
    ) throws -> (week: Week?, said: [String], inputs: [InputDigest]) {
        let reading = try WeekFixture()
            .replacing("status: approved", with: "status: \(status)", in: WeekFixture.frameworkPath)
            .replacing("2027-03-31", with: review, in: WeekFixture.frameworkPath)
            .setting("decisions.csv", to: Self.header + rows + "\n").read()
        return (reading.week, Probe.lines(reading.diagnostics), reading.inputs)
    }

    @Test func decisionsAreReadInTheOrderOfTheFileAndCountAmongTheInputs() throws {
        let (week, said, inputs) = try read(
            """
            session,bo,north,refuse,"supervised sessions first, then again",A. Lead,2026-11-23
            session,,,Allow,seen in practice,A. Lead,01-Oct-2026
            """)
        #expect(
            said == [
                "decisions.csv:3:11: notice: 'Allow' changes nothing in these days: 'session' may be delegated there "
                    + "without it",
                "decisions.csv:3:42: notice: on '01-Oct-2026' is read as 2026-10-01; so is every on of that form",
            ])
        let october = try #require(CalendarDay(year: 2026, month: 10, day: 1))
        let november = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        #expect(
            try #require(week).decisions == [
                DelegationDecision(
                    activity: "session", staff: "bo", team: "north", .refuse,
                    reason: "supervised sessions first, then again", by: "A. Lead", on: november),
                DelegationDecision(
                    activity: "session", .allow, reason: "seen in practice", by: "A. Lead", on: october),
            ])
        #expect(inputs.contains { $0.path == "decisions.csv" })
    }

    @Test func columnsForStaffAndTeamMayBeLeftOut() throws {
        let reading = try WeekFixture()
            .setting("decisions.csv", to: "activity,decision,reason,by,on\nsession,refuse,r,b,2026-11-23\n")
            .read()
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.week?.decisions.count == 1)
    }

    @Test func aWeekWithoutTheFileHasNoDecisions() throws {
        let reading = try WeekFixture().read()
        #expect(reading.week?.decisions == [])
        #expect(!reading.inputs.contains { $0.path == "decisions.csv" })
    }

    @Test(arguments: [
        (
            "sesion,,,allow,r,b,2026-11-23",
            "2:1: error: activity 'sesion' is not in the framework; did you mean 'session'?"
        ),
        (
            "call,,,allow,r,b,2026-11-23",
            "2:1: error: activity 'call' has no delegated route, so there is nothing to decide about everybody"
        ),
        (
            "session,be,,allow,r,b,2026-11-23",
            "2:9: error: staff 'be' is not in staff.csv; did you mean 'bo'?"
        ),
        (
            "session,,nrth,allow,r,b,2026-11-23",
            "2:10: error: team 'nrth' is not in teams.csv; did you mean 'north'?"
        ),
        ("session,,,alow,r,b,2026-11-23", "2:11: error: decision 'alow' is not known; did you mean 'allow'?"),
        ("session,,,,r,b,2026-11-23", "2:11: error: decision is blank"),
        ("session,,,allow,,b,2026-11-23", "2:17: error: reason is blank, and a decision is evidence"),
        ("session,,,allow,r, ,2026-11-23", "2:19: error: by is blank, and a decision is evidence"),
        ("session,,,allow,r,b,", "2:21: error: on is blank"),
        ("session,,,allow,r,b,next week", "2:21: error: on 'next week' is no date"),
    ]) func everyFaultOfARowIsPointedAt(_ row: String, _ problem: String) throws {
        let (week, said, _) = try read(row)
        #expect(said == ["decisions.csv:" + problem])
        #expect(week == nil)
    }

    @Test func everyFaultOfARowIsToldAtOnce() throws {
        let (_, said, _) = try read("sesion,be,nrth,alow,,,soon")
        #expect(said.count == 7)
    }

    @Test func theOppositeForTheSamePeopleTeamAndDayIsAnError() throws {
        let (week, said, _) = try read(
            """
            session,bo,,allow,r,b,2026-11-23
            session,bo,north,refuse,r,b,2026-11-23
            session,bo,,refuse,r,b,2026-11-24
            session,bo,,allow,again,b,2026-11-23
            session,bo,,refuse,r,b,2026-11-23
            """)
        #expect(
            said == [
                "decisions.csv:6:13: error: decision 'refuse' is the opposite of 'allow' in line 2, for the same "
                    + "activity, staff, team and day"
            ])
        #expect(week == nil)
    }

    @Test func whatIsWithdrawnIsNotAllowedHereAndMayBeRefused() throws {
        let (week, said, _) = try read("session,,,allow,r,b,2026-11-23", status: "withdrawn")
        #expect(
            said == [
                "decisions.csv:2:11: error: the delegation of 'session' is withdrawn, and a decision cannot allow it"
            ])
        #expect(week == nil)
        #expect(try read("session,,,refuse,r,b,2026-11-23", status: "withdrawn").week != nil)
    }

    @Test func aDecisionFromBeforeAReviewThatFallsDueIsWarnedOf() throws {
        let warning =
            "decisions.csv:2:21: warning: on '2026-11-01' is before the review of 2026-11-20, so the delegation of "
            + "'session' ends that day"
        #expect(try read("session,,,allow,r,b,2026-11-01", review: "2026-11-20").said == [warning])
        #expect(try read("session,,,allow,r,b,2026-11-20", review: "2026-11-20").said == [])
        let proposed = try read("session,,,allow,r,b,2026-11-01", status: "proposed", review: "2026-11-24")
        #expect(proposed.said == [])
        let reviewed = "session,,,allow,r,b,2026-11-01\nsession,,,allow,r,b,2026-11-20"
        #expect(
            try read(reviewed, review: "2026-11-20").said == [
                "decisions.csv:2:11: notice: 'allow' changes nothing in these days: line 3 decides the same later"
            ])
    }

    @Test func rowsThatNobodyHasFilledInYetAreLeftOutWithOneNotice() throws {
        let (week, said, _) = try read(
            "session,bo,north,,,,2026-11-23\nsession,,,,,,\nsession,,,refuse,r,b,2026-11-23")
        #expect(
            said == [
                "decisions.csv:2:18: notice: nothing is decided in this row, and it is left out; so is every row of "
                    + "that kind"
            ])
        #expect(week?.decisions.count == 1)
    }

    @Test func aPinMayRestOnADecision() throws {
        // bo is pinned to north, where the delegated session is all that bo may do, and is not at home there.
        let fixture = WeekFixture().replacing("14,north", with: "14,", in: "staff.csv").replacing(
            "d2,north,call", with: "d2,ward,transfer", in: "demand.csv"
        )
        .replacing(
            ",routine,4,2026-11-23 am,2026-11-23 pm", with: ",routine,4,2026-11-23 am,2026-11-23 am",
            in: "demand.csv"
        )
        .replacing("cy,A@ward", with: "cy,A", in: "rota.csv")
        #expect(try fixture.problems() == [])
        let refused = fixture.setting(
            "decisions.csv", to: Self.header + "session,bo,north,refuse,r,b,2026-11-23\n")
        #expect(
            try refused.problems() == [
                "rota.csv:3:4: warning: 'bo' may do nothing that 'north' demands on 2026-11-23, and is there as a "
                    + "head alone"
            ])
    }
}
