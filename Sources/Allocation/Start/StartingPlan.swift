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

    /// The deployments of the week's plan in force; nil where there is none.
    init?(inForceIn instance: Instance) {
        guard let current = instance.currentTeam else { return nil }
        team = current
        deploymentsStated = current.count { $0 != nil }
    }

    /// - Parameter unmet: What the plan left unmet in the week that it was made for; what goes unmet beside it is new.
    init(_ rows: PlanRows, leaving unmet: [UnmetRow] = [], for model: WeeklyModel) {
        let week = model.instance.week
        team = Array(repeating: nil, count: model.instance.eligibleTeams.count)
        let names = Names(
            staff: Self.index(week.staff.map(\.id)), teams: Self.index(week.teams.map(\.id)),
            lines: Self.index(week.demand.map(\.id)), sessions: model.instance.sessionCount)
        for row in rows.deployments { read(row, names) }
        for row in rows.contacts { read(row, names) }
        for row in rows.supervision { read(row, names, model) }
        var before = [Int](repeating: 0, count: week.demand.count)
        for row in unmet where row.contacts > 0 {
            if let i = names.lines[row.line] { before[i] = row.contacts }
        }
        self.unmet = before
    }

    /// Where the week has what a plan's rows name.
    private struct Names {
        let staff: [String: Int]
        let teams: [String: Int]
        let lines: [String: Int]
        let sessions: Int
    }

    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    /// The person of a row, if the week has both them and the session.
    private mutating func known(_ staff: String, _ session: Int, _ names: Names) -> Int? {
        let isKnownSession = (0..<names.sessions).contains(session)
        hasKnownSession = hasKnownSession || isKnownSession
        guard let s = names.staff[staff] else { return nil }
        hasKnownPerson = true
        return isKnownSession ? s : nil
    }

    private mutating func read(_ row: Deployment, _ names: Names) {
        deploymentsStated += 1
        guard let s = known(row.staff, row.session, names), let k = names.teams[row.team] else { return }
        // Of two rows for one session the first stands, so that the second counts as not taken over.
        let cell = s * names.sessions + row.session
        if team[cell] == nil { team[cell] = k }
    }

    private mutating func read(_ row: ContactRow, _ names: Names) {
        guard row.contacts > 0 else { return }
        let (sum, isTooMuch) = contactsStated.addingReportingOverflow(row.contacts)
        contactsStated = isTooMuch ? .max : sum
        guard let s = known(row.staff, row.session, names), let i = names.lines[row.line] else { return }
        let kind = ColumnOrigin.Kind(row.route)
        let partner = row.partner.flatMap { names.staff[$0] }
        guard (kind == .doubleHandedParts) == (partner != nil) else { return }
        contacts.append(
            Contacts(
                line: i, person: s, partner: partner, session: row.session, kind: kind, count: row.contacts))
    }

    private mutating func read(_ row: SupervisionRow, _ names: Names, _ model: WeeklyModel) {
        guard let s = names.staff[row.supervisor], (0..<names.sessions).contains(row.session),
            row.minutes.isFinite, row.minutes > 0
        else { return }
        let column = model.layout.supervisionOfCell[s * names.sessions + row.session].first { index in
            let column = model.layout.supervision[index]
            return model.instance.groupName(Int(column.group)) == row.group
                && model.instance.activities[Int(column.activity)].id == row.activity
        }
        if let column { supervision.append(Supervision(column: column, minutes: row.minutes)) }
    }
}
