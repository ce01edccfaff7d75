// SPDX-License-Identifier: GPL-3.0-or-later

/// Which heads count towards a minimum.
public enum HeadKind: Sendable, Hashable {
    /// Every head.
    case any
    /// Registered heads, of one of those professions; none named: of whatever profession.
    case registered([String])
    /// Heads who hold a competency at a level, on the day.
    case holding(Need)

    /// The professions named; none where it is about others.
    public var professions: [String] {
        switch self {
        case .registered(let professions): professions
        case .any, .holding: []
        }
    }
}

extension Qualifications {
    /// Whether somebody who counts as a head is one of that kind on a day.
    public func isHead(of kind: HeadKind, on day: CalendarDay) -> Bool {
        switch kind {
        case .any: true
        case .registered(let professions):
            professions.isEmpty ? isRegistered : !self.professions.isDisjoint(with: professions)
        case .holding(let need): holds([need], on: day)
        }
    }
}

/// Who else must be in a team, beside its minimum of heads and of registered heads: a row of minimums.csv.
public struct TeamMinimum: Sendable, Hashable {
    /// Sessions in which a minimum holds.
    public enum When: Sendable, Hashable {
        /// A part of every day.
        case part(String)
        /// A part of one day.
        case session(CalendarDay, part: String)
    }

    /// The team.
    public var team: String
    /// Who counts.
    public var kind: HeadKind
    /// Heads wanted.
    public var atLeast: Int
    /// When it holds, in sessions in which the team is open; nil: in all of them.
    public var when: [When]?

    /// A minimum.
    public init(team: String, _ kind: HeadKind, atLeast: Int, when: [When]? = nil) {
        self.team = team
        self.kind = kind
        self.atLeast = atLeast
        self.when = when
    }

    /// Whether it holds in that session, if the team is open.
    public func holds(in session: Session) -> Bool {
        guard let when else { return true }
        return when.contains { one in
            switch one {
            case .part(let part): part == session.part.id
            case .session(let day, let part): part == session.part.id && day == session.day
            }
        }
    }
}
