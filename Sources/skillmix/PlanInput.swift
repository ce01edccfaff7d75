// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Questions
import Workforce

/// The plan that a question is about.
enum PlanInput {
    /// Reads a plan of the week, or ends the command with every problem of it shown.
    ///
    /// A plan that breaks rules is told of: answers are about what is left of it.
    static func read(_ path: String, week input: WeekInput) throws -> PlanAtHand {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let (plan, diagnostics) = PlanFolder.read(from: folder, week: input.week)
        guard let plan else {
            for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
            throw Ending(code: .usage, message: "\(path): the plan cannot be read; nothing was done.")
        }
        let hand = PlanAtHand(week: input.week, plan: plan)
        if !hand.isWhole {
            Terminal.error(
                "\(path): not everything in the plan keeps the week's rules; what follows is about what does. "
                    + "skillmix audit says what does not.")
        }
        return hand
    }
}
