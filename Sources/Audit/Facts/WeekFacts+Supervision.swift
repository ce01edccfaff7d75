// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// In which group work is supervised, by whom, and whose presence widens its span.
extension WeekFacts {
    /// The group of all teams, `*` in files: its index follows those of the week's own.
    var everyTeam: Int { groups.count }

    /// A group's name in files.
    func name(ofGroup group: Int) -> String { group < groups.count ? groups[group] : "*" }

    /// Whether a team is of a group.
    func isTeam(_ team: Int, ofGroup group: Int) -> Bool { group == everyTeam || groupOfTeam[team] == group }

    /// The group in which delegated work of an activity in a team is supervised.
    func supervisionGroup(_ activity: Int, team: Int) -> Int {
        let isRemote = week.framework.activities[activity].delegated?.remoteSupervision ?? false
        return isRemote ? everyTeam : groupOfTeam[team]
    }

    /// Whether a person may supervise delegated work of an activity on a day: registered in a profession the
    /// delegation names, able to do the activity by the registered route, and with what it asks of supervisors.
    func supervises(_ staff: Int, _ activity: Int, day: Int) -> Bool {
        guard let delegated = week.framework.activities[activity].delegated else { return false }
        let person = people[staff]
        return person.isRegistered(inOneOf: delegated.supervisors)
            && person.holds(delegated.supervisorNeeds, on: week.start.adding(days: day))
            && ownStanding(staff, activity, day: day).route == .registered
    }

    /// The activities of which a supervisor counts for the span of a group in a session: those a line of the group asks
    /// for then, delegated there, on the spot, to somebody who may be deployed in the group and has no better route.
    func spanned(group: Int, session: Int) -> [Int] {
        let key = group * week.sessions.count + session
        if let known = knownSpanned[key] { return known }
        let day = week.sessions[session].dayIndex
        let comers = week.staff.indices.filter { staff in
            week.teams.indices.contains { groupOfTeam[$0] == group && isEligible(staff, session, $0) }
        }
        let asking = lines.filter { line in
            groupOfTeam[line.team] == group && line.line.window.contains(session) && !line.isTwoHanded
                && line.activity.delegated?.remoteSupervision == false
        }
        let found = asking.filter { line in
            comers.contains {
                standing($0, line.activityIndex, day: day, team: line.team).route == .delegated
            }
        }
        let activities = Set(found.map(\.activityIndex)).sorted()
        knownSpanned[key] = activities
        return activities
    }
}
