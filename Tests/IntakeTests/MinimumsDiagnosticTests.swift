// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct MinimumsDiagnosticTests {
    private static let heading = "team,professions,competency,at_least,sessions\n"

    private func week(_ rows: String) -> WeekFixture {
        var fixture = WeekFixture()
        fixture.files.append(("minimums.csv", Self.heading + rows + "\n"))
        return fixture
    }

    @Test func aMinimumIsReadAsItStands() throws {
        let (found, diagnostics, inputs) = try week(
            """
            north,physiotherapy,,1,
            ward,,moving:2,1,am
            north,,exercise : 1,1,am; 2026-11-24 pm
            """
        ).read()
        #expect(diagnostics == [])
        let monday = try #require(found?.start)
        #expect(
            found?.minimums == [
                TeamMinimum(team: "north", .registered(["physiotherapy"]), atLeast: 1),
                TeamMinimum(team: "ward", .holding(Need("moving", 2)), atLeast: 1, when: [.part("am")]),
                TeamMinimum(
                    team: "north", .holding(Need("exercise", 1)), atLeast: 1,
                    when: [.part("am"), .session(monday.adding(days: 1), part: "pm")]),
            ])
        #expect(inputs.map(\.path).contains("minimums.csv"))
    }

    @Test(arguments: [
        (
            "nrth,physiotherapy,,1,",
            "minimums.csv:2:1: error: team 'nrth' is not in teams.csv; did you mean 'north'?"
        ),
        ("north,physio,,1,", "minimums.csv:2:7: error: no registered role has profession 'physio'"),
        (
            "north,physiotherapy,moving:2,1,",
            "minimums.csv:2:21: error: professions and competency are both given, and a row asks for one of them"
        ),
        ("north,;,,1,", "minimums.csv:2:7: error: professions ';' names nothing"),
        ("north,physiotherapy,,1,;", "minimums.csv:2:24: error: sessions ';' names none"),
        ("north,,,1,", "minimums.csv:2:1: error: the row does not say who must be there"),
        ("north,,moving,1,", "minimums.csv:2:8: error: competency 'moving' does not say which level"),
        ("north,,moving:9,1,", "minimums.csv:2:8: error: the level of competency '9' is more than 3"),
        ("north,,:2,1,", "minimums.csv:2:8: error: competency is blank"),
        (
            "north,,movng:2,1,",
            "minimums.csv:2:8: error: competency 'movng' is not in the framework; did you mean 'moving'?"
        ),
        ("north,physiotherapy,,0,", "minimums.csv:2:22: error: at_least '0' is less than 1"),
        (
            "north,physiotherapy,,99999999999999999999,",
            "minimums.csv:2:22: error: at_least '99999999999999999999' is more than 10000"
        ),
        (
            "north,physiotherapy,,1,an",
            "minimums.csv:2:24: error: 'an' is no session in week.yaml; did you mean 'am'?"
        ),
        (
            "north,physiotherapy,,1,2026-11-23 eve",
            "minimums.csv:2:24: error: 'eve' is no part of the day in week.yaml"
        ),
        (
            "ward,physiotherapy,,1,pm",
            "minimums.csv:2:23: warning: team 'ward' is open in none of these sessions, so that the minimum asks for nothing"
        ),
        (
            "north,physiotherapy,,2,",
            "minimums.csv:2:7: warning: one person of the roster counts towards this minimum of 2 on any day planned, so that heads are missing in every plan"
        ),
        (
            "north,,exercise:3,1,",
            "minimums.csv:2:8: warning: nobody of the roster counts towards this minimum of 1 on any day planned, so that heads are missing in every plan"
        ),
    ]) func everyFaultOfTheMinimumsIsPointedAt(row: String, problem: String) throws {
        let reading = try week(row).read()
        #expect(Probe.lines(reading.diagnostics) == [problem])
    }

    @Test func twoRowsOfOnePersonAreOneHead() throws {
        let fixture = week("north,physiotherapy,,2,").setting(
            "staff.csv",
            to: """
                staff,role,employer,base_locality,employment,hourly_cost,home_team,person
                ann,physio,trust,Northside,substantive,22,north,
                bo,support-worker,trust,Northside,substantive,14,north,
                cy,support-worker,council,Southside,bank,15.25,,
                di,student,trust,Northside,student,,,
                ann2,physio,trust,Northside,bank,25,north,ann

                """
        ).adding("ann2,,,,", to: "rota.csv")
        let told = Probe.lines(try fixture.read().diagnostics)
        #expect(told.contains { $0.hasPrefix("minimums.csv:2:7: warning: one person of the roster counts") })
        let apart = fixture.replacing("25,north,ann", with: "25,north,", in: "staff.csv")
        #expect(!Probe.lines(try apart.read().diagnostics).contains { $0.hasPrefix("minimums.csv") })
    }

    @Test func aSessionOfAnotherDayIsLeftOutAndARowTwiceIsToldOf() throws {
        let reading = try week("north,physiotherapy,,1,am;2026-12-24 am\nnorth,physiotherapy,,1,am").read()
        #expect(
            Probe.lines(reading.diagnostics) == [
                "minimums.csv:2:24: warning: 2026-12-24 is outside the horizon, 2026-11-23 to 2026-11-24; it is left out",
                "minimums.csv:3:1: warning: the same minimum stands in line 2, and a head missing counts in both",
            ])
        #expect(reading.week?.minimums.map(\.when) == [[.part("am")], [.part("am")]])
    }

    @Test func professionsOfHeadsAndOwnTimeAreRead() throws {
        let fixture = WeekFixture().setting(
            "teams.csv",
            to: """
                team,pathway,organisation,locality,sessions,min_registered,head_professions
                north,P1,trust,Northside,am pm,1,physiotherapy
                ward,P2,council,Southside,am,0,physiotherapy

                """
        ).replacing("_before\nann", with: "_before,pace,non_contact_minutes\nann", in: "staff.csv")
            .replacing("22 pm\n", with: "22 pm,0.8,45.5\n", in: "staff.csv")
            .replacing(",north,,\n", with: ",north,,,,\n", in: "staff.csv")
            .replacing(
                "15.25,,,\ndi,student,trust,Northside,student,,,,,,\n",
                with: "15.25,,,,,\ndi,student,trust,Northside,student,,,,,,,,\n", in: "staff.csv"
            )
            .replacing(
                "kind: student,", with: "kind: student, non_contact_minutes: 60,",
                in: WeekFixture.frameworkPath)
        let (week, diagnostics, _) = try fixture.read()
        #expect(
            Probe.lines(diagnostics) == [
                "teams.csv:3:32: notice: head_professions of 'ward' says who counts for min_registered, which asks for nobody"
            ])
        #expect(week?.teams.map(\.headProfessions) == [["physiotherapy"], ["physiotherapy"]])
        #expect(week?.staff.map(\.pace) == [0.8, nil, nil, nil])
        #expect(week?.staff.map(\.nonContactMinutes) == [45.5, nil, nil, nil])
        #expect(week?.framework.roles.map(\.nonContactMinutes) == [nil, nil, 60])
    }

    @Test func contactsInForceAreReadAndWhatHasGoneIsLeftOut() throws {
        var fixture = WeekFixture()
        fixture.files.append(
            (
                "current/contacts.csv",
                """
                line,activity,team,session,staff,partner,route,contacts,minutes,supervisor
                d1,session,north,2026-11-23 am,ann,,registered,2,90,
                d1~call,call,north,2026-11-23 am,ann,,registered,1,30,
                d3,transfer,ward,2026-11-23 am,cy,bo,double-handed,1,35,
                d9,call,north,2026-11-23 am,ann,,registered,1,30,
                d9,call,north,2026-11-23 pm,ann,,registered,1,30,
                d3,transfer,ward,2026-11-23 am,cy,eve,double-handed,1,35,
                d1,session,north,2026-11-20 am,ann,,registered,2,90,

                """
            ))
        let (week, diagnostics, inputs) = try fixture.read()
        #expect(
            Probe.lines(diagnostics) == [
                "current/contacts.csv:5:1: warning: line 'd9' is not in demand.csv; 2 rows are left out; did you mean 'd1'?",
                "current/contacts.csv:7:35: warning: staff 'eve' is not in staff.csv; the row is left out",
                "current/contacts.csv:8:18: warning: 2026-11-20 is outside the horizon, 2026-11-23 to 2026-11-24; the row is left out",
            ])
        #expect(
            week?.currentContacts == [
                CurrentContact(line: "d1", session: 0, staff: "ann", contacts: 2, route: .registered),
                CurrentContact(line: "d1~call", session: 0, staff: "ann", contacts: 1, route: .registered),
                CurrentContact(
                    line: "d3", session: 0, staff: "cy", partner: "bo", contacts: 1, route: .doubleHanded),
            ])
        #expect(inputs.map(\.path).contains("current/contacts.csv"))
    }
}
