// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How large the weekly model of a week is, counted without building it.
///
/// Columns that count contacts are nearly all there are: one for each person, session, and line that they could give
/// contacts of there. Without limits on who may go where they are people times lines.
public struct ModelSize: Sendable, Equatable {
    /// Columns that say who is deployed where.
    public let deployments: Int
    /// Columns that count contacts: at most so many, because what fits into no session has none.
    public let contacts: Int

    /// Counts the columns of a week's model.
    public init(_ instance: Instance) {
        let columns = ColumnsOfPlace(instance)
        var (deployments, contacts) = (0, 0)
        for (cell, teams) in instance.eligibleTeams.enumerated() {
            deployments += teams.count
            for team in teams { contacts += columns.contacts(cell, team: team) }
        }
        (self.deployments, self.contacts) = (deployments, contacts)
    }
}

/// Contact columns that a cell has for a team, from how many lines of each activity the team has in each session.
public struct ColumnsOfPlace: Sendable {
    private struct Demanded: Sendable {
        let activity: Int
        var lines: Int
        /// Lines with contacts that may be given single-handed.
        var single: Int
    }

    private let instance: Instance
    /// By team and session (`team * sessionCount + session`).
    private let demanded: [[Demanded]]

    /// The lines of a week, by place.
    public init(_ instance: Instance) {
        self.instance = instance
        var demanded = [[Demanded]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for line in instance.lines {
            let single = line.singleHanded > 0 ? 1 : 0
            for t in line.window {
                let place = instance.place(line.team, t)
                if let known = demanded[place].firstIndex(where: { $0.activity == line.activity }) {
                    demanded[place][known].lines += 1
                    demanded[place][known].single += single
                } else {
                    demanded[place].append(Demanded(activity: line.activity, lines: 1, single: single))
                }
            }
        }
        self.demanded = demanded
    }

    /// Columns that count contacts of a cell in a team.
    public func contacts(_ cell: Int, team: Int) -> Int {
        let (s, t) = instance.personAndSession(ofCell: cell)
        let day = instance.calendar.dayOfSession[t]
        var columns = 0
        for demand in demanded[instance.place(team, t)] {
            let standing = instance.standing(person: s, day: day, activity: demand.activity, team: team)
            if instance.activities[demand.activity].hands == 1 {
                columns += standing.hasRoute ? demand.lines : 0
            } else {
                columns += standing.contains(.second) ? demand.lines : 0
                columns += standing.contains(.single) ? demand.single : 0
            }
        }
        return columns
    }
}
