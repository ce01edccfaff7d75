// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import RotationOutcome
import Rotations
import Wording
import Workforce

/// What a rotation plan changes in a week: where it has the week's people then, and what they have learnt in it by then.
public struct RotationInWeek: Sendable {
    /// Places in teams of the week, as the plan has them; in none where it has somebody who is there in no post, and the
    /// week has them placed.
    public private(set) var placements: [PlacementChange] = []
    /// Competencies gained by the week's last day that the week does not know of, each level that is news in it.
    public private(set) var signOffs: [SignOff] = []
    /// What the week cannot take over, a sentence each.
    public private(set) var leftOut: [String] = []

    /// The changes, to be made in the week.
    public var changes: [Change] {
        signOffs.map { row in
            .signOff(
                .add(
                    staff: row.staff, competency: row.competency, level: row.level,
                    signedOffOn: row.signedOffOn, expiresOn: row.expiresOn))
        } + placements.map(Change.placement)
    }

    init(_ outcome: RotationOutcome, _ week: Week) {
        let days = week.start...week.start.adding(days: week.days - 1)
        place(outcome, week, days)
        sign(outcome, week, days)
    }

    private mutating func place(_ outcome: RotationOutcome, _ week: Week, _ days: ClosedRange<CalendarDay>) {
        let (staff, teams) = (Set(week.staff.map(\.id)), Set(week.teams.map(\.id)))
        var strangers: [String] = []
        for row in outcome.placements.map(\.placement) where staff.contains(row.staff) {
            guard let stay = Self.common(days, row.from, row.until) else { continue }
            guard teams.contains(row.team) else {
                strangers.append("\(row.staff) in \(row.team)")
                continue
            }
            placements.append(
                PlacementChange(
                    staff: row.staff, team: row.team, from: stay.lowerBound, until: stay.upperBound))
        }
        lift(outcome, week, days)
        if !strangers.isEmpty {
            leftOut.append(
                "Left out, in teams that the week does not have: \(Naming.list(strangers)). "
                    + "The week has them then as it did.")
        }
    }

    /// Takes people off the week's placements on days on which they are there without a post: what an earlier plan had them
    /// in would hold on otherwise.
    private mutating func lift(_ outcome: RotationOutcome, _ week: Week, _ days: ClosedRange<CalendarDay>) {
        let facts = outcome.facts
        for (p, person) in facts.rotation.people.enumerated() {
            let placed = week.placements.filter { $0.staff == person.id }
            guard !placed.isEmpty else { continue }
            for t in facts.presentPeriods[p] where outcome.plan.posts[p][t] == nil {
                guard let stay = Self.common(days, facts.periods[t].first, facts.periods[t].last),
                    placed.contains(where: { Self.common(stay, $0.from, $0.until) != nil })
                else { continue }
                placements.append(
                    PlacementChange(staff: person.id, from: stay.lowerBound, until: stay.upperBound))
            }
        }
    }

    /// The days of a stretch that lie from a day to a day; nil: none.
    private static func common(
        _ days: ClosedRange<CalendarDay>, _ from: CalendarDay?, _ until: CalendarDay?
    ) -> ClosedRange<CalendarDay>? {
        let (first, last) = (
            max(from ?? days.lowerBound, days.lowerBound), min(until ?? days.upperBound, days.upperBound)
        )
        return first <= last ? first...last : nil
    }

    private mutating func sign(_ outcome: RotationOutcome, _ week: Week, _ days: ClosedRange<CalendarDay>) {
        let humans = Dictionary(week.staff.map { ($0.id, $0.human) }) { first, _ in first }
        let known = Set(week.framework.competencies.map(\.id))
        var gained: [String: [SignOff]] = [:]
        var order: [String] = []
        var strangers: [String] = []
        for row in outcome.gained {
            // It holds from the first day of the period that finds somebody so.
            let day = outcome.facts.periods[row.period - 1].first
            guard let human = humans[row.staff], day <= days.upperBound else { continue }
            guard known.contains(row.need.competency), row.need.level <= week.framework.levels else {
                strangers.append("\(row.staff) with \(row.need.competency) at level \(row.need.level)")
                continue
            }
            let key = "\(human),\(row.need.competency)"
            if gained[key] == nil { order.append(key) }
            gained[key, default: []].append(
                SignOff(
                    staff: row.staff, competency: row.need.competency, level: row.need.level,
                    signedOffOn: day, signedOffBy: "rotation"))
        }
        for rows in order.compactMap({ gained[$0] }) {
            signOffs += GainedLevels(rows, week).signOffs(on: days)
        }
        if !strangers.isEmpty {
            leftOut.append(
                "Left out, of competencies that the week's framework does not have: \(Naming.list(strangers))."
            )
        }
    }
}
