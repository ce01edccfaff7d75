// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Some contacts are given as another activity: a remote review for a visit, say. They form a line of their
/// own, of the same team, window and priority, last in its file; where an earlier conversion made that line, they
/// join it.
public struct Conversion: Sendable, Hashable, Codable {
    /// What they were wanted as.
    public var from: String
    /// What they are given as.
    public var to: String
    /// The share of those not yet given, 0 to 1, rounded over all lines together.
    public var share: Double
    /// Whose contacts; nil: every team's.
    public var teams: [String]?

    /// A conversion.
    public init(from: String, to: String, share: Double, teams: [String]? = nil) {
        self.from = from
        self.to = to
        self.share = share
        self.teams = teams
    }
}

extension Conversion: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.activity(from) != nil, week.activity(to) != nil, week.isRight(share, 0...1, "A share"),
            week.knows(.team, teams, week.parts.teams.map(\.id)),
        ]
        guard !areRight.contains(false) else { return }
        guard from != to else { return week.refuse(.sameActivity(from)) }
        let open = week.openDemand
        let lines = open.lines.filter { i in
            week.parts.demand[i].activity == from && teams?.contains(week.parts.demand[i].team) ?? true
                && !week.parts.demand[i].isHeldInReserve
        }
        let counts = Apportionment.of(lines.map { open.contacts[$0] }, by: share, .halfUp)
        for (i, count) in zip(lines, counts) where count > 0 {
            let line = week.parts.demand[i]
            let converted = DemandLine(
                id: "\(line.id)~\(to)", team: line.team, activity: to, priority: line.priority,
                contacts: count, window: line.window, usual: line.usual, source: line.source)
            guard week.addOrJoin(converted) else { continue }
            week.parts.demand[i].contacts -= count
            week.parts.demand[i].singleHandedContacts = min(
                line.singleHandedContacts, week.parts.demand[i].contacts)
        }
    }

    func words(_ names: Naming) -> String {
        let whose = teams.map { " of \(Naming.list($0.map { names.team($0) }))" } ?? ""
        return "\(Show.percent(share)) of \(names.activity(from))\(whose) given as \(names.activity(to))"
    }
}
