// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Somebody belongs to another team or sets out from elsewhere, for good or lent.
public struct HomeChange: Sendable, Hashable, Codable {
    /// Who.
    public var staff: String
    /// The team; nil: as it was.
    public var homeTeam: String?
    /// Where from; nil: as it was.
    public var baseLocality: String?
    /// Whether staff were consulted about it. Nothing is planned from it; who shows the change says so.
    public var isConsulted: Bool?

    /// A move.
    public init(
        staff: String, homeTeam: String? = nil, baseLocality: String? = nil, isConsulted: Bool? = nil
    ) {
        self.staff = staff
        self.homeTeam = homeTeam
        self.baseLocality = baseLocality
        self.isConsulted = isConsulted
    }
}

extension HomeChange: ChangeTopic {
    var about: String? { staff }

    func apply(to week: inout ChangingWeek) {
        let areKnown = [
            homeTeam.map { week.team($0) != nil } ?? true,
            week.knows(.locality, baseLocality.map { [$0] }, week.localities),
        ]
        guard let s = week.person(staff), !areKnown.contains(false) else { return }
        if let homeTeam { week.parts.staff[s].homeTeam = homeTeam }
        if let baseLocality { week.parts.staff[s].baseLocality = baseLocality }
    }

    func words(_ names: Naming) -> String {
        let team = homeTeam.map { " to \(names.team($0))" } ?? ""
        let base = baseLocality.map { ", based at \($0)" } ?? ""
        return "moving \(names.person(staff))\(team)\(base)"
    }
}
