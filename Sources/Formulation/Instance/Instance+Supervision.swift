// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Within which teams delegated work is supervised, by whom, and whose presence widens a span.
extension Instance {
    /// The group of all teams: delegations with `remote_supervision` are supervised in it. Its index follows those of
    /// `groups`.
    public var everywhere: Int { groups.count }

    /// A group's name in files, that of all teams too.
    public func groupName(_ group: Int) -> String { index.groupName(group) }

    /// Whether a team is of a group; of that of all teams every one is.
    public func isTeam(_ team: Int, inGroup group: Int) -> Bool {
        group == everywhere || groupOfTeam[team] == group
    }

    /// The teams of a group, ascending.
    public func teams(ofGroup group: Int) -> [Int] {
        group == everywhere ? Array(0..<teamCount) : teamsOfGroup[group]
    }

    /// The group in which delegated work of an activity in a team is supervised.
    public func supervisionGroup(activity: Int, team: Int) -> Int {
        activities[activity].delegated?.remoteSupervision == true ? everywhere : groupOfTeam[team]
    }

    /// The group in which delegated contacts of a line are supervised.
    public func supervisionGroup(line: Int) -> Int {
        supervisionGroup(activity: lines[line].activity, team: lines[line].team)
    }

    /// Whether delegated contacts of a line count for a span: those supervised from afar do not.
    public func isUnderSpan(line: Int) -> Bool {
        let group = supervisionGroup(line: line)
        return group != everywhere && groupHasSpan[group] && !isSupervisedByOthers(line: line)
    }

    /// Whether the week's own people need not supervise a line's delegated contacts.
    public func isSupervisedByOthers(line: Int) -> Bool {
        activities[lines[line].activity].delegated?.isSupervisedByOthers ?? false
    }

    /// Whether a person, deployed in a group in a session, widens its span: a supervisor of something delegated there.
    public func widensSpan(person: Int, group: Int, session: Int) -> Bool {
        guard isRegistered[person] else { return false }
        let day = calendar.dayOfSession[session]
        return spans.activities(group: group, session: session).contains {
            supervises(person: person, day: day, activity: $0)
        }
    }

    /// Whether somebody who may supervise the activity may be deployed in the group where the line's contacts are
    /// supervised, in a session; working time is not looked at.
    public func mayBeSupervised(line: Int, session: Int) -> Bool {
        if isSupervisedByOthers(line: line) { return true }
        let group = supervisionGroup(line: line)
        let day = calendar.dayOfSession[session]
        return (0..<staffCount).contains { s in
            isRegistered[s] && supervises(person: s, day: day, activity: lines[line].activity)
                && eligibleTeamsByStanding[cell(s, session)].contains {
                    isTeam($0, inGroup: group)
                }
        }
    }
}
