// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Nights, special days and enhancements in the exact model, each alone and worked out by hand.
@Suite("Nights and special days in the exact model")
struct TimetableTests {
    private static let night = DayPart(id: "night", starts: 1260, ends: 1890)

    /// Twelve critical calls: £2,160.00, if nobody comes.
    private func nights(_ rota: [String: [String]], _ describe: (inout TinyWorld) -> Void) -> TinyWorld {
        world(rota) {
            $0.parts = [$0.parts[0], Self.night]
            $0.teams[0].parts = ["am", "night"]
            describe(&$0)
        }
    }

    @Test("a night is one session of the day it begins on, also on the last day, and paid by the clock")
    func night() throws {
        let world = nights(["P-3": ["", "A"]]) {
            $0.demand("D1", "care", contacts: 12, priority: .critical, window: 1...1)
        }
        try expect(world, only: .bookings, 189, "10.5 h × £18")
    }

    @Test("rest after a night: the morning after is barred, the night after is not")
    func restAfterNight() throws {
        for (marks, window, price) in [
            (["", "R", "A", ""], 2...2, 720.0), (["", "R", "", "A"], 3...3, 0),
            (["", "A", "R", ""], 1...1, 720),
        ] {
            let world = nights(["P-2": marks]) {
                $0.days = 2
                $0.demand("D1", "care", contacts: 4, priority: .critical, window: window)
            }
            #expect(try cheapest(world) == price, "\(marks)")
        }
    }

    @Test("rest after a night of 24 hours reaches to the day after the next")
    func longNight() throws {
        for (marks, price) in [(["R", "A", ""], 720.0), (["R", "", "A"], 0)] {
            let world = world(["P-2": marks]) {
                $0.parts = [DayPart(id: "day", starts: 720, ends: 2160)]
                $0.teams[0].parts = ["day"]
                $0.days = 3
                $0.staff[1].contractHours = 60
                $0.demand(
                    "D1", "care", contacts: 4, priority: .critical, window: marks[1] == "A" ? 1...1 : 2...2)
            }
            #expect(try cheapest(world) == price, "\(marks)")
        }
    }

    @Test("a night before the week keeps somebody from its first morning")
    func nightBefore() throws {
        let world = nights(["P-2": ["A", ""]]) {
            $0.staff[1].lastSessionBefore = PastSession(day: $0.start.adding(days: -1), part: "night")
            $0.demand("D1", "care", contacts: 4, priority: .critical, window: 0...0)
        }
        #expect(try cheapest(world) == 720)
    }

    private func special(
        _ uplift: Double, own: Double, closed: SpecialDay.Closed = .teams([])
    ) -> [SpecialDay] {
        [
            SpecialDay(
                day: TinyWorld().start, name: "Fair day", uplift: uplift, ownUplift: own, closed: closed)
        ]
    }

    @Test("bank pay rises by the largest of the session's, the weekday's and the special day's uplift")
    func specialUplift() throws {
        for (uplift, price) in [(0.75, 126.0), (0.1, 90)] {
            let world = world(["P-3": ["A"]]) {
                $0.parts = [DayPart(id: "am", starts: 480, ends: 720, uplift: 0.25)]
                $0.specialDays = special(uplift, own: 0.5)
                $0.demand("D1", "care", contacts: 2, priority: .critical)
            }
            try expect(world, only: .bookings, price, "4 h × £18 × \(1 + max(0.25, uplift))")
        }
    }

    @Test(
        "own staff's available sessions cost the enhancement, within the contract and beyond; rostered ones do not"
    )
    func enhancement() throws {
        for (mark, contract, price) in [("A", 37.5, 36.0), ("A", 2, 66), ("R", 37.5, 0)] {
            let world = world(["P-2": [mark]]) {
                $0.staff[1] = TinyWorld.person(
                    "P-2", "support-worker", .substantive, contractHours: contract, hourlyCost: 15)
                $0.specialDays = special(0.75, own: 0.6)
                $0.demand("D1", "care", contacts: 2, priority: .critical)
            }
            try expect(world, only: .bookings, price, "\(mark), \(contract) hours")
        }
    }

    @Test("the larger of the weekday's and the special day's enhancement counts")
    func ownWeekend() throws {
        for (own, price) in [(0.0, 18.0), (0.5, 30)] {
            let world = world(["P-2": Array(repeating: "", count: 10) + ["A"]]) {
                $0.days = 6
                $0.policy.ownSaturdayUplift = 0.3
                $0.specialDays = special(0, own: own)
                $0.specialDays[0].day = $0.start.adding(days: 5)
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 10...10)
            }
            try expect(world, only: .bookings, price)
        }
    }

    @Test("students and volunteers have no enhancement")
    func volunteer() throws {
        let world = world(["P-2": ["A"]]) {
            $0.staff[1] = TinyWorld.person("P-2", "support-worker", .volunteer, hourlyCost: 15)
            $0.specialDays = special(0, own: 0.6)
            $0.demand("D1", "care", contacts: 2, priority: .critical)
        }
        #expect(try cheapest(world) == 0)
    }

    @Test("a team closed for the day takes nobody, is short of nobody and meets nothing")
    func closed() throws {
        for closed in [SpecialDay.Closed.teams(["A"]), .all] {
            let world = world(["P-2": ["R"]]) {
                $0.teams[0].minimumStaff = 2
                $0.specialDays = special(0, own: 0, closed: closed)
                $0.demand("D1", "care", contacts: 1, priority: .routine)
            }
            try expect(world, only: .unmet, 45)
        }
    }

    @Test("somebody rostered in a closed team goes where it saves something")
    func rosteredInClosedTeam() throws {
        let world = world(["P-2": ["R"]]) {
            $0.teams.append(TinyWorld.team("B"))
            $0.specialDays = special(0, own: 0, closed: .teams(["A"]))
            $0.demand("D1", "care", contacts: 1, team: "B", priority: .critical)
        }
        try expect(world, only: .away, 3)
    }

    @Test("a team closed in single sessions is open in the others of the day")
    func closedSession() throws {
        for (part, price) in [("am", 180.0), ("pm", 0)] {
            let world = world(["P-2": ["R", "R"]]) {
                $0.teams[0].closedSessions = [ClosedSession(day: $0.start, part: part)]
                $0.demand("D1", "care", contacts: 1, priority: .critical, window: 0...0)
            }
            #expect(try cheapest(world) == price, "\(part)")
        }
    }
}
