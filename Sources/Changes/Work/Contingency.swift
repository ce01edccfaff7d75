// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Contacts are held in reserve for what nobody knows of yet: a share of those that a pathway's teams are asked for,
/// besides them and not yet given. They form lines of their own, of the same team, activity and window, last in their file.
public struct Contingency: Sendable, Hashable, Codable {
    /// The pathway.
    public var pathway: String
    /// The share, 0 to 1, of the contacts of all its lines, rounded over them together.
    public var share: Double

    /// A reserve.
    public init(pathway: String, share: Double) {
        self.pathway = pathway
        self.share = share
    }

    /// The share above which somebody should look whether that much is meant.
    public static let usualMost = 0.15
}

extension Contingency: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.knows(.pathway, [pathway], week.parts.teams.map(\.pathway)),
            week.isRight(share, 0...1, "A share"),
        ]
        guard !areRight.contains(false) else { return }
        let teams = Set(week.parts.teams.filter { $0.pathway == pathway }.map(\.id))
        let open = week.openDemand
        let lines = open.lines.filter { i in
            teams.contains(week.parts.demand[i].team) && !week.parts.demand[i].isHeldInReserve
        }
        let counts = Apportionment.of(lines.map { open.contacts[$0] }, by: share, .halfUp)
        for (i, count) in zip(lines, counts) where count > 0 {
            var reserve = week.parts.demand[i]
            reserve.id += DemandLine.reserveSuffix
            reserve.priority = .reserve
            reserve.contacts = count
            reserve.singleHandedContacts = 0
            reserve.usual = []
            _ = week.addOrJoin(reserve)
        }
    }

    func words(_ names: Naming) -> String {
        "\(Show.percent(share)) of \(pathway)'s contacts held in reserve"
    }
}
