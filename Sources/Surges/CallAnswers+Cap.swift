// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

extension CallAnswers {
    /// The cap on agency with which everybody comes who said yes and is booked already; nil: the week has none.
    ///
    /// - Parameters:
    ///   - week: The week that is called for, with or without the answers in it.
    ///   - rows: The plan that people work by.
    public func agencyCap(in week: Week, plan rows: PlanRows) -> Double? {
        let answered = week.supposing(changes(in: week))
        let ladder = Ladder(answered, plan: rows, breaksGlass: true)
        return Surge.liftingCap(answered, ladder, ladder.booked(self)).policy.agencyCap
    }
}
