// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A competency that somebody does not hold: what their role's work in the home team needs, or what has
/// lapsed.
public struct SignOffGapFigure: Sendable, Equatable, Encodable {
    /// Who.
    public let staff: String
    /// In what.
    public let competency: String
    /// The level needed; nil where no such work needs it.
    public let levelNeeded: Int?
    /// The level of the latest sign-off; nil where there is none.
    public let level: Int?
    /// The last day of the latest sign-off where that lies before the horizon's end, `2026-11-23`.
    public let lapsedOn: String?
    /// What the person could do with it, and cannot now, in order of the framework.
    public let activities: [String]

    /// The gaps of everybody on the horizon's last day, in order of the roster.
    ///
    /// An activity counts where the home team asks for it, or any team does of people without one; where the
    /// person's role fits a route to it; and where nothing they hold lets them take part in it. Of several
    /// routes the one that lacks least is told.
    static func all(
        _ index: WeekLookup, _ time: PlanTime, _ latest: LatestSignOffs
    ) -> [SignOffGapFigure] {
        let week = index.week
        var asked = [Set<String>](repeating: [], count: week.teams.count)
        for line in week.demand where line.contacts > 0 {
            if let team = index.team(line.team) { asked[team].insert(line.activity) }
        }
        return week.staff.indices.flatMap { person -> [SignOffGapFigure] in
            let member = week.staff[person]
            let home = index.homeTeam(person, on: week.start)
            let teams = home.map { [$0] } ?? Array(week.teams.indices)
            var gaps = Gaps()
            for activity in week.framework.activities {
                let askers = teams.filter { asked[$0].contains(activity.id) }
                guard !askers.isEmpty else { continue }
                for need in lacking(index, time, person, activity, askers) {
                    gaps.add(need, activity.id)
                }
            }
            let held = latest.of(member.id)
            for latest in held where isLapsed(latest.held, index) { gaps.add(latest.held.competency) }
            return gaps.found.map { gap in
                let last = held.first { $0.held.competency == gap.competency }?.held
                return SignOffGapFigure(
                    staff: member.id, competency: gap.competency, levelNeeded: gap.level, level: last?.level,
                    lapsedOn: last.flatMap { isLapsed($0, index) ? $0.until?.iso : nil },
                    activities: gap.activities)
            }
        }
    }

    private static func isLapsed(_ held: HeldSignOff, _ index: WeekLookup) -> Bool {
        held.until.map { $0 < index.last } ?? false
    }

    /// What the person lacks of the route to an activity that is nearest; nothing where they may take part in
    /// it, or their roles fit no route.
    private static func lacking(
        _ index: WeekLookup, _ time: PlanTime, _ person: Int, _ activity: Activity, _ teams: [Int]
    ) -> [Need] {
        let day = index.last
        let member = index.week.staff[person]
        let open = teams.reduce(into: OpenRoutes()) { open, team in
            open.formUnion(
                index.decisions.openRoutes(
                    to: activity, for: member.id, in: index.week.teams[team].id, on: day))
        }
        let held = time.people[person]
        guard !held.standing(for: activity, on: day, open: open).takesPart else { return [] }
        return held.gaps(for: activity, on: day, open: open)
            .filter { $0.part != .singleHanded && !$0.missing.isEmpty }
            .min { $0.missing.count < $1.missing.count }?.missing ?? []
    }

    /// Gaps of one person, a competency each, in the order in which they are met.
    private struct Gaps {
        private(set) var found: [(competency: String, level: Int?, activities: [String])] = []

        mutating func add(_ need: Need, _ activity: String) {
            let place = place(of: need.competency)
            found[place].level = max(found[place].level ?? need.level, need.level)
            if !found[place].activities.contains(activity) { found[place].activities.append(activity) }
        }

        mutating func add(_ competency: String) { _ = place(of: competency) }

        private mutating func place(of competency: String) -> Int {
            if let known = found.firstIndex(where: { $0.competency == competency }) { return known }
            found.append((competency, nil, []))
            return found.count - 1
        }
    }
}
