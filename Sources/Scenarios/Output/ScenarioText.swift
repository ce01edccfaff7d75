// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording

/// What scenarios came to, in sentences.
public struct ScenarioText {
    private let results: ScenarioResults

    /// The sentences of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// What it comes to, in a few sentences.
    public var summary: [String] {
        var lines = [counts]
        let told = differences { $0.verdict != .notToldApart }
        let not = differences { $0.verdict == .notToldApart }
        if !told.isEmpty { lines.append("Of the price, told apart from the base: \(Naming.list(told)).") }
        if !not.isEmpty { lines.append("Of the price, not told apart from the base: \(Naming.list(not)).") }
        if results.isInterrupted {
            lines.append("Runs are missing: it was stopped before they were done. --resume goes on.")
        }
        return lines
    }

    private var counts: String {
        let runs = results.outcomes.reduce(0) { $0 + $1.replicates.count }
        let of =
            "\(Show.counted(results.file.scenarios.count, "scenario")), the base among them, in "
            + "\(Show.counted(results.bases.count, "week")), \(Show.counted(results.file.replicates, "time")) each"
        return "\(of): \(Show.counted(runs, "plan")), every one audited."
    }

    private func differences(_ isMeant: (ScenarioDifference) -> Bool) -> [String] {
        results.differences.filter { $0.figure.name == CostAndCare.price && isMeant($0) }.map { one in
            let place = results.bases.count > 1 ? " in \(one.base)" : ""
            return one.verdict == .notToldApart
                ? "\(one.scenario)\(place) (\(one.reason ?? "it may be luck"))"
                : "\(one.scenario)\(place) (\(one.words))"
        }
    }

    /// How it was worked out.
    public var method: [String] {
        let limit =
            switch results.options.limit {
            case .seconds(let seconds):
                Show.decimal(seconds, places: seconds == seconds.rounded() ? 0 : 1) + " seconds"
            case .work(let work): Show.counted(work, "unit") + " of work"
            }
        return [
            "Each search had \(limit), the base as much as every scenario: the base is planned first, and then the base and "
                + "every scenario start from that plan. Replicates are told apart by their random numbers, which are the "
                + "same in every scenario.",
            "Every plan is offered to the other scenarios, and whoever has a dearer one takes it over: so a looser rule never "
                + "looks worse than a tighter one. A scenario's figure is that of its best plan; where figures are drawn, "
                + "the mean of the draws.",
            "Of the price, a difference is proved where no plan of the one can be as cheap, or as dear, as the plan of the "
                + "other. Else it is shown where the differences of \(ScenarioDifference.leastPairs) or more replicates lie "
                + "beyond Student's t at 95 per cent, and beyond what searches of one week vary.",
            "Seed \(results.options.seed), skillmix \(results.options.version). The digests of all files are in results.json.",
        ]
    }
}
