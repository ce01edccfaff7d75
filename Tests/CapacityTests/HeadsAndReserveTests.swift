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
}
