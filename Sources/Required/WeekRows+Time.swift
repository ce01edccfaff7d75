// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What people have time for.
extension WeekRows {
    /// Contacts and supervision take no more time than there is, less what no roster fills.
    func addTime(_ rows: inout ProgramRows, fill: Double) {
        struct TeamPlace: Hashable {
            let kind: Int
            let period: Int
            let team: Int
        }
        var byTeam: [TeamPlace: [Term]] = [:]
        for (place, cell) in cells.enumerated() {
            for one in taking[place] {
                byTeam[
                    TeamPlace(kind: one.kind, period: cell.period, team: cell.team), default: []
                ].append((one.column, one.minutes))
            }
        }
        for p in 0..<kindCount {
            for t in periods.indices {
                let capacity = fill * week.capacity(p, session: periods[t].first) * periods[t].count
                for (g, teams) in instance.teamsOfGroup.enumerated() {
                    let work = teams.map { byTeam[TeamPlace(kind: p, period: t, team: $0)] ?? [] }
                    let supervision = (supervising[Place(kind: p, period: t, group: g)] ?? []).map {
                        ($0, 1.0)
                    }
                    for (k, terms) in zip(teams, work) where !terms.isEmpty {
                        guard teams.count > 1 else { continue }
                        rows.row(upper: 0, terms + heads(p, t, k).map { ($0, -capacity) })
                    }
                    let all = work.flatMap(\.self) + supervision
                    guard !all.isEmpty else { continue }
                    rows.row(upper: 0, all + heads(p, t, group: g).map { ($0, -capacity) })
                }
            }
        }
    }
}
