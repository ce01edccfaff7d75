// SPDX-License-Identifier: GPL-3.0-or-later

/// E(s,t,k): a person is deployed to a team in a session only where rota, pin, opening, agreement, travel,
/// placement and competence allow it.
enum EligibilityRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        ledger.deployments.compactMap { placed in
            guard let bar = ledger.facts.bar(placed.staff, placed.session, placed.team) else { return nil }
            return Violation(
                .eligibility, staff: placed.row.staff, session: placed.session, team: placed.row.team,
                "\(placed.row.staff) may not be deployed on \(ledger.facts.name(ofSession: placed.session)) "
                    + "to \(ledger.facts.name(ofTeam: placed.team)): \(bar.rawValue).")
        }
    }
}
