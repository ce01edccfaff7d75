// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a session somebody has for contacts and supervision: all but the non-contact minutes, at their pace.
public struct WorkingPace: Sendable, Equatable {
    /// The share of a session's time in which work gets done.
    public let pace: Double
    /// Minutes of each session that are not for contacts: handover, breaks, administration.
    public let nonContactMinutes: Double

    /// What holds for a person: their own figures where the roster has them, else the best of their roles': the
    /// largest pace and the fewest non-contact minutes, a role without any of its own having the policy's.
    ///
    /// - Parameter roles: The roles of the framework that the person holds.
    public init(of staff: StaffMember, roles: [Role], policy: Policy) {
        pace = staff.pace ?? roles.pace
        nonContactMinutes =
            staff.nonContactMinutes
            ?? roles.map { $0.nonContactMinutes ?? policy.nonContactMinutes }.min()
            ?? policy.nonContactMinutes
    }

    /// Minutes of a session that are for contacts and supervision, at least 0.
    ///
    /// - Parameter minutes: Paid minutes of the session.
    public func capacity(ofSession minutes: Int) -> Double {
        max(0, pace * (Double(minutes) - nonContactMinutes))
    }
}
