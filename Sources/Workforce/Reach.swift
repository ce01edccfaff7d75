// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whom a person may work for, how far they travel, and where a rotation places them.
public struct Reach: Sendable {
    private let week: Week
    private let minutesBetween: [Way: Int]?
    private let placements: [String: [Placement]]

    private struct Way: Hashable {
        let from: String
        let to: String
    }

    /// The reach of a week's people.
    public init(_ week: Week) {
        self.week = week
        minutesBetween = week.travel.map { rows in
            Dictionary(rows.map { (Way(from: $0.from, to: $0.to), $0.minutes) }) { first, _ in first }
        }
        placements = Dictionary(grouping: week.placements, by: \.staff)
    }

    /// Whether a person may work for an organisation on a day: their employer's own, or by an agreement.
    public func worksFor(_ organisation: String, person: Int, on date: CalendarDay) -> Bool {
        let staff = week.staff[person]
        if staff.employer == organisation { return true }
        return week.agreements.contains {
            $0.covers(employer: staff.employer, roles: staff.roles, workingFor: organisation, on: date)
        }
    }

    /// Minutes from a person's base to a team; nil where no way is known.
    public func travelMinutes(person: Int, team: Int) -> Int? {
        let (base, locality) = (week.staff[person].baseLocality, week.teams[team].locality)
        guard base != locality else { return 0 }
        return minutesBetween?[Way(from: base, to: locality)]
            ?? minutesBetween?[Way(from: locality, to: base)]
    }

    /// Whether a team is within the travel limit of a person's base; always, where the week has no travel file.
    public func isWithinTravel(person: Int, team: Int) -> Bool {
        guard week.travel != nil else { return true }
        return travelMinutes(person: person, team: team).map { Double($0) <= week.policy.travelLimitMinutes }
            ?? false
    }

    /// The team a rotation places a person in on a day; nil: none.
    public func placement(person: Int, on date: CalendarDay) -> String? {
        placements[week.staff[person].id]?.first { $0.holds(on: date) }?.team
    }
}
