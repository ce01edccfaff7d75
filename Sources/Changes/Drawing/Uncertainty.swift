// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is not known of a week yet: how much the contacts of a line may be more or fewer, and how likely people are
/// to be away. It is `draws` of a change file.
public struct Uncertainty: Sendable, Hashable {
    /// The chance that somebody of a role is away in a session on duty, by the role's identifier.
    public var absence: [String: Double]
    /// The variance of a line's contacts for each contact expected: 1 where they come one by one, more where they come
    /// in clusters or nobody knows their number well.
    public var dispersion: Double

    /// The dispersion of contacts that come one by one, each by itself.
    public static let least = 1.0
    /// The largest dispersion.
    public static let most = 100.0

    /// What is not known; where nothing is said contacts come one by one, and nobody is away.
    public init(absence: [String: Double] = [:], dispersion: Double = least) {
        (self.absence, self.dispersion) = (absence, dispersion)
    }

    /// The chance that somebody is away in a session on duty: of several roles the largest.
    public func chanceOfAbsence(_ staff: StaffMember) -> Double {
        staff.roles.compactMap { absence[$0] }.max() ?? 0
    }
}
