// SPDX-License-Identifier: GPL-3.0-or-later

import WebStore
import Workforce

extension Site {
    /// The first session that a plan of a week under way may change: what has begun by the clock stays as it is, and so
    /// does what was over for a plan that is gone on from.
    ///
    /// - Parameters:
    ///   - history: What was otherwise in the week, up to the plan that is gone on from.
    ///   - moment: Now, in seconds since 1970.
    /// - Returns: Its name; nil: none has begun.
    /// - Throws: `StoreError.refused` where all sessions have begun.
    func firstOpen(
        after history: ChangeHistory, week: Week, moment: Int
    ) throws(StoreError) -> String? {
        let sessions = week.sessions
        guard
            let byClock = sessions.firstIndex(where: { Moment.seconds($0.starts, from: week.start) > moment })
        else {
            throw .refused("All sessions of this week have begun: nothing of it can be planned anew.")
        }
        let before = history.firstOpen.flatMap { first in sessions.firstIndex { $0.id == first } } ?? 0
        let first = max(byClock, before)
        return first == 0 ? nil : sessions[first].id
    }
}
