// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// Sign-offs that have ended, and what people lack.
@Suite struct SignOffGapTests {
    private func world(_ signOffs: [(staff: String, competency: String, level: Int, until: Int?)])
        -> TinyWorld
    {
        var world = TinyWorld()
        world.competencies.append(Competency(id: "fire", name: "Fire safety"))
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", "rehabilitation", contacts: 1)
        world.demand("D-2", "care", contacts: 1)
        let start = world.start
        world.signOffs = signOffs.map {
            SignOff(
                staff: $0.staff, competency: $0.competency, level: $0.level,
                signedOffOn: start.adding(days: -90), expiresOn: $0.until.map { start.adding(days: $0) })
        }
        return world
    }

    private func figures(_ world: TinyWorld) -> DelegationFigures {
        ReportFigures(week: world.week, plan: PlanSketch(world.week).plan).delegation
    }

    @Test func `mandatory sign-offs that no activity asks for are told when they end`() throws {
        let found = figures(world([("P-2", "fire", 1, -3), ("P-1", "fire", 1, 30), ("P-3", "fire", 1, 61)]))
            .signOffs
        #expect(found.map(\.staff) == ["P-2", "P-1"])
        #expect(found.map(\.hasEnded) == [true, false])
        #expect(found.map(\.isAskedFor) == [false, false])
        #expect(found.allSatisfy { $0.stops.isEmpty })
        let week = world([("P-2", "fire", 1, -3)]).week
        let plan = PlanSketch(week).plan
        let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
        let csv = try #require(page.tables.first { $0.name == "sign-offs-ending" }).csv
        #expect(csv.contains("P-2,Fire safety,1,2026-11-20,ended,Nothing: no activity asks for it,0"))
    }

    @Test func `people are told with what their role's work in the home team needs and they lack`() {
        // P-1 holds nothing for rehabilitation; P-2 may give calls and lacks level 2 for delegated work; P-3
        // holds all.
        let gaps = figures(
            world([("P-2", "care", 1, nil), ("P-3", "care", 3, nil)])
        ).gaps
        #expect(gaps.map(\.staff) == ["P-1", "P-1", "P-2"])
        #expect(gaps.map(\.competency) == ["therapy", "care", "care"])
        #expect(gaps.map(\.levelNeeded) == [2, 1, 2])
        #expect(gaps.map(\.level) == [nil, nil, 1])
        #expect(gaps.map(\.activities) == [["rehabilitation"], ["care"], ["rehabilitation"]])
    }

    @Test func `what has lapsed is a gap with its last day, needed or not`() {
        let gaps = figures(
            world([
                ("P-1", "therapy", 3, nil), ("P-1", "care", 3, nil), ("P-2", "care", 3, -10),
                ("P-2", "fire", 1, -2), ("P-3", "care", 3, nil),
            ])
        ).gaps
        #expect(gaps.map(\.competency) == ["care", "fire"])
        #expect(gaps.map(\.lapsedOn) == ["2026-11-13", "2026-11-21"])
        #expect(gaps.map(\.activities) == [["rehabilitation", "care"], []])
        #expect(gaps.map(\.levelNeeded) == [2, nil])
    }

    @Test func `work that the home team does not ask for is no gap`() {
        var world = world([("P-1", "therapy", 3, nil), ("P-1", "care", 3, nil), ("P-3", "care", 3, nil)])
        world.teams.append(TinyWorld.team("B"))
        for line in world.lines.indices { world.lines[line].team = "B" }
        #expect(figures(world).gaps.isEmpty)
        // Of somebody without a home team every team's work counts.
        world.staff[1].homeTeam = nil
        #expect(figures(world).gaps.map(\.staff) == ["P-2"])
    }
}
