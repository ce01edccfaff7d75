// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What of each demand line is still to come, so that a change leaves alone what was met in sessions that are over.
struct OpenDemand {
    /// The lines with a session to come, ascending.
    let lines: [Int]
    /// Contacts of each line that are not given yet; 0 where its whole window is over.
    let contacts: [Int]
    /// Contacts of each line that were given by one worker who was found suitable for that.
    let singleHanded: [Int]

    init(_ week: Week) {
        let all = week.demand.indices
        guard week.openSessions.lowerBound > 0 else {
            lines = Array(all)
            contacts = week.demand.map(\.contacts)
            singleHanded = all.map { _ in 0 }
            return
        }
        var given = all.map { _ in 0 }
        var alone = given
        for row in FrozenPast(week, WeekIndex(week)).contacts {
            given[row.line] += row.contacts
            if row.route == .singleHanded { alone[row.line] += row.contacts }
        }
        lines = all.filter { !week.isOver(week.demand[$0]) }
        contacts = zip(week.demand, given).map { line, given in
            week.isOver(line) ? 0 : max(0, line.contacts - given)
        }
        singleHanded = alone
    }
}
