// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Capacity
import Formulation
import Foundation
import Intake
import TestSupport
import Testing
import Workforce

/// Weeks too large for brute force: what is said to be short has to go unmet in what the engine finds.
@Suite struct EnginePlanTests {
    @Test(arguments: ["first-week", "place-week"])
    func `the engine's plan leaves every shortfall unmet`(name: String) async throws {
        let week = try #require(
            WeekReader.read(folder: Repository.root.appending(path: "Rosters/\(name)")).week)
        let report = CapacityReport(week: week)
        // The time ends the proof, which on a week of this size takes its time; a plan is a plan whenever.
        let options = AllocationOptions(timeLimit: 3, workLimit: 20)
        let plan = await Planner(week, options: options).plan().plan
        #expect(!report.shortfalls.isEmpty)
        for shortfall in report.shortfalls {
            let rows = plan.unmet.filter { shortfall.lines.contains($0.line) }
            #expect(rows.reduce(0) { $0 + $1.contacts } >= shortfall.shortContacts, "\(shortfall.sentence)")
        }
        let unmet = plan.unmet.reduce(0) { $0 + $1.contactMinutes }
        #expect(Double(unmet) / 60 >= report.total.shortHours - 1e-9)
    }
}
