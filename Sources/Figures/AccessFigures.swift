// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Care on weekend days against weekdays.
public struct SevenDayFigure: Sendable, Equatable, Encodable {
    /// The pathway, or `all`.
    public let group: String
    /// Contacts given on Saturdays and Sundays.
    public let weekendGiven: Int
    /// Contacts whose time ran out on these days without them.
    public let weekendUnmet: Int
    /// Contacts given from Monday to Friday.
    public let weekdayGiven: Int
    /// Contacts whose time ran out on these days without them.
    public let weekdayUnmet: Int
    /// Contacts a weekend day for one on a weekday; nil where a horizon lacks either, or weekdays have none.
    public let weekendPerWeekday: Double?

    /// The share met of what was given or ran out at weekends; nil where there is neither.
    public var weekendShare: Double? { share(weekendGiven, weekendUnmet) }
    /// The same of weekdays.
    public var weekdayShare: Double? { share(weekdayGiven, weekdayUnmet) }

    private func share(_ given: Int, _ unmet: Int) -> Double? {
        given + unmet > 0 ? Double(given) / Double(given + unmet) : nil
    }
}

/// Who gets care when and where: over seven days, at the beginning, by locality and by which way people come. What is
/// held in reserve is in none of it.
public struct AccessFigures: Sendable, Equatable, Encodable {
    /// By pathway in order of the teams, then all; none where the horizon has no weekend day.
    public let sevenDays: [SevenDayFigure]
    /// Initial assessments wanted, met in their window and not met, by pathway with any; then all.
    public let initialAssessments: [DemandFigure]
    /// Care by the locality of its team, in order of the teams.
    public let byLocality: [DemandFigure]
    /// Care by which way people come; none where no line says so, and `none` for the lines that do not.
    public let bySource: [DemandFigure]

    /// The group of lines that name no source, where others do.
    public static let unsaid = "none"

    init(_ index: WeekLookup, _ plan: Plan, _ cover: CoverFigures) {
        let week = index.week
        sevenDays = Self.sevenDays(week, cover)
        let (met, unmet) = (index.met(plan), index.unmet(plan))
        let initial = Set(week.framework.activities.filter(\.isInitialAssessment).map(\.id))
        func care(_ groups: [(id: String, name: String)], _ group: (DemandLine) -> String?) -> [DemandFigure]
        {
            var care = Grouped(groups.map(\.id), Care())
            for (position, line) in week.demand.enumerated() where line.priority.isCare {
                guard let key = group(line) else { continue }
                let minutes = index.minutes(line.activity)
                care.change(key) {
                    $0.wanted.add(line.contacts, minutes: minutes)
                    $0.met.add(met[position], minutes: minutes)
                    $0.unmet.add(unmet[position], minutes: minutes)
                }
            }
            return zip(groups, care.amounts).map { $1.figure($0.id, $0.name) }
                .filter { $0.wanted.contacts > 0 }
        }
        let pathways = index.pathways.map { ($0, $0) }
        let assessed = { (line: DemandLine) in initial.contains(line.activity) }
        initialAssessments =
            care(pathways) { assessed($0) ? index.pathway($0.team) : nil }
            + care([("all", "All")]) { assessed($0) ? "all" : nil }
        var localities: [String] = []
        for team in week.teams where !localities.contains(team.locality) { localities.append(team.locality) }
        byLocality = care(localities.map { ($0, $0) }) { line in
            index.team(line.team).map { week.teams[$0].locality }
        }
        let sources = CareSource.allCases.map { ($0.rawValue, Words.capitalised($0.rawValue)) }
        bySource =
            week.demand.contains { $0.source != nil && $0.priority.isCare }
            ? care(sources + [(Self.unsaid, "Not said")]) { $0.source?.rawValue ?? Self.unsaid } : []
    }

    private static func sevenDays(_ week: Week, _ cover: CoverFigures) -> [SevenDayFigure] {
        let days = (0..<week.days).map { week.start.adding(days: $0) }
        let weekend = Set(days.filter(\.isWeekend).map(\.iso))
        guard !weekend.isEmpty else { return [] }
        func figure(_ group: String, _ figures: [DayCoverFigure]) -> SevenDayFigure {
            let (at, other) = (
                figures.filter { weekend.contains($0.day) }, figures.filter { !weekend.contains($0.day) }
            )
            let given = at.reduce(0) { $0 + $1.given }
            let usual = other.reduce(0) { $0 + $1.given }
            let weekdays = days.count - weekend.count
            return SevenDayFigure(
                group: group, weekendGiven: given, weekendUnmet: at.reduce(0) { $0 + $1.unmet },
                weekdayGiven: usual, weekdayUnmet: other.reduce(0) { $0 + $1.unmet },
                weekendPerWeekday: usual > 0
                    ? Double(given) / Double(weekend.count) / (Double(usual) / Double(weekdays)) : nil)
        }
        var pathways: [String] = []
        for day in cover.days where !pathways.contains(day.pathway) { pathways.append(day.pathway) }
        return pathways.map { pathway in figure(pathway, cover.days.filter { $0.pathway == pathway }) }
            + [figure("all", cover.days)]
    }
}

extension Activity {
    /// Whether it is what care begins with: its identifier or its name says initial assessment.
    var isInitialAssessment: Bool {
        [id, name].contains { text in
            let words = text.lowercased().split { !$0.isLetter }
            return zip(words, words.dropFirst()).contains { $0 == "initial" && $1.hasPrefix("assess") }
        }
    }
}
