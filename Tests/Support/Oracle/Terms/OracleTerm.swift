// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A term of the price as brute force has it. Each states its pounds where they can be told first, and only there.
protocol OracleTerm: SendableMetatype {
    /// Of where one person goes, whatever others do.
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double
    /// Of who is where in a session.
    static func pounds(_ world: OracleWorld, session: Int, teams: [Int?]) -> Double
    /// Of all that is given in a session.
    static func pounds(_ world: OracleWorld, session: Int, given: [OracleContact]) -> Double
    /// Of where everybody goes in all sessions together.
    static func pounds(_ world: OracleWorld, _ schedules: [Schedule]) -> Double
    /// Of each contact of a kind that somebody gives, or a pair.
    static func pounds(_ world: OracleWorld, each contact: OracleContact) -> Double
    /// Of a line of which so many contacts are given by one pair of hands, and so many by two.
    static func pounds(_ world: OracleWorld, _ line: DemandLine, single: Int, double: Int) -> Double
}

extension OracleTerm {
    static func pounds(_ world: OracleWorld, _ person: Int, _ schedule: Schedule) -> Double { 0 }
    static func pounds(_ world: OracleWorld, session: Int, teams: [Int?]) -> Double { 0 }
    static func pounds(_ world: OracleWorld, session: Int, given: [OracleContact]) -> Double { 0 }
    static func pounds(_ world: OracleWorld, _ schedules: [Schedule]) -> Double { 0 }
    static func pounds(_ world: OracleWorld, each contact: OracleContact) -> Double { 0 }
    static func pounds(_ world: OracleWorld, _ line: DemandLine, single: Int, double: Int) -> Double { 0 }
}

extension PriceTerms.Term {
    /// The term by brute force.
    var oracle: any OracleTerm.Type {
        switch self {
        case .unmet: UnmetTerm.self
        case .bookings: BookingsTerm.self
        case .registeredOnDelegable: RegisteredOnDelegableTerm.self
        case .avoidableDoubleHanded: AvoidableDoubleHandedTerm.self
        case .away: AwayTerm.self
        case .teamChange: TeamChangeTerm.self
        case .unsafeStaffing: UnsafeStaffingTerm.self
        case .disruption: DisruptionTerm.self
        case .continuity: ContinuityTerm.self
        case .requests: RequestsTerm.self
        }
    }

    private static let all = allCases.map(\.oracle)

    /// Pounds of all terms.
    static func total(_ pounds: (any OracleTerm.Type) -> Double) -> Double {
        all.reduce(0) { $0 + pounds($1) }
    }
}
