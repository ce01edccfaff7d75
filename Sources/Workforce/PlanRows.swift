// SPDX-License-Identifier: GPL-3.0-or-later

/// Who works where, who does what and who supervises: what of a plan is decided. Nothing of it is priced or proved.
///
/// Sessions are indices in the week's sessions; people, teams, lines and activities are identifiers.
public struct PlanRows: Sendable, Equatable, Codable {
    /// Where everybody is sent, in order of staff and session.
    public var deployments: [Deployment]
    /// The contacts, in order of line, session and staff.
    public var contacts: [ContactRow]
    /// Supervision given, in order of session, group, supervisor and activity.
    public var supervision: [SupervisionRow]

    /// The rows of a plan; none of those that are not given.
    public init(
        deployments: [Deployment] = [], contacts: [ContactRow] = [], supervision: [SupervisionRow] = []
    ) {
        self.deployments = deployments
        self.contacts = contacts
        self.supervision = supervision
    }

    /// The rows about sessions from that one on.
    public func from(_ session: Int) -> PlanRows {
        guard session > 0 else { return self }
        return PlanRows(
            deployments: deployments.filter { $0.session >= session },
            contacts: contacts.filter { $0.session >= session },
            supervision: supervision.filter { $0.session >= session })
    }
}
