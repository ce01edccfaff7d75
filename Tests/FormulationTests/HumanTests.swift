// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// One human in two rows of the roster, worked out by hand: `P-4` is the bank job (£18) of support worker `P-2`.
@Suite("Two rows of one human in the exact model")
struct HumanTests {
    private func twoJobs(
        _ own: [String], _ bank: [String], _ describe: (inout TinyWorld) -> Void
    ) -> TinyWorld {
        world(["P-2": own, "P-4": bank]) {
            $0.staff.append(TinyWorld.person("P-4", "support-worker", .bank, hourlyCost: 18, homeTeam: nil))
            $0.staff[1].homeTeam = nil
            $0.staff[3].person = "P-2"
            describe(&$0)
        }
    }

    @Test("nobody is in two places, whichever rows send them there")
    func onePlace() throws {
        let both = twoJobs(["A@A"], ["A@B"]) {
            $0.teams = ["A", "B"].map { TinyWorld.team($0) }
            $0.demand("D1", "care", contacts: 1, priority: .critical, window: 0...0)
            $0.demand("D2", "care", contacts: 2, team: "B", priority: .critical, window: 0...0)
        }
        let terms = try cheapestByTerm(both)
        #expect(terms[.unmet] == 180 && terms[.bookings] == 72, "in B, and A goes without")
    }

    @Test("who is on duty or away in one row is not there in another", arguments: ["R", "L", "S", "T"])
    func bound(mark: String) throws {
        let away = twoJobs([mark], ["A"]) {
            $0.teams = ["A", "B"].map { TinyWorld.team($0) }
            $0.rota["P-2"] = mark == "R" ? ["R@B"] : [mark]
            $0.demand("D1", "care", contacts: 1, window: 0...0)
        }
        try expect(away, only: .unmet, 45)
    }

    @Test("hours of all rows count towards the smallest max_hours")
    func hours() throws {
        for (most, unmet) in [(6.0, 0.0), (5.0, 360.0)] {
            let part = twoJobs(["R/120"], ["", "A"]) {
                $0.staff[3].maximumHours = most
                $0.staff[3].hourlyCost = 0
                $0.demand("D1", "care", contacts: 2, priority: .critical, window: 1...1)
            }
            try expect(part, only: .unmet, unmet, "2 and 4 hours of \(most)")
        }
    }

    @Test("rest, sessions a day and days in a row are kept over all rows")
    func limits() throws {
        let evening = DayPart(id: "eve", starts: 1080, ends: 1320)
        let rest = twoJobs(["", "", "R"], ["", "", "", "A"]) {
            $0.days = 2
            $0.parts.append(evening)
            $0.demand("D1", "care", contacts: 1, window: 3...3)
        }
        try expect(rest, only: .unmet, 45, "ten hours from the evening to the morning")
        let sessions = twoJobs(["R"], ["", "A"]) {
            $0.policy.maximumSessionsPerDay = 1
            $0.demand("D1", "care", contacts: 1, window: 1...1)
        }
        try expect(sessions, only: .unmet, 45)
        let days = twoJobs([""], ["A"]) {
            $0.staff[1].workedDaysBefore = 6
            $0.demand("D1", "care", contacts: 1, window: 0...0)
        }
        try expect(days, only: .unmet, 45, "six days before it, in the other row")
        let once = twoJobs(["A", ""], ["", "A", "A"]) {
            $0.days = 2
            $0.policy.maximumDaysPerWeek = 1
            $0.staff[3].hourlyCost = 0
            $0.demand("D1", "care", contacts: 1, window: 0...0)
            $0.demand("D2", "care", contacts: 1, window: 1...1)
        }
        #expect(try cheapest(once) == 0, "two rows on a day are one day")
    }

    @Test("a booking's minimum and changes of team are each row's own")
    func ownRow() throws {
        let minimum = twoJobs(["R"], ["", "A"]) {
            $0.policy.bookingMinimumSessions = 2
            $0.demand("D1", "care", contacts: 1, window: 1...1)
        }
        try expect(minimum, only: .unmet, 45)
        let change = twoJobs(["R@A"], ["", "R@B"]) { $0.teams = ["A", "B"].map { TinyWorld.team($0) } }
        #expect(try cheapest(change) == 0)
    }

    @Test("what somebody asks for is granted, or not, by whichever row works")
    func requests() throws {
        func asked(
            _ staff: String, _ want: StaffRequest.Want, _ weight: Double,
            _ time: StaffRequest.Time = .session(0)
        ) -> StaffRequest {
            StaffRequest(staff: staff, time: time, want: want, weight: weight)
        }
        let on = twoJobs([], ["R"]) { $0.requests = [asked("P-2", .on, 4)] }
        try expect(on, only: .requests, 6, "on duty without a place: £4 and half of it")
        let placed = twoJobs([], ["R@A"]) {
            $0.requests = [asked("P-2", .on, 4), asked("P-2", .team("A"), 8)]
        }
        #expect(try cheapest(placed) == 0, "P-4 is in team A, as P-2 asks")
        let off = twoJobs([], ["R@A"]) { $0.requests = [asked("P-2", .off, 4)] }
        try expect(off, only: .requests, 6, "P-4 is at work")
        let booked = twoJobs(["A"], ["A"]) {
            $0.demand("D1", "care", contacts: 0)
            $0.staff[3].hourlyCost = 1
            $0.staff[1].contractHours = 0
            $0.requests = [asked("P-2", .on, 100)]
        }
        try expect(booked, only: .bookings, 4, "the row that is cheaper to book grants it")
        let day = twoJobs(["R@A", ""], ["", "A"]) {
            $0.teams = ["A", "B"].map { TinyWorld.team($0) }
            $0.staff[3].hourlyCost = 0
            $0.demand("D1", "care", contacts: 1, team: "B", window: 1...1)
            $0.requests = [asked("P-2", .team("A"), 50, .day(0))]
        }
        try expect(day, only: .unmet, 45, "the afternoon in B by the other row would cost £75")
        let worst = twoJobs(["R@A", ""], ["", "R@A"]) {
            $0.rota["P-1"] = ["R"]
            $0.requests = [
                asked("P-1", .off, 8), asked("P-2", .off, 4), asked("P-4", .off, 5, .session(1)),
            ]
        }
        try expect(worst, only: .requests, 21.5, "£17, and half of the £9 of P-2 and P-4 together")
    }

    @Test("a usual person is one in all their rows")
    func usual() throws {
        for (usual, pounds) in [("P-2", 0.0), ("P-4", 0), ("P-3", 1.5)] {
            let world = twoJobs([], ["R"]) {
                $0.demand("D1", "care", contacts: 3, window: 0...0, usual: [usual])
            }
            try expect(world, only: .continuity, pounds, "three calls by P-4, usual \(usual)")
        }
    }

    @Test("sign-offs and what is decided by name are the human's")
    func standing() throws {
        let signed = twoJobs([], ["R"]) { world in
            world.signOffs = [
                SignOff(staff: "P-2", competency: "care", level: 1, signedOffOn: world.start)
            ]
            world.demand("D1", "care", contacts: 1, window: 0...0)
        }
        #expect(try cheapest(signed) == 0, "the other row is signed off")
        let refused = twoJobs([], ["R"]) { world in
            world.decisions = [
                DelegationDecision(
                    activity: "care", staff: "P-2", team: nil, .refuse, reason: "paused", by: "AHP lead",
                    on: world.start)
            ]
            world.demand("D1", "care", contacts: 1, window: 0...0)
        }
        try expect(refused, only: .unmet, 45, "refused to the other row")
    }
}
