// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Somebody who is in direct contact for a smaller share of the available time than the policy's threshold.
///
///     for low in LowUtilisation.of(week: week, plan: plan) { print(low.staff, low.time.spare) }
///
/// Students and volunteers are among them only where their role has a threshold of its own. Somebody without
/// available time is not. Sessions in which the team asks for no contacts, such as nights, do not count:
/// there, presence is the purpose.
public struct LowUtilisation: Sendable, Equatable {
    /// Who.
    public var staff: String
    /// Minutes of the sessions worked, rostered or deployed.
    public var availableMinutes: Double
    /// Minutes in direct contact.
    public var contactMinutes: Double
    /// The share below which it is low.
    public var threshold: Double
    /// Where all the available minutes go.
    public var time: TimeAccount

    /// Who is low, in order of the roster.
    public static func of(week: Week, plan: Plan) -> [LowUtilisation] {
        let index = WeekLookup(week)
        return zip(week.staff.indices, TimeAccount.of(index, plan)).compactMap { person, time in
            guard let threshold = index.threshold(person), isLow(time, threshold) else { return nil }
            return LowUtilisation(
                staff: time.staff, availableMinutes: time.available, contactMinutes: time.contact,
                threshold: threshold, time: time)
        }
    }

    static func isLow(_ time: TimeAccount, _ threshold: Double) -> Bool {
        let asked = time.available - time.presence
        // A billionth of room: 0.35 of 240 minutes are 84, whatever binary fractions make of it.
        return asked > 0 && time.contact < threshold * asked - 1e-9
    }
}

extension WeekLookup {
    /// The share of available time in direct contact below which a person counts as low; nil: never.
    func threshold(_ person: Int) -> Double? {
        let home = homeTeam(person, on: week.start)
        return week.policy.lowUtilisation.share(
            kind: kinds[person], roles: week.staff[person].roles,
            isBedded: home.map { week.teams[$0].setting == .bed } ?? false)
    }
}
