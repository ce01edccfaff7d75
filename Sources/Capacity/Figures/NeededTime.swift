// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What demand asks for.
struct NeededTime: Equatable {
    /// Contacts.
    var contacts = 0.0
    /// Minutes with the people supported, once a contact.
    var contactMinutes = 0.0
    /// Minutes of workers: contact, record and travel; of a two-handed contact two workers', but one worker's with
    /// the extra minutes where a review found one to be enough.
    var workerMinutes = 0.0

    init() {}

    /// What a line asks for in all, times a share of it.
    init(_ line: Line, _ instance: Instance, share: Double = 1) {
        contacts = share * Double(line.contacts)
        contactMinutes = contacts * Double(instance.activities[line.activity].minutes)
        let single = Double(line.singleHanded * line.singleMinutes)
        let others = Double(max(0, line.contacts - line.singleHanded) * line.hands * line.minutes)
        workerMinutes = share * (single + others)
    }

    mutating func add(_ other: NeededTime) {
        contacts += other.contacts
        contactMinutes += other.contactMinutes
        workerMinutes += other.workerMinutes
    }

    /// What lines ask for together.
    static func of(_ lines: [Int], _ instance: Instance) -> NeededTime {
        var sum = NeededTime()
        for i in lines { sum.add(NeededTime(instance.lines[i], instance)) }
        return sum
    }

    /// By day, each line spread evenly over the sessions still to come of its window in which its team is open, of a line
    /// that is over all of its window; over those in which it is closed where it is open in none.
    static func byDay(_ lines: [Int], _ instance: Instance) -> [NeededTime] {
        var days = [NeededTime](repeating: NeededTime(), count: instance.dayCount)
        for i in lines {
            let (line, week) = (instance.lines[i], instance.week)
            let demand = week.demand[i]
            let left =
                week.isOver(demand) ? demand.window : demand.windowLeft(from: week.openSessions.lowerBound)
            let open = left.filter { week.teams[line.team].isOpen(in: instance.calendar.sessions[$0]) }
            let sessions = open.isEmpty ? Array(left) : open
            for t in sessions {
                days[instance.calendar.dayOfSession[t]]
                    .add(NeededTime(line, instance, share: 1 / Double(sessions.count)))
            }
        }
        return days
    }
}
