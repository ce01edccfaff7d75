// SPDX-License-Identifier: GPL-3.0-or-later

/// Heads of a kind that a team wants in one of its open sessions. Each head missing has its price.
///
/// This is the one list of a week's minimums, whatever file they stand in, for everybody but the audit.
public struct StaffingMinimum: Sendable, Hashable {
    /// Where it stands.
    public enum Source: Sendable, Hashable {
        /// `min_staff` and `min_registered` of teams.csv.
        case staff, registered
        /// A row of minimums.csv, by its position.
        case row(Int)

        /// The position of its row in minimums.csv; nil where it stands in teams.csv.
        public var row: Int? {
            switch self {
            case .staff, .registered: nil
            case .row(let position): position
            }
        }
    }

    /// The team's position.
    public let team: Int
    /// The session's position.
    public let session: Int
    /// Who counts.
    public let kind: HeadKind
    /// Heads wanted, 1 or more.
    public let number: Int
    /// Where it stands.
    public let source: Source

    /// Heads missing where so many are there.
    public func missing(_ present: Int) -> Int { max(0, number - present) }
}

extension Team {
    /// Who counts as a registered head.
    public var registeredHeads: HeadKind { .registered(headProfessions) }
}

extension Week {
    /// Every minimum of every team's open sessions: by team, then by session, then `min_staff`, `min_registered` and
    /// the rows of minimums.csv in their order. Minimums of nobody are left out.
    public var staffingMinimums: [StaffingMinimum] {
        let rows = Dictionary(grouping: minimums.enumerated(), by: \.element.team)
        return teams.enumerated().flatMap { k, team -> [StaffingMinimum] in
            let own = rows[team.id] ?? []
            guard team.minimumStaff > 0 || team.minimumRegistered > 0 || !own.isEmpty else { return [] }
            return sessions.enumerated().flatMap { t, session -> [StaffingMinimum] in
                guard team.isOpen(in: session) else { return [] }
                let wanted: [(HeadKind, Int, StaffingMinimum.Source)] =
                    [
                        (.any, team.minimumStaff, .staff),
                        (team.registeredHeads, team.minimumRegistered, .registered),
                    ]
                    + own.filter { $0.element.holds(in: session) }
                    .map { ($0.element.kind, $0.element.atLeast, .row($0.offset)) }
                return wanted.filter { $0.1 > 0 }.map { kind, number, source in
                    StaffingMinimum(team: k, session: t, kind: kind, number: number, source: source)
                }
            }
        }
    }
}
