// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// Lines of demand that are looked at together.
struct CareGroup {
    let id: String
    let name: String
    /// Indices of lines, ascending.
    let lines: [Int]
}

/// The groupings of a week's demand. Lines that want no contact are in none; groups without lines are left out.
struct CareGroups {
    let instance: Instance
    /// Lines that want care, ascending; those of reserve are none.
    let lines: [Int]

    init(_ instance: Instance) {
        self.instance = instance
        lines = instance.lines.indices.filter {
            instance.lines[$0].contacts > 0 && instance.lines[$0].isCare
        }
    }

    /// What is held in reserve.
    var reserve: CareGroup? {
        let held = instance.lines.indices.filter {
            instance.lines[$0].contacts > 0 && !instance.lines[$0].isCare
        }
        return held.isEmpty ? nil : CareGroup(id: "reserve", name: "Held in reserve", lines: held)
    }

    private var week: Week { instance.week }

    /// By pathway, in order of the teams.
    var pathways: [CareGroup] {
        var names: [String] = []
        for team in week.teams where !names.contains(team.pathway) { names.append(team.pathway) }
        return groups(names.map { ($0, $0) }) { week.teams[$0.team].pathway == $1 }
    }

    /// By team, in order of the file.
    var teams: [CareGroup] {
        groups(week.teams.map { ($0.id, $0.name) }) { week.teams[$0.team].id == $1 }
    }

    /// By activity, in order of the framework.
    var activities: [CareGroup] {
        groups(instance.activities.map { ($0.id, $0.name) }) { instance.activities[$0.activity].id == $1 }
    }

    /// By competency that every way of giving the care asks for, in order of the framework. A line may be in several.
    var competencies: [CareGroup] {
        let asked = instance.activities.map { Set(Self.needs(of: $0, in: week).map(\.competency)) }
        return groups(week.framework.competencies.map { ($0.id, $0.name) }) {
            asked[$0.activity].contains($1)
        }
    }

    /// By source, step-up first; none where no line names one.
    var sources: [CareGroup] {
        CareSource.allCases.compactMap { source in
            let found = lines.filter { week.demand[$0].source == source }
            return found.isEmpty
                ? nil : CareGroup(id: source.rawValue, name: Words.capitalised(source.rawValue), lines: found)
        }
    }

    /// Lines whose whole window lies on one day, a group for every day of the horizon, also where it has none.
    var days: [CareGroup] {
        (0..<instance.dayCount).map { day in
            let date = week.start.adding(days: day)
            return CareGroup(
                id: date.iso, name: date.iso, lines: lines.filter { self.day(ofLine: $0) == day })
        }
    }

    /// By team and activity, in order of the teams and then of the framework.
    var teamActivities: [CareGroup] {
        teams.flatMap { team in
            let byActivity = Dictionary(grouping: team.lines) { instance.lines[$0].activity }
            return byActivity.keys.sorted().map { a in
                CareGroup(
                    id: "\(team.id) \(instance.activities[a].id)",
                    name: "\(instance.activities[a].name) in \(team.name)", lines: byActivity[a] ?? [])
            }
        }
    }

    /// The day that the whole window of a line lies on; nil where it spans several.
    func day(ofLine i: Int) -> Int? {
        let window = instance.lines[i].window
        let first = instance.calendar.dayOfSession[window.lowerBound]
        return first == instance.calendar.dayOfSession[window.upperBound] ? first : nil
    }

    private func groups(_ keys: [(id: String, name: String)], _ isIn: (Line, String) -> Bool) -> [CareGroup] {
        keys.compactMap { id, name in
            let found = lines.filter { isIn(instance.lines[$0], id) }
            return found.isEmpty ? nil : CareGroup(id: id, name: name, lines: found)
        }
    }

    /// What every route to an activity asks for that is open on some day of the horizon, at its lowest level.
    static func needs(of activity: Activity, in week: Week) -> [Need] {
        var routes = [activity.registered?.needs, activity.support?.needs].compactMap { $0 }
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        let isOpen = (0..<week.days).contains { day in
            week.teams.contains {
                decisions.isOpen(activity, in: $0.id, on: week.start.adding(days: day))
            }
        }
        if isOpen, activity.hands == 1, let delegated = activity.delegated { routes.append(delegated.needs) }
        guard let first = routes.first else { return [] }
        var found: [Need] = []
        for need in first where !found.contains(where: { $0.competency == need.competency }) {
            let levels = routes.map { route in
                route.filter { $0.competency == need.competency }.map(\.level).max()
            }
            let asked = levels.compactMap { $0 }
            if asked.count == routes.count, let lowest = asked.min() {
                found.append(Need(need.competency, lowest))
            }
        }
        return found
    }
}
