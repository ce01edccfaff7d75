// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Disruption: weight, a person and session whose team (or none) differs from the plan in force; and weight, a contact
/// of the plan in force that its worker no longer takes part in.
enum DisruptionTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .cell(let s, let t) = place, !builder.instance.contactsInForce.isEmpty else { return }
        for index in builder.instance.contactsInForce(ofCell: builder.cell(s, t)) {
            let inForce = builder.instance.contactsInForce[index]
            let column = builder.column(
                ColumnOrigin(.lostContacts, person: s, time: t, line: inForce.lines.first ?? -1),
                upTo: Double(inForce.contacts))
            builder.layout.lostContacts.append(column)
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        addSessions(to: &builder)
        addContacts(to: &builder)
    }

    private static func addSessions(to builder: inout ModelBuilder) {
        guard let current = builder.instance.currentTeam else { return }
        let instance = builder.instance
        let weight = instance.week.policy.disruptionSession
        for cell in instance.eligibleTeams.indices {
            // Where somebody was in a session that is over is a constant, as long as they are not absent there by now.
            let (s, t) = instance.personAndSession(ofCell: cell)
            guard !instance.past.isOver(t) else {
                if current[cell] != instance.past.team(person: s, session: t) {
                    builder.addConstant(weight, for: .disruption)
                }
                continue
            }
            // Sent somewhere: 1 − x of that team, which is a constant where the team is no longer open to them.
            if let team = current[cell] {
                builder.addCost(weight, to: builder.layout.one, for: .disruption)
                if let same = builder.deployments(cell).first(where: { $0.team == team }) {
                    builder.addCost(-weight, to: same.column, for: .disruption)
                }
            } else {
                for (_, column) in builder.deployments(cell) {
                    builder.addCost(weight, to: column, for: .disruption)
                }
            }
        }
    }

    private static func addContacts(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for (index, inForce) in instance.contactsInForce.enumerated() {
            let lost = builder.layout.lostContacts[index]
            let parts = builder.layout.parts(of: inForce, instance).map { (column: $0, coefficient: 1.0) }
            builder.atLeast(
                Double(inForce.lost(instance.pastKept[index])),
                RowOrigin(
                    .lostContacts, person: inForce.person, time: inForce.session,
                    line: inForce.lines.first ?? -1),
                parts + [(lost, 1)])
            builder.addCost(instance.week.policy.disruptionContact, to: lost, for: .disruption)
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (index, inForce) in model.instance.contactsInForce.enumerated() {
            let now = model.layout.parts(of: inForce, model.instance).reduce(0) { $0 + values[$1] }
            let then = Double(inForce.contacts - model.instance.pastKept[index])
            values[model.layout.lostContacts[index]] = max(0, then - now)
        }
    }
}

extension ModelLayout {
    /// The columns of contacts by which the person takes part in contacts of the lines in the session.
    fileprivate func parts(of inForce: ContactsInForce, _ instance: Instance) -> [Int] {
        contacts[contactsOfCell[instance.cell(inForce.person, inForce.session)]]
            .filter { inForce.lines.contains(Int($0.line)) }.map { Int($0.column) }
    }
}
