// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

extension CapacityReport {
    /// Works out a week's capacity. The same week gives the same figures.
    public init(week: Week) {
        var making = CapacityMaking(week)
        let shortfalls = making.findShortfalls()
        from = week.start.iso
        until = week.start.adding(days: week.days - 1).iso
        pathways = making.groups.pathways.map { making.figure($0) }
        teams = making.groups.teams.map { making.figure($0) }
        activities = making.groups.activities.map { making.figure($0) }
        competencies = making.groups.competencies.map { making.figure($0) }
        sources = making.groups.sources.map { making.figure($0) }
        baseline = Baseline(week).figures
        days = making.dayFigures()
        total = making.figure(making.everything)
        reserve = making.groups.reserve.map { making.reserveFigure($0) }
        heads = making.headShortfalls
        self.shortfalls = shortfalls
    }
}

/// Works out the parts of a capacity report, from the smallest groups of lines to the largest.
struct CapacityMaking {
    let instance: Instance
    let groups: CareGroups
    private let times: PeopleTimes
    private let reasons: ShortfallReasons
    private var least: LeastUnmet
    /// Lines of one team and activity, with what goes unmet of them: parts of every larger group.
    private var parts: [(lines: [Int], unmet: Unmet)] = []
    /// Sets of lines beyond one team and activity of which a shortfall was told.
    private var told: Set<[Int]> = []
    /// Lines of one team, activity and day.
    private var dayParts: [(day: Int, unmet: Unmet)] = []

    init(_ week: Week) {
        instance = Instance(week)
        let cells = CareCells(instance)
        groups = CareGroups(instance)
        times = PeopleTimes(cells)
        least = LeastUnmet(cells)
        reasons = ShortfallReasons(cells, times)
    }

    /// Minimums of heads that are missed in every plan.
    var headShortfalls: [HeadShortfall] { HeadShortfall.all(times.cells) }

    /// All demand.
    var everything: CareGroup { CareGroup(id: "all", name: "All care", lines: groups.lines) }

    private var week: Week { instance.week }

    // MARK: Shortfalls

    /// Every shortfall by team and activity: by day where a day has it, by line where a line has it, and in all where
    /// more is short than days and lines explain. Then what teams, days and the week are short of beyond these.
    mutating func findShortfalls() -> [Shortfall] {
        var found: [Shortfall] = []
        for group in groups.teamActivities { found += shortfalls(of: group) }
        for group in groups.teams { found += shortfall(of: group, [parts(of: group.lines)], .team) }
        for group in groups.activities { found += shortfall(of: group, [parts(of: group.lines)], .activity) }
        for (day, group) in groups.days.enumerated() {
            let explained = dayParts.filter { $0.day == day }.map(\.unmet)
            found += shortfall(of: group, [explained], .several)
        }
        // The whole week in each way in which it falls into parts.
        let divisions = [groups.teams, groups.activities, groups.pathways, groups.days].map { division in
            division.map { least.unmet(of: $0.lines, parts: parts(of: $0.lines)) }
        }
        found += shortfall(of: everything, divisions, .several)
        let order = found.indices.sorted {
            (-found[$0].shortHours, $0) < (-found[$1].shortHours, $1)
        }
        return order.map { found[$0] }
    }

    private mutating func shortfalls(of group: CareGroup) -> [Shortfall] {
        let whole = least.unmet(of: group.lines)
        guard whole.contacts > 0 else {
            parts.append((group.lines, whole))
            return []
        }
        var found: [Shortfall] = []
        var explained: [Unmet] = []
        let byDay = Dictionary(grouping: group.lines) { groups.day(ofLine: $0) }
        for day in 0..<instance.dayCount {
            guard let lines = byDay[day] else { continue }
            let unmet = least.unmet(of: lines)
            guard unmet.contacts > 0 else { continue }
            dayParts.append((day, unmet))
            explained.append(unmet)
            found.append(shortfall(lines, unmet, .teamActivity))
        }
        for i in byDay[nil] ?? [] {
            let unmet = least.unmet(of: [i])
            guard unmet.contacts > 0 else { continue }
            explained.append(unmet)
            found.append(shortfall([i], unmet, .teamActivity))
        }
        let all = least.unmet(of: group.lines, parts: explained)
        parts.append((group.lines, all))
        if all.contacts > explained.reduce(Unmet(), +).contacts {
            found.append(shortfall(group.lines, all, .teamActivity))
        }
        return found
    }

    /// The shortfall of a group, if it is more than that of its parts together, however it is divided.
    private mutating func shortfall(
        of group: CareGroup, _ divisions: [[Unmet]], _ kind: ShortfallReasons.Kind
    ) -> [Shortfall] {
        var unmet = Unmet()
        for parts in divisions { unmet = unmet.orMore(least.unmet(of: group.lines, parts: parts)) }
        let explained = divisions.map { $0.reduce(Unmet(), +).minutes }.max() ?? 0
        // With one team, or all care on one day, a larger group is the same lines once more.
        guard unmet.minutes > explained, told.insert(group.lines).inserted else { return [] }
        return [shortfall(group.lines, unmet, kind)]
    }

    private func parts(of lines: [Int]) -> [Unmet] {
        let inside = Set(lines)
        return parts.filter { inside.isSuperset(of: $0.lines) }.map(\.unmet)
    }

    private func shortfall(_ lines: [Int], _ unmet: Unmet, _ kind: ShortfallReasons.Kind) -> Shortfall {
        let wanted = lines.reduce(0) { $0 + instance.lines[$1].contacts }
        let (reason, sentence) = reasons.explain(lines, wanted: wanted, unmet: unmet, kind)
        let sessions = lines.map { instance.lines[$0].window }
        let days = instance.calendar.dayOfSession
        let first = sessions.map { days[$0.lowerBound] }.min() ?? 0
        let last = sessions.map { days[$0.upperBound] }.max() ?? 0
        let line = lines.first.map { week.demand[$0] }
        return Shortfall(
            team: kind == .teamActivity || kind == .team ? line?.team : nil,
            activity: kind == .teamActivity || kind == .activity ? line?.activity : nil,
            from: week.start.adding(days: first).iso, until: week.start.adding(days: last).iso,
            lines: lines.map { week.demand[$0].id }, contacts: wanted, most: wanted - unmet.contacts,
            shortHours: Double(unmet.minutes) / 60, reason: reason, sentence: sentence)
    }

    // MARK: Figures

    /// The figures of a group that is made of whole teams, or of whole activities, or of both.
    mutating func figure(_ group: CareGroup) -> CapacityFigure {
        let needed = NeededTime.of(group.lines, instance)
        let time = times.time(for: group.lines)
        let unmet = least.unmet(of: group.lines, parts: parts(of: group.lines))
        return CapacityFigure(
            id: group.id, name: group.name, contacts: Int(needed.contacts.rounded()),
            contactHours: needed.contactMinutes / 60, workerHours: needed.workerMinutes / 60,
            people: time.people, rosteredHours: time.rostered / 60, availableHours: time.available / 60,
            mostContactHours: (needed.contactMinutes - Double(unmet.minutes)) / 60,
            shortHours: Double(unmet.minutes) / 60, shortContacts: unmet.contacts)
    }

    /// The figures of what is held in reserve. No part of it counts as short.
    func reserveFigure(_ group: CareGroup) -> CapacityFigure {
        let needed = NeededTime.of(group.lines, instance)
        let time = times.time(for: group.lines)
        return CapacityFigure(
            id: group.id, name: group.name, contacts: Int(needed.contacts.rounded()),
            contactHours: needed.contactMinutes / 60, workerHours: needed.workerMinutes / 60,
            people: time.people, rosteredHours: time.rostered / 60, availableHours: time.available / 60,
            mostContactHours: needed.contactMinutes / 60, shortHours: 0, shortContacts: 0)
    }

    /// The figures of every day.
    mutating func dayFigures() -> [DayCapacityFigure] {
        let spread = NeededTime.byDay(groups.lines, instance)
        let cells = times.cells.cells(for: groups.lines).filter { !$0.options.isEmpty }
        return groups.days.enumerated().map { day, group in
            let time = times.time(of: cells.filter { instance.calendar.dayOfSession[$0.session] == day })
            let fixed = NeededTime.of(group.lines, instance)
            let explained = dayParts.filter { $0.day == day }.map(\.unmet)
            let unmet = least.unmet(of: group.lines, parts: explained)
            return DayCapacityFigure(
                id: group.id, name: Show.shortDay(week.start.adding(days: day)),
                contacts: spread[day].contacts, contactHours: spread[day].contactMinutes / 60,
                workerHours: spread[day].workerMinutes / 60, people: time.people,
                rosteredHours: time.rostered / 60, availableHours: time.available / 60,
                fixedContacts: Int(fixed.contacts.rounded()), fixedContactHours: fixed.contactMinutes / 60,
                mostFixedContactHours: (fixed.contactMinutes - Double(unmet.minutes)) / 60,
                shortHours: Double(unmet.minutes) / 60, shortContacts: unmet.contacts)
        }
    }
}
