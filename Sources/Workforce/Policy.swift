// SPDX-License-Identifier: GPL-3.0-or-later

/// What a plan is priced and limited by. Money is in pounds; the defaults are assumptions to be set locally.
public struct Policy: Sendable, Equatable {
    /// Pounds per contact minute not met, for critical demand.
    public var unmetCriticalMinute = 6.0
    /// Pounds per contact minute not met, for urgent demand.
    public var unmetUrgentMinute = 3.0
    /// Pounds per contact minute not met, for routine demand.
    public var unmetRoutineMinute = 1.5
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
    /// Hours a week above which extra hours of own staff are overtime.
    public var fullTimeHours = 37.5
    /// What overtime pays, as a multiple of plain rate; at least 1.
    public var overtimeFactor = 1.5
    /// The share by which bank and agency pay rises on a Saturday.
    public var saturdayUplift = 0.0
    /// The share by which bank and agency pay rises on a Sunday.
    public var sundayUplift = 0.0
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

    /// The default policy.
    public init() {}

    /// Pounds per contact minute not met.
    public func unmetMinute(_ priority: Priority) -> Double {
        switch priority {
        case .critical: unmetCriticalMinute
        case .urgent: unmetUrgentMinute
        case .routine: unmetRoutineMinute
        }
    }

    /// The share by which bank and agency pay rises on that day of the week.
    public func dayUplift(_ weekday: Weekday) -> Double {
        switch weekday {
        case .saturday: saturdayUplift
        case .sunday: sundayUplift
        default: 0
        }
    }
}
