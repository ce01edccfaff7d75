// SPDX-License-Identifier: GPL-3.0-or-later

extension PriceTerms {
    /// The terms, in the order of the files.
    public enum Term: String, Codable, Sendable, CaseIterable {
        case unmet, bookings
        case registeredOnDelegable = "registered_on_delegable"
        case avoidableDoubleHanded = "avoidable_double_handed"
        case away
        case teamChange = "team_change"
        case unsafeStaffing = "unsafe_staffing"
        case disruption, continuity, requests

        /// Whether a week has what the term counts; every week has that of most terms.
        public func counts(in week: Week) -> Bool {
            switch self {
            case .continuity: week.demand.contains { !$0.usual.isEmpty }
            case .requests: !week.requests.isEmpty
            case .unmet, .bookings, .registeredOnDelegable, .avoidableDoubleHanded, .away, .teamChange,
                .unsafeStaffing, .disruption:
                true
            }
        }

        /// Whether plans of some weeks say nothing of it, because the week has nothing that it counts.
        public var isOfSomeWeeks: Bool {
            switch self {
            case .continuity, .requests: true
            case .unmet, .bookings, .registeredOnDelegable, .avoidableDoubleHanded, .away, .teamChange,
                .unsafeStaffing, .disruption:
                false
            }
        }
    }
}

extension Week {
    /// The terms of a price that there is something to count of in this week, in the order of the files.
    public var priceTerms: [PriceTerms.Term] { PriceTerms.Term.allCases.filter { $0.counts(in: self) } }
}

/// What a plan is priced and limited by. Money is in pounds; the defaults are assumptions to be set locally.
public struct Policy: Sendable, Equatable {
    /// Pounds per contact minute not met, for critical demand.
    public var unmetCriticalMinute = 6.0
    /// Pounds per contact minute not met, for urgent demand.
    public var unmetUrgentMinute = 3.0
    /// Pounds per contact minute not met, for routine demand.
    public var unmetRoutineMinute = 1.5
    /// Pounds per contact minute of reserve that the plan has no time for.
    public var unmetReserveMinute = 0.25
    /// Pounds per contact minute that a registered person spends on work a support worker could do.
    public var registeredOnDelegableMinute = 0.20
    /// Pounds per contact minute of double-handed care beyond what reviews ask for.
    public var avoidableDoubleHandedMinute = 0.30
    /// Pounds per session worked away from the home team.
    public var awaySession = 3.0
    /// Pounds per further team on a day.
    public var teamChange = 5.0
    /// Pounds per head short of a team's minimum in a session.
    public var unsafeStaffing = 150.0
    /// Pounds per person and session sent elsewhere than the plan in force says.
    public var disruptionSession = 10.0
    /// Pounds per contact of the plan in force that its worker no longer takes part in in that session.
    public var disruptionContact = 0.5
    /// Pounds per contact of a line with usual people that somebody else gives, or takes part in.
    public var continuityContact = 0.50
    /// Pounds per pound of requests not granted to the person who is refused most.
    public var requestFairness = 0.5
    /// Hours a week above which extra hours of own staff are overtime.
    public var fullTimeHours = 37.5
    /// What overtime pays, as a multiple of plain rate; at least 1.
    public var overtimeFactor = 1.5
    /// The share by which bank and agency pay rises on a Saturday.
    public var saturdayUplift = 0.0
    /// The share by which bank and agency pay rises on a Sunday.
    public var sundayUplift = 0.0
    /// The share of plain rate that own staff get on top for available sessions on a Saturday.
    public var ownSaturdayUplift = 0.0
    /// The share of plain rate that own staff get on top for available sessions on a Sunday.
    public var ownSundayUplift = 0.0
    /// Minutes of each session that are not for contacts: handover, breaks, administration.
    public var nonContactMinutes = 30.0
    /// The most minutes of supervision one person gives in a session.
    public var supervisionMinutesPerSession = 60.0
    /// The longest way, in minutes, from a person's base to a team.
    public var travelLimitMinutes = 30.0
    /// Hours of rest between worked sessions of different days, at least.
    public var minimumRestHours = 11.0
    /// Sessions a person works on a day, at most.
    public var maximumSessionsPerDay = 2
    /// Days a person works in a row, at most.
    public var maximumDaysInARow = 6
    /// Days a person works in a calendar week, at most.
    public var maximumDaysPerWeek = 6
    /// Hours a week that a person works on average over `averageWeeks`, at most; nil: no such limit.
    public var averageHours: Double?
    /// The calendar weeks over which working time is averaged.
    public var averageWeeks = 17
    /// Sessions a bank or agency worker works on a day of a booking, at least.
    public var bookingMinimumSessions = 1
    /// The kinds of role whose people give contacts only where a registered person is in the group.
    public var accompanied: [Role.Kind] = [.student]
    /// The most pounds spent on agency sessions in the horizon; nil: no cap.
    public var agencyCap: Double?
    /// The most pounds spent on bank sessions in the horizon; nil: no cap.
    public var bankCap: Double?
    /// The shares of available hours in direct contact below which somebody's utilisation counts as low.
    public var lowUtilisation = UtilisationThresholds()
    /// Who is called before whom when a plan is short; rungs that it leaves out are not called at all.
    public var ladder = Rung.allCases
    /// Days before a session from which bank of the team's own organisation may be called for it.
    public var releaseOwnBankDays = 28
    /// Days before a session from which bank of other employers may be called for it.
    public var releaseCollaborativeDays = 21
    /// Days before a session from which agency may be called for it.
    public var releaseAgencyDays = 7
    /// What a call on the day costs, as a multiple of one made before; at least 1.
    public var lateCall = 1.25

    /// The default policy.
    public init() {}

    /// Pounds per contact minute not met.
    public func unmetMinute(_ priority: Priority) -> Double {
        switch priority {
        case .critical: unmetCriticalMinute
        case .urgent: unmetUrgentMinute
        case .routine: unmetRoutineMinute
        case .reserve: unmetReserveMinute
        }
    }

    /// The share by which bank and agency pay rises on that day of the week.
    public func dayUplift(_ weekday: Weekday) -> Double {
        switch weekday {
        case .saturday: saturdayUplift
        case .sunday: sundayUplift
        case .monday, .tuesday, .wednesday, .thursday, .friday: 0
        }
    }

    /// The share of plain rate that own staff get on top for available sessions on that day of the week.
    public func ownDayUplift(_ weekday: Weekday) -> Double {
        switch weekday {
        case .saturday: ownSaturdayUplift
        case .sunday: ownSundayUplift
        case .monday, .tuesday, .wednesday, .thursday, .friday: 0
        }
    }
}

extension Policy {
    /// Every line of the policy, in the order in which week.yaml is written.
    public static let lines: [PolicyLine] = [
        PolicyLine(
            "unmet_minute", "Pounds per contact minute not met.",
            [
                ("critical", .weight(\.unmetCriticalMinute)), ("urgent", .weight(\.unmetUrgentMinute)),
                ("routine", .weight(\.unmetRoutineMinute)), ("reserve", .weight(\.unmetReserveMinute)),
            ]),
        PolicyLine(
            "registered_on_delegable_minute",
            "Pounds per contact minute that a registered person spends on work a support worker could do.",
            .weight(\.registeredOnDelegableMinute)),
        PolicyLine(
            "avoidable_double_handed_minute",
            "Pounds per contact minute of double-handed care beyond what reviews ask for.",
            .weight(\.avoidableDoubleHandedMinute)),
        PolicyLine("away_session", "Pounds per session away from the home team.", .weight(\.awaySession)),
        PolicyLine("team_change", "Pounds per further team on a day.", .weight(\.teamChange)),
        PolicyLine(
            "unsafe_staffing", "Pounds per head short of a team's minimum in a session.",
            .weight(\.unsafeStaffing)),
        PolicyLine(
            "disruption_session", "Pounds per person and session sent elsewhere than the plan in force says.",
            .weight(\.disruptionSession)),
        PolicyLine(
            "disruption_contact",
            "Pounds per contact of the plan in force that its worker no longer gives in that session.",
            .weight(\.disruptionContact)),
        PolicyLine(
            "continuity_contact",
            "Pounds per contact that others than the line's usual people give; of a pair, for each of them.",
            .weight(\.continuityContact)),
        PolicyLine(
            "request_fairness",
            "Pounds per pound of requests not granted to the person who is refused most.",
            .weight(\.requestFairness)),
        PolicyLine(
            "full_time_hours", "Hours a week above which extra hours of own staff are overtime.",
            .number(\.fullTimeHours, 0...168, .hours)),
        PolicyLine(
            "overtime_factor", "What overtime pays, times plain rate.",
            .number(\.overtimeFactor, 1...100, .timesPlainRate)),
        PolicyLine(
            "weekend_uplift",
            "The share by which bank and agency pay rises; the larger of this and the session's.",
            [
                ("saturday", .number(\.saturdayUplift, 0...10, .share)),
                ("sunday", .number(\.sundayUplift, 0...10, .share)),
            ]),
        PolicyLine(
            "own_weekend_uplift",
            "Own staff's enhancement on available sessions, a share of plain rate on top.",
            [
                ("saturday", .number(\.ownSaturdayUplift, 0...10, .share)),
                ("sunday", .number(\.ownSundayUplift, 0...10, .share)),
            ]),
        PolicyLine(
            "non_contact_minutes",
            "Minutes of each session for handover, breaks, administration; a role or a person may have their own.",
            .number(\.nonContactMinutes, 0...1440, .minutes)),
        PolicyLine(
            "supervision_minutes_per_session", "Minutes of supervision one person gives in a session.",
            .number(\.supervisionMinutesPerSession, 0...1440, .minutes)),
        PolicyLine(
            "travel_limit_minutes", "The longest way from a person's base to a team.",
            .number(\.travelLimitMinutes, 0...1440, .minutes)),
        PolicyLine(
            "minimum_rest_hours", "Rest between worked sessions on different days, at least.",
            .number(\.minimumRestHours, 0...168, .hours)),
        PolicyLine(
            "maximum_sessions_per_day", "Sessions a person works on a day, at most.",
            .count(\.maximumSessionsPerDay, 1...100, .sessions)),
        PolicyLine(
            "maximum_days_in_a_row", "Days a person works in a row, at most.",
            .count(\.maximumDaysInARow, 1...366, .days)),
        PolicyLine(
            "maximum_days_per_week", "Days a person works in a calendar week, at most.",
            .count(\.maximumDaysPerWeek, 1...7, .days)),
        PolicyLine(
            "average_hours", "Hours a week worked on average, at most; null: no limit.",
            .most(\.averageHours, 1...168, .hours)),
        PolicyLine(
            "average_weeks", "Calendar weeks over which working time is averaged.",
            .count(\.averageWeeks, 1...52, .weeks)),
        PolicyLine(
            "booking_minimum_sessions",
            "Sessions a bank or agency worker works on a day of a booking, at least.",
            .count(\.bookingMinimumSessions, 0...100, .sessions)),
        PolicyLine(
            "accompanied",
            "Kinds of role that give contacts only where a registered person is in the group.", .accompanied),
        PolicyLine(
            "agency_cap", "The most pounds for agency sessions in the week; null: no cap.",
            .cap(\.agencyCap)),
        PolicyLine(
            "bank_cap", "The most pounds for bank sessions in the week; null: no cap.", .cap(\.bankCap)),
        PolicyLine(
            "low_utilisation",
            "Utilisation is low below these shares of available hours in contact; bedded is added. "
                + "A role may be named.", .lowUtilisation),
        PolicyLine(
            "ladder", "Who is called before whom when a plan is short; rungs left out are not called.",
            .ladder),
        PolicyLine(
            "release", "Days before a session from which people of a rung may be called for it.",
            [
                ("own_bank_days", .count(\.releaseOwnBankDays, 0...366, .days)),
                ("collaborative_days", .count(\.releaseCollaborativeDays, 0...366, .days)),
                ("agency_days", .count(\.releaseAgencyDays, 0...366, .days)),
            ]),
        PolicyLine(
            "late_call", "What a call on the day costs, times one made before.",
            .number(\.lateCall, 1...100, .timesEarlyCall)),
    ]
}
