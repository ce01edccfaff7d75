// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// What the answers of a call list mean for a plan that goes by them.
public struct PlannedAnswers: Sendable {
    /// What people said: it holds in whatever is planned later, too.
    public let answered: [Change]
    /// Whoever was not rung is off. It holds in that one plan: the next list may well propose to ring them.
    public let notRung: [Change]
}

extension CallAnswers {
    /// The answers as changes for a plan that goes by them: whoever said yes is available, for the teams they were asked
    /// for; whoever said no is not; and nobody else is booked whom the plan in force has not booked already, since
    /// nobody has rung them.
    ///
    /// - Parameters:
    ///   - week: The week that was called for, with or without the answers in it.
    ///   - rows: The plan that people work by.
    ///   - first: The first session that is not over by now, an index; answers to earlier ones come too late.
    public func planning(in week: Week, plan rows: PlanRows, from first: Int = 0) -> PlannedAnswers {
        let booked = rows.shifts(WeekIndex(week))
        var (answered, notRung): ([Change], [Change]) = ([], [])
        for person in week.staff.indices {
            for session in week.openSessions where session >= first {
                let shift = Shift(person: person, session: session)
                if let teams = accepted[shift] {
                    answered.append(
                        week.marking(
                            shift, .available, pins: teams.isEmpty ? week.mark(shift).pins : teams))
                } else if declined.contains(shift) || stoodDown.contains(shift) {
                    answered.append(week.marking(shift, .off))
                } else if week.mark(shift).duty == .available && !booked.contains(shift) {
                    notRung.append(week.marking(shift, .off))
                }
            }
        }
        return PlannedAnswers(answered: answered, notRung: notRung)
    }
}
