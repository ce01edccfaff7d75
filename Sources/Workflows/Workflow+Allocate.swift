// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

/// A plan that is wanted.
public struct AllocationRequest: Sendable {
    /// The week's folder.
    public var week: FilePath
    /// Where the plan goes.
    public var target: FilePath
    /// The folder of a plan to start from: of this week, or of the week before it was changed.
    public var start: FilePath?
    /// A file for each better plan or bound, as CSV.
    public var progress: FilePath?
    /// When the search ends.
    public var options: AllocationOptions

    /// A plan of the week in a folder, to be made in a folder.
    public init(
        week: FilePath, to target: FilePath, start: FilePath? = nil, progress: FilePath? = nil,
        options: AllocationOptions = AllocationOptions()
    ) {
        self.week = week
        self.target = target
        self.start = start
        self.progress = progress
        self.options = options
    }
}

/// A plan that was made and written.
public struct Allocated: Sendable {
    /// What became of the closer looks at the plan that its report shows.
    public enum Looks: Sendable {
        /// They are written, as far as there was time for them.
        case written(Findings)
        /// The week is too large for them.
        case tooLarge
        /// Somebody wanted the plan and no more.
        case stopped
        /// They could not be written; the plan is there without them.
        case notWritten(PlanFolderError)
    }

    /// The week.
    public let week: Week
    /// The plan.
    public let plan: Plan
    /// What became of the closer looks.
    public let looks: Looks
    /// Whether somebody stopped the search or the looks.
    public let isInterrupted: Bool
}

extension Workflow {
    /// Makes a plan of a week and writes it, and again with what closer looks at it find.
    ///
    /// Whoever raises the wish to stop gets the best plan so far, written whole. The looks take as long again as the
    /// search may, and seconds for large weeks.
    public func allocate(_ request: AllocationRequest) async throws(WorkflowError) -> Allocated {
        let begun = ContinuousClock.now
        let input = try read(week: request.week)
        for remark in input.remarks { tell(.remark(remark)) }
        try check(request, besides: input.files)
        try checkFlags(in: request.target)
        let start = try request.start.map { path throws(WorkflowError) in try read(start: path, input.week) }
        let scope = try scope(input.week, path: request.week)
        let planner = Planner(
            input.week, options: request.options, origin: PlanOrigin(version: version, inputs: input.inputs),
            scope: scope)
        if let path = request.start, let start {
            try tell(of: planner.report(on: start), at: path, input.week)
        }
        let log = try request.progress.map { path throws(WorkflowError) in
            try ProgressLog(path: path, start: begun)
        }
        let planned = await planner.plan(start: start, cancellation: stop.cancellation()) { progress in
            // Whoever is told knows first that there is a plan.
            tell(.progress(.plan, progress))
            log?.record(progress)
        }
        if let log, !log.end(planned.result) { tell(.warning("\(log.path): not all rows could be written.")) }
        tell(.searched(.plan))
        let carried = try WorkflowError.writing { () throws(PlanFolderError) in
            try PlanFolder.write(plan: planned.plan, week: input.week, to: request.target)
        }
        tell(of: carried, in: request.target)
        let looks = await writeLooks(planned, after: request.options, to: request.target)
        return Allocated(
            week: input.week, plan: planned.plan, looks: looks, isInterrupted: isStopped(looks, planned))
    }

    /// Writes the plan again with what is found out about it. Who stopped the search wants the plan and no more, and
    /// has it by now.
    private func writeLooks(
        _ planned: PlannedWeek, after options: AllocationOptions, to target: FilePath
    ) async -> Allocated.Looks {
        let (plan, model) = (planned.plan, planned.model)
        guard plan.summary.status != .interrupted else { return .stopped }
        guard planned.scope.isPlain, Self.allowsLooks(planned.scope.whole) else { return .tooLarge }
        let found = await stop.unlessRaised { flag in
            PlanAtHand(plan: plan, model: model, budget: LookBudget(after: options, stop: flag)).findings()
        }
        guard let found else { return .stopped }
        do throws(PlanFolderError) {
            try PlanFolder.write(plan: plan, week: planned.week, findings: found, to: target)
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

    /// What cannot be written, or must not be, is better known before the search than after it.
    private func check(_ request: AllocationRequest, besides week: FilesInUse) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            try week.check(planIn: request.target)
            if let progress = request.progress {
                var files = week
                files.add(request.target, as: "the plan's folder")
                files.add(planIn: request.target, as: "one of the plan's own files")
                if let start = request.start {
                    files.add(planIn: start, as: "one of the files of the plan to start from")
                }
                try files.check(progress)
            }
            try PlanFolder.checkWritable(request.target)
        }
    }
}
