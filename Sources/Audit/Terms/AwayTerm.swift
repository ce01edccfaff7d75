// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Sessions deployed to a team that is neither the person's home team nor, that day, their placement.
enum AwayTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let week = ledger.facts.week
        let away = ledger.deployments.filter { placed in
            guard let home = week.staff[placed.staff].homeTeam else { return false }
            let team = week.teams[placed.team].id
            let day = week.sessions[placed.session].day
            return team != home
                && !week.placements.contains {
                    $0.staff == placed.row.staff && $0.team == team && $0.holds(on: day)
                }
        }
        return week.policy.awaySession * Double(away.count)
    }
}
