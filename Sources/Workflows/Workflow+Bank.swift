// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Questions
import Reading
import Trials
import Workforce

/// What people on the bank could do for a week.
public struct Banked: Sendable {
    /// The week.
    public let week: Week
    /// What they could do, and what a plan would pay for one sign-off more, where there is one.
    public let figures: BankFigures
    /// What there is to say of the plan before anything else; nil where there is none.
    public let banner: Banner?
}

extension Workflow {
    /// Says what everybody on the bank, and apart from them students and volunteers, could do for a week.
    ///
    /// - Parameters:
    ///   - plan: The folder of a plan to say what it pays for one sign-off more; nil: what people could do, and no pounds.
    ///   - tried: How many sign-offs are tried by planning anew.
    public func bank(
        of week: FilePath, plan: FilePath? = nil, tried: Int = PlanAtHand.signOffsTried
    ) throws(WorkflowError) -> Banked {
        let input = try read(week: week)
        guard let plan else {
            return Banked(week: input.week, figures: BankFigures(week: input.week), banner: nil)
        }
        let (hand, banner) = try self.hand(plan, of: input)
        return Banked(week: input.week, figures: hand.bank(tried: tried), banner: banner)
    }
}
