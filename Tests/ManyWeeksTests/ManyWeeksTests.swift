// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import ManyWeeks

/// Weeks of two people, small enough to add up by hand.
@Suite struct ManyWeeksTests {
    /// A week of 7 days that begins so many weeks after the first, in which `P-1` is on duty in so many sessions of four
    /// hours from Monday morning on.
    private func week(
        _ number: Int, sessions: Int, _ change: (inout TinyWorld) -> Void = { _ in }
    ) -> WeekAmongMany {
        var world = TinyWorld()
        world.start = world.start.adding(days: 7 * number)
        world.days = 7
        world.rota = ["P-1": Array(repeating: "R", count: sessions)]
        change(&world)
        return WeekAmongMany(name: "week-\(number)", week: world.week)
    }

    private func person(_ id: String, _ weeks: [WeekAmongMany]) throws -> PersonFigure {
        try #require(try ManyWeeks(weeks).people.first { $0.id == id })
    }

    @Test func `hours are averaged over the weeks up to each`() throws {
        // 56, 40 and 24 hours: 56, then 48, then 40 a week on average.
        let found = try person(
            "P-1", [week(1, sessions: 10), week(2, sessions: 6), week(0, sessions: 14)])
        #expect([found.latest.hours, Double(found.latest.weeks)] == [40, 3])
        #expect(found.highest.hours == 56)
        #expect(found.highest.week == CalendarDay(number: 9457))
        #expect(!found.isAbove)
        #expect(found.sessions == 30)
    }

    @Test func `more than 48 hours on average is above, but for who has opted out`() throws {
        let weeks = [week(0, sessions: 14), week(1, sessions: 11)]
        #expect(try person("P-1", weeks).latest.hours == 50)
        #expect(try person("P-1", weeks).isAbove)
        let optedOut = weeks.dropLast() + [week(1, sessions: 11) { $0.staff[0].hasOptedOut = true }]
        #expect(try !person("P-1", Array(optedOut)).isAbove)
        let other = [week(0, sessions: 14), week(1, sessions: 11) { $0.policy.averageHours = 50 }]
        #expect(try !person("P-1", other).isAbove)
        #expect(try ManyWeeks(weeks).above.map(\.id) == ["P-1"])
    }

    @Test func `weeks before, other employers and absence count`() throws {
        let found = try person(
            "P-1",
            [
                week(0, sessions: 10) { world in
                    world.rota["P-1"] = ["L", "S", "T"] + Array(repeating: "R", count: 7)
                    world.staff[0].hoursBefore = [WeekHours(week: world.start.adding(days: -7), hours: 20)]
                    world.staff[0].otherHours = [WeekHours(week: world.start, hours: 6)]
                },
                week(1, sessions: 10) { world in
                    // What it says of week 0 is that week's own; of the one before that it says it anew.
                    world.staff[0].hoursBefore = [
                        WeekHours(week: world.start.adding(days: -7), hours: 1000),
                        WeekHours(week: world.start.adding(days: -14), hours: 40),
                    ]
                    world.staff[0].otherHours = [WeekHours(week: world.start.adding(days: -7), hours: 9)]
                },
            ])
        // (40 + 40 + 9 + 40) ÷ 3 weeks.
        #expect(found.latest.weeks == 3)
        #expect(found.latest.hours == 43)
        #expect(found.latest.otherHours == 3)
    }

    @Test func `seventeen weeks are averaged, and no more`() throws {
        let weeks = (0..<20).map { week($0, sessions: $0 < 3 ? 14 : 2) }
        let found = try person("P-1", weeks)
        #expect([found.latest.hours, Double(found.latest.weeks)] == [8, 17])
    }

    @Test func `two rows of a human are one person`() throws {
        let many = try ManyWeeks([
            week(0, sessions: 10) { world in
                world.rota["P-3"] = Array(repeating: "", count: 10) + ["R", "R", "R", "R"]
                for row in [0, 2] { world.staff[row].person = "Ann" }
                world.staff[2].hasOptedOut = true
                world.staff[2].otherHours = [WeekHours(week: world.start, hours: 2)]
            }
        ])
        let found = many.people
        #expect(found.map(\.id) == ["Ann", "P-2"])
        #expect(found[0].latest.hours == 58)
        #expect(found[0].hasOptedOut && !found[0].isAbove)
        #expect(many.figures.map(\.people) == [2])
        #expect([found[0].sessions, found[0].weekendsWorked, found[0].weeks] == [14, 1, 1])
    }

    @Test func `a human is one person throughout, though only a later week says so`() throws {
        let apart = week(0, sessions: 10) { world in
            world.rota["P-3"] = Array(repeating: "", count: 10) + ["R", "R", "R", "R"]
        }
        let together = week(1, sessions: 10) { world in
            for row in [0, 2] { world.staff[row].person = "Ann" }
            world.staff[2].workedDaysBefore = 7
        }
        let many = try ManyWeeks([apart, together])
        #expect(many.people.map(\.id) == ["Ann", "P-2"])
        #expect(many.figures.map(\.people) == [2, 2])
        let ann = try #require(many.people.first)
        #expect([ann.latest.hours, ann.highest.hours] == [48, 56])
        #expect([ann.weeks, ann.sessions, ann.weekendsWorked] == [2, 24, 1])
        // The days in a row of the first week are those of both rows.
        #expect(
            many.remarks.first
                == "worked_days_before of week-1 is for 1 person not what week-0 comes to: P-1 has 0, not 7.")
    }

    @Test(arguments: [(5, 40.0), (8, 56.0), (10, 56.0)])
    func `of a calendar week that is cut short nothing is averaged, but of the only one`(
        days: Int, hours: Double
    ) throws {
        let short = week(0, sessions: 2 * days) { $0.days = days }
        let found = try person("P-1", [short])
        #expect([found.latest.hours, found.highest.hours, Double(found.latest.weeks)] == [hours, hours, 1])
        #expect(found.latest.week == CalendarDay(number: 9457))
        #expect([found.weeks, found.sessions] == [(days + 6) / 7, 2 * days])
        let next = (days + 6) / 7
        let after = week(next, sessions: 6)
        #expect(try person("P-1", [short, after]).latest.hours == (hours + 24) / 2)
        // What the week after says of the one that was cut short is all that is known of it.
        let told = week(next, sessions: 6) { world in
            world.staff[0].hoursBefore = [WeekHours(week: world.start.adding(days: -7), hours: 48)]
        }
        let known = try person("P-1", [short, told]).latest
        #expect(known.hours == (days < 7 ? (hours + 24) / 2 : (hours + 48 + 24) / 3))
    }

    @Test func `after a week of fewer days nothing is missing until the next Monday`() throws {
        func after(_ number: Int) -> WeekAmongMany {
            week(number, sessions: 2) { world in
                world.staff[0].lastSessionBefore = PastSession(day: CalendarDay(number: 9461), part: "pm")
            }
        }
        let short = week(0, sessions: 10) { $0.days = 5 }
        #expect(try ManyWeeks([short, after(1)]).remarks == [])
        #expect(
            try ManyWeeks([short, after(2)]).remarks.first?.hasPrefix(
                "Between week-0 and week-2 no week was given for 7 days") == true)
        let long = week(0, sessions: 10) { $0.days = 10 }
        #expect(
            try ManyWeeks([long, after(2)]).remarks.first?.hasPrefix(
                "Between week-0 and week-2 no week was given for 4 days") == true)
    }

    @Test func `weekends and nights are counted`() throws {
        let found = try person(
            "P-1",
            [
                week(0, sessions: 13) {
                    $0.parts[1] = DayPart(id: "pm", starts: 1200, ends: 1440)
                    $0.parts[0] = DayPart(id: "am", starts: 180, ends: 420)
                }, week(1, sessions: 10),
            ])
        // From three to seven in the morning there are three hours of the night; from eight in the evening on one.
        #expect([found.nights, found.weekends, found.weekendsWorked] == [7, 2, 1])
    }

    @Test func `a plan says what is booked, met and paid`() throws {
        var world = TinyWorld()
        world.days = 7
        world.rota = ["P-1": ["R"], "P-3": ["A"]]
        world.demand("D-1", "care", contacts: 5, priority: .urgent)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-3", 0, booking: .bank)
        sketch.give("D-1", "P-3", 0, .support, contacts: 3)
        sketch.leave("D-1", contacts: 2)
        var plan = sketch.plan
        plan.bookings = [
            BookingRow(staff: "P-3", session: 0, team: "A", employment: .bank, hours: 4, cost: 72, covers: "")
        ]
        let record = WeekAmongMany(
            name: "one", week: world.week, plan: plan, standing: PlanStanding(asMade: plan))
        let many = try ManyWeeks([record, week(1, sessions: 3)])
        let figure = try #require(many.figures.first)
        #expect([figure.bookedHours, figure.bookedPounds, figure.agencyShare] == [4, 72, 0])
        #expect(figure.care.map(\.unmetContacts) == [0, 2, 0, 2])
        #expect(figure.allCare?.shareMet == 0.6)
        #expect(many.figures[1].allCare == nil)
        #expect(try person("P-3", [record]).latest.hours == 4)
        #expect(
            many.remarks.contains(
                "week-1 is without a plan: what is booked beside the rota and what goes unmet is not known there."
            ))
    }

    @Test func `requests are added up by person over the weeks with a plan`() throws {
        let records = (0..<2).map { number -> WeekAmongMany in
            var world = TinyWorld()
            world.start = world.start.adding(days: 7 * number)
            world.days = 7
            world.rota = ["P-1": ["R", "A"], "P-2": ["A"]]
            let week = world.week.replacing { parts in
                parts.requests = [
                    StaffRequest(staff: "P-1", time: .session(0), want: .off, weight: 3),
                    StaffRequest(staff: "P-1", time: .session(1), want: .on),
                ]
            }
            var sketch = PlanSketch(week)
            sketch.deploy("P-1", 0)
            if number == 1 { sketch.deploy("P-1", 1, booking: .contract) }
            return WeekAmongMany(
                name: "week-\(number)", week: week, plan: sketch.plan,
                standing: PlanStanding(asMade: sketch.plan))
        }
        let many = try ManyWeeks(records)
        #expect(many.figures.map { $0.requests?.total.share } == [0, 0.5])
        let found = try #require(many.requests.first)
        #expect(many.requests.count == 1 && found.staff == "P-1")
        #expect([found.weeks, found.requests.requests, found.requests.granted] == [2, 4, 1])
        #expect([found.requests.weight, found.requests.grantedWeight, found.requests.share] == [8, 1, 0.25])
        let table = try #require(many.tables.first { $0.name == "requests" })
        #expect(
            table.csv.split(separator: "\n").map(String.init) == [
                "staff,weeks,requests,granted,share_granted,weight,weight_granted",
                "P-1,2,4,1,0.2500,8.0000,1.0000",
            ])
    }

    @Test func `weeks that share days are refused, and none are`() {
        #expect(throws: ManyWeeks.Problem.overlap("week-0", "week-0", CalendarDay(number: 9457))) {
            try ManyWeeks([week(0, sessions: 1), week(0, sessions: 2)])
        }
        #expect(throws: ManyWeeks.Problem.none) { try ManyWeeks([]) }
    }

    @Test func `what a week says of the one before is held against it`() throws {
        let before = week(0, sessions: 14) { $0.staff[0].name = "Ann" }
        let right = week(1, sessions: 2) { world in
            world.staff[0].name = "Ann"
            world.staff[0].workedDaysBefore = 7
            world.staff[0].lastSessionBefore = PastSession(day: world.start.adding(days: -1), part: "pm")
            world.staff[0].hoursBefore = [WeekHours(week: world.start.adding(days: -7), hours: 56)]
        }
        #expect(try ManyWeeks([before, right]).remarks == [])
        let wrong = week(1, sessions: 2) { world in
            world.staff[0].name = "Bo"
            world.policy.averageHours = 48
        }
        #expect(
            try ManyWeeks([before, wrong]).remarks == [
                "worked_days_before of week-1 is for 1 person not what week-0 comes to: P-1 has 0, not 7.",
                "last_session_before of week-1 is for 1 person not what week-0 comes to: P-1 has none, not "
                    + "2026-11-29 pm.",
                "hours_before.csv of week-1 is for 3 people not what week-0 comes to: P-1 has none of the week of "
                    + "2026-11-23, not 56.0.",
                "P-1 is Ann in week-0 and Bo in week-1: they are counted as one person here.",
            ])
        #expect(
            try ManyWeeks([before, week(2, sessions: 1)]).remarks.first?.hasPrefix(
                "Between week-0 and week-2 no week was given for 7 days") == true)
    }

    @Test func `a year of random weeks gives the same page in whatever order`() throws {
        var random = SeededRandom(seed: 3)
        let weeks = (0..<52).map { number in
            week(number, sessions: random.pick(0...14)) { $0.demand("D-1", "care", contacts: 1) }
        }
        let many = try ManyWeeks(weeks)
        #expect(try ManyWeeks(weeks.reversed()).page == many.page)
        #expect(Set(many.tables.map(\.name)).count == many.tables.count)
        #expect(many.page.contains("52 weeks from 23 November 2026 to 21 November 2027"))
        #expect(many.lines.allSatisfy { !$0.hasSuffix(" ") })
    }
}
