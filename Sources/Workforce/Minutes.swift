// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours as minutes, to the millionth: 33.3 hours are 1,998 minutes, which 33.3 × 60 in binary fractions is not.
func minutes(ofHours hours: Double) -> Double { (hours * 60 * 1e6).rounded() / 1e6 }

extension StaffMember {
    /// Contracted minutes a week.
    public var contractMinutes: Double { minutes(ofHours: contractHours) }
    /// The most minutes worked in a calendar week; nil: no limit.
    public var maximumMinutes: Double? { maximumHours.map(minutes(ofHours:)) }
}

extension Policy {
    /// Minutes a week above which extra hours of own staff are overtime.
    public var fullTimeMinutes: Double { minutes(ofHours: fullTimeHours) }
    /// Minutes of rest between worked sessions of different days, at least.
    public var minimumRestMinutes: Double { minutes(ofHours: minimumRestHours) }
}
