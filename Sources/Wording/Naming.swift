// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// People, teams, sessions, activities and what is asked for, as sentences about a week name them. What a
/// week does not have is named by its identifier.
///
/// A report with other names for people is a report of a week with other names: its naming names nobody.
public struct Naming: Sendable {
    /// The week.
    public let week: Week
    private let index: WeekIndex

    /// The names of a week.
    ///
    /// - Parameter index: The week's index, where it is at hand.
    public init(week: Week, index: WeekIndex? = nil) {
        self.week = week
        self.index = index ?? WeekIndex(week)
    }

    // MARK: People and teams

    /// `Ann Lee (S012)`, or the identifier alone where there is no other name.
    public func person(_ s: Int) -> String {
        let staff = week.staff[s]
        return staff.name == staff.id ? staff.id : "\(staff.name) (\(staff.id))"
    }

    /// `Ann Lee (S012)`.
    public func person(_ id: String) -> String { index.person(id).map { person($0) } ?? id }
    /// `Ann Lee`.
    public func name(ofPerson id: String) -> String { index.person(id).map { week.staff[$0].name } ?? id }
    /// `Kestrel team`.
    public func team(_ k: Int) -> String { week.teams[k].name }
    /// `Kestrel team`.
    public func team(_ id: String) -> String { index.team(id).map { team($0) } ?? id }

    // MARK: Sessions

    /// `Mon 23 Nov am`.
    public func session(_ t: Int) -> String { Show.session(week.sessions[t]) }
    /// `Mon 23 Nov am`, of a session as files name it.
    public func session(named id: String) -> String { index.session(id).map { session($0) } ?? id }
    /// `Mon 23 Nov am and Tue 24 Nov am`.
    public func sessions(_ sessions: [Int]) -> String { Self.list(sessions.map { session($0) }) }
    /// The same of sessions as files name them.
    public func sessions(named ids: [String]) -> String { Self.list(ids.map { session(named: $0) }) }

    /// `Mon 23 Nov am to Tue 24 Nov pm`.
    public func window(_ window: ClosedRange<Int>) -> String {
        window.count == 1
            ? session(window.lowerBound)
            : "\(session(window.lowerBound)) to \(session(window.upperBound))"
    }

    /// What the rota says of somebody in sessions that the week has.
    public func marks(of id: String, in sessions: [String]) -> [RotaMark] {
        guard let s = index.person(id) else { return [] }
        return sessions.compactMap(index.session).map { week.rota[s][$0] }
    }

    /// `R@B in rota.csv, row S012, column 2026-11-23 am`: what to write where.
    public func rotaCell(_ s: Int, _ t: Int, _ mark: String) -> String {
        "\(mark) in rota.csv, row \(week.staff[s].id), column \(week.sessions[t].id)"
    }

    // MARK: Care and what it asks for

    /// `Rehabilitation session`.
    public func activity(_ id: String) -> String {
        index.activity(id).map { week.framework.activities[$0].name } ?? id
    }
    /// `Physiotherapist`.
    public func role(_ id: String) -> String { index.role(id).map { week.framework.roles[$0].name } ?? id }
    /// `Moves and handles people`.
    public func competency(_ id: String) -> String {
        index.competency(id).map { week.framework.competencies[$0].name } ?? id
    }

    /// `D12 (Rehabilitation session, Kestrel team)`.
    public func line(_ i: Int) -> String {
        let line = week.demand[i]
        return "\(line.id) (\(activity(line.activity)), \(team(line.team)))"
    }

    /// `D12 (Rehabilitation session, Kestrel team)`.
    public func line(_ id: String) -> String { index.line(id).map { line($0) } ?? id }

    /// `“Moves and handles people” at level 2 (supervised)`.
    public func need(_ need: Need) -> String {
        let levels = week.framework.levelNames
        let level = levels.indices.contains(need.level - 1) ? " (\(levels[need.level - 1]))" : ""
        return "“\(competency(need.competency))” at level \(need.level)\(level)"
    }

    /// Several of them.
    public func needs(_ needs: [Need]) -> String { Self.list(needs.map { need($0) }) }

    // MARK: Lists

    /// `a`, `a and b`, `a, b and c`.
    public static func list(_ words: [String]) -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}

extension String {
    /// The text with its first letter large, to begin a sentence.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
    /// The text with its first letter small, to stand within a sentence.
    public var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
