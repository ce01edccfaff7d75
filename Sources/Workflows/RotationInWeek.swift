// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import RotationOutcome
import Rotations
import Wording
import Workforce

/// What a rotation plan changes in a week: where it has the week's people then, and what they have learnt in it by then.
public struct RotationInWeek: Sendable {
    /// Places in teams of the week, as the plan has them.
    public private(set) var placements: [PlacementChange] = []
    /// Competencies gained by the week's last day that the week does not know of, of each the highest level, from the first
    /// day of the period that finds people so.
    public private(set) var signOffs: [SignOff] = []
    /// What the week cannot take over, a sentence each.
    public private(set) var leftOut: [String] = []

    /// The changes, to be made in the week.
    public var changes: [Change] {
        signOffs.map { row in
            .signOff(
                .add(
                    staff: row.staff, competency: row.competency, level: row.level,
                    signedOffOn: row.signedOffOn))
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
            let from = max(row.from ?? days.lowerBound, days.lowerBound)
            let until = min(row.until ?? days.upperBound, days.upperBound)
            guard from <= until else { continue }
            guard teams.contains(row.team) else {
                strangers.append("\(row.staff) in \(row.team)")
                continue
            }
            placements.append(PlacementChange(staff: row.staff, team: row.team, from: from, until: until))
        }
        if !strangers.isEmpty {
            leftOut.append("Left out, in teams that the week does not have: \(Naming.list(strangers)).")
        }
    }

    private mutating func sign(_ outcome: RotationOutcome, _ week: Week, _ days: ClosedRange<CalendarDay>) {
        let held = Dictionary(
            zip(
                week.staff.map(\.id),
                Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework))
        ) { first, _ in first }
        let known = Set(week.framework.competencies.map(\.id))
        var best: [String: GainedRow] = [:]
        var order: [String] = []
        var strangers: [String] = []
        for row in outcome.gained {
            guard let held = held[row.staff], day(row, outcome) <= days.upperBound,
                !held.holds([row.need], on: max(day(row, outcome), days.lowerBound))
            else { continue }
            guard known.contains(row.need.competency), row.need.level <= week.framework.levels else {
                strangers.append("\(row.staff) with \(row.need.competency) at level \(row.need.level)")
                continue
            }
            let key = "\(row.staff),\(row.need.competency)"
            if best[key] == nil { order.append(key) }
            if row.need.level > best[key]?.need.level ?? 0 { best[key] = row }
        }
        signOffs = order.compactMap { best[$0] }.map { row in
            SignOff(
                staff: row.staff, competency: row.need.competency, level: row.need.level,
                signedOffOn: day(row, outcome), signedOffBy: "rotation")
        }
        if !strangers.isEmpty {
            leftOut.append(
                "Left out, of competencies that the week's framework does not have: \(Naming.list(strangers))."
            )
        }
    }

    /// The first day of the period that finds somebody so.
    private func day(_ row: GainedRow, _ outcome: RotationOutcome) -> CalendarDay {
        outcome.facts.periods[row.period - 1].first
    }
}
