// SPDX-License-Identifier: GPL-3.0-or-later

/// Which routes to an activity are open to a person in a team on a day, by the framework's approval and by what AHP
/// leads decided. The registered route always is.
public struct OpenRoutes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Routes of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The support route, and with it leading and seconding work of two hands within a support worker's role.
    public static let support = OpenRoutes(rawValue: 1)
    /// The delegated route.
    public static let delegated = OpenRoutes(rawValue: 2)
    /// Both.
    public static let all: OpenRoutes = [.support, .delegated]

    /// The routes to an activity on a day under the decision that counts there, if there is one.
    ///
    /// A refusal that names somebody closes the support route, too; one that names nobody the delegated route alone.
    public init(of activity: Activity, on day: CalendarDay, under decision: DelegationDecision?) {
        let isRefusedByName = decision.map { $0.ruling == .refuse && $0.staff != nil } ?? false
        self = isRefusedByName ? [] : .support
        if activity.hands == 1, let route = activity.delegated, route.isOpen(on: day, under: decision) {
            insert(.delegated)
        }
    }
}
