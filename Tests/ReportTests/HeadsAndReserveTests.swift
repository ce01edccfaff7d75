// SPDX-License-Identifier: GPL-3.0-or-later

import Report
import TestSupport
import Testing
import Workforce

@testable import Figures

/// Who has to be there, and what is held in reserve, as figures and on the page.
@Suite struct HeadsAndReserveTests {
    private var staffed: (week: Week, plan: Plan) {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", minimumStaff: 2, minimumRegistered: 1)]
        world.teams[0].headProfessions = ["nursing", "social-work"]
        world.minimums = [
            TeamMinimum(team: "A", .registered(["physiotherapy"]), atLeast: 1),
            TeamMinimum(team: "A", .holding(Need("care", 3)), atLeast: 3, when: [.part("am")]),
        ]
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "care", contacts: 0)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        return (world.week, sketch.plan)
    }

    @Test func `each minimum is counted by itself`() {
        let (week, plan) = staffed
        let heads = ReportFigures(week: week, plan: plan).heads
        #expect(heads.items.map(\.heads) == [2, 0])
        // P-1 is registered, and no nurse or social worker.
        #expect(heads.items.map(\.registeredHeads) == [0, 0])
        #expect(heads.items.map(\.missingStaff) == [0, 2])
        #expect(heads.items.map(\.missingRegistered) == [1, 1])
        #expect(heads.items.map { ($0.others ?? []).map(\.heads) } == [[1, 2], [0]])
        #expect(heads.items.map { ($0.others ?? []).map(\.missing) } == [[0, 1], [1]])
        #expect(
            heads.items[0].others?.map(\.who) == [
                "registered heads in physiotherapy", "heads with care at level 3",
            ])
        #expect(heads.missingHeads == 6)
        #expect(heads.sessionsShort == 2)
        #expect(heads.sessionsWithMinimum == 2)
    }

    @Test func `the page names who is missing`() {
        let (week, plan) = staffed
        let figures = ReportFigures(week: week, plan: plan)
        let page = ReportPage(week: week, plan: plan, figures: figures).html
        for words in [
            "In Team A the minimum counts registered heads in nursing or social work.",
            "Who else must be there, by team", "heads with care at level 3",
            "1 short of care at level 3",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }

    private var reserved: (week: Week, plan: Plan) {
        var world = TinyWorld()
        world.rota = ["P-2": ["R"]]
        world.demand("D-1", "care", contacts: 3, window: 0...0)
        world.demand("D-1~reserve", "care", contacts: 4, priority: .reserve, window: 0...0)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-2", 0, .support, contacts: 2)
        sketch.give("D-1~reserve", "P-2", 0, .support, contacts: 3)
        sketch.leave("D-1", contacts: 1)
        sketch.leave("D-1~reserve", contacts: 1)
        return (world.week, sketch.plan)
    }

    @Test func `reserve is in no figure of care and stands apart`() {
        let (week, plan) = reserved
        let figures = ReportFigures(week: week, plan: plan)
        #expect(figures.demand.total.wanted.contacts == 3)
        #expect(figures.demand.total.unmet.contacts == 1)
        #expect(figures.demand.byPriority.map(\.group) == ["critical", "urgent", "routine"])
        #expect(figures.demand.byReason.map(\.unmet.contacts) == [1])
        #expect(figures.demand.reserve?.wanted.contacts == 4)
        #expect(figures.demand.reserve?.met.contacts == 3)
        #expect(figures.demand.reserveByTeam.map(\.group) == ["A"])
        #expect(figures.cover.days.map(\.given) == [2])
        #expect(figures.cover.days.map(\.unmet) == [1])
        #expect(figures.workload.capacity.wantedHours == 1.5)
        #expect(figures.workload.intensity.contacts == 2)
        let metrics = Metrics.of(figures)
        #expect(metrics.first { $0.metric == "demand_met" && $0.group == "all" }?.value == 2.0 / 3)
        #expect(metrics.first { $0.metric == "reserve_there_is_time_for" }?.value == 0.75)
        let summary = ReportSummary(week: week, plan: plan, figures: figures).description
        #expect(summary.contains("Held in reserve; there is time for"))
    }

    @Test func `access to care is told of care alone`() {
        let (kept, plan) = reserved
        let week = kept.replacing { parts in
            parts.demand[1].source = .stepUp
            let care = parts.framework.activities.firstIndex { $0.id == "care" }
            if let care { parts.framework.activities[care].name = "Initial assessment" }
        }
        let access = ReportFigures(week: week, plan: plan).access
        #expect(access.byLocality.map(\.wanted.contacts) == [3])
        #expect(access.byLocality.map(\.met.contacts) == [2])
        #expect(access.initialAssessments.map(\.unmet.contacts) == [1, 1])
        #expect(access.bySource.isEmpty, "of care no line says which way people come")
        let said = week.replacing { $0.demand[0].source = .stepDown }
        let both = ReportFigures(week: said, plan: plan).access.bySource
        #expect(both.map(\.group) == ["step-down"])
        #expect(both.map(\.wanted.contacts) == [3])
    }

    @Test func `a week without reserve says nothing of it`() {
        let (week, plan) = staffed
        let figures = ReportFigures(week: week, plan: plan)
        #expect(figures.demand.reserve == nil)
        #expect(!Metrics.of(figures).contains { $0.metric.hasPrefix("reserve") })
        #expect(!ReportSummary(week: week, plan: plan, figures: figures).description.contains("reserve"))
    }
}
