// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import TestSupport
import Testing
import Workforce

@Suite("The week after another one")
struct NextWeekTests {
    private let monday = CalendarDay(number: 9457)  // 23 November 2026

    private func next(
        _ week: Week, deployments: [Deployment] = [], keepsDemand: Bool = false
    ) -> NextWeek {
        NextWeek(
            after: week, deployments: deployments, frameworkPath: "framework.yaml", keepsDemand: keepsDemand)
    }

    @Test("Its files read as the week itself, with nothing wrong and nothing lost", arguments: [12, 40])
    func roundTrip(size: Int) throws {
        let generator = try Fixture.generator(size: size, seed: 3)
        let week = generator.week().replacing { parts in
            parts.policy.averageHours = 48
            parts.specialDays = [
                SpecialDay(
                    day: monday.adding(days: 32), name: "A \"fine\" day", uplift: 0.5, ownUplift: 0.25,
                    closed: .teams([parts.teams[0].id]))
            ]
            parts.staff[0].name = "Ann, \"the\" first"
            parts.staff[1].hasOptedOut = true
            parts.placements = [
                Placement(staff: parts.staff[0].id, team: parts.teams[0].id, from: nil, until: nil)
            ]
            let delegable = parts.framework.activities.first { $0.delegated != nil }
            parts.decisions = [
                DelegationDecision(
                    activity: delegable?.id ?? "", .refuse, reason: "not yet", by: "AHP lead", on: monday)
            ]
        }
        let made = next(week, keepsDemand: true)
        let (found, diagnostics) = try Fixture.read(made.files())
        #expect(diagnostics.filter { $0.severity == .error } == [])
        let read = try #require(found)
        #expect(read.start == monday.adding(days: 7))
        #expect(read.specialDays == week.specialDays)
        #expect(read.content == made.week.content)
        #expect(read.staff.allSatisfy { $0.hoursBefore.map(\.week) == [monday] })
        #expect(read.demand.map(\.window) == week.demand.map(\.window))
        #expect(read.demand.map(\.source) == week.demand.map(\.source))
        // And the week after that one remembers both.
        let third = next(read)
        #expect(third.week.demand.isEmpty)
        #expect(third.week.staff.allSatisfy { $0.hoursBefore.count == 2 })
        #expect(try Fixture.read(third.files()).week?.content == third.week.content)
    }

    @Test("What was worked is what is on duty, and booked by the plan")
    func worked() {
        var world = TinyWorld()
        world.days = 7
        world.rota = [
            "P-1": Array(repeating: "R", count: 14),
            "P-2": ["L", "S", "T", ""] + Array(repeating: "A", count: 10),
            "P-3": Array(repeating: "", count: 12) + ["A", "A"],
        ]
        world.staff[0].workedDaysBefore = 5
        world.staff[2].workedDaysBefore = 4
        world.staff[2].lastSessionBefore = PastSession(day: monday.adding(days: -1), part: "am")
        world.staff[2].hoursBefore = [
            WeekHours(week: monday.adding(days: -7), hours: 30),
            WeekHours(week: monday.adding(days: -7 * 16), hours: 30),
        ]
        let sent = [
            Deployment(
                staff: "P-2", session: 13, team: "A", booking: .contract, minutes: 240, contactMinutes: 0),
            Deployment(
                staff: "P-2", session: 10, team: "A", booking: .contract, minutes: 240, contactMinutes: 0),
            Deployment(
                staff: "nobody", session: 10, team: "A", booking: .contract, minutes: 240, contactMinutes: 0),
        ]
        let staff = next(world.week, deployments: sent).week.staff
        #expect(staff.map(\.workedDaysBefore) == [12, 2, 0])
        #expect(staff[0].lastSessionBefore == PastSession(day: monday.adding(days: 6), part: "pm"))
        #expect(staff[1].lastSessionBefore == PastSession(day: monday.adding(days: 6), part: "pm"))
        #expect(staff[2].lastSessionBefore == PastSession(day: monday.adding(days: -1), part: "am"))
        #expect(staff[0].hoursBefore == [WeekHours(week: monday, hours: 56)])
        #expect(staff[1].hoursBefore == [WeekHours(week: monday, hours: 20)], "3 sessions away, 2 booked")
        #expect(
            staff[2].hoursBefore
                == [WeekHours(week: monday.adding(days: -7), hours: 30), WeekHours(week: monday, hours: 0)])
    }

    @Test("What a human worked in one row is said in all of them")
    func humans() {
        var world = TinyWorld()
        world.days = 7
        world.staff[0].person = "Ann"
        world.staff[2].person = "Ann"
        world.staff[2].workedDaysBefore = 2
        world.rota = [
            "P-1": Array(repeating: "R", count: 10),
            "P-3": Array(repeating: "", count: 10) + ["R", "", "R", ""],
        ]
        let staff = next(world.week).week.staff
        #expect(staff.map(\.workedDaysBefore) == [9, 0, 9])
        #expect(staff[0].lastSessionBefore == PastSession(day: monday.adding(days: 6), part: "am"))
        #expect(staff[2].lastSessionBefore == staff[0].lastSessionBefore)
        #expect(staff.map { $0.hoursBefore.map(\.hours) } == [[40], [0], [8]])
    }

    @Test("A pin goes on where all of the person's week is pinned to the team; absence is taken over")
    func pins() {
        var world = TinyWorld()
        world.days = 7
        world.teams.append(TinyWorld.team("B"))
        world.rota = ["P-1": ["R@B", "A@B", "L", "R@B"], "P-2": ["R@B", "R"]]
        let made = next(world.week)
        #expect(made.absences == 1)
        #expect(made.week.rota[0][0] == RotaMark(.rostered, pin: "B"))
        #expect(made.week.rota[0][2] == RotaMark(.leave))
        #expect(made.week.rota[1][0] == RotaMark(.rostered))
    }

    @Test("A session in which somebody may be called counts for pins, and its own goes with the others")
    func calledPins() {
        var world = TinyWorld()
        world.days = 7
        world.teams.append(TinyWorld.team("B"))
        world.rota = ["P-1": ["R@B", "C@A"], "P-2": ["R@B", "C@B"], "P-3": ["C@B", "C@B"]]
        let rota = next(world.week).week.rota
        #expect(rota[0].prefix(2) == [RotaMark(.rostered), RotaMark(.callable)])
        #expect(rota[1].prefix(2) == [RotaMark(.rostered, pin: "B"), RotaMark(.callable, pin: "B")])
        #expect(rota[2].prefix(2) == [RotaMark(.callable, pin: "B"), RotaMark(.callable, pin: "B")])
    }

    @Test(
        "Hours are known of whole calendar weeks, and of the only one: on days not planned nobody works",
        arguments: [(5, 40.0), (8, 56.0), (10, 56.0)])
    func cutShort(days: Int, hours: Double) {
        var world = TinyWorld()
        world.days = days
        world.rota = ["P-1": Array(repeating: "R", count: 2 * days)]
        let week = next(world.week).week
        #expect(week.start == monday.adding(days: days < 7 ? 7 : 14))
        #expect(week.staff[0].hoursBefore == [WeekHours(week: monday, hours: hours)])
        #expect(week.staff[0].workedDaysBefore == 0)
        #expect(
            week.staff[0].lastSessionBefore == PastSession(day: monday.adding(days: days - 1), part: "pm"))
    }

    @Test("Nothing is said of days between the weeks, and what has ended stays behind")
    func ended() {
        var world = TinyWorld()
        world.days = 9
        world.rota = ["P-1": Array(repeating: "", count: 14) + ["R", "", "R", ""]]
        world.agreements = [
            Agreement(employer: "a", organisation: "b", roles: nil, until: monday.adding(days: 13)),
            Agreement(employer: "a", organisation: "b", roles: nil, until: monday.adding(days: 14)),
        ]
        world.placements = [
            Placement(staff: "P-2", team: "A", until: monday),
            Placement(staff: "P-2", team: "A", from: monday.adding(days: 20)),
        ]
        world.decisions = [(0, "old"), (3, "current"), (20, "later")].map { days, reason in
            DelegationDecision(
                activity: "rehabilitation", .refuse, reason: reason, by: "AHP lead",
                on: monday.adding(days: days))
        }
        world.current = []
        world.teams[0].closedSessions = [ClosedSession(day: monday, part: "am")]
        let dated = TeamMinimum.When.session(monday, part: "am")
        let given = world.week.replacing { parts in
            // A day that was planned, one that nobody plans, the next week's first, and one long after.
            parts.specialDays = [0, 10, 14, 100].map {
                SpecialDay(day: monday.adding(days: $0), name: "Holiday", closed: .teams(["A"]))
            }
            parts.minimums = [[dated], [dated, .part("pm")], nil].map {
                TeamMinimum(team: "A", .registered([]), atLeast: 1, when: $0)
            }
            parts.requests = [StaffRequest(staff: "P-1", time: .day(0), want: .off)]
            parts.currentContacts = []
        }
        let week = next(given).week
        #expect(week.specialDays == given.specialDays.suffix(2))
        #expect(week.sessions.first?.special?.day == week.start)
        #expect(week.requests.isEmpty && week.currentContacts == nil)
        #expect(week.teams[0].closedSessions.isEmpty)
        #expect(week.minimums.map(\.when) == [[.part("pm")], nil])
        #expect(week.start == monday.adding(days: 14))
        #expect(week.staff[0].workedDaysBefore == 0)
        #expect(week.staff[0].lastSessionBefore == PastSession(day: monday.adding(days: 8), part: "am"))
        // Of the second calendar week five days are not known, so that it is none to average over.
        #expect(week.staff[0].hoursBefore == [WeekHours(week: monday, hours: 0)])
        #expect(week.agreements.count == 1)
        #expect(week.placements.map(\.from) == [monday.adding(days: 20)])
        #expect(week.decisions.map(\.reason) == ["current", "later"])
        #expect(week.current == nil)
        // The second calendar week has two days; the others are those of the first.
        #expect(
            week.rota[0].map(\.duty)
                == (["R", "", "R", ""] + Array(repeating: "", count: 10)
                + ["R", "", "R", ""]).map { $0 == "R" ? .rostered : .off })
    }
}
