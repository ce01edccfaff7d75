// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Rules 8 and 9 alone. Two critical calls not met cost £360, so whoever may work works.
@Suite("Working time and bookings in the exact model")
struct WorkingTimeTests {
    private func calls(
        _ rota: [String: [String]], window: ClosedRange<Int>, _ describe: (inout TinyWorld) -> Void
    ) throws -> Double {
        try cheapest(
            world(rota) {
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: window)
                describe(&$0)
            })
    }

    @Test("an available session of four hours is within four hours a week and not within three")
    func weeklyHours() throws {
        for (hours, price) in [(4.0, 0.0), (3.0, 360.0)] {
            let found = try calls(["P-2": ["A"]], window: 0...0) {
                $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: hours)
            }
            #expect(found == price)
        }
    }

    @Test(
        "nine sessions of 222 minutes are 33.3 hours to the minute, within a maximum and a contract of 33.3")
    func hoursInBinaryFractions() throws {
        let found = try cheapest(
            world(["P-2": ["R", "R", "R", "R", "R", "R", "R", "R", "A"]]) {
                $0.days = 5
                $0.parts = [
                    DayPart(id: "am", starts: 480, ends: 702), DayPart(id: "pm", starts: 720, ends: 942),
                ]
                $0.staff[1] = TinyWorld.person(
                    "P-2", "support-worker", .substantive, contractHours: 33.3, maximumHours: 33.3,
                    hourlyCost: 15)
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 8...8)
            })
        #expect(found == 0)
    }

    @Test("four hours more keep to an average of 40 with one week of 44 before, and not with 44.1")
    func averageHours() throws {
        let rota = Array(repeating: "R", count: 8) + ["A"]  // 32 hours on duty, 4 more.
        for (before, other, optedOut, price) in [
            (44.0, 0.0, false, 0.0), (44.1, 0, false, 360), (44.1, 0, true, 0), (40, 4, false, 0),
            (40, 4.5, false, 360),
        ] {
            let found = try calls(["P-2": rota], window: 8...8) { world in
                world.days = 5
                world.policy.averageHours = 40
                world.policy.averageWeeks = 2
                world.staff[1].hasOptedOut = optedOut
                world.staff[1].hoursBefore = [
                    WeekHours(week: world.start.adding(days: -7), hours: before),
                    WeekHours(week: world.start.adding(days: -14), hours: 100),
                ]
                world.staff[1].otherHours = [
                    WeekHours(week: world.start, hours: other),
                    WeekHours(week: world.start.adding(days: 7), hours: 100),
                ]
            }
            #expect(found == price, "\(before) and \(other)")
        }
    }

    @Test(
        "leave counts for the average as the hours that it takes the place of; a week not known counts for nothing"
    )
    func averageWithLeave() throws {
        for (mark, price) in [("L", 360.0), ("S", 360), ("T", 360), ("", 0)] {
            let found = try calls(["P-2": [mark, "A"]], window: 1...1) { $0.policy.averageHours = 4 }
            #expect(found == price, "\(mark)")
        }
    }

    @Test("rostered sessions count towards the week's hours, and stand above them")
    func rosteredHours() throws {
        let above = try calls(["P-2": ["R", "A"]], window: 1...1) {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: 3)
        }
        #expect(above == 360)
        let rostered = try calls(["P-2": ["R", "R"]], window: 1...1) {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .substantive, maximumHours: 3)
        }
        #expect(rostered == 0)
    }

    @Test("no second session where one a day is the most")
    func sessionsPerDay() throws {
        for (most, price) in [(2, 0.0), (1, 360.0)] {
            #expect(
                try calls(["P-2": ["R", "A"]], window: 1...1) { $0.policy.maximumSessionsPerDay = most }
                    == price)
        }
    }

    @Test("fifteen hours lie between an afternoon and the next morning")
    func rest() throws {
        for (hours, price) in [(15.0, 0.0), (15.5, 360.0)] {
            let found = try calls(["P-2": ["", "R", "A"]], window: 2...2) {
                $0.days = 2
                $0.policy.minimumRestHours = hours
            }
            #expect(found == price)
        }
    }

    @Test("the last session before the horizon counts for rest")
    func restBefore() throws {
        let found = try calls(["P-2": ["A"]], window: 0...0) {
            $0.policy.minimumRestHours = 16
            $0.staff[1] = TinyWorld.person(
                "P-2", "support-worker", .substantive,
                lastSessionBefore: PastSession(day: $0.start.adding(days: -1), part: "pm"))
        }
        #expect(found == 360)
    }

    @Test("days worked before the horizon count in a row")
    func daysInARow() throws {
        for (before, price) in [(5, 0.0), (6, 360.0)] {
            let found = try calls(["P-2": ["A"]], window: 0...0) {
                $0.staff[1] = TinyWorld.person(
                    "P-2", "support-worker", .substantive, workedDaysBefore: before)
            }
            #expect(found == price)
        }
    }

    @Test("a run that rostered days alone make too long stands, but nothing is added within it")
    func rosteredRun() throws {
        let rota = ["P-2": ["R", "A", "R", "", "R", ""]]
        for (most, price) in [(3, 0.0), (2, 360.0)] {
            let found = try calls(rota, window: 1...1) {
                $0.days = 3
                $0.policy.maximumDaysInARow = most
            }
            #expect(found == price)
        }
    }

    @Test("days a week are limited")
    func daysPerWeek() throws {
        for (most, price) in [(2, 0.0), (1, 360.0)] {
            let found = try calls(["P-2": ["R", "", "A"]], window: 2...2) {
                $0.days = 2
                $0.policy.maximumDaysPerWeek = most
            }
            #expect(found == price)
        }
    }

    @Test("a bank day has its minimum of sessions or none")
    func bookingMinimum() throws {
        let alone = try calls(["P-3": ["A"]], window: 0...0) { $0.policy.bookingMinimumSessions = 2 }
        #expect(alone == 360)
        let both = try calls(["P-3": ["A", "A"]], window: 0...0) { $0.policy.bookingMinimumSessions = 2 }
        #expect(both == 144, "8 hours at £18")
    }

    @Test("a cap is kept, to the penny")
    func cap() throws {
        for (cap, price) in [(72.0, 72.0), (71.99, 360.0)] {
            #expect(try calls(["P-3": ["A"]], window: 0...0) { $0.policy.bankCap = cap } == price)
        }
    }
}
