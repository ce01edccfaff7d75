// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Fewer places for people than they may go to, where a week has more columns than can be searched: each person keeps
/// their own team and so many others, other ones for each person, so that every team has some to draw on.
struct Narrowing: Sendable {
    /// Teams each person keeps in a session.
    let teamsKept: Int
    /// The week with no more places than that.
    let instance: Instance

    /// The most teams of each person with which a week has no more than `most` columns that count contacts; one where
    /// even that has more.
    init(_ whole: Instance, most: Int) {
        let columns = ColumnsOfPlace(whole)
        let order = whole.eligibleTeams.indices.map { Self.order($0, whole) }
        // Columns that the first team of every cell has, the second, and so on.
        var added: [Int] = []
        for (cell, teams) in order.enumerated() {
            for (position, team) in teams.enumerated() {
                if position == added.count { added.append(0) }
                added[position] += columns.contacts(cell, team: team)
            }
        }
        var (kept, sum) = (0, 0)
        while kept < added.count, kept == 0 || sum + added[kept] <= most {
            sum += added[kept]
            kept += 1
        }
        teamsKept = kept
        instance = whole.narrowed(to: order.map { $0.prefix(kept).sorted() })
    }

    /// The teams of a cell: where the plan in force has the person, their home or placement, then the others from one
    /// on that is another for each person and the same all week.
    private static func order(_ cell: Int, _ instance: Instance) -> [Int] {
        let teams = instance.eligibleTeams[cell]
        guard teams.count > 1 else { return teams }
        let (s, t) = instance.personAndSession(ofCell: cell)
        let home = instance.homeTeam[instance.personDay(s, instance.calendar.dayOfSession[t])]
        // The home first: whoever is on duty at home has to stay possible there.
        let own = [home, instance.currentTeam?[cell]].compactMap(\.self).filter(teams.contains)
        let first = teams.firstIndex { $0 > s % instance.teamCount } ?? 0
        let turned = teams[first...] + teams[..<first]
        var order: [Int] = []
        for team in own + turned where !order.contains(team) { order.append(team) }
        return order
    }
}
