// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// When training and reviews pay back, as sentences and a table of the weeks.
public struct PaybackTables {
    private let paybacks: [Payback]

    /// The paybacks of results.
    public init(_ results: ScenarioResults) { paybacks = results.paybacks }

    /// Whether there is anything to tell.
    public var isEmpty: Bool { paybacks.isEmpty }

    /// Every week, with what is gained in it and until its end: `payback.csv`.
    ///
    /// - Parameter isForPeople: Whether words stand in the place of figures that may be luck.
    public func weeks(isForPeople: Bool = false) -> Table {
        Table(
            name: "payback", caption: "What training and reviews bring, week by week",
            columns: [
                .text("Scenario", "scenario"), .text("Gain", "gain"), .text("Week", "base"),
                .text("From", "from"), .number("Gained", "gained"), .number("At least", "low"),
                .number("At most", "high"), .text("What is known", "known"),
                .number("Gained so far", "gained_so_far"), .number("At least so far", "so_far_low"),
                .number("At most so far", "so_far_high"), .text("Paid back", "paid_back"),
            ],
            rows: paybacks.flatMap { payback in
                payback.weeks.enumerated().map { row($1, number: $0 + 1, of: payback, isForPeople) }
            })
    }

    private func row(_ week: Payback.Week, number: Int, of payback: Payback, _ isForPeople: Bool)
        -> [Table.Cell]
    {
        let unit = payback.gain.unit
        let unknown = ScenarioDifference.Verdict.notToldApart.rawValue
        func cell(_ value: Double, _ isTold: Bool) -> Table.Cell {
            isForPeople && !isTold ? .text(unknown) : unit.cell(value)
        }
        func ends(_ range: ClosedRange<Double>?) -> [Table.Cell] {
            isForPeople ? unit.shownCells(range) : unit.cells(range)
        }
        let paidBack: String
        switch payback.verdict {
        case .paidBack(let first): paidBack = number >= first ? "yes" : week.mayBePaidBack ? unknown : "no"
        case .notWithin: paidBack = "no"
        case .notToldApart: paidBack = unknown
        }
        return [
            .text(payback.scenario), .text(payback.gain.title, exact: payback.gain.rawValue),
            .text(week.base), .text(Show.day(week.start), exact: week.start.iso),
            cell(week.gain, week.isTold),
        ] + ends(week.range) + [.text(week.isTold ? "told apart" : unknown), cell(week.sum, week.isSumTold)]
            + ends(week.sumRange) + [.text(paidBack)]
    }

    /// A sentence a scenario.
    var sentences: [String] {
        var names: [String] = []
        for payback in paybacks where !names.contains(payback.scenario) { names.append(payback.scenario) }
        return names.map { name in
            let parts = paybacks.filter { $0.scenario == name }.map { "\($0.gain.words): \($0.ending)" }
            return "Payback of \(name). \(parts.joined(separator: "; "))."
        }
    }

    /// How it is worked out.
    static let explanation =
        "What training or reviews took before the day from which on they hold, and what they bring, week by week in order of "
        + "the dates, added up. Care is contact hours fewer unmet. Pounds are workforce cost, courses and hours that are "
        + "paid for; whoever is off for training is paid as before, but for enhancements. Both together go by the policy's weights. It is paid back by "
        + "the end of the first week until which more is gained than lost, with all that is not known on the wrong side. Where "
        + "a week until then may be luck it is not told apart. Training tried together with anything else has none."
}

extension Payback.Gain {
    fileprivate var title: String {
        switch self {
        case .care: "Care, in contact hours"
        case .pounds: "Pounds paid"
        case .price: "Both, by the policy's weights"
        }
    }

    fileprivate var words: String {
        switch self {
        case .care: "Care"
        case .pounds: "pounds"
        case .price: "both by the policy's weights"
        }
    }
}

extension Payback {
    /// How it ends, in words.
    fileprivate var ending: String {
        switch verdict {
        case .paidBack(let number):
            let week = weeks[number - 1]
            let lost = weeks.prefix(number).reduce(0) { $0 + min(0, $1.gain) }
            let before = lost < -SharedPlans.least ? ", \(amount(-lost)) lost before" : ""
            return
                "paid back by the end of week \(number) of \(weeks.count), that of \(Show.day(week.start)) "
                + "(\(amount(week.sum)) gained in all\(before))"
        case .notWithin:
            let sum = weeks.last?.sum ?? 0
            let left =
                sum < -SharedPlans.least ? " (\(amount(-sum)) lost in all)" : " (nothing gained in all)"
            return "not paid back within \(Show.counted(weeks.count, "week"))\(left)"
        case .notToldApart: return ScenarioDifference.Verdict.notToldApart.rawValue
        }
    }

    private func amount(_ value: Double) -> String {
        switch gain {
        case .care: "\(Show.hours(value)) hours"
        case .pounds, .price: Show.pounds(value)
        }
    }
}
