// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

@Suite struct MetricsTests {
    private let figures = ReportFigures(week: SmallWeek.week(), plan: SmallWeek.plan())

    private func metric(_ name: String, _ group: String = "all") -> Metric? {
        Metrics.of(figures).first { $0.metric == name && $0.group == group }
    }

    @Test func `metrics say what they are worked out from`() throws {
        let direct = try #require(metric("utilisation_of_available"))
        #expect([direct.numerator, direct.denominator] == [520.0 / 60, 28])
        #expect(metric("utilisation_of_contracted", "P1")?.value == 390.0 / 600)
        #expect(metric("skill_mix_ratio", "P1")?.value == 1)
        #expect(metric("agency_share_of_workforce_cost")?.value == 100 / 813.5)
        #expect(metric("bookings_payable")?.value == 145.5)
        #expect(metric("absence_rate")?.value == 12.0 / 32)
        #expect(metric("sickness_rate")?.value == 4.0 / 32)
        #expect(metric("demand_contact_hours", "P2")?.value == 2.5)
        #expect(metric("demand_met")?.value == 7 / 8.5)
    }

    @Test func `demand and capacity are in hours`() throws {
        // 3 × 75 + 4 × 55 in P1; 5 transfers of 35 minutes by two in P2.
        #expect(metric("demand_work_hours", "P1")?.value == 445.0 / 60)
        #expect(metric("demand_work_hours", "P2")?.value == 350.0 / 60)
        // Rostered at home in P1: two sessions of Ann and of Bo, 210 minutes each; could be asked: one of Bo.
        #expect(metric("capacity_rostered_hours", "P1")?.value == 14)
        #expect(metric("capacity_could_be_asked_hours", "P1")?.value == 3.5)
        // In P2 the student at half pace, and Eve. The agency worker has no home team.
        #expect(metric("capacity_rostered_hours", "P2")?.value == 315.0 / 60)
        #expect(metric("capacity_could_be_asked_hours", "none")?.value == 3.5)
        #expect(metric("capacity_rostered_hours")?.value == 1155.0 / 60)
    }

    @Test func `figures count a human once, in however many rows`() throws {
        func figures(_ person: String?) -> ReportFigures {
            var world = TinyWorld()
            world.activities[1].delegated?.reviewOn = world.start.adding(days: 10)
            world.rota = ["P-2": ["R", "A"], "P-3": ["A", "A"]]
            for row in [1, 2] { world.staff[row].person = person }
            world.demand("D-1", "care", contacts: 20)
            var sketch = PlanSketch(world.week)
            sketch.deploy("P-2", 0)
            sketch.deploy("P-3", 1, booking: .bank)
            sketch.leave("D-1", contacts: 20)
            return ReportFigures(week: world.week, plan: sketch.plan)
        }
        func people(_ figures: ReportFigures) -> [Int?] {
            let total = figures.utilisation.total
            return [
                total.people, total.lowPeople, figures.delegation.reviews.first?.people,
                figures.maturity.evidence.first { $0.sign == .acrossOrganisations }?.of,
            ]
        }
        #expect(people(figures(nil)) == [2, 2, 2, 2])
        #expect(people(figures("Ann")) == [1, 1, 1, 1])
        // Of three available sessions one is barred by the row on duty, and two rows offer the other.
        #expect(figures(nil).workload.capacity.availableHours == 10.5)
        #expect(figures("Ann").workload.capacity.availableHours == 3.5)
        #expect(figures("Ann").workload.capacity.rosteredHours == 3.5)
    }

    @Test func `initial assessments and localities count what is given in its window`() {
        // Of three assessments two; of 8.5 hours in the one locality 7. Monday and Tuesday have no weekend.
        #expect(metric("initial_assessments_met", "P1")?.value == 2.0 / 3)
        #expect(metric("initial_assessments_met")?.denominator == 3)
        #expect(metric("initial_assessments_met", "P2") == nil)
        #expect(metric("demand_met_by_locality", "n")?.value == 7 / 8.5)
        #expect(metric("seven_day_access") == nil)
        #expect(!Metrics.of(figures).contains { $0.metric == "demand_met_by_source" })
    }

    @Test func `care by source is counted where lines name one`() {
        let week = SmallWeek.week().replacing {
            $0.demand[0].source = .stepUp
            $0.demand[2].source = .stepDown
        }
        let figures = ReportFigures(week: week, plan: SmallWeek.plan())
        let found = Metrics.of(figures).filter { $0.metric == "demand_met_by_source" }
        #expect(found.map(\.group) == ["step-up", "step-down", "none"])
        #expect(found.map(\.value) == [2.0 / 3, 2 / 2.5, 1])
    }

    @Test func `what was given beyond what a line wants by now meets no other line`() throws {
        var world = TinyWorld()
        world.frozenBefore = 1
        world.demand("D-1", "care", contacts: 2)
        world.demand("D-2", "care", contacts: 2)
        world.demand("D-3", "assessment", contacts: 1)
        world.activities[0].name = "Initial assessment"
        var sketch = PlanSketch(world.week)
        sketch.give("D-1", "P-2", 0, .support, contacts: 4)
        sketch.give("D-3", "P-1", 0, .registered, contacts: 2)
        sketch.leave("D-2", contacts: 2)
        let figures = ReportFigures(week: world.week, plan: sketch.plan)
        let total = figures.demand.total
        #expect([total.wanted.contacts, total.met.contacts, total.unmet.contacts] == [5, 3, 2])
        let metrics = Metrics.of(figures)
        // An hour of assessment and an hour of care, of three.
        for metric in metrics where metric.metric.hasPrefix("demand_met") {
            #expect([metric.numerator, metric.denominator] == [2, 3], "\(metric.metric) \(metric.group)")
        }
        let found = metrics.filter { $0.metric == "initial_assessments_met" }
        #expect(found.map(\.value) == [1, 1])
    }

    @Test func `seven-day access sets a weekend day beside a weekday`() throws {
        var world = TinyWorld()
        world.days = 7
        world.demand("D-1", "care", contacts: 8, window: 0...1)
        world.demand("D-2", "care", contacts: 4, window: 10...11)
        var sketch = PlanSketch(world.week)
        sketch.give("D-1", "P-2", 0, .support, contacts: 5)
        sketch.leave("D-1", contacts: 3)
        sketch.give("D-2", "P-2", 10, .support, contacts: 2)
        sketch.leave("D-2", contacts: 2)
        let found = ReportFigures(week: world.week, plan: sketch.plan).access.sevenDays
        #expect(found.map(\.group) == ["P1", "all"])
        let all = try #require(found.last)
        #expect([all.weekendGiven, all.weekendUnmet, all.weekdayGiven, all.weekdayUnmet] == [2, 2, 5, 3])
        // One a weekend day beside one a weekday.
        #expect(all.weekendPerWeekday == 1)
        #expect(all.weekendShare == 0.5)
    }

    @Test func `intensity is contacts and hours a day, never people`() {
        // Ten contacts in two days: 2 × 60 + 4 × 45 + 4 × 30 minutes, three of them by two workers.
        #expect(metric("contacts_per_day")?.value == 5)
        #expect(metric("contact_hours_per_day")?.value == 3.5)
        #expect(metric("minutes_per_contact")?.value == 42)
        #expect(metric("two_handed_share")?.value == 0.3)
        #expect(metric("two_handed_share", "P2")?.value == 0.75)
        #expect(metric("contacts_per_day_by_activity", "assess")?.value == 1)
    }

    @Test func `every metric stands once, with its own group and definition`() {
        for seed in UInt64(0)..<100 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            var findings = Findings()
            let side = FixedTeams.Side(objective: 1, bookings: 2, unmetContacts: 3, unmetHours: 4)
            findings.fixedTeams = FixedTeams(fixed: side, free: side, effect: Effect(), least: 0, most: 0)
            let metrics = Metrics.of(ReportFigures(week: week, plan: plan), findings: findings)
            let names = metrics.map { "\($0.metric) \($0.group)" }
            #expect(Set(names).count == names.count)
            for metric in metrics {
                #expect(metric.definition.hasSuffix("."))
                if let value = metric.value, let above = metric.numerator, let below = metric.denominator {
                    #expect(value == above / below)
                }
                if metric.unit == "share", let value = metric.value,
                    metric.metric != "utilisation_of_available",
                    metric.metric != "utilisation_of_contracted", !metric.metric.hasPrefix("demand_met"),
                    metric.metric != "initial_assessments_met"
                {
                    #expect((0...1).contains(value), "\(metric.metric)")
                }
            }
        }
    }
}

@Suite struct MaturityTests {
    private func evidence(_ sign: MaturityEvidence.Sign, _ count: Int, _ of: Int) -> MaturityEvidence {
        MaturityEvidence(
            sign: sign, count: count, of: of, threshold: sign == .frameworkInUse ? 0.5 : 0.05)
    }

    @Test func `the signs are counted from the week`() throws {
        let found = ReportFigures(week: SmallWeek.week(), plan: SmallWeek.plan()).maturity
        // Bo works once away, on the ward; the agency worker has no home team. Three contacts of rehabilitation
        // are delegated and one is not. All work for their employer, and nobody is on the bank.
        #expect(found.evidence.map(\.sign) == MaturityEvidence.Sign.allCases)
        #expect(found.evidence.map(\.count) == [1, 1, 0, 3, 0])
        #expect(found.evidence.map(\.of) == [7, 4, 5, 4, 0])
        #expect(found.evidence.map(\.isSeen) == [true, true, false, true, false])
        #expect(found.level == .developing)
    }

    @Test func `the level follows the rule that the page prints`() {
        let all = [
            evidence(.acrossTeams, 1, 20), evidence(.acrossPathways, 1, 20),
            evidence(.acrossOrganisations, 1, 20), evidence(.frameworkInUse, 1, 2),
            evidence(.sharedBank, 0, 0),
        ]
        #expect(MaturityFigures.level(all) == .exemplar)
        var some = all
        some[3] = evidence(.frameworkInUse, 1, 3)
        #expect(MaturityFigures.level(some) == .developing)
        some = all
        some[4] = evidence(.sharedBank, 0, 3)
        #expect(MaturityFigures.level(some) == .developing)
        // Without sharing across teams nothing else counts.
        some = all
        some[0] = evidence(.acrossTeams, 1, 21)
        #expect(MaturityFigures.level(some) == .notYetEstablished)
        #expect(MaturityFigures.level([]) == .notYetEstablished)
    }
}
