// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

/// What a plan would pay for one sign-off more of people on the bank.
@Suite struct BankTests {
    /// P-3, on the bank at £18 an hour, offers a morning of four hours and lacks care; two routine calls of 30 minutes go
    /// unmet at £1.50 a minute.
    private var world: TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-3": ["A"]]
        world.signOffs = world.allSignOffs(but: [("P-3", "care", 0)])
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        return world
    }

    @Test func `a sign-off is worth what it saves, the pay of the hours offered taken off`() async throws {
        let figures = await PlanAtHand.planned(world.week).bank()
        let opening = try #require(figures.people.first?.withOneMore.first)
        #expect(figures.people.map(\.staff) == ["P-3"])
        #expect((opening.competency, opening.level) == ("care", 1))
        // 2 × 30 × £1.50 − 4 × £18
        #expect(abs((opening.pounds ?? 0) - 18) < 1e-6)
        #expect(opening.isExact == true)
        #expect(figures.considered == 1)
        #expect(figures.tried == 1)
    }

    @Test
    func `where pay is more than the care is weighted at, and where nothing is offered, nothing is paid`()
        async throws
    {
        var dear = world
        dear.staff[2].hourlyCost = 30
        let paid = await PlanAtHand.planned(dear.week).bank().people.first?.withOneMore.first?.pounds
        #expect(paid == 0)
        var idle = world
        idle.rota = [:]
        let figures = await PlanAtHand.planned(idle.week).bank()
        #expect(figures.people.first?.withOneMore.map(\.competency).first == "care")
        #expect(figures.people.first?.withOneMore.first?.pounds == nil)
        #expect(figures.considered == 0)
    }

    /// P-2 gives seven urgent calls of care and has time for no more, so that seven of routine help go unmet; P-3, on the
    /// bank, holds neither sign-off.
    private var busy: TinyWorld {
        var world = TinyWorld()
        world.activities.append(
            Activity(
                id: "help", name: "Help", minutes: 30,
                support: SupportRoute(lowestGrade: 1, needs: [Need("handling", 1)], registeredMay: true)))
        world.rota = ["P-2": ["R"], "P-3": ["A"]]
        world.signOffs = world.allSignOffs(but: [("P-3", "care", 0), ("P-3", "handling", 0)])
        world.demand("D-1", "care", contacts: 7, priority: .urgent, window: 0...0)
        world.demand("D-2", "help", contacts: 7, window: 0...0)
        return world
    }

    @Test func `a sign-off for what is met is worth what whoever is freed gives`() async throws {
        let figures = await PlanAtHand.planned(busy.week).bank()
        let openings = try #require(figures.people.first?.withOneMore)
        #expect(Set(openings.map(\.competency)) == ["care", "handling"])
        // 7 × 30 × £1.50 − 4 × £18 either way: P-3 helps, or takes over the calls while P-2 helps.
        for opening in openings {
            #expect(abs((opening.pounds ?? 0) - 243) < 1e-6 && opening.isExact == true)
        }
        #expect(figures.considered == 2 && figures.tried == 2)
    }

    @Test func `of what was not tried nothing is said`() async throws {
        let figures = await PlanAtHand.planned(busy.week).bank(tried: 1)
        let openings = try #require(figures.people.first?.withOneMore)
        // What opens what is unmet is tried first.
        #expect(openings.map(\.competency) == ["handling", "care"])
        #expect(openings.map { $0.pounds == nil } == [false, true])
        #expect(openings.map(\.isInHours) == [true, true])
        var world = busy
        // The calls are of the afternoon, which P-3 does not offer.
        world.rota["P-2"] = ["R", "R"]
        world.lines[0].window = 1...1
        let later = await PlanAtHand.planned(world.week).bank().people.first?.withOneMore
        let care = try #require(later?.first { $0.competency == "care" })
        let handling = try #require(later?.first { $0.competency == "handling" })
        #expect(care.isInHours == false && care.pounds == nil)
        #expect(handling.isInHours == true && handling.pounds != nil)
    }
}
