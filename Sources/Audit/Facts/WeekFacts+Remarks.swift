// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekFacts {
    /// What explains that somebody has no route to an activity where one might be expected, to end a sentence: an AHP
    /// lead refused it to them, or a newer assessment counts. Blank where neither is so.
    func remark(_ staff: Int, _ activity: Int, day: Int, team: Int) -> String {
        if let refusal = refusal(activity, of: staff, in: team, day: day) {
            return ", since \(refusal.by) refused it to them on \(refusal.on.iso)"
        }
        let kind = week.framework.activities[activity]
        let blocks = [
            kind.registered?.needs, kind.support?.needs, kind.delegated?.needs, kind.second?.needs,
            kind.singleHanded?.needs,
        ]
        let needs = Array(blocks.compactMap(\.self).joined())
        let date = week.start.adding(days: day)
        guard let (need, counting) = people[staff].superseded(needs, on: date) else { return "" }
        let end = counting.until.map { $0 < date ? ", held until \($0.iso)" : "" } ?? ""
        return ", since their assessment in '\(need.competency)' of \(counting.from.iso) counts, level "
            + "\(counting.level)\(end)"
    }
}
