// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@testable import Figures
@testable import Report

/// The table of what AHP leads decided, as a plan recorded it.
@Suite struct DecisionTableTests {
    @Test func `each decision is told with whom it concerns, why, by whom and from when`() throws {
        var week = SmallWeek.week()
        var plan = SmallWeek.plan()
        plan.summary.decisions = [
            DelegationDecision(
                activity: "rehab", staff: "bo", team: nil, .refuse, reason: "to be seen first", by: "A. Lead",
                on: week.start),
            DelegationDecision(
                activity: "rehab", staff: nil, team: "kt", .allow, reason: "=cmd()", by: "A. Lead",
                on: week.start.adding(days: 1)),
        ]
        let kept = plan.summary.decisions
        let refusal = DelegationDecision(
            activity: "rehab", staff: "eve", team: nil, .refuse, reason: "new", by: "B. Lead", on: week.start)
        week = week.replacing { $0.decisions = [kept[0], refusal] }
        let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
        let table = try #require(page.tables.first { $0.name == "delegation-decisions" })
        let lines = table.csv.split(separator: "\n").map(String.init)
        #expect(lines[0] == "activity,staff,team,decision,reason,by,on,the_plan")
        #expect(
            lines[1]
                == "Rehabilitation session,Bo (bo),,refuse,to be seen first,A. Lead,2026-11-23,was made with it"
        )
        #expect(
            lines[2] == "Rehabilitation session,Eve (eve),,refuse,new,B. Lead,2026-11-23,was made without it")
        #expect(
            lines[3] == "Rehabilitation session,,Kestrel team,allow,'=cmd(),A. Lead,2026-11-24,"
                + "\"was made with it, and it no longer holds\"")
        #expect(page.html.contains("everyone"))
        #expect(page.html.contains("is not delegated"))
    }
}
