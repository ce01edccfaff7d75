// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

extension CallAnswers {
    /// The answers as changes for a plan that goes by them: whoever said yes is available, for the teams they were asked
    /// for; whoever said no is not; and nobody else is booked whom the plan in force has not booked already, since
    /// nobody has rung them.
    ///
    /// - Parameters:
    ///   - week: The week that was called for, with or without the answers in it.
    ///   - rows: The plan that people work by.
    public func planning(in week: Week, plan rows: PlanRows) -> [Change] {
        let booked = rows.shifts(WeekIndex(week))
        var changes: [Change] = []
        for person in week.staff.indices {
            for session in week.openSessions {
                let shift = Shift(person: person, session: session)
                if let teams = accepted[shift] {
                    changes.append(
                        week.marking(
                            shift, .available, pins: teams.isEmpty ? week.mark(shift).pins : teams))
                } else if declined.contains(shift) || stoodDown.contains(shift)
                    || week.mark(shift).duty == .available && !booked.contains(shift)
                {
                    changes.append(week.marking(shift, .off))
                }
            }
        }
        return changes
    }
}
