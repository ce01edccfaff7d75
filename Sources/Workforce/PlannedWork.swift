// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody does in a session.
public struct SessionWork: Sendable, Equatable, Encodable {
    /// Contacts of an activity that somebody takes part in, alone or as one of two.
    public struct Part: Sendable, Equatable, Encodable {
        /// The activity.
        public let activity: String
        /// How many.
        public let contacts: Int
    }

    /// The contacts, by activity, in the framework's order.
    public let contacts: [Part]
    /// Minutes of supervision given.
    public let supervisionMinutes: Double
}

/// What everybody does in each session, as a plan's rows have it: what bookings.csv says a booking covers.
public struct PlannedWork: Sendable {
    private struct Cell: Hashable {
        let staff: String
        let session: Int
    }

    private let positions: [String: Int]
    private var contacts: [Cell: [String: Int]] = [:]
    private var supervision: [Cell: Double] = [:]

    /// The work of a plan.
    ///
    /// - Parameter framework: Its activities give the order; what it does not have stands last, by identifier.
    public init(_ rows: PlanRows, framework: Framework) {
        positions = framework.activities.map(\.id).positions
        for row in rows.contacts {
            for staff in [row.staff, row.partner].compactMap(\.self) {
                contacts[Cell(staff: staff, session: row.session), default: [:]][row.activity, default: 0] +=
                    row.contacts
            }
        }
        for row in rows.supervision {
            supervision[Cell(staff: row.supervisor, session: row.session), default: 0] += row.minutes
        }
    }

    /// What a person does in a session; nothing of somebody who is not in the plan.
    public func work(of staff: String, in session: Int) -> SessionWork {
        let cell = Cell(staff: staff, session: session)
        let parts = (contacts[cell] ?? [:]).filter { $0.value > 0 }.sorted { one, other in
            (positions[one.key] ?? .max, one.key) < (positions[other.key] ?? .max, other.key)
        }
        return SessionWork(
            contacts: parts.map { SessionWork.Part(activity: $0.key, contacts: $0.value) },
            supervisionMinutes: supervision[cell] ?? 0)
    }
}
