// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

/// A plan that is to be made of a week and written.
struct PlanToMake {
    /// The week.
    let week: Week
    /// The digests of its files.
    let inputs: [InputDigest]
    /// The folder that messages name as the week's.
    let path: FilePath
    /// The plan to start from, and its folder.
    let start: (plan: Plan, path: FilePath)?
    /// Where the plan goes.
    let target: FilePath
    /// A file for each better plan or bound, as CSV.
    let progress: FilePath?
    /// When the search ends.
    let options: AllocationOptions
    /// Whether the plan comes as a workbook, too.
    let withBook: Bool
    /// What belongs to the plan's folder besides, by name.
    let companions: @Sendable (Plan) -> [(name: String, bytes: [UInt8])]
}

extension Workflow {
    /// Searches a plan and writes it, and again with what closer looks at it find.
    ///
    /// - Parameter begun: When what this is a part of began.
    func make(
        _ wanted: PlanToMake, begun: ContinuousClock.Instant
    ) async throws(WorkflowError) -> Allocated {
        let scope = try scope(wanted.week, path: wanted.path)
        let planner = Planner(
            wanted.week, options: wanted.options, origin: PlanOrigin(version: version, inputs: wanted.inputs),
            scope: scope)
        if let start = wanted.start {
            try tell(of: planner.report(on: start.plan), at: start.path, wanted.week)
        }
        let log = try wanted.progress.map { path throws(WorkflowError) in
            try ProgressLog(path: path, start: begun)
        }
        let planned = await planner.plan(start: wanted.start?.plan, cancellation: stop.cancellation()) {
            // Whoever is told knows first that there is a plan.
            tell(.progress(.plan, $0))
            log?.record($0)
        }
        if let log, !log.end(planned.result) { tell(.warning("\(log.path): not all rows could be written.")) }
        tell(.searched(.plan))
        let companions = wanted.companions(planned.plan)
        keepFormer(wanted.target)
        let written = try WorkflowError.writing { () throws(PlanFolderError) in
            try write(
                plan: planned.plan, week: wanted.week, withBook: wanted.withBook, beside: companions,
                to: wanted.target)
        }
        let looks = await writeLooks(planned, wanted, companions, over: written)
        return Allocated(
            week: wanted.week, plan: planned.plan, looks: looks, isInterrupted: isStopped(looks, planned))
    }

    /// Writes the plan again with what is found out about it. Who stopped the search wants the plan and no more, and
    /// has it by now.
    ///
    /// - Parameter written: The plan as it was written. What became of flags by it, and why it has no workbook, was said
    ///   then.
    private func writeLooks(
        _ planned: PlannedWeek, _ wanted: PlanToMake, _ companions: [(name: String, bytes: [UInt8])],
        over written: WrittenPlan
    ) async -> Allocated.Looks {
        let (plan, model) = (planned.plan, planned.model)
        guard plan.summary.status != .interrupted else { return .stopped }
        guard planned.scope.isPlain, Self.allowsLooks(planned.scope.whole) else { return .tooLarge }
        let options = wanted.options
        let found = await stop.unlessRaised { flag in
            PlanAtHand(plan: plan, model: model, budget: LookBudget(after: options, stop: flag)).findings()
        }
        guard let found else { return .stopped }
        do throws(PlanFolderError) {
            var carrying = plan
            carrying.flags = written.flags.items
            _ = try write(
                plan: carrying, week: planned.week, findings: found, withBook: written.hasBook,
                beside: companions, to: wanted.target)
            return .written(found)
        } catch {
            return .notWritten(error)
        }
    }

    private func isStopped(_ looks: Allocated.Looks, _ planned: PlannedWeek) -> Bool {
        switch looks {
        case .written, .tooLarge: planned.plan.summary.status == .interrupted
        case .stopped, .notWritten: planned.plan.summary.status == .interrupted || stop.isRaised
        }
    }
}
