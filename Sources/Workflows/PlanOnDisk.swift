// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

extension Workflow {
    /// Reads a plan of a week as its files stand, or throws with every problem of it.
    ///
    /// - Parameter isStrict: Whether rows of empty cells, and words in other capitals, are problems.
    func read(
        plan path: FilePath, of week: Week, isStrict: Bool = false
    ) throws(WorkflowError) -> Plan {
        let (plan, diagnostics) = PlanFolder.read(from: path, week: week, isStrict: isStrict)
        guard let plan else { throw Self.unreadable(plan: path, diagnostics) }
        for diagnostic in diagnostics { tell(.planRemark(diagnostic)) }
        return plan
    }

    /// What is thrown where a plan cannot be read.
    static func unreadable(plan path: FilePath, _ diagnostics: [Diagnostic]) -> WorkflowError {
        WorkflowError(
            .input, "\(path): the plan cannot be read; nothing was done.", diagnostics: diagnostics)
    }

    /// Reads a plan of a week, with what there is to say of it before anything else.
    func judge(plan path: FilePath, of input: WeekAtHand) throws(WorkflowError) -> JudgedPlan {
        PlanAudit(week: input.week).judge(plan: try read(plan: path, of: input.week), inputs: input.inputs)
    }

    /// Checks a plan of a week, as its files stand, against every rule, and prices it anew.
    public func audit(plan path: FilePath, of week: FilePath) throws(WorkflowError) -> AuditFindings {
        let input = try read(week: week)
        let plan = try read(plan: path, of: input.week, isStrict: true)
        return PlanAudit(week: input.week).check(plan: plan)
    }

    /// Reads a plan of a week to ask questions about, and what the answers begin with.
    func hand(
        _ path: FilePath, of input: WeekAtHand
    ) throws(WorkflowError) -> (hand: PlanAtHand, banner: Banner) {
        try checkSize(input.week, path: path)
        let judged = try judge(plan: path, of: input)
        let hand = hand(judged, at: path, of: input.week, budget: LookBudget())
        return (hand, Banner(judged.standing, of: input.week))
    }

    /// A plan that was read and judged, to ask questions about. It is told of one that breaks rules: answers are about
    /// what is left of it.
    func hand(
        _ judged: JudgedPlan, at path: FilePath, of week: Week, budget: LookBudget
    ) -> PlanAtHand {
        let hand = PlanAtHand(week: week, plan: judged.plan, budget: budget)
        if !hand.isWhole {
            tell(
                .warning(
                    "\(path): not everything in the plan keeps the week's rules; what follows is about what does. "
                        + "skillmix audit says what does not."))
        }
        return hand
    }
}
