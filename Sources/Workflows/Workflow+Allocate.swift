// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import PlanFolder
import Reading
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
    /// Whether the plan comes as a workbook, too. One of an earlier plan is made anew.
    public var withBook: Bool
    /// Where the run is written down; nil: nowhere.
    public var ledger: LedgerUse?

    /// A plan of the week in a folder, to be made in a folder.
    public init(
        week: FilePath, to target: FilePath, start: FilePath? = nil, progress: FilePath? = nil,
        options: AllocationOptions = AllocationOptions(), withBook: Bool = false, ledger: LedgerUse? = nil
    ) {
        self.ledger = ledger
        self.week = week
        self.target = target
        self.start = start
        self.progress = progress
        self.options = options
        self.withBook = withBook
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
    /// Where the run is written down, in a sentence; nil: nowhere.
    public var ledgerWords: String?
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
        let start = try request.start.map { path throws(WorkflowError) in
            (plan: try read(start: path, input.week), path: path)
        }
        let wanted = PlanToMake(
            week: input.week, inputs: input.inputs, path: request.week, start: start, target: request.target,
            progress: request.progress, options: request.options, withBook: request.withBook
        ) { _ in [] }
        guard let run = try claim(request, input) else { return try await make(wanted, begun: begun) }
        return try await run.whole { () async throws(WorkflowError) in
            var allocated = try await make(wanted, begun: begun)
            try run.finish(
                isStopped: allocated.isInterrupted, [Self.outcome(of: allocated, input)],
                outputs: Self.digests(of: LedgerInputs.planTables, in: request.target))
            allocated.ledgerWords = run.words
            return allocated
        }
    }

    /// What cannot be written, or must not be, is better known before the search than after it.
    private func check(_ request: AllocationRequest, besides week: FilesInUse) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            try week.check(planIn: request.target)
            if request.withBook { try ReportFolder.checkWorkbook(in: request.target) }
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
            try FormerPlan.checkKeepable(request.target)
        }
    }
}
