// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// P-3 is a bank support worker.
@Suite struct BankTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.days = 7
        world.rota = ["P-1": ["R"], "P-3": ["A", "A"]]
        world.demand("D-1", "care", contacts: 2)
        world.demand("D-2", "rehabilitation", contacts: 2)
        return world
    }

    private func book(_ sketch: inout PlanSketch) {
        sketch.deploy("P-3", 0, booking: .bank)
        sketch.give("D-1", "P-3", 0, .support, contacts: 2)
        sketch.plan.bookings.append(
            BookingRow(
                staff: "P-3", session: 0, team: "A", employment: .bank, hours: 4, cost: 72, covers: "2 calls")
        )
    }

    @Test func `a booking says whether its sign-offs hold to the end of the week, and when the first ends`() {
        for (days, isInDate) in [(5, false), (6, true)] {
            var world = world
            world.signOffs = [
                SignOff(
                    staff: "P-3", competency: "care", level: 3, signedOffOn: world.start,
                    expiresOn: world.start.adding(days: days))
            ]
            var sketch = PlanSketch(world.week)
            book(&sketch)
            let figure = ReportFigures(week: world.week, plan: sketch.plan).bookings.signOffs.first
            #expect(figure?.competencies == ["care"])
            #expect(figure?.firstToEnd == "care")
            #expect(figure?.until == world.start.adding(days: days).iso)
            #expect(figure?.isInDate == isInDate)
        }
    }

    @Test func `a booking for what the person is not signed off in is not in date`() {
        var world = world
        world.signOffs = []
        var sketch = PlanSketch(world.week)
        book(&sketch)
        let figure = ReportFigures(week: world.week, plan: sketch.plan).bookings.signOffs.first
        #expect(figure?.isInDate == false)
        #expect(figure?.missing == ["care"])
        #expect(figure?.until == nil)
    }

    @Test func `somebody on the bank who is not deployed is told with what they could do`() {
        var sketch = PlanSketch(world.week)
        sketch.leave("D-1", contacts: 2)
        let unused = ReportFigures(week: world.week, plan: sketch.plan).bookings.unused
        #expect(unused.map(\.staff) == ["P-3"])
        #expect(unused.map(\.sessionsOffered) == [2])
        #expect(unused.map(\.sessionsDeployed) == [0])
        #expect(unused.first?.competencies == ["care"])
        // Calls are not met; rehabilitation is asked for, too.
        #expect(
            unused.first?.work == [
                .init(activity: "care", unmetContacts: 2),
                .init(activity: "rehabilitation", unmetContacts: 0),
            ])
    }

    @Test func `sessions are offered that are to come, and in which no other row of the person is`() {
        func offered(_ change: (inout TinyWorld) -> Void) -> [Int] {
            var world = world
            world.rota["P-2"] = ["R", "L", "A"]
            world.rota["P-3"] = ["A", "A", "A", "R"]
            change(&world)
            let figures = ReportFigures(week: world.week, plan: PlanSketch(world.week).plan)
            return figures.bookings.unused.map(\.sessionsOffered)
        }
        #expect(offered { _ in } == [4])
        #expect(offered { world in for row in [1, 2] { world.staff[row].person = "Ann" } } == [2])
        #expect(
            offered { world in
                world.current = []
                world.currentContacts = []
                world.frozenBefore = 3
            } == [1])
    }

    @Test func `somebody who is deployed is told only where unmet care needs what is not used`() {
        var world = world
        world.demand("D-3", "transfer", contacts: 1)
        var sketch = PlanSketch(world.week)
        book(&sketch)
        #expect(ReportFigures(week: world.week, plan: sketch.plan).bookings.unused.isEmpty)
        // More calls need what is used already; transfers need handling, which is not.
        sketch.leave("D-1", contacts: 1)
        #expect(ReportFigures(week: world.week, plan: sketch.plan).bookings.unused.isEmpty)
        sketch.leave("D-3", contacts: 1)
        let unused = ReportFigures(week: world.week, plan: sketch.plan).bookings.unused
        #expect(unused.map(\.competencies) == [["handling"]])
        #expect(unused.map(\.work) == [[.init(activity: "transfer", unmetContacts: 1)]])
    }
}
