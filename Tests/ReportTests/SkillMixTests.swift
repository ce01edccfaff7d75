// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

@Suite struct SkillMixTests {
    @Test func `registered work that support could do, and what delegation releases, by pathway`() {
        var world = TinyWorld()
        var other = TinyWorld.team("B", group: "A")
        other.pathway = "P2"
        world.teams = [TinyWorld.team("A"), other]
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"]]
        world.demand("D-1", "assessment", contacts: 1)
        world.demand("D-2", "rehabilitation", contacts: 3)
        world.demand("D-3", "rehabilitation", contacts: 2, team: "B")
        world.demand("D-4", "transfer", contacts: 1)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-1", 1)
        sketch.deploy("P-2", 0)
        sketch.deploy("P-2", 1, "B")
        sketch.give("D-1", "P-1", 0, .registered)
        sketch.give("D-2", "P-1", 0, .registered)
        sketch.give("D-4", "P-1", 0, .doubleHanded, partner: "P-2")
        sketch.give("D-2", "P-2", 0, .delegated, contacts: 1)
        sketch.give("D-3", "P-2", 0, .delegated, contacts: 2)
        sketch.supervise("P-1", 0, "rehabilitation", minutes: 15)
        let figures = ReportFigures(week: world.week, plan: sketch.plan).staffing
        #expect(figures.skillMix.map(\.group) == ["P1", "P2"])
        #expect(figures.skillMix.map(\.registeredHours) == [8, 0])
        #expect(figures.skillMix.map(\.supportHours) == [4, 4])
        // P-1: 60 of assessment, 40 of rehabilitation, 30 of a transfer; the assessment cannot be delegated.
        #expect(figures.skillMix.map { ($0.registeredContactHours * 60).rounded() } == [130, 0])
        #expect(figures.skillMix.map { ($0.registeredOnDelegableHours * 60).rounded() } == [70, 0])
        // Supervision of 15 minutes for three contacts, one of them in P1.
        #expect(figures.skillMix.map { ($0.delegatedHours * 60).rounded() } == [40, 80])
        #expect(figures.skillMix.map { ($0.supervisionHours * 60).rounded() } == [5, 10])
        let released = figures.skillMix.map { ($0.releasedHours * 60).rounded() }
        // With 5 minutes of notes each: 45 and 90, less the supervision.
        #expect(released == [40, 80])
        #expect(figures.skillMixTotal.ratio == 1)
        #expect(figures.registeredOnDelegable.map(\.activity) == ["rehabilitation", "transfer"])
        #expect(figures.registeredOnDelegable.map { ($0.hours * 60).rounded() } == [40, 30])
        #expect(figures.registeredOnDelegable.map(\.hasSupportRoute) == [false, true])
    }

    @Test func `pathways add up, and activities to the same registered hours`() {
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let figures = ReportFigures(week: week, plan: plan)
            let staffing = figures.staffing
            func sum(_ figure: (SkillMixFigure) -> Double) -> Double {
                staffing.skillMix.reduce(0) { $0 + figure($1) } - figure(staffing.skillMixTotal)
            }
            #expect(abs(sum(\.registeredHours)) < 1e-9)
            #expect(abs(sum(\.registeredOnDelegableHours)) < 1e-9)
            #expect(abs(sum(\.releasedHours)) < 1e-9)
            #expect(abs(sum(\.supervisionHours)) < 1e-9)
            let byActivity = staffing.registeredOnDelegable.reduce(0) { $0 + $1.hours }
            #expect(abs(byActivity - staffing.skillMixTotal.registeredOnDelegableHours) < 1e-9)
            // Two ways to the same figure.
            let released = staffing.skillMixTotal.releasedHours - figures.delegation.releasedHours
            #expect(abs(released) < 1e-9, "seed \(seed)")
        }
    }
}
