// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A deployment that names a person, session and team of the week.
struct Placed {
    let staff: Int
    let session: Int
    let team: Int
    let row: Deployment

    init?(_ row: Deployment, _ facts: WeekFacts) {
        guard let staff = facts.staffIndex[row.staff], let team = facts.teamIndex[row.team],
            facts.week.sessions.indices.contains(row.session)
        else { return nil }
        self.staff = staff
        self.team = team
        session = row.session
        self.row = row
    }
}

/// Contacts of a line, session and people of the week; at least one.
struct Given {
    let line: Int
    let session: Int
    let staff: Int
    let partner: Int?
    let route: ContactRoute
    let contacts: Double
    let row: ContactRow

    init?(_ row: ContactRow, _ facts: WeekFacts) {
        guard let line = facts.lineIndex[row.line], let staff = facts.staffIndex[row.staff],
            facts.week.sessions.indices.contains(row.session), row.contacts > 0
        else { return nil }
        if let partner = row.partner {
            guard let index = facts.staffIndex[partner] else { return nil }
            self.partner = index
        } else {
            partner = nil
        }
        self.line = line
        self.staff = staff
        session = row.session
        route = row.route
        contacts = Double(row.contacts)
        self.row = row
    }

    /// Those who take part: one person, or the two of a pair.
    var workers: [Int] {
        guard route == .doubleHanded, let partner, partner != staff else { return [staff] }
        return [staff, partner]
    }
}

/// Supervision by a person, in a session, group and activity of the week.
struct Supervised {
    let staff: Int
    let session: Int
    let group: Int
    let activity: Int
    let minutes: Double

    init?(_ row: SupervisionRow, _ facts: WeekFacts) {
        guard let staff = facts.staffIndex[row.supervisor], let group = facts.groupIndex[row.group],
            let activity = facts.activityIndex[row.activity],
            facts.week.sessions.indices.contains(row.session), row.minutes.isFinite, row.minutes >= 0
        else { return nil }
        self.staff = staff
        self.group = group
        self.activity = activity
        session = row.session
        minutes = row.minutes
    }
}

/// A person in a session.
struct StaffSession: Hashable {
    let staff: Int
    let session: Int
}

/// A team in a session.
struct SessionTeam: Hashable {
    let session: Int
    let team: Int
}

/// A person in a session at a team.
struct StaffSessionTeam: Hashable {
    let staff: Int
    let session: Int
    let team: Int
}

/// A person in a session in a supervision group.
struct StaffSessionGroup: Hashable {
    let staff: Int
    let session: Int
    let group: Int
}

/// A supervision group in a session.
struct GroupSession: Hashable {
    let group: Int
    let session: Int
}

/// An activity in a supervision group in a session.
struct GroupSessionActivity: Hashable {
    let group: Int
    let session: Int
    let activity: Int
}
