// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a cost is of: all of a week, one of its pathways or teams, or what belongs to none.
public enum CostPart: Sendable, Hashable, Encodable {
    case all
    case pathway(String)
    case team(String)
    /// What is paid to people without a home team who work for none.
    case noTeam

    /// What stands behind the name of a figure that is of a part: `_team_north-home`.
    var suffix: String {
        switch self {
        case .all: ""
        case .pathway(let pathway): "_pathway_\(pathway)"
        case .team(let team): "_team_\(team)"
        case .noTeam: "_no_team"
        }
    }

    /// Its group in tables of metrics: the identifier, `none` or `all`.
    public var group: String {
        switch self {
        case .all: "all"
        case .pathway(let name), .team(let name): name
        case .noTeam: WorkloadFigures.homeless
        }
    }

    /// What people read: `pathway P1`.
    public func words(_ teamName: (String) -> String) -> String {
        switch self {
        case .all: "all"
        case .pathway(let pathway): "pathway \(pathway)"
        case .team(let team): teamName(team)
        case .noTeam: "no team"
        }
    }

    /// Encodes the group and of what kind it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(group, forKey: .group)
        try container.encode(kind, forKey: .kind)
    }

    private enum Key: String, CodingKey { case group, kind }

    /// `all`, `pathway`, `team` or `none`.
    public var kind: String {
        switch self {
        case .all: "all"
        case .pathway: "pathway"
        case .team: "team"
        case .noTeam: "none"
        }
    }
}

/// Pounds of teams and pathways in whole pence that add up to those of all: teams by the largest remainder, and a pathway
/// has those of its teams.
public struct CostPence: Sendable, Equatable {
    /// Team by team, in order.
    public let byTeam: [Int]
    /// Pathway by pathway, in order.
    public let byPathway: [Int]
    /// What is of no team.
    public let ofNoTeam: Int
    /// All of it.
    public var total: Int { byTeam.reduce(ofNoTeam, +) }
    /// Pathways, teams, no team, and all.
    public var all: [Int] { byPathway + byTeam + [ofNoTeam, total] }

    /// - Parameters:
    ///   - pounds: Team by team, none below 0.
    ///   - none: Pounds of no team.
    ///   - week: The week whose teams they are.
    public init(_ pounds: [Double], none: Double, in week: Week) {
        let pence = PayablePence.ofParts(pounds + [none])
        let byTeam = Array(pence.dropLast())
        self.byTeam = byTeam
        ofNoTeam = pence.last ?? 0
        byPathway = WeekLookup(week).pathways.map { pathway in
            zip(week.teams, byTeam).reduce(0) { $1.0.pathway == pathway ? $0 + $1.1 : $0 }
        }
    }
}
