// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import TestSupport
import Testing
import Trials
import Workforce

@Suite struct PlanDifferenceTests {
    @Test func `what moves, changes hands and is met is told by name, and with its pounds`() async throws {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-2": ["R"], "P-3": ["A"]]
        world.demand("D-1", "care", contacts: 9, window: 0...0)
        let week = world.week
        let before = await PlanAtHand.planned(week).nearby
        let changed = try week.applying([
            .absence(Absence(staff: "P-2", .sick)), .demand(.contacts(3, line: "D-1")),
        ]).week
        let after = await PlanAtHand.planned(changed).nearby
        let difference = PlanDifference(
            from: before.rows, of: week, to: after.rows, of: changed, saving: before.terms - after.terms)
        #expect(difference.moves.contains { $0.staff == "P-2" && $0.kind == .absent && $0.to == nil })
        #expect(difference.met.map(\.line) == ["D-1"])
        #expect(difference.met.map(\.before) == [9] && difference.met.map(\.after) == [3])
        #expect(difference.effect.contacts == -6 && difference.effect.hours == -3)
        #expect(difference.handovers.reduce(0) { $0 + $1.contacts } == -6)
        #expect(abs(difference.effect.pounds - (before.objective - after.objective)) < 1e-9)
    }

    @Test func `a contact given alone takes its minutes more of the hours of whoever gives it`() {
        var world = TinyWorld()
        world.demand("D-1", "transfer", contacts: 3, singleHanded: 3, window: 0...0)
        let week = world.week
        func given(_ route: ContactRoute, by staff: String, _ partner: String? = nil) -> Effect {
            let row = ContactRow(
                line: "D-1", activity: "transfer", team: "A", session: 0, staff: staff, partner: partner,
                route: route, contacts: 3, minutes: 90)
            return PlanDifference(
                from: PlanRows(contacts: [row]), of: week, to: PlanRows(), of: week, saving: PriceTerms()
            ).effect
        }
        // Three contacts of 30 minutes, and 10 more where nobody helps; not met without them.
        #expect(given(.singleHanded, by: "P-1").registeredHours == 2)
        #expect(given(.doubleHanded, by: "P-1", "P-2").registeredHours == 1.5)
        #expect(given(.singleHanded, by: "P-2").registeredHours == 0)
        #expect(given(.singleHanded, by: "P-1").hours == -1.5)
    }

    @Test func `a plan beside itself has no difference`() async {
        for seed in UInt64(0)..<20 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            let none = PlanDifference(
                from: hand.plan.rows, of: hand.week, to: hand.plan.rows, of: hand.week, saving: PriceTerms())
            #expect(none.moves.isEmpty && none.handovers.isEmpty && none.met.isEmpty)
            #expect(none.effect == Effect())
        }
    }

    @Test func `by rows it comes to the same as by what is planned`() async throws {
        var (told, moved) = (0, 0)
        for seed in UInt64(0)..<150 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            let people = hand.week.staff.map(\.id)
            let needs = hand.week.framework.competencies.map { Need($0.id, hand.week.framework.levels) }
            let changes = people.map { Change.signOff(.holds(staff: $0, needs: needs)) }
            let trial = hand.trying(
                changes, near: Array(people.indices), lines: Array(hand.week.demand.indices))
            var effect = trial.effect
            effect.isExact = false
            let difference = trial.difference
            #expect(abs(difference.effect.pounds - effect.pounds) < 1e-6, "seed \(seed)")
            #expect(difference.effect.contacts == effect.contacts, "seed \(seed)")
            #expect(abs(difference.effect.hours - effect.hours) < 1e-9, "seed \(seed)")
            #expect(abs(difference.effect.registeredHours - effect.registeredHours) < 1e-9, "seed \(seed)")
            told += effect.contacts != 0 ? 1 : 0
            moved += difference.moves.isEmpty ? 0 : 1
        }
        #expect(told > 15 && moved > 15, "\(told) \(moved)")
    }
}
