// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import TestSupport
import Testing
import Workforce

/// Minimums of heads, people's own time and reserve, in weeks small enough to work out by hand.
@Suite struct HeadsAndReserveTests {
    private func report(_ change: (inout TinyWorld) -> Void) -> CapacityReport {
        var world = TinyWorld()
        change(&world)
        return CapacityReport(week: world.week)
    }

    @Test func `reserve is held apart, and never short`() {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.demand("D-1", "assessment", contacts: 2, window: 0...0)
            $0.demand("D-1~reserve", "assessment", contacts: 5, priority: .reserve, window: 0...0)
        }
        #expect(report.total.contacts == 2)
        #expect(report.shortfalls.isEmpty)
        #expect(report.reserve?.contacts == 5)
        #expect(report.reserve?.contactHours == 5)
        #expect(report.reserve?.shortContacts == 0)
        // 2 × 80 minutes of work; what is held in reserve is asked of nobody.
        #expect(report.baseline.first?.askedHours == 160.0 / 60)
        #expect(report.tables.map(\.name).contains("reserve"))
    }

    @Test func `people's own time is what capacity counts`() {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.staff[0].pace = 0.5
            $0.roles[0].nonContactMinutes = 60
            $0.demand("D-1", "assessment", contacts: 2, window: 0...0)
        }
        // (240 − 60) × 0.5 minutes hold one assessment of 80.
        #expect(report.total.rosteredHours == 1.5)
        #expect(report.total.shortContacts == 1)
    }

    @Test func `a minimum of heads that nobody can keep is told with who is missing`() {
        let report = report {
            $0.teams[0].minimumStaff = 1
            $0.rota = ["P-1": ["R"], "P-2": ["R", "A"]]
            $0.minimums = [
                TeamMinimum(team: "A", .registered(["physiotherapy"]), atLeast: 1),
                TeamMinimum(team: "A", .holding(Need("care", 3)), atLeast: 3, when: [.part("am")]),
            ]
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
        }
        // In the afternoon P-2 could be asked, so that there is a head and no physiotherapist.
        #expect(
            report.heads.map(\.who) == ["registered heads in physiotherapy", "heads with care at level 3"])
        #expect(report.heads.map(\.sessions) == [["2026-11-23 pm"], ["2026-11-23 am"]])
        #expect(report.heads.map(\.missing) == [1, 1])
        #expect(report.lines.contains { $0.contains("Minimums of heads that no allocation can keep") })
    }

    /// `P-4` is the bank job of physiotherapist `P-1`, `P-5` one of theirs as a support worker.
    private func severalJobs(_ change: (inout TinyWorld) -> Void) -> CapacityReport {
        report {
            $0.staff += [
                TinyWorld.person("P-4", "physiotherapist", .bank, contractHours: 0, hourlyCost: 30),
                TinyWorld.person("P-5", "support-worker", .substantive, contractHours: 7.5, homeTeam: nil),
            ]
            for row in [3, 4] { $0.staff[row].person = "P-1" }
            change(&$0)
        }
    }

    @Test func `whoever has several rows is one person of the baseline`() throws {
        let report = severalJobs {
            $0.rota = ["P-1": ["R"], "P-4": ["", "R/120"]]
            $0.demand("D-1", "assessment", contacts: 1)
        }
        let all = try #require(report.baseline.first)
        #expect((all.heads, all.registered, all.support) == (3, 1, 2))
        #expect((all.contractHours, all.rosteredHours) == (37.5 * 3 + 7.5, 6))
        let roles = report.baseline.filter { $0.by == .role }
        #expect(roles.map(\.id) == ["physiotherapist", "support-worker"])
        #expect(roles.map(\.heads) == [1, 3])
        #expect(roles.map(\.support) == [0, 3])
        // The care may be given by both rows of one person: their hours add up, and they are one.
        #expect(report.total.people == 1)
        #expect(report.total.rosteredHours == 3.5 + 1.5)
    }

    @Test func `two rows of one person are one head`() {
        let report = severalJobs {
            $0.rota = ["P-1": ["R", "A"], "P-4": ["", "A"]]
            $0.minimums = [
                TeamMinimum(team: "A", .registered(["physiotherapy"]), atLeast: 2, when: [.part("pm")])
            ]
            $0.demand("D-1", "assessment", contacts: 1)
        }
        #expect(report.heads.map(\.sessions) == [["2026-11-23 pm"]])
        #expect(report.heads.map(\.missing) == [1])
    }

    @Test func `two rows of one person are no pair`() {
        let report = severalJobs {
            $0.rota = ["P-1": ["R"], "P-4": ["A"]]
            $0.demand("D-1", "transfer", contacts: 1, window: 0...0)
        }
        #expect(report.shortfalls.map(\.reason) == [.noPair])
        let both = severalJobs {
            $0.rota = ["P-1": ["A"], "P-4": ["A"]]
            $0.demand("D-1", "transfer", contacts: 1, window: 0...0)
        }
        #expect(both.shortfalls.map(\.reason) == [.noPair])
    }
}
