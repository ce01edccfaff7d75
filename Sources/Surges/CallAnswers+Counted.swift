// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension CallAnswers {
    /// The answers that count: those of whom the rota still has as somebody who may be called.
    ///
    /// - Parameter rows: The plan that people work by.
    /// - Returns: Besides, a sentence for each yes that does not count, or to a session that is over and that the plan
    ///   knows nothing of.
    public func counted(in week: Week, plan rows: PlanRows) -> (answers: CallAnswers, remarks: [String]) {
        let names = Naming(week: week)
        let planned = rows.shifts(WeekIndex(week))
        let remarks = accepted.keys.sorted().compactMap { shift -> String? in
            let said = "\(names.person(shift.person)) said yes to \(names.session(shift.session))"
            guard week.mayBeCalled(shift) else {
                return
                    "\(said), and the rota says \(week.markInWords(shift)) of them there: the answer does not count."
            }
            guard !week.openSessions.contains(shift.session), !planned.contains(shift) else { return nil }
            return
                "\(said), which is over, and the plan has them nowhere: give the week and the plan of these calls "
                + "(week and plan in the folder of the call list) as WEEK and PLAN, and another folder as --out."
        }
        let counted = CallAnswers(
            accepted: accepted.filter { week.mayBeCalled($0.key) },
            declined: declined.filter(week.mayBeCalled), stoodDown: stoodDown)
        return (counted, remarks)
    }
}
