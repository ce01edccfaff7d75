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
        return RotationPlanAudit(input.rotation).check(stated)
    }

    /// Renders the report of a rotation plan anew, from its files as they are: into its folder, or another one.
    ///
    /// - Returns: The folder of the report, and what it begins with.
    public func report(
        rotationPlan path: FilePath, of rotation: FilePath, to target: FilePath? = nil,
        noticeWeeks: Int = RotationPage.usualNoticeWeeks
    ) throws(WorkflowError) -> (path: FilePath, warnings: [String]) {
        let stated = try read(rotationPlan: path)
        let input = try read(rotation: rotation, from: stated.summary.from)
        let judged = RotationPlanAudit(input.rotation).check(stated)
        let facts = RotationFacts(input.rotation)
        let outcome = RotationOutcome(facts, RotationPlan(stated.sequences.map(\.row), facts))
        let warnings = Self.warnings(judged, isSameInput: stated.summary.inputs == input.inputs)
        let page = RotationPage(
            outcome, warnings.isEmpty ? stated : outcome.stated(Self.restated(stated.summary, outcome)),
            noticeWeeks: noticeWeeks, warnings: warnings)
        try WorkflowError.writing { () throws(PlanFolderError) in
            if let target {
                try input.files.check(folder: target, writing: ["report.html"])
                try ReportFolder.write(ShownPlan(page), to: target)
            } else {
                try RotationFolder.refresh(ShownPlan(page), in: path)
            }
        }
        return (target ?? path, warnings)
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
        let stated = try read(rotationPlan: path)
        let facts = RotationFacts(try read(rotation: rotation, from: stated.summary.from).rotation)
        return RotationQuestions(facts, RotationPlan(stated.sequences.map(\.row), facts))
    }

    private func read(
        rotationPlan path: FilePath, isStrict: Bool = false
    ) throws(WorkflowError) -> StatedRotation {
        let (stated, diagnostics) = RotationFolder.read(from: path, isStrict: isStrict)
        guard let stated else { throw Self.unreadable(plan: path, diagnostics) }
        for diagnostic in diagnostics { tell(.planRemark(diagnostic)) }
        return stated
    }

    /// What people have to know of a plan before anything else.
    private static func warnings(_ judged: JudgedRotation, isSameInput: Bool) -> [String] {
        var warnings: [String] = []
        if !isSameInput { warnings.append("The rotation's files have changed since the plan was made.") }
        let breaches = judged.findings.violations.count
        if breaches > 0 {
            warnings.append(
                "The plan breaks \(Show.counted(breaches, "rule")) of the rotation; skillmix audit says which."
            )
        }
        if !judged.discrepancies.isEmpty {
            warnings.append("The plan's files have changed since it was made; what follows is of now.")
        }
        return warnings
    }

    /// The summary of a plan that is not as it was made: its price of now, of which nothing is proved but the bound.
    private static func restated(_ summary: RotationSummary, _ outcome: RotationOutcome) -> RotationSummary {
        var now = summary
        now.price = outcome.facts.price(of: outcome.plan)
        now.objective = now.price.total
        now.bound = min(now.bound, now.objective)
        now.gap = now.objective <= 0 ? 0 : (now.objective - now.bound) / now.objective
        now.status = .changed
        return now
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
