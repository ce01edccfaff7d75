// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// Runs as people read them: the list, and one of them.
public struct RunText: Sendable {
    /// A run with what is known of it now.
    public struct Entry: Sendable {
        /// The run.
        public let run: LedgerRun
        /// How far it is, in words.
        public let status: String
        /// Its inputs that are not any more what they were, each in words.
        public let stale: [String]

        /// A run.
        public init(_ run: LedgerRun, status: String, stale: [String]) {
            (self.run, self.status, self.stale) = (run, status, stale)
        }
    }

    /// The list of runs.
    public static func list(_ entries: [Entry]) -> Table {
        Table(
            name: "runs", caption: "Runs, the newest first",
            columns: [
                .number("Run", "run"), .text("What", "command"), .text("Of", "title"),
                .text("Begun", "claimed_at"),
                .text("By", "claimed_by"), .text("Limit", "limit"), .text("Seed", "seed"),
                .text("Version", "version"), .text("Status", "status"), .text("Inputs", "inputs"),
            ],
            rows: entries.map { entry in
                let claim = entry.run.claim
                return [
                    .count(entry.run.number), .text(claim.command.rawValue), .text(claim.title),
                    .text(entry.run.claimant.at), .text(entry.run.claimant.by), .text(claim.limitWords),
                    .text("\(claim.seed)"), .text(claim.version), .text(entry.status),
                    .text(entry.stale.isEmpty ? (entry.run.isKept ? "kept" : "as they were") : "STALE"),
                ]
            },
            whenEmpty: "None yet: skillmix scenarios and skillmix allocate --ledger add them.")
    }

    /// One run: what it was made from and what came of it.
    public static func lines(of entry: Entry, _ outcomes: [RunOutcome]) -> [String] {
        let (run, claim) = (entry.run, entry.run.claim)
        var lines = ["Run \(run.number): \(claim.command.rawValue) \(claim.title), \(entry.status)"]
        if let reason = run.reason { lines.append("It failed: \(reason)") }
        if !entry.stale.isEmpty { lines.append("STALE: \(Naming.list(entry.stale)).") }
        lines.append(
            "Begun \(run.claimant.at) by \(run.claimant.by) on \(run.claimant.host)"
                + (run.finishedAt.map { ", ended \($0)" } ?? "") + ".")
        lines.append(
            "Limit of each search: \(claim.limitWords). Seed \(claim.seed), skillmix \(claim.version).")
        if let again = claim.againOf { lines.append("It repeats run \(again).") }
        if run.parts > 0 {
            lines.append(run.parts == 1 ? "1 search done." : "\(Show.count(run.parts)) searches done.")
        }
        lines.append("Of: \(claim.place)")
        if let start = claim.start { lines.append("Starting from: \(start)") }
        lines.append("Results: \(claim.output)")
        if !outcomes.isEmpty { lines += figures(outcomes).lines }
        lines += inputs(of: run).lines
        return lines
    }

    /// What stands first: what is paid, care, and the price by which plans are chosen.
    private static let shown = [
        (name: CostAndCare.workforceCost, title: "Workforce cost"),
        (name: CostAndCare.agencyPay, title: "Agency"),
        (name: CostAndCare.unmetHours, title: "Hours unmet"),
        (name: CostAndCare.unmetHours + "_critical", title: "Critical"),
        (name: CostAndCare.price, title: "Price"),
    ]

    private static func figures(_ outcomes: [RunOutcome]) -> Table {
        Table(
            name: "outcomes", caption: "What came of it",
            columns: [.text("Of", "base"), .text("Scenario", "scenario")]
                + shown.map { .number($0.title, $0.name) } + [.number("At least", "bound")],
            rows: outcomes.map { outcome in
                [.text(outcome.base), .text(outcome.scenario)]
                    + shown.map { shown in
                        let figure = outcome.figure(shown.name)?.figure
                        return figure?.unit.cell(figure?.value) ?? .blank
                    } + [.pounds(outcome.bound)]
            })
    }

    private static func inputs(of run: LedgerRun) -> Table {
        Table(
            name: "inputs", caption: run.isKept ? "Made from (kept in the ledger)" : "Made from",
            columns: [.text("File", "path"), .text("SHA-256", "sha256")],
            rows: run.claim.inputs.map { [.text($0.words), .text($0.sha256)] })
    }
}
