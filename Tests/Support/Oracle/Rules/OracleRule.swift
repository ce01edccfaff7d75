// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A rule that brute force keeps by refusing schedules that it has put together.
protocol OracleRule: SendableMetatype {
    /// Whether everybody may go where these say.
    static func allows(_ world: OracleWorld, _ schedules: [Schedule]) -> Bool
}

extension HardRule {
    /// The rule by brute force; nil where what it enumerates keeps it already.
    private var oracle: (any OracleRule.Type)? {
        switch self {
        // Only rows that make sense are made.
        case .files: nil
        // `OracleWorld.schedules`: where each row may go, and how much it may work.
        case .eligibility, .onePlace: nil
        // What the rows of one human come to together.
        case .workingTime: WorkingTimeRule.self
        // `SessionChoices`: contacts by people who are there, with their minutes, their route and company.
        case .time, .windows, .routes, .pairs, .accompanied: nil
        // `Supervising`.
        case .supervision, .presence, .span: nil
        // What sessions add up to.
        case .demand, .singleHanded: nil
        // The caps; the minimum is a matter of each schedule.
        case .bookings: BookingsRule.self
        // `OracleWorld.places` and `SessionChoices`: one way to be, and one to spend a session that is over.
        case .frozen: nil
        }
    }

    private static let oracles = allCases.compactMap(\.oracle)

    /// Whether all rules allow schedules together.
    static func allow(_ world: OracleWorld, _ schedules: [Schedule]) -> Bool {
        oracles.allSatisfy { $0.allows(world, schedules) }
    }
}
