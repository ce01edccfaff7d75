// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// The results for programs: `results.json`.
public struct ScenarioDocument: Encodable {
    struct Base: Encodable {
        let base: String
        let weeksAYear: Double?
        let agencyPay: Double?
        let inputs: [Input]
    }

    struct Input: Encodable {
        let path, sha256: String
    }

    struct Outcome: Encodable {
        let base, scenario: String
        let sweep: String?
        let isOneWeek: Bool
        let replicates: [Replicate]
    }

    struct Replicate: Encodable {
        let replicate: Int
        let price, bound: Double
        let planOf: String?
        let figures: [Figure]
    }

    struct Figure: Encodable {
        let figure, kind, unit: String
        let value: Double?
    }

    struct Difference: Encodable {
        let base, scenario, figure, unit: String
        let baseValue, difference: Double
        let value, low, high: Double?
        let verdict: String
        let reason: String?
    }

    struct Step: Encodable {
        let base, sweep, from, to, figure, unit: String
        let fromValue, difference: Double
        let toValue, low, high: Double?
        let verdict: String
        let reason: String?
    }

    struct YearFigure: Encodable {
        let scenario, figure, unit: String
        let value, difference, low, high: Double?
        let verdict: String?
    }

    struct Worth: Encodable {
        let base, scenario, tier: String
        let hours, pounds, loss, breakEvenRate: Double
        let isExact: Bool
    }

    struct LeverRow: Encodable {
        let base, scenario: String
        let hours, pounds: Double
        let hoursForAThousand: Double?
        let verdict: String
    }

    struct PaybackWeek: Encodable {
        let scenario, gain, base, from: String
        let gained, gainedSoFar: Double
        let low, high, soFarLow, soFarHigh: Double?
        let isTold, isSoFarTold: Bool
    }

    struct Pass: Encodable {
        let base, from, scenario, figure, side: String
        let line: Double
        let value, low, high: Double?
        let verdict: String
    }

    let title: String
    let version: String
    let seed: UInt64
    let seconds: Double?
    let work: Int?
    let replicates: Int
    let isInterrupted, isShared: Bool
    let file: Input
    let summary: ScenarioSummary
    let bases: [Base]
    let outcomes: [Outcome]
    let differences: [Difference]
    let steps: [Step]
    let year: [YearFigure]?
    let worth: [Worth]
    let levers: [LeverRow]
    let passes: [Pass]
    let paybacks: [PaybackWeek]
    let frontiers: [FrontierDocument]

    /// The results of a file.
    ///
    /// - Parameter digest: That of the scenario file.
    public init(_ results: ScenarioResults, digest: InputDigest) {
        title = results.file.title
        (version, seed) = (results.options.version, results.options.seed)
        switch results.options.limit {
        case .seconds(let limit): (seconds, work) = (limit, nil)
        case .work(let limit): (seconds, work) = (nil, limit)
        }
        replicates = results.file.replicates
        (isInterrupted, isShared) = (results.isInterrupted, results.isShared)
        file = Input(path: digest.path, sha256: digest.sha256)
        summary = ScenarioSummary(results)
        bases = zip(results.bases, results.agencyPays).map { base, pay in
            Base(
                base: base.name, weeksAYear: base.weeksAYear, agencyPay: pay?.pounds,
                inputs: base.inputs.map { Input(path: $0.path, sha256: $0.sha256) })
        }
        outcomes = results.outcomes.map { outcome in
            Outcome(
                base: outcome.base, scenario: outcome.scenario.name, sweep: outcome.scenario.sweep,
                isOneWeek: outcome.isOneWeek,
                replicates: outcome.replicates.map { one in
                    Replicate(
                        replicate: one.replicate, price: one.price, bound: one.bound, planOf: one.from,
                        figures: one.figures.map {
                            Figure(
                                figure: $0.name, kind: $0.kind.rawValue, unit: $0.unit.rawValue,
                                value: $0.value)
                        })
                })
        }
        worth = results.worth.map { one in
            Worth(
                base: one.base, scenario: one.scenario, tier: one.tier.rawValue, hours: one.hours,
                pounds: one.pounds, loss: one.loss, breakEvenRate: one.breakEvenRate, isExact: one.isExact)
        }
        levers = results.bases.flatMap { results.levers(of: $0.name) }.map { one in
            LeverRow(
                base: one.base, scenario: one.scenario, hours: one.hours, pounds: one.pounds,
                hoursForAThousand: one.hoursForAThousand, verdict: one.verdict.rawValue)
        }
        passes = results.testedWeeks.flatMap(\.passes).map { one in
            Pass(
                base: one.base, from: one.start.iso, scenario: one.scenario, figure: one.test.figure,
                side: one.test.side.rawValue, line: one.test.line, value: one.value,
                low: one.range?.lowerBound, high: one.range?.upperBound, verdict: one.verdict.rawValue)
        }
        paybacks = results.paybacks.flatMap { payback in
            payback.weeks.map { week in
                PaybackWeek(
                    scenario: payback.scenario, gain: payback.gain.rawValue, base: week.base,
                    from: week.start.iso, gained: week.gain, gainedSoFar: week.sum,
                    low: week.range?.lowerBound, high: week.range?.upperBound,
                    soFarLow: week.sumRange?.lowerBound, soFarHigh: week.sumRange?.upperBound,
                    isTold: week.isTold, isSoFarTold: week.isSumTold)
            }
        }
        frontiers = results.frontiers.map { FrontierDocument($0) }
        differences = results.differences.map { one in
            Difference(
                base: one.base, scenario: one.scenario, figure: one.figure.name,
                unit: one.figure.unit.rawValue, baseValue: one.baseValue, difference: one.difference,
                value: one.figure.value, low: one.range?.lowerBound, high: one.range?.upperBound,
                verdict: one.verdict.rawValue, reason: one.reason)
        }
        steps = results.steps.map(Step.init)
        year = AnnualFigures(results).map { year in
            year.base.map(YearFigure.init) + year.rows.map(YearFigure.init)
        }
    }
}

extension ScenarioDocument.Step {
    fileprivate init(_ step: SweepStep) {
        let one = step.difference
        self.init(
            base: one.base, sweep: step.sweep, from: step.from, to: one.scenario, figure: one.figure.name,
            unit: one.figure.unit.rawValue, fromValue: one.baseValue, difference: one.difference,
            toValue: one.figure.value, low: one.range?.lowerBound, high: one.range?.upperBound,
            verdict: one.verdict.rawValue, reason: one.reason)
    }
}

extension ScenarioDocument.YearFigure {
    /// A figure of the base's own year.
    fileprivate init(_ figure: CostAndCareFigure) {
        self.init(
            scenario: ScenarioFile.base, figure: figure.name, unit: figure.unit.rawValue,
            value: figure.value, difference: nil, low: nil, high: nil, verdict: nil)
    }

    fileprivate init(_ row: AnnualFigures.Row) {
        self.init(
            scenario: row.scenario, figure: row.figure.name, unit: row.figure.unit.rawValue,
            value: row.figure.value, difference: row.difference, low: row.range?.lowerBound,
            high: row.range?.upperBound, verdict: row.verdict.rawValue)
    }
}
