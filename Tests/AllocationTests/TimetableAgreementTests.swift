// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Tiny weeks in which rest after nights, closed teams, uplifts and enhancements decide the price, counted one by one.
@Suite("On weeks with nights and special days the optimum is the same by every road")
struct TimetableAgreementTests {
    @Test(
        "brute force, GLPK on the exact model, the engine and the audit agree",
        Reached("a night", atLeast: 60), arguments: 0..<RandomTimetable.seeds)
    func agree(seed: UInt64) async throws {
        let week = RandomTimetable.make(seed: seed)
        let best = try await expectAgreement(on: week, seed: seed).best
        if best.plan.deployments.contains(where: { week.sessions[$0.session].part.ends > 1440 }) {
            Reached.here("a night")
        }
    }

    @Test(
        "each fact about time changes the best price of sixty of them", Reached("rest", atLeast: 60),
        Reached("closed teams", atLeast: 60), Reached("a special day's uplift", atLeast: 60),
        Reached("enhancements", atLeast: 60), arguments: 0..<RandomTimetable.seeds)
    func decides(seed: UInt64) {
        let week = RandomTimetable.make(seed: seed)
        let best = Oracle(week).best().objective
        func look(_ fact: String, _ without: (inout WeekParts) -> Void) {
            let other = Oracle(week.replacing(without)).best().objective
            if abs(other - best) > 0.01 { Reached.here(fact) }
        }
        look("rest") { $0.policy.minimumRestHours = 0 }
        look("closed teams") { parts in
            for index in parts.teams.indices { parts.teams[index].closedSessions = [] }
            for index in parts.specialDays.indices { parts.specialDays[index].closed = .teams([]) }
        }
        look("a special day's uplift") { parts in
            for index in parts.specialDays.indices { parts.specialDays[index].uplift = 0 }
        }
        look("enhancements") { parts in
            (parts.policy.ownSaturdayUplift, parts.policy.ownSundayUplift) = (0, 0)
            for index in parts.specialDays.indices { parts.specialDays[index].ownUplift = 0 }
        }
    }
}
