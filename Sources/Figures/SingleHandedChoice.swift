// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A line of care for two workers whose activity one may give where a clinical review found it suitable: what there is to
/// review, before any plan.
public struct SingleHandedChoice: Sendable, Equatable {
    /// The line.
    public let line: DemandLine
    /// Contact hours of the second worker, were all of its contacts given by two.
    public let secondWorkerHours: Double

    /// Whether the week states that some of its contacts are suitable for one.
    public var isStated: Bool { line.singleHandedContacts > 0 }

    /// Those of a week, those that take most of second workers' time first, then in order of the file.
    public static func all(in week: Week) -> [SingleHandedChoice] { all(WeekLookup(week)) }

    static func all(_ index: WeekLookup) -> [SingleHandedChoice] {
        index.week.demand.compactMap { line in
            guard let activity = index.activity(line.activity), activity.hands == 2,
                activity.singleHanded != nil, line.priority.isCare, line.contacts > 0
            else { return nil }
            return SingleHandedChoice(
                line: line, secondWorkerHours: Double(line.contacts * activity.minutes) / 60)
        }.enumerated().sorted {
            ($1.element.secondWorkerHours, $0.offset) < ($0.element.secondWorkerHours, $1.offset)
        }.map(\.element)
    }
}
