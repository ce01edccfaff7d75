// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Heads in a team in one of its open sessions, against its minimum.
public struct HeadFigure: Sendable, Equatable, Encodable {
    /// The team.
    public let team: String
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// Deployed people of substantive, bank or agency employment.
    public let heads: Int
    /// The registered among them.
    public let registeredHeads: Int
    /// Heads wanted.
    public let minimumStaff: Int
    /// Registered heads wanted.
    public let minimumRegistered: Int
    /// Heads missing.
    public let missingStaff: Int
    /// Registered heads missing.
    public let missingRegistered: Int

    /// Whether a head is missing.
    public var isShort: Bool { missingStaff > 0 || missingRegistered > 0 }
}

/// Heads against the minimum, for each team and open session.
public struct HeadFigures: Sendable, Equatable, Encodable {
    /// Team sessions with a minimum.
    public let sessionsWithMinimum: Int
    /// Team sessions in which a head is missing.
    public let sessionsShort: Int
    /// Heads missing in all, a registered head that is missing counted on top.
    public let missingHeads: Int
    /// By team in file order, then by session.
    public let items: [HeadFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let count = week.sessions.count
        var heads = [Int](repeating: 0, count: week.teams.count * count)
        var registered = heads
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team),
                week.staff[person].employment.countsAsHead
            else { continue }
            heads[team * count + row.session] += 1
            if index.kinds[person] == .registered { registered[team * count + row.session] += 1 }
        }
        var items: [HeadFigure] = []
        for (place, team) in week.teams.enumerated() {
            for (when, session) in week.sessions.enumerated() where team.isOpen(in: session) {
                let here = heads[place * count + when]
                let registeredHere = registered[place * count + when]
                items.append(
                    HeadFigure(
                        team: team.id, session: session.id, heads: here, registeredHeads: registeredHere,
                        minimumStaff: team.minimumStaff, minimumRegistered: team.minimumRegistered,
                        missingStaff: max(0, team.minimumStaff - here),
                        missingRegistered: max(0, team.minimumRegistered - registeredHere)))
            }
        }
        self.items = items
        sessionsWithMinimum = items.count { $0.minimumStaff > 0 || $0.minimumRegistered > 0 }
        sessionsShort = items.count(where: \.isShort)
        missingHeads = items.reduce(0) { $0 + $1.missingStaff + $1.missingRegistered }
    }
}
