// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The same week planned with nobody leaving the home team, the lowest level of staff deployment, beside the
/// week with teams free to share, planned from the same start with the same work.
public struct FixedTeams: Sendable, Equatable, Encodable {
    /// A plan of one side.
    public struct Side: Sendable, Equatable, Encodable {
        /// Pounds of the plan.
        public var objective: Double
        /// Pounds of its bookings.
        public var bookings: Double
        /// Contacts not met.
        public var unmetContacts: Int
        /// Their contact hours.
        public var unmetHours: Double

        /// A plan of one side.
        public init(objective: Double, bookings: Double, unmetContacts: Int, unmetHours: Double) {
            self.objective = objective
            self.bookings = bookings
            self.unmetContacts = unmetContacts
            self.unmetHours = unmetHours
        }
    }

    /// How often each side is searched for where neither can be proved.
    public static let runs = 3

    /// With fixed teams.
    public var fixed: Side
    /// With free teams.
    public var free: Side
    /// What fixed teams cost more: `pounds` is what free teams save.
    public var effect: Effect
    /// The least and the most that free teams saved in runs that differ in nothing but chance.
    public var least: Double
    /// The most of it.
    public var most: Double

    /// Two plans, and how far apart runs of them were.
    public init(fixed: Side, free: Side, effect: Effect, least: Double, most: Double) {
        self.fixed = fixed
        self.free = free
        self.effect = effect
        self.least = least
        self.most = most
    }

    /// Whether the difference is more than chance makes: it is proved, or of one sign in every run and beyond
    /// the spread of the runs.
    public var isShown: Bool {
        effect.isExact || (least > 0.005 || most < -0.005) && abs(effect.pounds) > most - least
    }
}
