// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is otherwise in a changed week: by position in it, ascending.
///
/// It chooses where to plan anew and what a page points out. Two changes that name what they change may be
/// made in either order where they touch different things; those of a share of many, or like somebody, see
/// them all.
public struct Touches: Sendable, Equatable {
    /// People who are new, or of whom something is said that was not.
    public var people: [PersonIndex] = []
    /// Sessions in which somebody's mark, a team's being open or the care wanted is otherwise.
    public var sessions: [SessionIndex] = []
    /// Teams of which something is said that was not.
    public var teams: [TeamIndex] = []
    /// Lines that are new, or of which something is said that was not.
    public var lines: [LineIndex] = []
    /// Activities of which the framework says something that it did not, by identifier, in its order; lines
    /// that want them are touched as well.
    public var activities: [String] = []
    /// Whether it concerns prices, limits, ways or the rest of the framework, and so anybody; or somebody or
    /// a line is gone, who has no position any more.
    public var isEverywhere = false

    /// Whether nothing is otherwise.
    public var isEmpty: Bool { self == Touches() }
}

extension ChangedWeek {
    /// What is otherwise in the week.
    public var touches: Touches {
        var touches = Touches()
        let wasPerson = Self.origins(people, week.staff.count)
        let wasLine = Self.origins(lines, week.demand.count)
        var sessions = Set<Int>()
        touches.people = peopleTouched(wasPerson, &sessions).map { PersonIndex($0) }
        touches.activities = activitiesTouched
        touches.lines = linesTouched(wasLine, Set(touches.activities), &sessions).map { LineIndex($0) }
        let teams = week.teams.indices.filter { week.teams[$0] != base.teams[$0] }
        touches.teams = teams.map { TeamIndex($0) }
        for team in teams {
            sessions.formUnion(
                week.sessions.indices.filter {
                    week.teams[team].isOpen(in: week.sessions[$0])
                        != base.teams[team].isOpen(in: base.sessions[$0])
                })
        }
        touches.sessions = sessions.sorted().map { SessionIndex($0) }
        touches.isEverywhere =
            week.policy != base.policy || week.travel != base.travel || week.current != base.current
            || week.currentContacts != base.currentContacts
            || week.currentSupervision != base.currentSupervision || week.frozenBefore != base.frozenBefore
            || week.minimums != base.minimums
            || withoutActivities(week.framework) != withoutActivities(base.framework)
            || people.contains(nil) || lines.contains(nil)
        return touches
    }

    private func peopleTouched(_ was: [Int?], _ sessions: inout Set<Int>) -> [Int] {
        let named =
            Self.otherwise(week.signOffs, base.signOffs).map(\.staff)
            + Self.otherwise(week.placements, base.placements).map(\.staff)
            + Self.otherwise(week.decisions, base.decisions).compactMap(\.staff)
            + Self.otherwise(week.requests, base.requests).map(\.staff)
        let ofAgreements = Set(Self.otherwise(week.agreements, base.agreements).map(\.employer))
        let ofHuman = week.staff.humansById
        let humans = Set(named.map { ofHuman[$0] ?? $0 })
        let touched = week.staff.indices.filter { s in
            let old = was[s]
            let marks = week.sessions.indices.filter { t in
                old.map { base.rota[$0][t] != week.rota[s][t] } ?? (week.rota[s][t].duty != .off)
            }
            sessions.formUnion(marks)
            return old.map { base.staff[$0] != week.staff[s] } ?? true
                || !marks.isEmpty || humans.contains(week.staff[s].human)
                || ofAgreements.contains(week.staff[s].employer)
        }
        let shared = Humans(week.staff)
        return shared.areShared ? Set(touched.flatMap(shared.rows(with:))).sorted() : touched
    }

    private var activitiesTouched: [String] {
        let decided = Set(
            Self.otherwise(week.decisions, base.decisions).filter { $0.staff == nil }.map(\.activity))
        return zip(week.framework.activities, base.framework.activities).compactMap { now, before in
            now != before || decided.contains(now.id) ? now.id : nil
        }
    }

    private func linesTouched(
        _ was: [Int?], _ activities: Set<String>, _ sessions: inout Set<Int>
    ) -> [Int] {
        week.demand.indices.filter { i in
            let line = week.demand[i]
            guard was[i].map({ base.demand[$0] != line }) ?? true else {
                return activities.contains(line.activity)
            }
            sessions.formUnion(line.window)
            return true
        }
    }

    private func withoutActivities(_ framework: Framework) -> Framework {
        var framework = framework
        framework.activities = []
        return framework
    }

    /// Where each of the changed week's things stood; nil: it is new.
    private static func origins(_ places: [Int?], _ count: Int) -> [Int?] {
        var origins = [Int?](repeating: nil, count: count)
        for (old, new) in places.enumerated() { if let new { origins[new] = old } }
        return origins
    }

    /// The rows that only one of two lists has.
    private static func otherwise<Row: Equatable>(_ rows: [Row], _ others: [Row]) -> [Row] {
        if rows == others { return [] }
        let (own, theirs) = (without(others, in: rows), without(rows, in: others))
        // Of one set of rows, the order alone may matter.
        return own.isEmpty && theirs.isEmpty ? rows : own + theirs
    }

    private static func without<Row: Equatable>(_ others: [Row], in rows: [Row]) -> [Row] {
        // Lists mostly begin alike, and what follows is short.
        let alike = zip(rows, others).prefix { $0 == $1 }.count
        let rest = others.dropFirst(alike)
        return rows.dropFirst(alike).filter { !rest.contains($0) }
    }
}
