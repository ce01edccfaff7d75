// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Questions
import Workforce

/// The plan that a command works on.
enum PlanInput {
    /// Reads a plan of the week as its files stand, or ends the command with every problem of it shown.
    ///
    /// - Parameter isStrict: Whether rows of empty cells, and words in other capitals, are problems.
    static func plan(_ path: String, of week: Week, isStrict: Bool = false) throws -> Plan {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let (plan, diagnostics) = PlanFolder.read(from: folder, week: week, isStrict: isStrict)
        for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
        guard let plan else {
            throw Ending(code: .usage, message: "\(path): the plan cannot be read; nothing was done.")
        }
        return plan
    }

    /// Reads a plan of the week to ask questions about.
    ///
    /// A plan that breaks rules is told of: answers are about what is left of it.
    ///
    /// - Parameter budget: What closer looks may take.
    static func read(
        _ path: String, week input: WeekInput, budget: LookBudget = LookBudget()
    ) throws -> PlanAtHand {
        try SizeCheck.check(input.week, path: path)
        let hand = PlanAtHand(week: input.week, plan: try plan(path, of: input.week), budget: budget)
        if !hand.isWhole {
            Terminal.error(
                "\(path): not everything in the plan keeps the week's rules; what follows is about what does. "
                    + "skillmix audit says what does not.")
        }
        return hand
    }
}
