// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import RotationIntake
import RotationOutcome
import RotationPlanning
import RotationReport
import Rotations
import Workforce

/// A rotation plan that is wanted.
public struct RotateRequest: Sendable {
    /// The rotation's folder.
    public var rotation: FilePath
    /// Where the plan goes.
    public var target: FilePath
    /// Periods that begin before this day are as in the plan in force; nil: as rotation.yaml says.
    public var from: CalendarDay?
    /// The folder of a plan to start from; nil: none.
    public var start: FilePath?
    /// When the search ends.
    public var options: RotationOptions
    /// Weeks of notice that a placement needs.
    public var noticeWeeks: Int

    /// A plan of a rotation, to be made in a folder.
    public init(
        rotation: FilePath, to target: FilePath, from: CalendarDay? = nil, start: FilePath? = nil,
        options: RotationOptions = RotationOptions(), noticeWeeks: Int = RotationPage.usualNoticeWeeks
    ) {
        self.rotation = rotation
        self.target = target
        self.from = from
        self.start = start
        self.options = options
        self.noticeWeeks = noticeWeeks
    }
}

/// A rotation plan that was made and written.
public struct Rotated: Sendable {
    /// What its files state.
    public let stated: StatedRotation
    /// What it comes to, in sentences.
    public let summary: [String]
    /// Whether somebody stopped the search.
    public let isInterrupted: Bool
}

extension Workflow {
    /// Plans a rotation and writes the plan.
    ///
    /// Whoever raises the wish to stop gets the best plan so far, written whole. A plan that stood there, with what people
    /// changed in it, is kept beside the new one.
    public func rotate(_ request: RotateRequest) async throws(WorkflowError) -> Rotated {
        let input = try read(rotation: request.rotation, from: request.from, isLookingAhead: true)
        for remark in input.remarks { tell(.remark(remark)) }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try input.files.check(folder: request.target, writing: RotationFolder.files)
            try RotationFolder.checkWritable(request.target)
            try FormerPlan.checkKeepable(request.target)
        }
        let facts = RotationFacts(input.rotation)
        let start = try request.start.map { path throws(WorkflowError) in
            try plan(in: path, facts)
        }
        let planned = await RotationPlanner(facts, options: request.options).plan(
            start: start, cancellation: stop.cancellation()
        ) { tell(.rotated($0)) }
        tell(.searched(.plan))
        let outcome = RotationOutcome(facts, planned.plan)
        let stated = outcome.stated(summary(planned, input, request))
        let page = RotationPage(outcome, stated, noticeWeeks: request.noticeWeeks)
        keepFormer(request.target)
        try WorkflowError.writing { () throws(PlanFolderError) in
            try RotationFolder.write(stated, shown: ShownPlan(page), to: request.target)
        }
        return Rotated(
            stated: stated, summary: page.summary, isInterrupted: planned.status == .interrupted)
    }

    private func summary(
        _ planned: PlannedRotation, _ input: RotationAtHand, _ request: RotateRequest
    ) -> RotationSummary {
        let objective = planned.price.total
        var summary = RotationSummary(
            objective: objective, bound: planned.bound, gap: planned.gap, status: PlanStatus(planned.status),
            price: planned.price, seed: planned.options.seed,
            seconds: planned.options.timeLimit == nil ? 0 : planned.seconds, work: planned.work,
            version: version, inputs: input.inputs)
        summary.from = request.from
        summary.noticeWeeks = request.noticeWeeks
        return summary
    }

    /// The plan that the sequences of a folder say, as far as they fit the rotation.
    private func plan(in path: FilePath, _ facts: RotationFacts) throws(WorkflowError) -> RotationPlan {
        let (rows, diagnostics) = RotationFolder.sequences(in: path)
        guard let rows else { throw Self.unreadable(plan: path, diagnostics) }
        for diagnostic in diagnostics { tell(.planRemark(diagnostic)) }
        return RotationPlan(rows, facts)
    }
}

extension ShownPlan {
    /// The page, tables and figures of a rotation plan.
    init(_ page: RotationPage) {
        self.init(page: page.html, tables: page.tables, figures: page.figures)
    }
}

extension PlanStatus {
    /// The status that a rotation plan states.
    init(_ status: RotationStatus) {
        switch status {
        case .optimal: self = .optimal
        case .withinGap: self = .withinGap
        case .timeLimit: self = .timeLimit
        case .workLimit: self = .workLimit
        case .interrupted: self = .interrupted
        }
    }
}
