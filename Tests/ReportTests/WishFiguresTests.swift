// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Report
import TestSupport
import Testing
import Workforce

/// The share of requests granted and of contacts by usual people, worked out by hand.
@Suite struct WishFiguresTests {
    private func week(_ change: (inout WeekParts) -> Void) -> Week { SmallWeek.week().replacing(change) }

    private var asking: Week {
        week {
            $0.requests = [
                StaffRequest(staff: "ann", time: .session(0), want: .on, weight: 3),
                StaffRequest(staff: "ann", time: .day(0), want: .off, weight: 1),
                StaffRequest(staff: "bo", time: .session(2), want: .team("kt"), weight: 2),
            ]
            for line in $0.demand.indices where $0.demand[line].id == "H1" { $0.demand[line].usual = ["bo"] }
        }
    }

    @Test func theShareGrantedIsByNumberAndByWeight() throws {
        let figures = ReportFigures(week: asking, plan: SmallWeek.plan())
        let requests = try #require(figures.requests)
        #expect(requests.items.map(\.isGranted) == [true, false, false])
        #expect(requests.total.share == 1.0 / 3)
        #expect(requests.total.shareOfWeight == 0.5)
        #expect(requests.byPerson.map(\.group) == ["ann", "bo"])
        #expect(requests.byPerson.map(\.share) == [0.5, 0])
        #expect(requests.byPerson.map(\.shareOfWeight) == [0.75, 0])
        #expect(requests.mostRefused == 2)
        let metrics = Metrics.of(figures).filter { $0.metric == "requests_granted" }
        #expect(metrics.map(\.group) == ["ann", "bo", "all"])
        #expect(metrics.map(\.numerator) == [1, 0, 1])
    }

    @Test func eachOfAPairIsUsualOrIsNot() throws {
        let continuity = try #require(
            ReportFigures(week: asking, plan: SmallWeek.plan()).continuity)
        // Three contacts by eve with bo, one alone by cy.
        #expect(continuity.total.lines == 1)
        #expect((continuity.total.byUsual, continuity.total.byOthers) == (3, 4))
        #expect(continuity.total.share == 3.0 / 7)
    }

    @Test func requestsAndUsualPeopleAreTheHumans() throws {
        // Bo is Ann's other row.
        let week = asking.replacing { parts in
            if let bo = parts.staff.firstIndex(where: { $0.id == "bo" }) { parts.staff[bo].person = "ann" }
            for line in parts.demand.indices where parts.demand[line].id == "H1" {
                parts.demand[line].usual = ["ann"]
            }
        }
        let figures = ReportFigures(week: week, plan: SmallWeek.plan())
        let requests = try #require(figures.requests)
        #expect(requests.items.map(\.staff) == ["ann", "ann", "bo"], "as they are asked")
        #expect(requests.byPerson.map(\.group) == ["ann"])
        #expect(requests.byPerson.map(\.requests) == [3])
        #expect(requests.mostRefused == requests.total.refusedWeight)
        let continuity = try #require(figures.continuity)
        #expect((continuity.total.byUsual, continuity.total.byOthers) == (3, 4))
    }

    @Test func aWeekThatSaysNothingOfThemHasNoSuchFigures() {
        let figures = ReportFigures(week: SmallWeek.week(), plan: SmallWeek.plan())
        #expect(figures.requests == nil && figures.continuity == nil)
        let page = ReportPage(week: SmallWeek.week(), plan: SmallWeek.plan(), figures: figures)
        #expect(!page.sections.contains { $0.id == ReportPart.requests.rawValue })
    }

    @Test func thePageShowsThem() throws {
        let figures = ReportFigures(week: asking, plan: SmallWeek.plan())
        let page = ReportPage(week: asking, plan: SmallWeek.plan(), figures: figures)
        let names = page.tables.map(\.name)
        #expect(names.contains("requests-by-person") && names.contains("requests"))
        #expect(names.contains("continuity"))
        #expect(page.html.contains("1 of 3 requests granted."))
    }
}
