// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Somebody's place in a rotation on some days, in place of what held on them.
public struct PlacementChange: Sendable, Hashable, Codable {
    /// Who.
    public var staff: String
    /// The team they are placed in; nil: none, the placement is lifted.
    public var team: String?
    /// The first day; nil: the week's first.
    public var from: CalendarDay?
    /// The last day; nil: the week's last.
    public var until: CalendarDay?

    /// A placement, or none.
    public init(staff: String, team: String? = nil, from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.staff = staff
        self.team = team
        self.from = from
        self.until = until
    }
}

extension PlacementChange: ChangeTopic {
    var about: String? { staff }

    func apply(to week: inout ChangingWeek) {
        let isKnown = [week.person(staff) != nil, team.map { week.team($0) != nil } ?? true]
        guard let days = week.daysWithin(from: from, until: until), !isKnown.contains(false) else { return }
        week.parts.placements = week.parts.placements.flatMap { row in
            row.staff == staff ? row.without(days) : [row]
        }
        guard let team else { return }
        week.parts.placements.append(
            Placement(staff: staff, team: team, from: days.lowerBound, until: days.upperBound))
    }

    func condition(_ names: Naming) -> String {
        team == nil
            ? "\(names.person(staff))'s placement were lifted (placements.csv)"
            : "there were \(words(names)) (placements.csv)"
    }

    func words(_ names: Naming) -> String {
        let isWhole = from == nil && until == nil
        let when =
            isWhole
            ? "" : " \(from.map { "from \(Show.day($0))" } ?? "until \(until.map(Show.day) ?? "")")"
        let end = from != nil ? until.map { " to \(Show.day($0))" } ?? "" : ""
        return team.map { "placing \(names.person(staff)) in \(names.team($0))\(when)\(end)" }
            ?? "lifting \(names.person(staff))'s placement\(when)\(end)"
    }
}

extension Placement {
    /// What is left of it without some days: nothing, one part, or one before and one after them.
    fileprivate func without(_ days: ClosedRange<CalendarDay>) -> [Placement] {
        guard from.map({ $0 <= days.upperBound }) ?? true, until.map({ days.lowerBound <= $0 }) ?? true else {
            return [self]
        }
        var (before, after) = (self, self)
        before.until = days.lowerBound.adding(days: -1)
        after.from = days.upperBound.adding(days: 1)
        return [before, after].filter { part in
            guard let from = part.from, let until = part.until else { return true }
            return from <= until
        }
    }
}
