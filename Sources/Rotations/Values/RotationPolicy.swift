// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rotation plan is priced by. Money is in pounds; the defaults are assumptions to be set locally.
public struct RotationPolicy: Sendable, Equatable {
    /// Pounds for a whole-time equivalent missing from a post's minimum, a period.
    public var belowMinimum = 800.0
    /// Pounds for one missing from its target, a period.
    public var belowTarget = 150.0
    /// Pounds for somebody present without a post, a period.
    public var unplaced = 1000.0
    /// Pounds for a step down somebody's list, a period.
    public var preferenceStep = 20.0
    /// Pounds for a minute from base to post, a period.
    public var travelMinute = 1.0
    /// Pounds for a block begun.
    public var change = 30.0
    /// Pounds for a pound of preference per present period of whoever is worst off.
    public var fairness = 5.0
    /// Pounds for a person-period that differs from the plan in force.
    public var disruption = 100.0
    /// The most minutes from base to post.
    public var travelLimitMinutes = 60.0

    /// The defaults.
    public init() {}
}
