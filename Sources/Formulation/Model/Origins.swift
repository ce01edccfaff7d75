// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a column of the weekly model decides. Indices are those of the instance; −1 where one does not apply.
public struct ColumnOrigin: Sendable, Hashable {
    /// The kinds of column.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// The person is deployed to the team in the session.
        case deployed
        /// Contacts of a one-handed line by the registered, support or delegated route.
        case registeredContacts, supportContacts, delegatedContacts
        /// Double-handed contacts the person takes part in.
        case doubleHandedParts
        /// Contacts of a two-handed line given by one worker.
        case singleHandedContacts
        /// Minutes of supervision of an activity in the group.
        case supervision
        /// The person does some delegated work in the group.
        case delegates
        /// The person works on the day.
        case worksDay
        /// The person is in the team on the day.
        case inTeamOnDay
        /// Teams beyond the first on the day.
        case teamChanges
        /// Minutes of a calendar week beyond contract; beyond full time.
        case beyondContract, beyondFullTime
        /// Double-handed contacts of the line in the session.
        case doubleHanded
        /// Contacts not met.
        case unmet
        /// Avoidable double-handed contacts.
        case avoidable
        /// Heads, registered heads, or heads that a row of minimums.csv asks for, missing in the team and session.
        case shortStaff, shortRegistered, shortHeads
        /// Contacts of the plan in force that the person no longer takes part in.
        case lostContacts
        /// The person's request about a day is not granted (`line` is the request).
        case refused
        /// Pounds of what is not granted to the person; the most that are not to anybody.
        case refusedPounds, mostRefused
        /// Fixed at 1: carries the constant of the price.
        case one
    }

    /// What it decides.
    public let kind: Kind
    /// The person.
    public var person: Int32 = -1
    /// The session; the day or calendar week for columns of days and weeks.
    public var time: Int32 = -1
    /// The team; the group for supervision (that of all teams follows the last) and delegation.
    public var team: Int32 = -1
    /// The line; the activity for supervision; the row of minimums.csv; the request.
    public var line: Int32 = -1

    init(_ kind: Kind, person: Int = -1, time: Int = -1, team: Int = -1, line: Int = -1) {
        self.kind = kind
        self.person = Int32(person)
        self.time = Int32(time)
        self.team = Int32(team)
        self.line = Int32(line)
    }
}

extension ColumnOrigin.Kind {
    /// The letters that names of such columns begin with.
    var prefix: String {
        switch self {
        case .deployed: "x"
        case .registeredContacts: "yr"
        case .supportContacts: "ys"
        case .delegatedContacts: "yd"
        case .doubleHandedParts: "h"
        case .singleHandedContacts: "q"
        case .supervision: "v"
        case .delegates: "delta"
        case .worksDay: "W"
        case .inTeamOnDay: "z"
        case .teamChanges: "tc"
        case .beyondContract: "bc"
        case .beyondFullTime: "bf"
        case .doubleHanded: "D"
        case .unmet: "u"
        case .avoidable: "dd"
        case .shortStaff: "ss"
        case .shortRegistered: "sr"
        case .shortHeads: "sh"
        case .lostContacts: "lc"
        case .refused: "n"
        case .refusedPounds: "np"
        case .mostRefused: "nm"
        case .one: "one"
        }
    }
}

extension ColumnOrigin.Kind {
    /// The kind of column that counts contacts given in that way; of a pair, the parts.
    public init(_ route: ContactRoute) {
        switch route {
        case .registered: self = .registeredContacts
        case .support: self = .supportContacts
        case .delegated: self = .delegatedContacts
        case .doubleHanded: self = .doubleHandedParts
        case .singleHanded: self = .singleHandedContacts
        }
    }

    /// The way in which contacts of such a column are given; nil where it counts none.
    public var route: ContactRoute? {
        switch self {
        case .registeredContacts: .registered
        case .supportContacts: .support
        case .delegatedContacts: .delegated
        case .doubleHandedParts: .doubleHanded
        case .singleHandedContacts: .singleHanded
        case .deployed, .supervision, .delegates, .worksDay, .inTeamOnDay, .teamChanges, .beyondContract,
            .beyondFullTime, .doubleHanded, .unmet, .avoidable, .shortStaff, .shortRegistered, .shortHeads,
            .lostContacts, .refused, .refusedPounds, .mostRefused, .one:
            nil
        }
    }
}

/// Which rule a row of the weekly model stands for, and where. Indices are those of the instance.
public struct RowOrigin: Sendable, Hashable {
    /// The rules of the model, the price terms that need rows, and the rows that tighten the relaxation.
    public enum Rule: UInt8, Sendable, CaseIterable {
        case onePlace, onePlaceOfHuman
        case time, timeInGroup, demand, pairsEven, pairsDistinct, pairsLed, singleHanded
        case supervision, supervisionLimit, presence, delegates, span, accompanied, pairsAccompanied
        case weeklyHours, averageHours, sessionsPerDay, rest, worksDay, days
        case bookingMinimum, bankCap, agencyCap
        case beyondContract, beyondFullTime, avoidable, inTeamOnDay, teamChanges, shortStaff, shortRegistered
        case shortHeads, lostContacts, refused, refusedPounds, mostRefused
        case contactsWhereDeployed, roundedTime
        /// Holds the column fixed at 1, so that no format loses a column for want of a row.
        case one
    }

    /// The rule.
    public let rule: Rule
    /// The person.
    public var person: Int32 = -1
    /// The session, day or calendar week.
    public var time: Int32 = -1
    /// The team or group.
    public var team: Int32 = -1
    /// The line or activity; the row of minimums.csv.
    public var line: Int32 = -1

    init(_ rule: Rule, person: Int = -1, time: Int = -1, team: Int = -1, line: Int = -1) {
        self.rule = rule
        self.person = Int32(person)
        self.time = Int32(time)
        self.team = Int32(team)
        self.line = Int32(line)
    }
}

extension RowOrigin.Rule {
    /// The letters that names of such rows begin with.
    var prefix: String { String(describing: self) }
}

extension HardRule {
    /// The rule in the weekly model; nil where it has no column for what would break the rule.
    var part: (any ModelPart.Type)? {
        switch self {
        case .files, .eligibility, .windows, .routes: nil
        case .onePlace: OnePlaceRule.self
        case .time: TimeRule.self
        case .demand: DemandRule.self
        case .pairs: PairsRule.self
        case .singleHanded: SingleHandedRule.self
        case .supervision: SupervisionRule.self
        // One of the rows of supervision.
        case .presence: nil
        case .span: SpanRule.self
        case .accompanied: AccompaniedRule.self
        case .workingTime: WorkingTimeRule.self
        case .bookings: BookingsRule.self
        // What is over has no columns: it is taken off what other rules leave.
        case .frozen: nil
        }
    }
}

extension PriceTerms.Term {
    /// The term in the weekly model.
    var part: any ModelPart.Type {
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
}
