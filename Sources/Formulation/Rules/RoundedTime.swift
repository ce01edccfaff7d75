// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 2 rounded: contacts are whole, so of those that take at least `d` minutes no more than ⌊capacity ÷ d⌋ fit,
/// one of twice that counting double, and so on (Chvátal–Gomory rounding of the row with divisor `d`).
///
/// Tightens the relaxation, in which a third of a contact would fill a third of its minutes; changes no plan.
enum RoundedTime: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for cell in instance.eligibleTeams.indices where !instance.eligibleTeams[cell].isEmpty {
            let (s, t) = instance.personAndSession(ofCell: cell)
            let contacts = builder.layout.contacts[builder.layout.contactsOfCell[cell]]
            for (k, column) in builder.deployments(cell) {
                let ofTeam = contacts.filter { Int($0.team) == k && $0.minutes > 0 }
                for divisor in Set(ofTeam.map { Int($0.minutes) }).sorted() {
                    let most = Int((instance.capacity[cell] / Double(divisor) + 1e-9).rounded(.down))
                    let terms = ofTeam.filter { Int($0.minutes) >= divisor }.map {
                        (column: Int($0.column), coefficient: Double(Int($0.minutes) / divisor))
                    }
                    // One contact column alone is bound by the row that ties it to the deployment.
                    guard terms.count > 1, most > 0 else { continue }
                    builder.atMost(
                        0, RowOrigin(.roundedTime, person: s, time: t, team: k),
                        terms + [(column, -Double(most))])
                }
            }
        }
    }
}
