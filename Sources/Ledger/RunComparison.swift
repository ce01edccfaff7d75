// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// Two runs beside each other: what differs of what they were made from, said first, and then of what came of them.
public struct RunComparison: Sendable {
    /// Why two runs cannot be compared.
    public struct Refusal: Error, Sendable, Equatable {
        /// What is wrong, and what to do.
        public let words: String
    }

    /// What a run came to, for a comparison.
    public struct Side: Sendable {
        let run: LedgerRun
        let outcomes: [RunOutcome]
        let stale: [String]

        /// A side.
        ///
        /// - Parameter stale: Its inputs that are not any more what they were, each in words.
        public init(_ run: LedgerRun, _ outcomes: [RunOutcome], stale: [String] = []) {
            (self.run, self.outcomes, self.stale) = (run, outcomes, stale)
        }
    }

    let first, second: Side
    /// What came of both.
    let pairs: [(first: RunOutcome, second: RunOutcome)]

    /// Compares two runs.
    ///
    /// - Throws: Where they have nothing that could be compared.
    public init(_ first: Side, _ second: Side) throws(Refusal) {
        (self.first, self.second) = (first, second)
        let numbers = "run \(first.run.number) and run \(second.run.number)"
        guard first.run.claim.command == second.run.claim.command else {
            throw Refusal(
                words:
                    "\(numbers) cannot be compared: the one is of '\(first.run.claim.command.rawValue)', the other of "
                    + "'\(second.run.claim.command.rawValue)'. Compare runs of the same command.")
        }
        for side in [first, second] where side.outcomes.isEmpty {
            throw Refusal(
                words:
                    "nothing came of run \(side.run.number) yet, so \(numbers) cannot be compared: let it come to its end"
            )
        }
        let others = Dictionary(second.outcomes.map { ([$0.base, $0.scenario], $0) }) { first, _ in first }
        pairs = first.outcomes.compactMap { one in
            others[[one.base, one.scenario]].map { (first: one, second: $0) }
        }
        guard !pairs.isEmpty else {
            throw Refusal(
                words:
                    "\(numbers) have nothing in common: the one has \(Self.names(first)), the other \(Self.names(second)). "
                    + "Compare runs of the same week or scenarios.")
        }
    }

    private static func names(_ side: Side) -> String {
        let names = side.outcomes.prefix(4).map { "\($0.scenario) of \($0.base)" }
        let more = side.outcomes.count - names.count
        return Naming.list(names + (more > 0 ? ["\(more) more"] : []))
    }

    /// Whether both were made from the same files by the same version, with the same limits and seed.
    public var isOfTheSame: Bool { differing.isEmpty }

    /// What differs of what they were made from, in sentences.
    public var differing: [String] {
        let (one, other) = (first.run.claim, second.run.claim)
        var found: [String] = []
        func tell(_ what: String, _ first: String, _ second: String) {
            if first != second { found.append("\(what): \(first), then \(second).") }
        }
        tell("Version of skillmix", one.version, other.version)
        tell("Limit of each search", one.limitWords, other.limitWords)
        tell("Seed", "\(one.seed)", "\(other.seed)")
        tell("Plan to start from", one.start ?? "none", other.start ?? "none")
        let inputs = Dictionary(other.inputs.map { ([$0.owner, $0.path], $0) }) { first, _ in first }
        let own = Set(one.inputs.map { [$0.owner, $0.path] })
        for input in one.inputs {
            guard let same = inputs[[input.owner, input.path]] else {
                found.append("\(input.words) is of run \(first.run.number) alone.")
                continue
            }
            if same.sha256 != input.sha256 { found.append("\(input.words) is not the same.") }
        }
        for input in other.inputs where !own.contains([input.owner, input.path]) {
            found.append("\(input.words) is of run \(second.run.number) alone.")
        }
        return found
    }

    /// What has to be known before any figure is read, in sentences.
    public var warnings: [String] {
        var found: [String] = []
        if isOfTheSame {
            found.append("The same files, version, limits and seed.")
        } else {
            found.append("UNLIKE RUNS: what differs below may come of any of this.")
            found += differing.map { "  " + $0 }
        }
        for side in [first, second] {
            if side.run.status != .done {
                found.append(
                    "Run \(side.run.number) did not come to its end: its figures are of what was done by then."
                )
            }
            if !side.stale.isEmpty {
                found.append("Run \(side.run.number) is stale: \(Naming.list(side.stale)).")
            }
        }
        let missing = first.outcomes.count + second.outcomes.count - 2 * pairs.count
        if missing > 0 {
            found.append("\(Show.counted(missing, "scenario")) of one of them alone: not compared.")
        }
        return found
    }

    /// What is known of the price of the second beside that of the first.
    static func verdict(_ first: RunOutcome, _ second: RunOutcome) -> String {
        if abs(first.price - second.price) < leastPounds { return "the same" }
        let (cheap, dear) = first.price < second.price ? (first, second) : (second, first)
        if let bound = dear.bound, bound > cheap.price { return proved }
        return "not told apart"
    }

    private static let proved = "proved"

    /// The pounds by which plans differ.
    private static let leastPounds = 0.005

    /// The figures of both, a table for each outcome that they have in common: those that differ, and the price.
    public var tables: [Table] {
        pairs.enumerated().map { number, pair in
            let rows = pair.first.figures.compactMap { one -> [Table.Cell]? in
                let figure = one.figure
                guard let other = pair.second.figure(figure.name)?.figure else { return nil }
                let difference = figure.value.flatMap { first in other.value.map { $0 - first } }
                let isPrice = figure.name == CostAndCare.price
                let isSame = difference.map { abs($0) < figure.unit.least } ?? (figure.value == other.value)
                guard isPrice || !isSame else { return nil }
                return [
                    .text(figure.title, exact: figure.name), figure.unit.cell(figure.value),
                    figure.unit.cell(other.value), .text(difference.map(figure.unit.signed) ?? "–"),
                    .text(isPrice ? Self.verdict(pair.first, pair.second) : ""),
                ]
            }
            return Table(
                name: "comparison-\(number + 1)",
                caption: "\(pair.first.scenario) of \(pair.first.base): the price, and what else differs",
                columns: [
                    .text("Figure", "figure"), .number("Run \(first.run.number)", "first"),
                    .number("Run \(second.run.number)", "second"), .number("Difference", "difference"),
                    .text("What is known", "verdict"),
                ], rows: rows)
        }
    }

    /// All of it, as lines for a terminal.
    public var lines: [String] {
        let isProved = pairs.contains { Self.verdict($0.first, $0.second) == Self.proved }
        return warnings + tables.flatMap(\.lines) + [
            (isProved
                ? "Proved: no plan of the one is as cheap as the plan of the other, however long somebody searches. All "
                    + "other figures" : "Figures")
                + " are of the plans that were found; another search may find others."
        ]
    }
}

extension RunClaim {
    /// What ends each search.
    var limitWords: String {
        let parts = [
            seconds.map { Show.decimal($0, places: $0 == $0.rounded() ? 0 : 1) + " seconds" },
            work.map { Show.counted($0, "unit") + " of work" },
            gap > 0 ? "a gap of \(Show.percent(gap))" : nil,
        ]
        let said = parts.compactMap(\.self)
        return said.isEmpty ? "the optimum" : said.joined(separator: " or ")
    }
}

extension LedgerInput {
    /// What it is, for people.
    public var words: String { owner.isEmpty ? path : "\(path) of \(owner)" }
}
