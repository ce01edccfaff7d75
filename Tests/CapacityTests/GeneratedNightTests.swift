// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Generation
import Intake
import TestSupport
import Testing
import Workforce

/// Weeks with nights as they are made up.
@Suite struct GeneratedNightTests {
    @Test func `no night of a generated week wants what those on duty cannot give`() throws {
        let known = try #require(
            WeekReader.read(folder: Repository.root.appending(path: "Rosters/first-week")).week)
        var nights = 0
        for seed in UInt64(1)...12 {
            for size in [60, 90] {
                let week = WeekGenerator(
                    framework: known.framework, size: size, seed: seed, weekStarting: known.start
                ).week()
                let byNight = Set(week.teams.filter { $0.parts == ["night"] }.map(\.id))
                let lines = Set(week.demand.filter { byNight.contains($0.team) }.map(\.id))
                nights += lines.count
                // What is wanted by day is left out: it takes time to prove, and nobody of the night is there for it.
                let report = CapacityReport(
                    week: week.replacing { $0.demand.removeAll { !lines.contains($0.id) } })
                #expect(report.shortfalls.map(\.sentence) == [], "\(size) people, seed \(seed)")
                #expect(report.total.shortContacts == 0)
            }
        }
        #expect(nights > 100)
    }
}
