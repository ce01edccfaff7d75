// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// What people are paid, put down to teams: worked out by hand, and adding up wherever it is.
@Suite struct CostTeamsTests {
    /// A physiotherapist of £30 an hour works for A on Monday morning and for B on Sunday morning, with an enhancement of six
    /// tenths, is on leave on Tuesday morning and gives B Tuesday afternoon on top. A support worker of £15 at home in A is
    /// sick. A bank worker of £18 is on the rota for B. An agency worker of £30 is on the rota without a place on Monday and
    /// booked for B on Tuesday, and another one is without a place and without a home.
    private var world: TinyWorld {
        var world = TinyWorld()
        world.days = 7
        world.policy.ownSundayUplift = 0.6
        var second = TinyWorld.team("B")
        second.pathway = "P2"
        world.teams.append(second)
        for id in ["P-4", "P-5"] {
            world.staff.append(
                TinyWorld.person(id, "support-worker", .agency, hourlyCost: 30, homeTeam: nil))
        }
        let blanks = [String](repeating: "", count: 8)
        world.rota = [
            "P-1": ["R", "", "L", "A"] + blanks + ["R"], "P-2": ["S"], "P-3": ["R"], "P-4": ["R", "", "A"],
            "P-5": ["R"],
        ]
        return world
    }

    private var plan: Plan {
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-1", 3, "B", booking: .overtime)
        sketch.deploy("P-1", 12, "B")
        sketch.deploy("P-3", 0, "B")
        sketch.deploy("P-4", 2, "B", booking: .agency)
        sketch.plan.bookings = [
            BookingRow(
                staff: "P-1", session: 3, team: "B", employment: .substantive, hours: 4, cost: 120, covers: ""
            ),
            BookingRow(
                staff: "P-4", session: 2, team: "B", employment: .agency, hours: 4, cost: 120, covers: ""),
        ]
        return sketch.plan
    }

    @Test func `sessions are their team's, and all else goes by the hours worked in the contract`() {
        let cost = ReportFigures(week: world.week, plan: plan).workforceCost
        // A: £120 of P-1's Monday, half of the £120 of leave, £60 of sickness. B: £120 of Sunday and £72 of enhancement, the
        // other half of the leave, £120 on top, £72 of bank, and £120 of agency twice. Of no team: £120.
        #expect(cost.byTeam.map(\.pounds) == [240, 684])
        #expect(cost.byPathway.map(\.pounds) == [240, 684])
        #expect(cost.ofNoTeam.pounds == 120)
        #expect(cost.total.pounds == 1044)
        #expect([cost.absencePounds, cost.enhancementPounds] == [180, 72])
        #expect(cost.byTeam.map(\.agencyPounds) == [0, 240])
        #expect(cost.byTeam.map(\.agencyHours) == [0, 8])
        #expect([cost.ofNoTeam.agencyHours, cost.total.agencyHours] == [4, 12])
        #expect(cost.byTeam.map(\.agencyShare) == [0, 240.0 / 684])
        #expect(cost.total.agencyShare == 360.0 / 1044)
    }

    @Test func `contracts with their on-costs go the same way`() {
        let figures = CostAndCare.of(
            ReportFigures(week: world.week, plan: plan), plan: plan, week: world.week, pay: FullCostTests.pay)
        func value(_ name: String) -> Double? { figures.first { $0.name == name }?.value }
        // 37.5 hours of £20 and £10 with 35 per cent: £1,012.50, half of it A's, and £506.25, all of it A's. B has the
        // enhancement of £48 with 35 per cent, 4 hours of £20 on top with 15 per cent, bank and agency.
        let expected = [
            ("_team_A", 506.25 + 506.25), ("_team_B", 506.25 + 64.8 + 92 + 72 + 240), ("_no_team", 120),
            ("_pathway_P1", 1012.5), ("_pathway_P2", 975.05), ("", 2107.55),
        ]
        for (part, pounds) in expected {
            #expect(abs((value("full_cost" + part) ?? 0) - pounds) < 1e-6, "\(part)")
        }
        #expect(value("agency_share_of_full_cost_pathway_P2").map { abs($0 - 240 / 975.05) < 1e-9 } == true)
        #expect(value("hours_agency_all_team_B") == 8)
        #expect(value("workforce_cost_no_team") == 120)
    }

    @Test func `who works for none is of the team that is home on each day`() {
        var world = world
        world.rota = ["P-1": ["L"], "P-2": ["S"]]
        world.placements = [
            Placement(
                staff: "P-1", team: "B", from: world.start.adding(days: 3), until: world.start.adding(days: 6)
            )
        ]
        let cost = ReportFigures(week: world.week, plan: PlanSketch(world.week).plan).workforceCost
        // Leave of £120: home is A on three days of seven and B on four. Sickness is A's.
        #expect(abs(cost.byTeam[0].pounds - (120 * 3 / 7.0 + 60)) < 1e-9)
        #expect(abs(cost.byTeam[1].pounds - 120 * 4 / 7.0) < 1e-9)
    }

    @Test func `pence of teams add up, and pathways have those of their teams`() {
        var week = world
        week.teams.append(TinyWorld.team("C"))
        // Three times £1.004: a penny more than three times £1.00, which the first team has.
        let pence = CostPence([1.004, 1.004, 0], none: 1.004, in: week.week)
        #expect(pence.byTeam == [101, 100, 0])
        #expect(pence.byPathway == [101, 100])
        #expect(pence.ofNoTeam == 100)
        #expect(pence.total == 301)
    }

    @Test func `parts add up to all, in whatever week`() {
        var told = 0
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let cost = ReportFigures(week: week, plan: plan).workforceCost
            for amount in [\CostFigure.pounds, \.agencyPounds, \.agencyHours] {
                let all = cost.total[keyPath: amount]
                for parts in [cost.byTeam, cost.byPathway] {
                    let sum = parts.reduce(cost.ofNoTeam[keyPath: amount]) { $0 + $1[keyPath: amount] }
                    #expect(abs(sum - all) < 1e-6, "seed \(seed)")
                }
            }
            let pence = CostPence(cost.byTeam.map(\.pounds), none: cost.ofNoTeam.pounds, in: week)
            #expect(abs(Double(pence.total) / 100 - cost.total.pounds) < 0.006, "seed \(seed)")
            #expect(pence.byPathway.reduce(pence.ofNoTeam, +) == pence.total, "seed \(seed)")
            if cost.byTeam.count(where: { $0.pounds > 0 }) > 1, cost.total.agencyPounds > 0 { told += 1 }
        }
        #expect(told > 20, "\(told) weeks with several teams and agency")
    }
}
