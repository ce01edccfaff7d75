// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan's rows in the positions of a week, and those that name what the week does not have.
///
/// A plan may be of another week, or edited: whoever looks into one reads it by this, so that they agree on which
/// rows count. Whether rows that count keep the week's rules is another question.
public struct IndexedPlan: Sendable {
    /// A person sent to a team in a session.
    public struct Deployed: Sendable {
        /// Who, when and where.
        public let person, session, team: Int
        /// The row.
        public let row: Deployment
    }

    /// Contacts of a line that a person, or a pair, gives in a session.
    public struct Given: Sendable {
        /// Of which line, by whom, and when.
        public let line, person, session: Int
        /// The second of a pair.
        public let partner: Int?
        /// In which team, as the row has it; nil where the week has no such team.
        public let team: Int?
        /// The row.
        public let row: ContactRow
    }

    /// Supervision that a person gives in a session to an activity in a group.
    public struct Supervised: Sendable {
        /// Who, when, in which group and of what.
        public let person, session, group, activity: Int
        /// The row.
        public let row: SupervisionRow
    }

    /// A row that names somebody or something the week, or a model of it, does not have.
    public enum Stray: Sendable, Equatable {
        case deployment(Deployment), contacts(ContactRow), supervision(SupervisionRow)

        /// Whether it is one of supervision.
        public var isSupervision: Bool {
            switch self {
            case .supervision: true
            case .deployment, .contacts: false
            }
        }
    }

    /// Deployments, in the plan's order.
    public private(set) var deployments: [Deployed] = []
    /// Contacts, in the plan's order.
    public private(set) var contacts: [Given] = []
    /// Supervision, in the plan's order.
    public private(set) var supervision: [Supervised] = []
    /// Rows left out of these.
    public private(set) var strays: [Stray] = []
    /// Contacts of each line of the week that the plan leaves unmet, as it says.
    public let unmet: [Int]
    /// Whether some deployment or contact is one of somebody on the roster, and in a session of the horizon.
    public private(set) var (hasKnownPerson, hasKnownSession) = (false, false)

    /// Looks a plan's rows up in a week.
    ///
    /// - Parameters:
    ///   - unmet: What the plan says it leaves unmet.
    ///   - index: The index of that week.
    public init(_ rows: PlanRows, leaving unmet: [UnmetRow] = [], in index: WeekIndex) {
        var stated = [Int](repeating: 0, count: index.lineCount)
        for row in unmet where row.contacts > 0 {
            if let line = index.line(row.line) { stated[line] = row.contacts }
        }
        self.unmet = stated
        for row in rows.deployments {
            if let person = person(row.staff, row.session, index), let team = index.team(row.team) {
                deployments.append(
                    Deployed(person: person, session: row.session, team: team, row: row))
            } else {
                strays.append(.deployment(row))
            }
        }
        for row in rows.contacts {
            let partner = row.partner.flatMap(index.person)
            if let person = person(row.staff, row.session, index), let line = index.line(row.line),
                (partner == nil) == (row.partner == nil)
            {
                contacts.append(
                    Given(
                        line: line, person: person, session: row.session, partner: partner,
                        team: index.team(row.team), row: row))
            } else {
                strays.append(.contacts(row))
            }
        }
        for row in rows.supervision {
            if let person = index.person(row.supervisor), index.hasSession(row.session),
                let group = index.group(row.group), let activity = index.activity(row.activity)
            {
                supervision.append(
                    Supervised(
                        person: person, session: row.session, group: group, activity: activity, row: row))
            } else {
                strays.append(.supervision(row))
            }
        }
    }

    /// The person of a row, if the week has both them and the session.
    private mutating func person(_ staff: String, _ session: Int, _ index: WeekIndex) -> Int? {
        let person = index.person(staff)
        hasKnownPerson = hasKnownPerson || person != nil
        hasKnownSession = hasKnownSession || index.hasSession(session)
        return index.hasSession(session) ? person : nil
    }
}
