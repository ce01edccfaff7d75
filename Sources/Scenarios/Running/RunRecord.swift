// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// A run that is done: its plan and what is proved of it, as it is kept in a file, so that an interrupted experiment
/// goes on where it was.
public struct RunRecord: Sendable, Codable, Equatable {
    /// Pounds of one term of a price.
    struct Term: Sendable, Codable, Equatable {
        let term: PriceTerms.Term
        let pounds: Double
    }

    /// The digest of all that the run was made from: the week's files, what is otherwise, limits, seed, version and
    /// the run it started from.
    public let key: String
    /// The base's name.
    public let base: String
    /// The scenario's name.
    public let scenario: String
    /// The replicate, from 1.
    public let replicate: Int
    let rows: PlanRows
    let unmet: [UnmetRow]
    let bookings: [BookingRow]
    let terms: [Term]
    let objective, bound: Double
    let status: PlanStatus
    let seed: UInt64
    let seconds: Double
    let work: Int

    init(_ plan: Plan, key: String, base: String, scenario: String, replicate: Int) {
        (self.key, self.base, self.scenario, self.replicate) = (key, base, scenario, replicate)
        (rows, unmet, bookings) = (plan.rows, plan.unmet, plan.bookings)
        terms = plan.summary.terms.stated.map { Term(term: $0, pounds: plan.summary.terms[$0]) }
        (objective, bound) = (plan.summary.objective, plan.summary.bound)
        (status, seed) = (plan.summary.status, plan.summary.seed)
        (seconds, work) = (plan.summary.seconds, plan.summary.work)
    }

    /// The plan, of the week that the run was of.
    func plan(of week: Week, version: String, inputs: [InputDigest]) -> Plan {
        var sums = PriceTerms()
        for term in terms { sums[term.term] = term.pounds }
        return Plan(
            rows: rows, unmet: unmet, bookings: bookings,
            summary: PlanSummary(
                objective: objective, bound: bound, terms: sums, status: status, seed: seed,
                seconds: seconds,
                work: work, version: version, inputs: inputs, decisions: week.decisionsInForce))
    }
}

extension RunRecord {
    /// The key of a run.
    ///
    /// - Parameter start: The key of the run that it starts from.
    static func key(
        _ base: ScenarioBase, _ steps: ScenarioSteps, _ options: ScenarioOptions, replicate: Int,
        start: String?
    ) -> String {
        let limit =
            switch options.limit {
            case .seconds(let seconds): "seconds \(seconds)"
            case .work(let work): "work \(work)"
            }
        let made = (try? JSONText.of(steps.changes)) ?? "\(steps.changes)"
        let text =
            ["skillmix \(options.version)", limit, "seed \(options.search(of: replicate).seed)", start ?? ""]
            + base.inputs.map { "\($0.path) \($0.sha256)" } + [made]
        let bytes = Array(text.joined(separator: "\n").utf8)
        return InputFile(path: "", bytes: bytes).digest.sha256
    }
}
