// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import LinearModel
import Reading
import Synchronization
import Trials
import Workforce

/// Tries scenarios: the base afresh, then the base and every scenario from the base's plan of the same replicate, with the
/// same random numbers, each for the same time or work.
///
///     let runner = ScenarioRunner(file, bases: bases, options: ScenarioOptions(limit: .work(600)))
///     let results = try await runner.run()
///
/// Scenarios whose agency cap is a share of what the base's best plan pays come later, since that has to be known, and the
/// points of a frontier last: first without a cap, then with caps up to what the best of those plans pays.
public struct ScenarioRunner: Sendable {
    /// What goes on, told on whichever thread it happens.
    public enum Progress: Sendable {
        /// A run is done, or was done before: how many are, and of how many.
        case done(Int, of: Int, name: String, wasKept: Bool)
        /// So many runs are handed to other machines, for the first time or again.
        case handingOver(Int, again: Bool)
        /// All are, and plans are offered to other scenarios.
        case sharing
    }

    let file: ScenarioFile
    let bases: [ScenarioBase]
    let options: ScenarioOptions
    private let dated: DatedWeeks
    private let kept: @Sendable (String) -> RunRecord?
    private let keep: @Sendable (RunRecord) -> Void
    private let engine: any RunEngine
    private let cancellation: @Sendable () -> Cancellation
    private let isStopped: @Sendable () -> Bool
    private let progress: @Sendable (Progress) -> Void

    /// A runner of a file that fits its weeks.
    ///
    /// - Parameters:
    ///   - kept: The record of a run by its key, where it was done before.
    ///   - keep: Is given each run that is done, before it is told.
    ///   - engine: Where runs are done; nil: in this process.
    ///   - cancellation: A flag for one search, raised where somebody asks to stop.
    ///   - isStopped: Whether somebody did.
    public init(
        _ file: ScenarioFile, bases: [ScenarioBase], options: ScenarioOptions,
        kept: @escaping @Sendable (String) -> RunRecord? = { _ in nil },
        keep: @escaping @Sendable (RunRecord) -> Void = { _ in },
        engine: (any RunEngine)? = nil,
        cancellation: @escaping @Sendable () -> Cancellation = { Cancellation() },
        isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        (self.file, self.bases, self.options) = (file, bases, options)
        dated = DatedWeeks(bases.map(\.week))
        (self.kept, self.keep, self.cancellation) = (kept, keep, cancellation)
        (self.isStopped, self.progress) = (isStopped, progress)
        self.engine =
            engine
            ?? LocalRuns(width: options.searchesAtOnce, cancellation: cancellation, isStopped: isStopped)
    }

    /// Runs what is not done yet and gives what came of it, with the runs there are once somebody asks to stop.
    public func run() async throws(ScenarioError) -> ScenarioResults {
        let counter = RunCounter(of: file.runs, progress)
        let pairs = bases.indices.flatMap { base in (1...file.replicates).map { (base: base, replicate: $0) }
        }
        var beginnings: [RunTask?] = []
        for pair in pairs {
            beginnings.append(try task(pair.base, nil, pair.replicate, start: nil, agencyPay: nil))
        }
        // Replicates that all began with one plan would agree by that alone.
        let starts = zip(pairs, try await records(beginnings, counter)).map { pair, record in
            record.map { (plan: plan($0, bases[pair.base], bases[pair.base].week), key: $0.key) }
        }
        func tasks(
            _ wanted: (ScenarioFile.Scenario) -> Bool, _ agencyPay: [AgencyOfBase?]
        ) throws(ScenarioError) -> [RunTask?] {
            var tasks: [RunTask?] = []
            for scenario in file.scenarios.filter(wanted) {
                for (pair, start) in zip(pairs, starts) {
                    guard let start else {
                        tasks.append(nil)
                        continue
                    }
                    tasks.append(
                        try task(
                            pair.base, scenario, pair.replicate, start: start,
                            agencyPay: agencyPay[pair.base]))
                }
            }
            return tasks
        }
        let none = [AgencyOfBase?](repeating: nil, count: bases.count)
        let early = try tasks({ !$0.capsByBase }, none)
        var done = zip(early, try await records(early, counter)).map { ($0, $1) }
        let pays = bases.map { agencyPay($0, done) }
        let late = try tasks(\.capsByBase, pays)
        done += zip(late, try await records(late, counter)).map { ($0, $1) }
        done += try await frontier(pairs, starts, done, counter)
        progress(.sharing)
        let runs = done.compactMap { task, record -> ScenarioRun? in
            guard let task, let record else { return nil }
            return ScenarioRun(task, plan(record, task.base, task.week))
        }
        var shared = SharedPlans(runs, version: options.version, isStopped: isStopped)
        try shared.share()
        return ScenarioResults(
            file, bases: bases, options: options, runs: shared.runs, worth: worth(shared), agencyPays: pays,
            lacksRuns: runs.count < done.count, isShared: shared.isComplete)
    }

    /// What is to be run. Changes that cannot be made are a fault here, because `ScenarioFile.check` tells of them beforehand.
    func task(
        _ base: Int, _ scenario: ScenarioFile.Scenario?, _ replicate: Int, start: (plan: Plan, key: String)?,
        agencyPay: AgencyOfBase?
    ) throws(ScenarioError) -> RunTask {
        let steps =
            scenario.map {
                ScenarioSteps(
                    $0, of: base, in: dated, replicate: replicate, seed: options.seed, agencyPay: agencyPay,
                    Diagnostics())
            } ?? ScenarioSteps()
        return try task(base, scenario?.name ?? ScenarioFile.base, steps, replicate, start: start)
    }

    func task(
        _ base: Int, _ name: String, _ steps: ScenarioSteps, _ replicate: Int,
        start: (plan: Plan, key: String)?
    ) throws(ScenarioError) -> RunTask {
        let week: Week
        do throws(ChangeError) {
            week = try steps.week(bases[base].week)
        } catch {
            throw ScenarioError(
                run: RunTask.name(name, bases[base], replicate), kind: .changes, findings: [error.description]
            )
        }
        return RunTask(
            base: bases[base], scenario: name, replicate: replicate, steps: steps, week: week, start: start,
            options: options)
    }

    func plan(_ record: RunRecord, _ base: ScenarioBase, _ week: Week) -> Plan {
        record.plan(of: week, version: options.version, inputs: base.inputs)
    }

    /// What the base's best plan pays for agency; nil where there is none yet.
    private func agencyPay(_ base: ScenarioBase, _ done: [(RunTask?, RunRecord?)]) -> AgencyOfBase? {
        let records = done.compactMap { task, record in
            task?.base.name == base.name && task?.scenario == ScenarioFile.base ? record : nil
        }
        guard let best = records.min(by: { ($0.objective, $0.replicate) < ($1.objective, $1.replicate) })
        else { return nil }
        return AgencyOfBase(base.week, plan(best, base, base.week))
    }

    /// What bookings are worth in the best plan of the base and of each scenario that is run by name and draws nothing.
    private func worth(_ shared: SharedPlans) -> [TierWorth] {
        let scenarios = file.scenarios.filter { $0.sweep == nil && !$0.isDrawn }
        let best = bases.flatMap { base in
            scenarios.compactMap { scenario in
                shared.runs.filter {
                    $0.base.name == base.name && $0.point == nil && $0.scenario == scenario.name
                }
                .min { ($0.price, $0.replicate) < ($1.price, $1.replicate) }
            }
        }
        let budget = LookBudget(stop: cancellation())
        return inParallel(best.count, inTurn: shared.isLarge) { TierWorth.all(best[$0], budget: budget) }
            .flatMap(\.self)
    }

    // MARK: Waves

    /// The records of tasks of which none needs what comes of another, in their order; nil where there is no task, or it was
    /// not done before somebody stopped. Those that were done before are not done again.
    func records(_ tasks: [RunTask?], _ counter: RunCounter) async throws(ScenarioError)
        -> [RunRecord?]
    {
        let known = inParallel(tasks.count) { place -> RunRecord? in
            guard let task = tasks[place], let record = kept(task.key), task.accepts(record) else {
                return nil
            }
            counter.count(task.name, wasKept: true)
            return record
        }
        let missing = tasks.indices.filter { known[$0] == nil && tasks[$0] != nil }
        let wave = missing.compactMap { tasks[$0] }
        guard !wave.isEmpty, !isStopped() else { return known }
        let records = RecordsFound(known)
        try await engine.work(wave) { place, record in
            keep(record)
            records.put(record, at: missing[place])
            counter.count(wave[place].name, wasKept: false)
        }
        return records.all
    }
}

/// Records as they come in, on whichever thread.
private final class RecordsFound: Sendable {
    private let records: Mutex<[RunRecord?]>

    init(_ known: [RunRecord?]) { records = Mutex(known) }

    func put(_ record: RunRecord, at place: Int) { records.withLock { $0[place] = record } }
    var all: [RunRecord?] { records.withLock(\.self) }
}

extension ScenarioFile.Scenario {
    /// Whether it caps agency at a share of what the base's best plan pays.
    var capsByBase: Bool { overlays.contains { $0.agencyCapOfBase != nil } }
}
