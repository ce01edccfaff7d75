// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A plan to start from in the indices of the week at hand. Rows about people, sessions, teams or lines that the
/// week does not have are counted and left out; whether the others are still possible is for `PlanMending`.
struct StartingPlan: Sendable {
    /// Contacts of a line that a person, or a pair, gave in a session.
    struct Contacts: Sendable {
        let line: Int
        let person: Int
        let partner: Int?
        let session: Int
        let kind: ColumnOrigin.Kind
        let count: Int
    }

    /// Supervision that a person gave in a session, as an index of the model's supervision columns.
    struct Supervision: Sendable {
        let column: Int
        let minutes: Double
    }

    /// The team each cell was sent to, if any.
    private(set) var team: [Int?]
    private(set) var contacts: [Contacts] = []
    private(set) var supervision: [Supervision] = []
    /// Contacts of each line that the plan left unmet; nil where the plan says nothing of contacts.
    private(set) var unmet: [Int]?
    /// Rows of deployments, and contacts, that the plan has in all.
    private(set) var deploymentsStated = 0
    private(set) var contactsStated = 0
    /// Whether some row names somebody whom the week has, and a session of it.
    private(set) var hasKnownPerson = false
    private(set) var hasKnownSession = false

    /// The deployments of the week's plan in force, and its contacts where they are stated; nil where there is none.
    init?(inForceIn instance: Instance) {
        guard let current = instance.currentTeam else { return nil }
        // What is over stands by itself.
        team = current.enumerated().map { cell, team in
            instance.past.isOver(instance.personAndSession(ofCell: cell).session) ? nil : team
        }
        deploymentsStated = team.count { $0 != nil }
        guard let rows = instance.week.currentContacts, !rows.isEmpty else { return }
        var left = instance.lines.map(\.contacts)
        for row in rows
        where row.contacts > 0 && instance.index.hasSession(row.session) && !instance.past.isOver(row.session)
        {
            guard let line = instance.index.line(row.line), let person = instance.index.person(row.staff)
            else { continue }
            let partner = row.partner.flatMap(instance.index.person)
            guard (row.partner == nil) == (partner == nil) else { continue }
            // Where it is not stated by which route one person gave them, what is still open is taken.
            let stated = row.route.flatMap { ($0 == .doubleHanded) == (partner != nil) ? $0 : nil }
            contacts.append(
                Contacts(
                    line: line, person: person, partner: partner, session: row.session,
                    kind: stated.map { ColumnOrigin.Kind($0) }
                        ?? (partner == nil ? .registeredContacts : .doubleHandedParts), count: row.contacts))
            left[line] -= min(left[line], row.contacts)
        }
        // Where none of them is known any more, nothing is known of contacts.
        if !contacts.isEmpty { unmet = left }
    }

    /// - Parameter unmet: What the plan left unmet in the week that it was made for; what goes unmet beside it is new.
    init(_ rows: PlanRows, leaving unmet: [UnmetRow] = [], for model: WeeklyModel) {
        let rows = rows.from(model.instance.past.sessions)
        let indexed = IndexedPlan(rows, leaving: unmet, in: model.instance.index)
        (hasKnownPerson, hasKnownSession) = (indexed.hasKnownPerson, indexed.hasKnownSession)
        deploymentsStated = rows.deployments.count
        for row in rows.contacts where row.contacts > 0 {
            let (sum, isTooMuch) = contactsStated.addingReportingOverflow(row.contacts)
            contactsStated = isTooMuch ? .max : sum
        }
        team = Array(repeating: nil, count: model.instance.eligibleTeams.count)
        for row in indexed.deployments {
            // Of two rows for one session the first stands, so that the second counts as not taken over.
            let cell = model.instance.cell(row.person, row.session)
            if team[cell] == nil { team[cell] = row.team }
        }
        contacts = indexed.contacts.compactMap { row in
            let kind = ColumnOrigin.Kind(row.row.route)
            guard row.row.contacts > 0, (kind == .doubleHandedParts) == (row.partner != nil) else {
                return nil
            }
            return Contacts(
                line: row.line, person: row.person, partner: row.partner, session: row.session, kind: kind,
                count: row.row.contacts)
        }
        supervision = indexed.supervision.compactMap { row in
            guard row.row.minutes.isFinite, row.row.minutes > 0 else { return nil }
            return model.supervisionColumn(of: row).map {
                Supervision(column: $0, minutes: row.row.minutes)
            }
        }
        self.unmet = indexed.unmet
    }
}
