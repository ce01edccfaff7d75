// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// What `check` tells of rows of the plan in force about sessions that are over, and no longer fit the week.
@Suite struct FrozenFindingTests {
    /// A change of a week of which the first day is over, and what must be told of it.
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let change: @Sendable (WeekFixture) -> WeekFixture
        let told: String

        init(
            _ description: String, _ told: String, _ change: @escaping @Sendable (WeekFixture) -> WeekFixture
        ) {
            (self.description, self.told, self.change) = (description, told, change)
        }
    }

    /// The small week on its second day: Ann gave two sessions in the morning, and supervised.
    private static let before = WeekFixture()
        .replacing("policy:\n", with: "frozen_before: 2026-11-24 am\npolicy:\n", in: "week.yaml")
        .setting(
            "current/contacts.csv",
            to: "line,session,staff,partner,route,contacts\nd1,2026-11-23 am,ann,,registered,2\n"
        )
        .setting(
            "current/supervision.csv",
            to: "supervisor,session,supervision_group,activity,minutes\n"
                + "ann,2026-11-23 am,north,session,5\n")

    private static func ann(_ mark: String) -> @Sendable (WeekFixture) -> WeekFixture {
        { $0.replacing("ann,R,R", with: "ann,\(mark),R", in: "rota.csv") }
    }

    private static func giving(_ row: String) -> @Sendable (WeekFixture) -> WeekFixture {
        { $0.adding(row, to: "current/contacts.csv") }
    }

    private static func supervising(_ row: String) -> @Sendable (WeekFixture) -> WeekFixture {
        { $0.adding(row, to: "current/supervision.csv") }
    }

    static let warnings = [
        Case(
            "sick by now",
            "'ann' has S on 2026-11-23 am by now and was deployed to 'north'; the row is left out", ann("S")),
        Case(
            "may be called by now",
            "'ann' has C on 2026-11-23 am by now and was deployed to 'north'; the row is left out", ann("C")),
        Case(
            "blank by now",
            "'ann' has a blank on 2026-11-23 am by now and was deployed to 'north'; the row is left out",
            ann("")),
        Case(
            "contacts of somebody absent",
            "'ann' has L on 2026-11-23 am by now and gave 2 contacts of line 'd1'; the row is left out",
            ann("L")),
        Case(
            "supervision of somebody absent",
            "'ann' has T on 2026-11-23 am by now and supervised 'session' for 5 minutes; the row is left out",
            ann("T")),
        Case(
            "a pair of whom one is absent",
            "'cy' has S on 2026-11-23 am by now and 'bo' gave with 'cy' 1 contact of line 'd3'; the row is left "
                + "out"
        ) {
            giving("d3,2026-11-23 am,bo,cy,double-handed,1")(
                $0.replacing("cy,A@ward", with: "cy,S", in: "rota.csv"))
        },
        Case(
            "more than is wanted", "line 'd1' wants 6 contacts, and 7 were given before frozen_before",
            giving("d1,2026-11-23 pm,ann,,registered,5")),
        Case(
            "a line that is gone, of which converted contacts are left",
            "line 'd1' is gone, of which 'ann' gave 2 contacts on 2026-11-23 am; the row is left out"
        ) { $0.replacing("d1,north", with: "d1~x,north", in: "demand.csv") },
        Case(
            "a line that is gone",
            "line 'd7' is not in demand.csv, and 'bo' gave 2 contacts of it on 2026-11-23 am; the row is left out",
            giving("d7,2026-11-23 am,bo,,support,2")),
        Case(
            "somebody gone who gave contacts",
            "staff 'zed' is not in staff.csv, and gave 3 contacts of line 'd2' on 2026-11-23 pm; the row is left "
                + "out",
            giving("d2,2026-11-23 pm,zed,,support,3")),
        Case(
            "the second of a pair gone",
            "staff 'zed' is not in staff.csv, and gave with 'bo' 1 contact of line 'd3' on 2026-11-23 am; the row "
                + "is left out",
            giving("d3,2026-11-23 am,bo,zed,double-handed,1")),
        Case(
            "somebody gone who was deployed",
            "staff 'zed' is not in staff.csv, and was deployed to 'north' on 2026-11-23 pm; the row is left out"
        ) { $0.adding("zed,2026-11-23 pm,north,rostered,240,90", to: "current/deployments.csv") },
        Case(
            "a team that is gone",
            "team 'east' is not in teams.csv, and 'bo' was deployed to it on 2026-11-23 am; the row is left out"
        ) { $0.adding("bo,2026-11-23 am,east,rostered,240,90", to: "current/deployments.csv") },
        Case(
            "a supervisor who is gone",
            "staff 'zed' is not in staff.csv, and supervised 'session' for 10 minutes on 2026-11-23 am; the row is "
                + "left out",
            supervising("zed,2026-11-23 am,north,session,10")),
        Case(
            "an activity that is gone",
            "and 'ann' supervised it for 10 minutes on 2026-11-23 am; the row is left out",
            supervising("ann,2026-11-23 am,north,sitting,10")),
        Case(
            "a supervision group that is gone",
            "no team has supervision group 'east', in which 'ann' supervised 'session' for 10 minutes on 2026-11-23 "
                + "am; the row is left out",
            supervising("ann,2026-11-23 am,east,session,10")),
        Case(
            "no deployments",
            "frozen_before is '2026-11-24 am' and there is no current/deployments.csv: nobody was anywhere before it"
        ) { $0.without("current/deployments.csv") },
        Case(
            "no contacts",
            "frozen_before is '2026-11-24 am' and there is no current/contacts.csv: nothing was given before it"
        ) { $0.without("current/contacts.csv") },
        Case(
            "one human in two places",
            "'cy2' and 'cy' are one person, who was deployed to 'north' and to 'ward' on 2026-11-23 am; both rows "
                + "stand"
        ) {
            $0.setting(
                "staff.csv",
                to: """
                    staff,role,employer,base_locality,employment,hourly_cost,home_team,person
                    ann,physio,trust,Northside,substantive,22,north,
                    bo,support-worker,trust,Northside,substantive,14,north,
                    cy,support-worker,council,Southside,bank,15.25,,
                    di,student,trust,Northside,student,,,
                    cy2,support-worker,trust,Northside,bank,15.25,,cy

                    """
            ).adding("cy2,A,,,", to: "rota.csv")
                .adding("cy,2026-11-23 am,ward,bank,240,90", to: "current/deployments.csv")
                .adding("cy2,2026-11-23 am,north,bank,240,90", to: "current/deployments.csv")
        },
    ]

    @Test("rows that no longer fit are told as warnings, with what they were", arguments: warnings)
    func isTold(_ tried: Case) throws {
        let (week, diagnostics, _) = try tried.change(Self.before).read()
        #expect(week != nil, "\(diagnostics.filter { $0.severity == .error })")
        let told = diagnostics.filter { $0.severity == .warning && $0.message.contains(tried.told) }
        #expect(told.count == 1, "\(diagnostics.map(\.message))")
    }

    @Test("of the week as it is none of it is told, nor of sessions still to come")
    func isQuiet() throws {
        let (_, diagnostics, _) = try Self.before.read()
        for tried in Self.warnings {
            #expect(!diagnostics.contains { $0.message.contains(tried.told) }, "\(tried)")
        }
        let later = try Self.before
            .adding("ann,2026-11-24 pm,north,rostered,240,90", to: "current/deployments.csv")
            .adding("zed,2026-11-24 am,north,rostered,240,90", to: "current/deployments.csv")
            .adding("zed,2026-11-24 pm,north,rostered,240,90", to: "current/deployments.csv").problems()
        #expect(!later.contains { $0.contains("was deployed to") })
        // Once for both rows.
        #expect(later.filter { $0.contains("staff 'zed' is not in staff.csv") }.count == 1)
    }

    @Test("each row about somebody who is gone is told, since each is lost")
    func eachRow() throws {
        let problems = try Self.before
            .adding("zed,2026-11-23 am,north,rostered,240,90", to: "current/deployments.csv")
            .adding("zed,2026-11-23 pm,ward,rostered,240,90", to: "current/deployments.csv").problems()
        #expect(problems.filter { $0.contains("'zed' is not in staff.csv, and was deployed to") }.count == 2)
    }

    static let errors = [
        Case(
            "a route of one worker for two", "route 'registered' is none of an activity of 2 hands",
            giving("d3,2026-11-23 am,bo,,registered,1")),
        Case(
            "a route of two workers for one", "route 'single-handed' is none of an activity of 1 hand",
            giving("d1,2026-11-23 pm,ann,,single-handed,1")),
        Case(
            "a pair without its second", "double-handed contacts have no partner",
            giving("d3,2026-11-23 am,bo,,double-handed,1")),
        Case(
            "a second of what one gives", "contacts that are not double-handed have a partner",
            giving("d3,2026-11-23 am,bo,cy,single-handed,1")),
        Case(
            "a pair of one", "partner 'bo' is the same person as staff",
            giving("d3,2026-11-23 am,bo,bo,double-handed,1")),
        Case(
            "no route at all", "contacts of a session before frozen_before have no route",
            giving("d1,2026-11-23 pm,ann,,,1")),
        Case("an unknown route", "'alone'", giving("d3,2026-11-23 am,bo,,alone,1")),
        Case(
            "more minutes than a day has", "'1441'", supervising("ann,2026-11-23 pm,north,session,1441")),
        Case("fewer minutes than none", "'-1'", supervising("ann,2026-11-23 pm,north,session,-1")),
        Case("minutes that are no number", "'many'", supervising("ann,2026-11-23 pm,north,session,many")),
    ]

    @Test("what cannot have been is an error", arguments: errors)
    func isWrong(_ tried: Case) throws {
        let (week, diagnostics, _) = try tried.change(Self.before).read()
        #expect(week == nil)
        let told = diagnostics.filter { $0.severity == .error && $0.message.contains(tried.told) }
        #expect(told.count == 1, "\(diagnostics.map(\.message))")
    }

    @Test("supervision is read as it stands, everywhere, too")
    func supervisionIsRead() throws {
        let week = try #require(
            try Self.before.adding("ann,2026-11-23 pm,*,session,7.5", to: "current/supervision.csv").read()
                .week)
        #expect(
            week.currentSupervision == [
                SupervisionRow(
                    supervisor: "ann", session: 0, group: "north", activity: "session", minutes: 5),
                SupervisionRow(supervisor: "ann", session: 1, group: "*", activity: "session", minutes: 7.5),
            ])
        #expect(try WeekFixture().read().week?.currentSupervision == nil)
    }
}
