// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Rule 8: `P-2` with sessions on the rota, `R`, and sessions added, `A`.
@Suite struct WorkingTimeRuleTests {
    /// Deploys `P-2` wherever the marks say, to team A.
    private func said(_ marks: [String], days: Int, _ change: (inout TinyWorld) -> Void = { _ in })
        -> [String]
    {
        var world = TinyWorld()
        world.days = days
        world.rota = ["P-2": marks]
        world.demand("D-1", "care", contacts: 0)
        change(&world)
        return world.audit { sketch in
            for (session, mark) in marks.enumerated() where !mark.isEmpty { sketch.deploy("P-2", session) }
        }.said
    }

    @Test func `hours of a calendar week keep to the person's limit`() {
        let limited: (inout TinyWorld) -> Void = {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: 7.5)
        }
        #expect(
            said(["R", "A"], days: 1, limited) == [
                "working-time: P-2 works 8 h in the week of 2026-11-23 but may work 7 h 30."
            ])
        #expect(said(["R", "R"], days: 1, limited) == [], "what the rota breaks by itself stands")
        let sundayAndMonday = Array(repeating: "", count: 12) + ["A", "", "A", ""]
        #expect(said(sundayAndMonday, days: 8, limited) == [], "each calendar week counts for itself")
    }

    @Test func `hours on average keep to the policy, with the weeks before and other employers`() {
        let averaged: (inout TinyWorld) -> Void = { world in
            world.policy.averageHours = 10
            world.policy.averageWeeks = 3
            world.staff[1].hoursBefore = [
                WeekHours(week: world.start.adding(days: -7), hours: 11.5),
                WeekHours(week: world.start.adding(days: -21), hours: 60),
            ]
            world.staff[1].otherHours = [WeekHours(week: world.start, hours: 1)]
        }
        #expect(
            said(["R", "A"], days: 1, averaged) == [
                "working-time: P-2 works 10 h 15 a week on average over 2 weeks up to that of 2026-11-23 but may "
                    + "work 10 h."
            ])
        #expect(said(["R", "R"], days: 1, averaged) == [], "what the rota breaks by itself stands")
        #expect(
            said(["L", "A"], days: 1, averaged).count == 2,
            "leave counts, besides that nobody on leave can be deployed")
        #expect(
            said(["R", "A"], days: 1) {
                averaged(&$0)
                $0.staff[1].hasOptedOut = true
            } == [])
        let twoWeeks = ["R", "A"] + Array(repeating: "", count: 12) + ["R", "A"]
        #expect(
            said(twoWeeks, days: 8, averaged) == [
                "working-time: P-2 works 10 h 15 a week on average over 2 weeks up to that of 2026-11-23 but may "
                    + "work 10 h."
            ], "over three weeks it is 9 h 30")
    }

    @Test func `sessions a day keep to the policy`() {
        #expect(
            said(["R", "A"], days: 1) { $0.policy.maximumSessionsPerDay = 1 } == [
                "working-time: P-2 works 2 sessions on 2026-11-23 but may work 1 a day."
            ])
        #expect(said(["R", "R"], days: 1) { $0.policy.maximumSessionsPerDay = 1 } == [])
    }

    @Test func `days a week keep to the policy`() {
        let limit: (inout TinyWorld) -> Void = { $0.policy.maximumDaysPerWeek = 2 }
        #expect(
            said(["R", "", "A", "", "R", ""], days: 3, limit) == [
                "working-time: P-2 works 3 days in the week of 2026-11-23 but may work 2."
            ])
        #expect(said(["R", "", "R", "", "R", ""], days: 3, limit) == [])
        #expect(said(["R", "", "R", "", "R", "A"], days: 3, limit).count == 1, "also on a day worked anyway")
    }

    @Test func `days in a row keep to the policy and count those before the horizon`() {
        let limit: (inout TinyWorld) -> Void = {
            $0.policy.maximumDaysInARow = 3
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, workedDaysBefore: 2)
        }
        #expect(said(["A", ""], days: 1, limit) == [])
        #expect(
            said(["R", "", "A", ""], days: 2, limit) == [
                "working-time: P-2 works 4 days in a row around 2026-11-23, counting 2 before it, but may work "
                    + "3."
            ])
        #expect(said(["R", "", "R", ""], days: 2, limit) == [])
        #expect(said(["", "", "A", "", "A", ""], days: 3, limit) == [], "a free Monday starts a new row")
    }

    @Test func `rest lies between sessions of different days`() {
        let evening: (inout TinyWorld) -> Void = {
            $0.parts = [
                DayPart(id: "am", starts: 480, ends: 720), DayPart(id: "eve", starts: 1080, ends: 1320),
            ]
            $0.teams = [
                Team(
                    id: "A", name: "Team A", pathway: "P1", organisation: "trust", locality: "town",
                    parts: ["am", "eve"])
            ]
        }
        #expect(
            said(["", "R", "A", ""], days: 2, evening) == [
                "working-time: P-2 rests 10 h between 2026-11-23 eve and 2026-11-24 am but needs 11 h."
            ])
        #expect(said(["", "R", "R", ""], days: 2, evening) == [])
        #expect(said(["A", "A", "", ""], days: 2, evening) == [])
        let afterSunday: (inout TinyWorld) -> Void = {
            evening(&$0)
            $0.staff[1] = TinyWorld.person(
                "P-2", "support-worker", .substantive,
                lastSessionBefore: PastSession(day: $0.start.adding(days: -1), part: "eve"))
        }
        #expect(
            said(["A", ""], days: 1, afterSunday) == [
                "working-time: P-2 rests 10 h between 2026-11-22 eve and 2026-11-23 am but needs 11 h."
            ])
        #expect(said(["R", ""], days: 1, afterSunday) == [])
    }

    @Test func `rest after a night counts from the next morning`() {
        let night: (inout TinyWorld) -> Void = {
            $0.parts = [$0.parts[0], DayPart(id: "night", starts: 1260, ends: 1890)]
            $0.teams[0].parts = ["am", "night"]
        }
        #expect(
            said(["", "R", "A", ""], days: 2, night) == [
                "working-time: P-2 rests 30 min between 2026-11-23 night and 2026-11-24 am but needs 11 h."
            ])
        #expect(said(["", "R", "", "A"], days: 2, night) == [])
    }
}
