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
        if let passes = PassTables(results).sentence { lines.append(passes) }
        let told = differences([.proved, .shown])
        let same = differences([.samePlan])
        if !told.isEmpty { lines.append("Of the price, told apart from the base: \(Naming.list(told)).") }
        if !same.isEmpty {
            lines.append("No plan is known that is cheaper than the base's in \(Naming.list(same)).")
        }
        lines += notToldApart
        lines += PriceCapText(results).sentences
        lines += WorthTables(results).sentences
        lines += PaybackTables(results).sentences
        lines += MovedTables(results).sentences
        for frontier in results.frontiers { lines += FrontierText(frontier).summary }
        return lines + stopped
    }

    /// What was tried, which weeks pass and which agency is above its price cap, for the head of the page.
    var opening: [String] {
        let names = results.file.scenarios.filter { !$0.isBase }.map(\.name)
        let shown = names.prefix(Self.mostNames)
        let tried =
            names.count > shown.count
            ? "\(shown.joined(separator: ", ")) and \(Show.count(names.count - shown.count)) more"
            : Naming.list(Array(shown))
        return [counts] + (names.isEmpty ? [] : ["Tried beside the base: \(tried)."])
            + [PassTables(results).sentence].compactMap(\.self) + PriceCapText(results).sentences + stopped
    }

    /// Scenarios that the head of the page names.
    private static let mostNames = 12

    /// What is missing because somebody stopped it.
    private var stopped: [String] {
        var lines: [String] = []
        if results.lacksRuns {
            lines.append("Runs are missing: it was stopped before they were done. --resume goes on.")
        }
        if !results.isShared {
            lines.append(
                "It was stopped before plans were offered to other scenarios: a looser rule may look worse than a tighter "
                    + "one. --resume goes on.")
        }
        return lines
    }

    private var counts: String {
        let runs =
            results.outcomes.reduce(0) { $0 + $1.replicates.count }
            + results.frontiers.reduce(0) { $0 + $1.plans }
        let points = results.frontiers.map(\.points.count).max() ?? 0
        let of =
            "\(Show.counted(results.file.scenarios.count, "scenario")), the base among them, "
            + (points > 0 ? "and \(Show.counted(points, "point")) of a frontier, " : "") + "in "
            + "\(Show.counted(results.bases.count, "week")), \(Show.counted(results.file.replicates, "time")) each"
        return "\(of): \(Show.counted(runs, "plan")), every one audited."
    }

    private func differences(_ verdicts: [ScenarioDifference.Verdict]) -> [String] {
        prices(verdicts).map { one in
            switch one.verdict {
            case .samePlan, .notToldApart: name(one)
            case .proved, .shown: "\(name(one)) (\(one.words))"
            }
        }
    }

    /// Scenarios whose price is not told apart, a sentence a reason, in the order in which they come up.
    private var notToldApart: [String] {
        var reasons: [String] = []
        var named: [String: [String]] = [:]
        for one in prices([.notToldApart]) {
            let reason = one.reason ?? "it may be luck"
            if named[reason] == nil { reasons.append(reason) }
            named[reason, default: []].append(name(one))
        }
        return reasons.map { reason in
            "Of the price, not told apart from the base: \(Naming.list(named[reason] ?? [])). Why: \(reason)."
        }
    }

    private func prices(_ verdicts: [ScenarioDifference.Verdict]) -> [ScenarioDifference] {
        results.differences.filter { $0.figure.name == CostAndCare.price && verdicts.contains($0.verdict) }
    }

    private func name(_ one: ScenarioDifference) -> String {
        one.scenario + (results.bases.count > 1 ? " in \(one.base)" : "")
    }

    private var sharing: String {
        guard results.isShared else { return "Plans were not offered to all other scenarios." }
        let others =
            results.file.scenarios.count > SharedPlans.mostPeers + 1
            ? "Plans are offered to the base and \(SharedPlans.mostPeers) other scenarios each, and to looser ones"
            : "Every plan is offered to the other scenarios"
        return
            "\(others), and whoever has a dearer one takes it over: so a looser cap never looks worse than a tighter one."
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
            "Each search had \(limit), the base as much as every scenario: in each replicate the base is planned first, and "
                + "then the base and every scenario start from that plan. Replicates are told apart by their random "
                + "numbers, which are the same in every scenario.",
            sharing + " A scenario's figure is that of its best plan; where figures are drawn, "
                + "the mean of the draws.",
            "Of the price, a difference is proved where no plan of the one can be as cheap, or as dear, as the plan of the "
                + "other; where something is drawn nothing is, since other draws may come. Else it is shown where the differences of \(ScenarioDifference.leastPairs) or more replicates lie "
                + "beyond Student's t at 95 per cent, and beyond what searches of one week vary.",
            "Seed \(results.options.seed), skillmix \(results.options.version). The digests of all files are in results.json.",
        ]
    }
}
