// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The parts of the day and what contracts and absence leave of them.
enum WorkingWeek {
    /// Days in a generated week.
    static let days = 7
    /// Two sessions make the 7.5 hours of a full-time day, and ten a full-time week of 37.5 hours (V). Starts
    /// and ends are an assumption (A): the day ends at 20:00, before unsocial hours begin on a weekday (V:
    /// after 8pm).
    static let dayParts = [
        DayPart(id: "am", starts: 7 * 60 + 45, ends: 11 * 60 + 30),
        DayPart(id: "pm", starts: 12 * 60, ends: 15 * 60 + 45),
        DayPart(id: "eve", starts: 16 * 60 + 15, ends: 20 * 60),
    ]
    /// A night of 11.25 hours, as long as three sessions by day (A), with unsocial hours (V: bands 4–9, +30 %).
    static let nightPart = DayPart(
        id: "night", starts: 20 * 60 + 15, ends: 24 * 60 + 7 * 60 + 30, uplift: 0.30)
    /// All of them: places with a night team have nights.
    static let parts = dayParts + [nightPart]
    /// The index of the night in `parts`.
    static let night = dayParts.count
    /// Sessions by day that a night is as long as.
    static let sessionsOfNight = 3
    /// Hours of a session, in hundredths: 3.75.
    static let sessionHundredthHours = 375
    /// Contracts in sessions a week, and so many of a thousand people with each: full time, 30, 22.5 and
    /// 18.75 hours (A).
    static let contracts = [
        (sessions: 10, permille: 600), (sessions: 8, permille: 200), (sessions: 6, permille: 100),
        (sessions: 5, permille: 100),
    ]
    /// Sessions of a full-time contract.
    static let fullTimeSessions = 10
    /// Leave, sickness and training of a thousand contracted sessions: 22 % in all (headroom V 16–26 in
    /// policy, default 22 A; sickness 5.7 V; training A; leave is what remains, D).
    static let leavePermille = 140
    static let sicknessPermille = 57
    static let trainingPermille = 23
    static let headroomPermille = leavePermille + sicknessPermille + trainingPermille
    /// The most hours a week, all employers added up (V: 48 on average over 17 weeks; here in each week, A).
    static let mostHours = 48.0
    /// The most days worked in a row, as in the default policy.
    static let mostDaysInARow = 6
    /// Pay of bank and agency at the weekend (V: bands 4–9, unsocial hours +30 % and +60 %).
    static let saturdayUplift = 0.30
    static let sundayUplift = 0.60
    /// What own staff get on top for extra sessions then: the same rates (V), for everybody (A).
    static let ownSaturdayUplift = 0.30
    static let ownSundayUplift = 0.60
}
