// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Heads in a team in one of its open sessions, against its minimum.
public struct HeadFigure: Sendable, Equatable, Encodable {
    /// The team.
    public let team: String
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// Deployed people of substantive, bank or agency employment.
    public let heads: Int
    /// The registered among them, of the team's `head_professions` where it has some.
    public let registeredHeads: Int
    /// Heads wanted.
    public let minimumStaff: Int
    /// Registered heads wanted.
    public let minimumRegistered: Int
    /// Heads missing.
    public let missingStaff: Int
    /// Registered heads missing.
    public let missingRegistered: Int
    /// Who else must be there, in order of minimums.csv; nil where nobody must.
    public let others: [OtherHeadFigure]?

    /// Heads of others missing.
    public var missingOthers: Int { (others ?? []).reduce(0) { $0 + $1.missing } }

    /// Whether a head is missing.
    public var isShort: Bool { missingStaff > 0 || missingRegistered > 0 || missingOthers > 0 }

    /// Who is missing of whom: `0 of 1 registered heads`; empty where nobody is.
    public var shortInWords: [String] {
        let kinds =
            [(heads, minimumStaff, "heads"), (registeredHeads, minimumRegistered, "registered heads")]
            + (others ?? []).map { ($0.heads, $0.minimum, $0.who) }
        return kinds.filter { $0.0 < $0.1 }.map { there, wanted, who in
            "\(Show.count(there)) of \(Show.count(wanted)) \(who)"
        }
    }
}

/// Heads of a kind that a row of minimums.csv asks for in a session.
public struct OtherHeadFigure: Sendable, Equatable, Encodable {
    /// The row's position in minimums.csv, from 0.
    public let row: Int
    /// Who counts, in words: `registered heads in nursing`.
    public let who: String
    /// Those there.
    public let heads: Int
    /// Those wanted.
    public let minimum: Int
    /// Those missing.
    public let missing: Int
}

/// Heads against the minimum, for each team and open session.
public struct HeadFigures: Sendable, Equatable, Encodable {
    /// Team sessions with a minimum.
    public let sessionsWithMinimum: Int
    /// Team sessions in which a head is missing.
    public let sessionsShort: Int
    /// Heads missing in all; who is missing of several minimums counts for each.
    public let missingHeads: Int
    /// By team in file order, then by session.
    public let items: [HeadFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let count = week.sessions.count
        let there = HeadsThere(index.index, plan.deployments, of: week)
        func heads(_ kind: HeadKind, _ team: Int, _ session: Int) -> Int {
            there.heads(kind, team, session).count
        }
        let minimums = Dictionary(grouping: week.staffingMinimums) { $0.team * count + $0.session }
        var items: [HeadFigure] = []
        for (place, team) in week.teams.enumerated() {
            for (when, session) in week.sessions.enumerated() where team.isOpen(in: session) {
                let here = heads(.any, place, when)
                let registeredHere = heads(team.registeredHeads, place, when)
                let others = (minimums[place * count + when] ?? []).compactMap { minimum in
                    minimum.source.row.map { row in
                        let present = heads(minimum.kind, place, when)
                        return OtherHeadFigure(
                            row: row, who: Words.heads(minimum.kind, week.framework), heads: present,
                            minimum: minimum.number, missing: minimum.missing(present))
                    }
                }
                items.append(
                    HeadFigure(
                        team: team.id, session: session.id, heads: here, registeredHeads: registeredHere,
                        minimumStaff: team.minimumStaff, minimumRegistered: team.minimumRegistered,
                        missingStaff: max(0, team.minimumStaff - here),
                        missingRegistered: max(0, team.minimumRegistered - registeredHere),
                        others: others.isEmpty ? nil : others))
            }
        }
        self.items = items
        sessionsWithMinimum = items.count {
            $0.minimumStaff > 0 || $0.minimumRegistered > 0 || $0.others != nil
        }
        sessionsShort = items.count(where: \.isShort)
        missingHeads = items.reduce(0) { $0 + $1.missingStaff + $1.missingRegistered + $1.missingOthers }
    }
}
