// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import RotationAudit
import RotationModel
import RotationOutcome
import RotationQuestions
import RotationReport
import Rotations
import Wording
import Workforce

extension Workflow {
    /// Checks a rotation plan, as its files stand, against every rule, prices it anew, and holds what it states against that.
    ///
    /// What is frozen is what was when the plan was made, where it was made from another day on than rotation.yaml says.
    public func audit(
        rotationPlan path: FilePath, of rotation: FilePath
    ) throws(WorkflowError) -> JudgedRotation {
        let stated = try read(rotationPlan: path, isStrict: true)
        let input = try read(rotation: rotation, from: stated.summary.from)
        let judged = RotationPlanAudit(input.rotation).check(stated)
        for change in RotationStanding(judged, of: stated, inputs: input.inputs).changes {
            tell(.warning(change))
        }
        return judged
    }

    /// Renders the report of a rotation plan anew, from its files as they are.
    ///
    /// - Parameters:
    ///   - target: A folder for it, or a file that ends in .html; nil: the plan's folder.
    ///   - noticeWeeks: Weeks of notice that a placement needs; nil: as many as the plan was made with.
    /// - Returns: The page, and what it begins with.
    public func report(
        rotationPlan path: FilePath, of rotation: FilePath, to target: FilePath? = nil,
        noticeWeeks: Int? = nil
    ) throws(WorkflowError) -> (path: FilePath, warnings: [String]) {
        let stated = try read(rotationPlan: path)
        let input = try read(rotation: rotation, from: stated.summary.from)
        let judged = RotationPlanAudit(input.rotation).check(stated)
        let facts = RotationFacts(input.rotation)
        let outcome = RotationOutcome(facts, RotationPlan(stated.sequences.map(\.row), facts))
        let standing = RotationStanding(judged, of: stated, inputs: input.inputs)
        let warnings = standing.warnings
        let page = RotationPage(
            outcome,
            warnings.isEmpty ? stated : outcome.stated(standing.restated(stated.summary, outcome)),
            noticeWeeks: noticeWeeks ?? stated.summary.noticeWeeks ?? RotationPage.usualNoticeWeeks,
            warnings: warnings)
        let written = try WorkflowError.writing { () throws(PlanFolderError) in
            try write(page, ofPlanIn: path, to: target ?? path, besides: input.files)
        }
        return (written, warnings)
    }

    /// Writes the page where it is to go, and says where that is.
    private func write(
        _ page: RotationPage, ofPlanIn plan: FilePath, to target: FilePath, besides files: FilesInUse
    ) throws(PlanFolderError) -> FilePath {
        if Self.isSameFolder(target, plan) {
            try RotationFolder.refresh(ShownPlan(page), in: plan)
        } else if Self.isAFile(target) {
            try files.check(target)
            try ReportFolder.write(page.htmlAlone, toFile: target)
            return target
        } else {
            try files.check(folder: target, writing: [RotationFolder.page])
            try ReportFolder.write(ShownPlan(page), to: target)
        }
        return target.appending(RotationFolder.page)
    }

    /// Answers why somebody is where they are.
    public func explain(
        staff: String, rotationPlan path: FilePath, of rotation: FilePath
    ) throws(WorkflowError) -> RotationAnswer {
        let questions = try questions(path, of: rotation)
        do throws(RotationQuestionError) {
            return try questions.explain(staff: staff)
        } catch {
            throw WorkflowError(.question, error.description)
        }
    }

    /// Answers why a post has whom it has in a period.
    public func explain(
        post: String, period: Int, rotationPlan path: FilePath, of rotation: FilePath
    ) throws(WorkflowError) -> RotationAnswer {
        let questions = try questions(path, of: rotation)
        do throws(RotationQuestionError) {
            return try questions.explain(post: post, period: period)
        } catch {
            throw WorkflowError(.question, error.description)
        }
    }

    private func questions(
        _ path: FilePath, of rotation: FilePath
    ) throws(WorkflowError) -> RotationQuestions {
        let (outcome, _) = try outcome(ofRotationPlan: path, of: rotation)
        return RotationQuestions(outcome.facts, outcome.plan)
    }

    /// What follows from a rotation plan as its files stand. What people have to know of it first is told.
    func outcome(
        ofRotationPlan path: FilePath, of rotation: FilePath
    ) throws(WorkflowError) -> (outcome: RotationOutcome, input: RotationAtHand) {
        let stated = try read(rotationPlan: path)
        let input = try read(rotation: rotation, from: stated.summary.from)
        let judged = RotationPlanAudit(input.rotation).check(stated)
        for warning in RotationStanding(judged, of: stated, inputs: input.inputs).warnings {
            tell(.warning(warning))
        }
        let facts = RotationFacts(input.rotation)
        return (RotationOutcome(facts, RotationPlan(stated.sequences.map(\.row), facts)), input)
    }

    private func read(
        rotationPlan path: FilePath, isStrict: Bool = false
    ) throws(WorkflowError) -> StatedRotation {
        let (stated, diagnostics) = RotationFolder.read(from: path, isStrict: isStrict)
        guard let stated else { throw Self.unreadable(plan: path, diagnostics) }
        for diagnostic in diagnostics { tell(.planRemark(diagnostic)) }
        return stated
    }

    /// Writes a rotation's exact integer programme.
    ///
    /// - Parameters:
    ///   - mps: A file for it as free MPS.
    ///   - lp: A file for it as CPLEX LP.
    public func export(
        rotation: FilePath, mps: FilePath? = nil, lp: FilePath? = nil
    ) throws(WorkflowError) -> ExportedProgram {
        let input = try read(rotation: rotation)
        let (people, periods, posts) = (
            input.rotation.people.count, input.rotation.periodCount, input.rotation.posts.count
        )
        guard people * periods * posts <= Self.exportedCells else {
            throw WorkflowError(
                .size,
                "\(rotation): too large to be written out: people times posts times periods are "
                    + "\(Show.count(people * periods * posts)), and at most \(Show.count(Self.exportedCells)) are."
            )
        }
        let program = RotationProgram(RotationFacts(input.rotation))
        return try write(program.program, names: program.names, mps: mps, lp: lp, besides: input.files)
    }

    /// The most people times periods times posts whose programme is written out: a gigabyte or two of memory.
    private static let exportedCells = 500_000
}
