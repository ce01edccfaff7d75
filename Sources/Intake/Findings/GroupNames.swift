// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Supervision groups of one team whose name is a slip of the keyboard away from another group's: the team then has
/// no supervisors but its own.
enum GroupNames {
    /// Warns of each.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let teams = placed.week.teams
        let sizes = Dictionary(teams.map { ($0.supervisionGroup, 1) }, uniquingKeysWith: +)
        for (index, team) in teams.enumerated() {
            let group = team.supervisionGroup
            guard group != team.id, sizes[group] == 1 else { continue }
            let others = teams.filter { $0.id != team.id }.map(\.supervisionGroup)
            guard let meant = others.first(where: { isSlip(group, of: $0) }) else { continue }
            let field = placed.teams.field("supervision_group", index)
            field.warning(
                "supervision_group \(field.shown) has no team but '\(team.id)'" + didYouMean(meant),
                expected: meant,
                diagnostics)
        }
    }

    /// Whether two names differ in capitals or look-alikes, or by one slip among their letters; numbers that differ
    /// are names of their own.
    private static func isSlip(_ name: String, of other: String) -> Bool {
        guard name != other else { return false }
        let (one, two) = (LookAlikes.byEye(name), LookAlikes.byEye(other))
        if one == two { return true }
        guard one.count >= 5, one.filter(\.isNumber) == two.filter(\.isNumber) else { return false }
        return nearestName(to: one, in: [two]) != nil && isOneSlip(Array(one), Array(two))
    }

    /// Whether a letter was put in, left out, mistaken, or swapped with its neighbour.
    private static func isOneSlip(_ one: [Character], _ two: [Character]) -> Bool {
        let same = zip(one, two).prefix { $0 == $1 }.count
        let (first, second) = (one[same...], two[same...])
        let isSwap =
            first.count >= 2 && second.count >= 2 && first.dropFirst(2).elementsEqual(second.dropFirst(2))
            && Array(first.prefix(2)) == Array(second.prefix(2).reversed())
        return isSwap || first.dropFirst().elementsEqual(second.dropFirst())
            || first.dropFirst().elementsEqual(second) || first.elementsEqual(second.dropFirst())
    }
}
