// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// A transfer takes two workers 30 minutes, or one who is signed off 40.
@Suite struct SuitableTests {
    private func found(
        handling: [String: Int], calls: Int = 0, deployed: Set<String> = ["P-1", "P-2"]
    ) -> SuitableFigure? {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"], "P-3": deployed.contains("P-3") ? ["A"] : [""]]
        if handling["P-3"] != nil { world.rota["P-3"] = ["A"] }
        world.demand("D-1", "transfer", contacts: 4, singleHanded: 3)
        world.demand("D-2", "care", contacts: 9)
        world.signOffs = world.staff.map {
            SignOff(
                staff: $0.id, competency: "handling", level: handling[$0.id] ?? 2, signedOffOn: world.start)
        }
        var sketch = PlanSketch(world.week)
        for staff in deployed.sorted() { sketch.deploy(staff, 0) }
        sketch.give("D-1", "P-1", 0, .doubleHanded, partner: "P-2", contacts: 3)
        for staff in deployed.sorted() where calls > 0 {
            sketch.give("D-2", staff, 0, .support, contacts: calls)
        }
        let figures = ReportFigures(week: world.week, plan: sketch.plan).doubleHanded
        #expect(figures.suitable.count == 1)
        return figures.suitable.first
    }

    @Test func `suitable contacts are given by one, by two or not at all`() {
        let figure = found(handling: [:])
        // One of four needs two workers; three were given by two, one is not met.
        #expect(figure?.suitable == 3)
        #expect(figure?.singleHanded == 0)
        #expect(figure?.doubleHanded == 2)
        #expect(figure?.unmet == 1)
    }

    @Test func `the reason is the first that holds`() {
        #expect(found(handling: [:])?.reason == .nobodySignedOff)
        #expect(found(handling: ["P-3": 3])?.reason == .nobodyThere)
        #expect(found(handling: ["P-3": 3])?.able == ["P-3"])
        #expect(found(handling: ["P-2": 3])?.reason == .choice)
        // 90 minutes of transfers and four calls of 30 fill 210 minutes.
        #expect(found(handling: ["P-2": 3], calls: 4)?.reason == .noTime)
        // One of the two needs only the 10 minutes more that being alone takes: there are 30.
        #expect(found(handling: ["P-2": 3], calls: 3)?.reason == .choice)
        #expect(found(handling: ["P-3": 3], calls: 7, deployed: ["P-1", "P-2", "P-3"])?.reason == .noTime)
    }

    @Test func `somebody who is away cannot give it alone`() {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"], "P-3": ["L"]]
        world.demand("D-1", "transfer", contacts: 1, singleHanded: 1)
        world.signOffs = [("P-1", 2), ("P-2", 2), ("P-3", 3)].map {
            SignOff(staff: $0.0, competency: "handling", level: $0.1, signedOffOn: world.start)
        }
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-1", 0, .doubleHanded, partner: "P-2")
        let figure = ReportFigures(week: world.week, plan: sketch.plan).doubleHanded.suitable.first
        #expect(figure?.reason == .nobodyAtWork)
        #expect(figure?.able == ["P-3"])
    }

    @Test func `suitable contacts add up, by line and by team`() {
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let figures = ReportFigures(week: week, plan: plan).doubleHanded
            for figure in figures.suitable {
                #expect((figure.reason != nil) == (figure.doubleHanded > 0))
            }
            #expect(
                figures.suitable.reduce(0) { $0 + $1.doubleHanded } == figures.total.suitableContacts,
                "seed \(seed)")
            #expect(
                figures.byTeam.reduce(0) { $0 + $1.suitableContacts } == figures.total.suitableContacts)
        }
    }
}
