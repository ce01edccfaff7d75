// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Supervision groups whose teams are farther apart than the travel limit: whoever supervises is hardly there.
enum GroupWays {
    /// Warns of each such group at the first team that is far from an earlier one.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let reach = placed.eligibility.reach
        guard let travel = reach.travel else { return }
        var groups: [String: [Int]] = [:]
        var told: Set<String> = []
        for (index, team) in placed.week.teams.enumerated() {
            let group = team.supervisionGroup
            let earlier = groups[group, default: []].map { placed.week.teams[$0] }
            groups[group, default: []].append(index)
            guard
                let far = earlier.first(where: {
                    !reach.isWithinTravel(from: $0.locality, to: team.locality)
                }),
                told.insert(group).inserted
            else { continue }
            let minutes = travel.minutes(from: far.locality, to: team.locality)
            placed.teams.field("supervision_group", index).warning(
                "'\(team.id)' shares the supervisors of '\(far.id)' in group '\(group)', and "
                    + (minutes.map { "they are \($0) minutes apart, beyond travel_limit_minutes" }
                        ?? "travel.csv has no way from '\(far.locality)' to '\(team.locality)'"),
                expected: "a group of teams that are near to each other", diagnostics)
        }
    }
}
