// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// When training outweighs what it took: three weeks of one morning, solved to the optimum.
@Suite struct PaybackTests {
    /// A visit takes two hours of a morning and needs care. S-1 holds it and teaches S-2, who does not: so in the first week
    /// the one visit wanted goes unmet, and in the second and third, in which two are wanted, both are given and not one.
    private static func weeks(_ wanted: [Int]) -> [Week] {
        wanted.enumerated().map { place, contacts in
            var world = TinyWorld()
            world.start = world.start.adding(days: 7 * place)
            var visit = TinyWorld.care
            (visit.minutes, visit.recordMinutes) = (120, 0)
            world.activities = [visit]
            world.staff = ["S-1", "S-2"].map {
                TinyWorld.person($0, "support-worker", .substantive, hourlyCost: 15)
            }
            world.signOffs = [
                SignOff(
                    staff: "S-1", competency: "care", level: 3, signedOffOn: world.start.adding(days: -99))
            ]
            world.rota = ["S-1": ["R"], "S-2": ["R"]]
            world.demand("D-1", "care", contacts: contacts, window: 0...0)
            return world.week
        }
    }

    private static func results(
        _ wanted: [Int], cost: Int, replicates: Int = 5, besides: Bool = false
    ) async throws -> ScenarioResults {
        let year = besides ? ", weeks_a_year: 17" : ""
        let text = """
            bases: [\(wanted.indices.map { "{week: w\($0)\(year)}" }.joined(separator: ", "))]
            overlays:
              more:
                training: {competency: care, level: 1, role: support-worker, people: 1, from: 2026-11-30,
                  educator_hours: 4, educator_competency: care, cost: \(cost)}
              cap: {policy: {agency_cap: 0}}
              now: {training: {competency: care, level: 1, role: support-worker, people: 1, cost: 70}}
            run: [\(besides ? "more, cap, now, [cap, more]" : "more")]
            replicates: \(replicates)

            """
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        let read = try #require(file, "\(diagnostics.sorted.map(\.description))")
        let bases = Self.weeks(wanted).enumerated().map {
            ScenarioBase(name: "w\($0)", week: $1, weeksAYear: besides ? 17 : nil)
        }
        return try await ScenarioRunner(
            read, bases: bases, options: ScenarioOptions(limit: .work(20))
        ).run()
    }

    @Test func `care lost is outweighed in the third week, and pounds never are`() async throws {
        let paybacks = try await Self.results([1, 2, 2], cost: 100).paybacks
        #expect(paybacks.map(\.gain) == [.care, .pounds, .price])
        #expect(paybacks[0].weeks.map(\.gain) == [-2, 2, 2])
        #expect(paybacks[0].weeks.map(\.sum) == [-2, 0, 2])
        #expect(paybacks[0].verdict == .paidBack(week: 3))
        #expect(paybacks[1].weeks.map(\.sum) == [-100, -100, -100])
        #expect(paybacks[1].verdict == .notWithin)
        // A contact unmet is 120 minutes at £1.50: £180 and £100 lost, and £180 gained twice.
        for (found, sum) in zip(paybacks[2].weeks.map(\.sum), [-280.0, -100, 80]) {
            #expect(abs(found - sum) < 0.01)
        }
        #expect(paybacks[2].verdict == .paidBack(week: 3))
    }

    @Test func `what costs more than it brings is not paid back, and two replicates tell nothing`()
        async throws
    {
        let dear = try await Self.results([1, 2, 2], cost: 500).paybacks
        #expect(dear.map(\.verdict) == [.paidBack(week: 3), .notWithin, .notWithin])
        let once = try await Self.results([1, 2, 2], cost: 100, replicates: 2).paybacks
        #expect(once[0].verdict == .notToldApart)
        // The price is proved, whatever replicates there are.
        #expect(once[2].verdict == .paidBack(week: 3))
    }

    @Test func `it is told in words and week by week`() async throws {
        let results = try await Self.results([1, 2, 2], cost: 100)
        let sentence = try #require(
            ScenarioText(results).summary.first { $0.hasPrefix("Payback of more.") })
        #expect(
            sentence.contains(
                "Care: paid back by the end of week 3 of 3, that of 7 December 2026 (2.0 hours gained in all, 2.0 hours lost before)"
            ), "\(sentence)")
        #expect(
            sentence.contains("pounds: not paid back within 3 weeks (£100.00 lost in all)"), "\(sentence)")
        let lines = PaybackTables(results).weeks().csv.split(separator: "\n").map(String.init)
        #expect(lines.count == 10)
        #expect(lines[3].hasPrefix("more,care,w2,2026-12-07,2.0000,2.0000,2.0000,told apart,2.0000,"))
        #expect(lines[3].hasSuffix(",yes"))
        let page = ScenarioPage(results).html
        #expect(page.contains("What training and reviews pay back"))
        // The course is part of what a lever costs: nothing is paid in the week in which care is gained.
        #expect(results.outcome("more", in: "w0")?.value("training_and_review_cost") == 100)
        #expect(results.outcome("more", in: "w1")?.value("training_and_review_cost") == 0)
        #expect(results.outcome("base", in: "w0")?.value("hours_training_and_reviews") == 0)
    }

    /// Weeks whose gains lie between so much and so much, all told apart.
    private static func added(_ gains: [ClosedRange<Double>], isTold: Bool = true) -> Payback {
        var (low, high, sum) = (0.0, 0.0, 0.0)
        let weeks = gains.map { gain -> Payback.Week in
            let middle = (gain.lowerBound + gain.upperBound) / 2
            (low, high, sum) = (low + gain.lowerBound, high + gain.upperBound, sum + middle)
            return Payback.Week(
                base: "w", start: TinyWorld().start, gain: middle, range: gain, isTold: isTold, sum: sum,
                sumRange: low...high, isSumTold: isTold)
        }
        return Payback("more", .care, added: weeks)
    }

    @Test func `a sum that may be on either side for a while is paid back where it is above for sure`() {
        // −2.5 to −1.5, −1.5 to 0.5, −0.5 to 2.5, 0.5 to 4.5.
        let gains = [-2.5 ... -1.5, 1...2, 1...2, 1...2]
        #expect(Self.added(gains).verdict == .paidBack(week: 4))
        #expect(Self.added(Array(gains.prefix(3))).verdict == .notToldApart)
        #expect(Self.added(Array(gains.prefix(1))).verdict == .notWithin)
        #expect(Self.added(gains, isTold: false).verdict == .notToldApart)
    }

    @Test func `training beside anything else has no payback, and none of it stands in a year`() async throws
    {
        let results = try await Self.results([1, 2, 2], cost: 100, besides: true)
        #expect(results.paybacks.map(\.scenario) == ["more", "more", "more"])
        let year = try #require(AnnualFigures(results))
        #expect(Set(year.rows.map(\.scenario)) == ["cap", "now"])
        // It is paid in the first week, and once, however many weeks of a year are like that.
        let paid = year.rows.first { $0.scenario == "now" && $0.figure.name == CostAndCare.preparationCost }
        #expect(paid?.figure.value == 70 && paid?.difference == 70)
        // Of two weeks or more, what is paid in one and brings something in another is no lever.
        #expect(results.levers(of: "w1").map(\.scenario).contains("more") == false)
    }
}
