// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// What pounds buy, as tables and sentences: the bookings of each tier, and the levers.
public struct WorthTables {
    let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// What an hour of each tier is paid and worth: `break-even.csv`.
    public var breakEven: Table {
        Table(
            name: "break-even", caption: "What an hour is worth at most, by tier",
            columns: [
                .text("Scenario", "scenario"), .text("Base", "base"), .text("Tier", "tier"),
                .number("Hours", "hours"), .number("Pay", "pounds"), .number("Pay an hour", "rate"),
                .number("Lost without them", "loss"), .number("Break-even rate", "break_even_rate"),
                .text("What is known", "known"),
            ],
            rows: results.worth.map { one in
                [
                    .text(one.scenario), .text(one.base),
                    .text(Words.tier(one.tier), exact: one.tier.rawValue),
                    .hours(one.hours), .pounds(one.pounds), .pounds(one.rate), .pounds(one.loss),
                    .pounds(one.breakEvenRate), .text(one.isExact ? "proved" : "about"),
                ]
            },
            whenEmpty: "Nothing: nobody is booked.")
    }

    /// The levers that buy most care for a pound, base by base: `levers.csv` has all of them.
    ///
    /// - Parameter most: How many of each base; nil: all.
    public func levers(_ most: Int? = nil) -> Table {
        Table(
            name: "levers", caption: "What buys most care for a pound",
            columns: [
                .text("Lever", "scenario"), .text("Base", "base"), .number("Hours more", "hours"),
                .number("At least", "hours_low"), .number("At most", "hours_high"),
                .number("Pounds more", "pounds"), .number("At least (£)", "pounds_low"),
                .number("At most (£)", "pounds_high"), .number("Hours for £1,000", "hours_for_1000"),
                .text("What is known", "verdict"),
            ],
            rows: results.bases.flatMap { base in
                results.levers(of: base.name).prefix(most ?? .max).map { one -> [Table.Cell] in
                    [
                        .text(one.scenario), .text(one.base), .hours(one.hours),
                    ] + CostAndCareFigure.Unit.hours.cells(one.hoursRange) + [.pounds(one.pounds)]
                        + CostAndCareFigure.Unit.pounds.cells(one.poundsRange) + [
                            one.hoursForAThousand.map { .hours($0) } ?? .text("costs nothing", exact: ""),
                            .text(one.verdict.rawValue),
                        ]
                }
            },
            whenEmpty: "None: \(Self.noLevers).")
    }

    private static let noLevers =
        "of no scenario both more care and its cost are told apart from the base's"

    /// What stands in the place of levers where there are none.
    static let noLever = "Most care for a pound: \(noLevers)."

    /// The best levers of each base in a sentence; none where there are none.
    var sentences: [String] {
        results.bases.compactMap { base in
            let best = results.levers(of: base.name).prefix(ScenarioResults.leversShown)
            guard !best.isEmpty else { return nil }
            let parts = best.map { one in
                let hours = "\(Show.hours(one.hours)) hours"
                guard let rate = one.hoursForAThousand else {
                    return one.pounds < -SharedPlans.least
                        ? "\(one.scenario) (\(hours) more, and \(Show.pounds(-one.pounds)) saved)"
                        : "\(one.scenario) (\(hours) more for nothing)"
                }
                return
                    "\(one.scenario) (\(Show.hours(rate)) hours for £1,000: \(hours) for \(Show.pounds(one.pounds)))"
            }
            let place = results.bases.count > 1 ? " in \(base.name)" : ""
            return "Most care for a pound\(place): \(Naming.list(parts))."
        }
    }
}
