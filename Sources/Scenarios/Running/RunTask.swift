// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import LinearModel
import Workforce

/// One search: a scenario of a base, in one replicate, with the plan that it starts from. Whoever does it does it so, in this
/// process or in one on another machine.
public struct RunTask: Sendable {
    let base: ScenarioBase
    let scenario: String
    let replicate: Int
    let steps: ScenarioSteps
    let week: Week
    /// The plan it starts from, with the key of its run; nil: it begins afresh.
    let start: (plan: Plan, key: String)?
    let options: ScenarioOptions
    /// The point of the frontier that it is for; nil: it is a scenario's.
    var point: FrontierCap?

    /// The digest of all that it is made from; see `RunRecord.key`.
    public var key: String {
        RunRecord.key(base, steps, options, replicate: replicate, start: start?.key)
    }

    /// Searches and has the plan audited.
    ///
    /// - Returns: Nil where it was stopped: a search that was cut short had less than the others.
    public func run(
        _ cancellation: Cancellation, isStopped: () -> Bool
    ) async throws(ScenarioError) -> RunRecord? {
        let planner = Planner(
            week, options: options.search(of: replicate),
            origin: PlanOrigin(version: options.version, inputs: base.inputs))
        let planned = await planner.plan(start: start?.plan, cancellation: cancellation)
        guard planned.plan.summary.status != .interrupted, !isStopped() else { return nil }
        try Self.audit(planned.plan, of: week, name: name)
        return RunRecord(
            planned.plan, key: key, base: base.name, scenario: scenario, replicate: replicate)
    }

    /// What it is called: scenario, base and replicate.
    public var name: String { Self.name(scenario, base, replicate) }

    /// The name of its base.
    public var baseName: String { base.name }

    /// Cores that its search has for itself.
    public var cores: Int { options.coresOfSearch }

    /// Whether a record that was kept, or was made by another process, is a plan of the run's week, whoever may have typed into
    /// it.
    public func accepts(_ record: RunRecord) -> Bool {
        do throws(ScenarioError) {
            let plan = record.plan(of: week, version: options.version, inputs: base.inputs)
            try Self.audit(plan, of: week, name: name)
            return record.key == key
        } catch { return false }
    }

    static func name(_ scenario: String, _ base: ScenarioBase, _ replicate: Int) -> String {
        "\(scenario), \(base.name), replicate \(replicate)"
    }

    /// Holds a plan against every rule and its price.
    static func audit(_ plan: Plan, of week: Week, name: String) throws(ScenarioError) {
        let findings = PlanAudit(week: week).check(plan: plan)
        guard findings.isClean else {
            let found = findings.violations.map(\.sentence) + findings.discrepancies.map(\.sentence)
            throw ScenarioError(run: name, kind: .plan, findings: found)
        }
    }
}

/// A plan that a search made breaks a rule or costs something else than it says, or changes cannot be made that were
/// checked: then skillmix itself is at fault. Or a run could not be done where it was to be done.
public struct ScenarioError: Error, Sendable, CustomStringConvertible {
    /// What is at fault.
    public enum Kind: Sendable {
        /// The plan of a run.
        case plan
        /// What is otherwise in a run.
        case changes
        /// What another process was told of a run.
        case order
        /// Where runs are done.
        case engine
    }

    /// Of which run.
    public let run: String
    /// What is at fault.
    public let kind: Kind
    /// What is wrong with it.
    public let findings: [String]

    /// Runs could not be done where they were to be done.
    public static func engine(_ sentences: String) -> ScenarioError {
        ScenarioError(run: "", kind: .engine, findings: [sentences])
    }

    /// What happened.
    public var description: String {
        let found = findings.joined(separator: " ")
        return switch kind {
        case .plan: "The plan of \(run) does not stand the audit: \(found)"
        case .changes: "The changes of \(run) cannot be made, though they were checked: \(found)"
        case .order: "\(run) is not what was handed over: \(found)"
        case .engine: found
        }
    }
}
