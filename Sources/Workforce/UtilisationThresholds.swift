// SPDX-License-Identifier: GPL-3.0-or-later

/// The shares of available hours in direct contact below which a person's utilisation counts as low.
///
/// No published guidance names a threshold; the defaults are assumptions, to be set locally in `low_utilisation`.
public struct UtilisationThresholds: Sendable, Equatable {
    /// For registered people.
    public var registered = 0.33
    /// For support workers.
    public var support = 0.42
    /// What is added for people whose home team works with beds.
    public var bedded = 0.05
    /// Roles that have a threshold of their own, by identifier, in order of the file.
    public var roles: [RoleThreshold] = []

    /// The default thresholds.
    public init() {}

    /// The threshold of a role alone.
    public struct RoleThreshold: Sendable, Equatable {
        /// The role's identifier.
        public var role: String
        /// The share.
        public var share: Double

        /// A role's threshold.
        public init(role: String, share: Double) {
            self.role = role
            self.share = share
        }
    }

    /// The share below which somebody of that kind and those roles counts as low; nil: nobody of them does, as
    /// students and volunteers whose role has no threshold of its own.
    ///
    /// Of several roles with thresholds of their own the highest counts.
    public func share(kind: Role.Kind, roles held: [String], isBedded: Bool) -> Double? {
        let own = roles.filter { held.contains($0.role) }.map(\.share).max()
        let base: Double?
        switch kind {
        case .registered: base = own ?? registered
        case .support: base = own ?? support
        case .student, .volunteer: base = own
        }
        return base.map { min(1, $0 + (isBedded ? bedded : 0)) }
    }
}
