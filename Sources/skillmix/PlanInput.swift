// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

/// The plan that a command works on.
enum PlanInput {
    /// Reads a plan of the week as its files stand, or ends the command with every problem of it shown.
    ///
    /// - Parameter isStrict: Whether rows of empty cells, and words in other capitals, are problems.
    static func plan(_ path: FilePath, of week: Week, isStrict: Bool = false) throws -> Plan {
        let (plan, diagnostics) = PlanFolder.read(from: path, week: week, isStrict: isStrict)
        for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
        guard let plan else {
            throw Ending(code: .usage, message: "\(path): the plan cannot be read; nothing was done.")
        }
        return plan
    }

    /// Reads a plan of the week, with what there is to say of it before anything else.
    static func judged(_ path: FilePath, week input: WeekInput) throws -> JudgedPlan {
        PlanAudit(week: input.week).judge(plan: try plan(path, of: input.week), inputs: input.inputs)
    }

    /// Reads a plan of the week to ask questions about, and what the answers begin with.
    ///
    /// A plan that breaks rules is told of: answers are about what is left of it.
    ///
    /// - Parameter budget: What closer looks may take.
    static func read(
        _ path: FilePath, week input: WeekInput, budget: LookBudget = LookBudget()
    ) throws -> (hand: PlanAtHand, banner: Banner) {
        try SizeCheck.check(input.week, path: path)
        let judged = try judged(path, week: input)
        let hand = hand(of: judged, at: path, week: input.week, budget: budget)
        return (hand, Banner(judged.standing, of: input.week))
    }

    /// A plan that was read and judged, to ask questions about.
    static func hand(
        of judged: JudgedPlan, at path: FilePath, week: Week, budget: LookBudget
    ) -> PlanAtHand {
        let hand = PlanAtHand(week: week, plan: judged.plan, budget: budget)
        if !hand.isWhole {
            Terminal.error(
                "\(path): not everything in the plan keeps the week's rules; what follows is about what does. "
                    + "skillmix audit says what does not.")
        }
        return hand
    }
}
