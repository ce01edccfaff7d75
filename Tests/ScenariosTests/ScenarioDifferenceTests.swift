// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import Testing
import Workforce

@testable import Scenarios

/// What a difference is worth, of outcomes made up for it.
@Suite struct ScenarioDifferenceTests {
    private static func scenarios() throws -> (
        base: ScenarioFile.Scenario, cap: ScenarioFile.Scenario, drawn: ScenarioFile.Scenario
    ) {
        let text = """
            bases: [{week: week}]
            overlays:
              cap: {policy: {agency_cap: 80}}
              away: {absences: [{rate: 0.1}]}
            run: [cap, away]

            """
        let file = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), Diagnostics()))
        return (file.scenarios[0], file.scenarios[1], file.scenarios[2])
    }

    /// Replicates of prices and bounds; replicates of one `plan` have the same one.
    private static func outcome(
        _ scenario: ScenarioFile.Scenario, _ prices: [Double], bounds: [Double]? = nil, plans: [Int]
    ) -> ScenarioOutcome {
        ScenarioOutcome(
            "week", scenario,
            prices.indices.map { place in
                ReplicateOutcome(
                    replicate: place + 1,
                    figures: [CostAndCare.price, CostAndCare.agencyPay].map {
                        CostAndCareFigure(
                            name: $0, title: $0, kind: .cash, unit: .pounds, value: prices[place])
                    },
                    price: prices[place], bound: bounds?[place] ?? prices[place], from: nil,
                    rows: PlanRows(deployments: [
                        Deployment(
                            staff: "P-\(plans[place])", session: 0, team: "A", booking: .rostered,
                            minutes: 240,
                            contactMinutes: 0)
                    ]))
            })
    }

    @Test func `nothing is proved of draws, however few they are and however well each is`() throws {
        let all = try Self.scenarios()
        for number in [1, 5] {
            let base = Self.outcome(
                all.base, Array(repeating: 100, count: number), plans: Array(repeating: 0, count: number))
            let own = Self.outcome(
                all.drawn, (0..<number).map { 150 + Double($0) }, plans: Array(repeating: 1, count: number))
            #expect(!own.isOneWeek)
            let one = try #require(ScenarioDifference(CostAndCare.price, of: own, to: base))
            #expect(one.verdict == (number == 1 ? .notToldApart : .shown))
            #expect((one.range == nil) == (number == 1))
        }
        // The same figures of two weeks that nothing is drawn of are proved.
        let one = try #require(
            ScenarioDifference(
                CostAndCare.price, of: Self.outcome(all.cap, [150], plans: [1]),
                to: Self.outcome(all.base, [100], plans: [0])))
        #expect((one.verdict, one.range) == (.proved, 50...50))
    }

    @Test func `a difference of draws is that of the means of replicates that both have`() throws {
        let all = try Self.scenarios()
        let base = Self.outcome(all.base, [100, 101, 99, 100, 100, 106], plans: [0, 1, 2, 3, 4, 5])
        let own = Self.outcome(all.drawn, [120, 122, 118, 120, 120], plans: [5, 6, 7, 8, 9])
        let one = try #require(ScenarioDifference(CostAndCare.agencyPay, of: own, to: base))
        #expect((one.baseValue, one.figure.value, one.difference) == (100, 120, 20))
        // 20, 21, 19, 20, 20: a variance of ½, and t(0.975, 4) = 2.776 times √(½ ÷ 5).
        let range = try #require(one.range)
        #expect(abs(range.lowerBound - (20 - 2.776 * 0.1.squareRoot())) < 1e-9)
        #expect(abs(range.upperBound - (20 + 2.776 * 0.1.squareRoot())) < 1e-9)
        #expect(one.verdict == .shown)
    }

    @Test func `equal figures are the same where both are proved or of one plan, and else may be luck`()
        throws
    {
        let all = try Self.scenarios()
        let (prices, plans) = ([100.0, 100, 100, 100, 100], [0, 1, 2, 3, 4])
        func difference(_ bound: Double, _ own: [Int]) throws -> ScenarioDifference {
            let bounds = Array(repeating: bound, count: 5)
            return try #require(
                ScenarioDifference(
                    CostAndCare.agencyPay, of: Self.outcome(all.cap, prices, bounds: bounds, plans: own),
                    to: Self.outcome(all.base, prices, bounds: bounds, plans: plans)))
        }
        let others = [5, 6, 7, 8, 9]
        #expect(try difference(100, others).words == "the same")
        #expect(try difference(100, plans).words == "the same plan")
        #expect(try difference(60, plans).verdict == .samePlan)
        let luck = try difference(60, others)
        #expect(luck.verdict == .notToldApart)
        #expect(luck.reason == "other plans have the same figure, and no plan is proved")
        // Of the price itself the bounds say how far it may be.
        let bounds = Array(repeating: 60.0, count: 5)
        let price = try #require(
            ScenarioDifference(
                CostAndCare.price, of: Self.outcome(all.cap, prices, bounds: bounds, plans: others),
                to: Self.outcome(all.base, prices, bounds: bounds, plans: plans)))
        #expect((price.verdict, price.range) == (.notToldApart, -40...40))
        #expect(price.words == "not told apart (-£40.00 to +£40.00)")
    }

    @Test func `a range holds the difference, and its ends are never exchanged`() throws {
        let all = try Self.scenarios()
        // What is proved in one replicate is proved of all of them, and no plan is below it but for rounding.
        let base = Self.outcome(all.base, [100, 101], bounds: [90, 100.000_001], plans: [0, 1])
        let own = Self.outcome(all.cap, [100, 102], bounds: [100.000_002, 80], plans: [2, 3])
        let price = try #require(ScenarioDifference(CostAndCare.price, of: own, to: base))
        let range = try #require(price.range)
        #expect(range.lowerBound <= price.difference && price.difference <= range.upperBound)
        #expect(price.words == "the same, proved")
        // Best plans may differ by less than replicates do on average.
        let pay = try #require(
            ScenarioDifference(
                CostAndCare.agencyPay,
                of: Self.outcome(all.cap, [100, 200, 202, 201, 200], plans: [0, 1, 2, 3, 4]),
                to: Self.outcome(all.base, [99, 100, 101, 100, 99], plans: [5, 6, 7, 8, 9])))
        #expect(try #require(pay.range).contains(pay.difference))
    }

    @Test func `no figure stands in a table for people where a difference may be luck, but its range does`()
        throws
    {
        let all = try Self.scenarios()
        let base = Self.outcome(all.base, [100, 101], bounds: [90, 90], plans: [0, 1])
        let own = Self.outcome(all.cap, [105, 106], bounds: [95, 95], plans: [2, 3])
        let price = try #require(ScenarioDifference(CostAndCare.price, of: own, to: base))
        let unit = price.figure.unit
        #expect(price.verdict.cell(price.difference, unit).shownText == "not told apart")
        #expect(unit.shownCells(price.range).map(\.shownText) == ["-£5.00", "£15.00"])
        #expect(unit.shownCells(nil).map(\.shownText) == ["not known", "not known"])
    }

    @Test func `a range ends where a figure would be below nothing, or above what the scenario allows`()
        throws
    {
        let all = try Self.scenarios()
        // Two replicates whose differences are -100 and 300: Student's t with one degree of freedom reaches far beyond.
        let base = Self.outcome(all.base, [100, 200], plans: [0, 1])
        var own = Self.outcome(all.cap, [0, 500], plans: [2, 3])
        let free = try #require(ScenarioDifference(CostAndCare.agencyPay, of: own, to: base)?.range)
        #expect(free.lowerBound == -200)
        #expect(free.upperBound > 1000)
        own = ScenarioOutcome(
            own.base, own.scenario,
            own.replicates.map { replicate in
                var capped = replicate
                capped.mostAgency = 600
                return capped
            })
        #expect(ScenarioDifference(CostAndCare.agencyPay, of: own, to: base)?.range == -200...500)
        // Of the price nothing is capped.
        let price = try #require(ScenarioDifference(CostAndCare.price, of: own, to: base))
        #expect(price.range != -200...500)
    }

    @Test func `what is known before any search cuts the range of the price at nothing`() throws {
        let all = try Self.scenarios()
        let bounds = Array(repeating: 60.0, count: 5)
        let base = Self.outcome(
            all.base, Array(repeating: 100, count: 5), bounds: bounds, plans: [0, 1, 2, 3, 4])
        let own = Self.outcome(
            all.cap, Array(repeating: 100, count: 5), bounds: bounds, plans: [5, 6, 7, 8, 9])
        func price(_ side: ClosedRange<Double>?) -> ScenarioDifference? {
            ScenarioDifference(CostAndCare.price, of: own, to: base, side: side)
        }
        #expect(price(nil)?.range == -40...40)
        #expect(price(0...Double.infinity)?.words == "not told apart (£0.00 to +£40.00)")
        #expect(price(-Double.infinity...0)?.words == "not told apart (-£40.00 to £0.00)")
        // Of one week by another name nothing has to be searched.
        #expect(price(0...0)?.words == "the same, proved")
        // Of what is paid for agency it says nothing.
        let pay = ScenarioDifference(CostAndCare.agencyPay, of: own, to: base, side: 0...0)
        #expect(pay?.verdict == .notToldApart)
        // Where weeks are drawn nothing is proved, and the side is known all the same: a mean of 0.8, and
        // t(0.975, 4) = 2.776 times √(6.8 ÷ 4 ÷ 5) beside it.
        let drawn = Self.outcome(all.drawn, [100, 101, 100, 103, 100], plans: [5, 6, 7, 8, 9])
        let one = try #require(
            ScenarioDifference(CostAndCare.price, of: drawn, to: base, side: 0...Double.infinity))
        #expect(one.verdict == .notToldApart)
        #expect(one.range?.lowerBound == 0)
        #expect(abs((one.range?.upperBound ?? 0) - (0.8 + 2.776 * 0.34.squareRoot())) < 1e-9)
        // Plans that were not offered to each other may contradict it: then the range holds what was found.
        let dear = Self.outcome(all.cap, [95], bounds: [60], plans: [5])
        let found = try #require(
            ScenarioDifference(CostAndCare.price, of: dear, to: base, side: 0...Double.infinity))
        #expect(found.range == -5...35)
        // Nor is it proved where one week by another name was searched with another luck.
        let other = Self.outcome(
            all.cap, Array(repeating: 150, count: 5), bounds: bounds, plans: [5, 6, 7, 8, 9])
        let luck = try #require(
            ScenarioDifference(CostAndCare.price, of: other, to: base, side: 0...0))
        #expect(luck.verdict != .proved)
    }

    @Test func `best plans that differ otherwise than replicates do on average are not told apart`() {
        let judged = JudgedDifference(
            5, pairs: [-1, -1.1, -0.9, -1, -1], luck: 0, proof: nil, isSamePlan: false, areProved: false)
        #expect(judged.verdict == .notToldApart)
        #expect(judged.reason == "best plans and the mean of replicates disagree")
    }
}
