// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Writes week.yaml: the horizon, the framework's place, and the policy with every default as a comment.
struct WeekYAML {
    let start: CalendarDay
    let days: Int
    let parts: [DayPart]
    let frameworkPath: String
    let policy: Policy
    /// What the head of the file says.
    let notes: [String]

    var file: GeneratedFile {
        var lines = ["# \(Text.licence)", "#"] + notes.map { "# \($0)" } + [""]
        lines += [
            "week_starting: \(start.iso)  # a Monday", "days: \(days)  # 1 to 28",
            "framework: \(Text.quoted(frameworkPath))  # from this folder", "",
            "# The parts of a day. Quote the times; a session ends on the day it starts. uplift: the share by which",
            "# bank and agency pay rises then, 0.30 for 30 per cent.", "sessions:",
        ]
        lines += parts.map {
            "  \($0.id): {starts: \"\(Text.time($0.starts))\", ends: \"\(Text.time($0.ends))\", uplift: \(Text.pounds($0.uplift))}"
        }
        lines += [
            "",
            "# What a plan is priced and limited by. A line that is a comment shows the default; take its # away to change it.",
        ]
        lines += policyLines
        return GeneratedFile(path: "week.yaml", text: lines.joined(separator: "\n") + "\n")
    }

    private var policyLines: [String] {
        let entries = WeekYAML.entries
        let defaults = Policy()
        return ["policy:"]
            + entries.flatMap { entry in
                let text = entry.text(policy)
                let isDefault = text == entry.text(defaults)
                return ["  # \(entry.meaning)", "  \(isDefault ? "# " : "")\(entry.key): \(text)"]
            }
    }

    /// A key of the policy: what it means and how its value is written.
    private struct Entry {
        let key: String
        let meaning: String
        let text: @Sendable (Policy) -> String
    }

    private static let entries: [Entry] = [
        Entry(key: "unmet_minute", meaning: "Pounds per contact minute not met.") {
            "{critical: \(Text.pounds($0.unmetCriticalMinute)), urgent: \(Text.pounds($0.unmetUrgentMinute)), routine: \(Text.pounds($0.unmetRoutineMinute))}"
        },
        Entry(
            key: "registered_on_delegable_minute",
            meaning:
                "Pounds per contact minute that a registered person spends on work a support worker could do."
        ) { Text.pounds($0.registeredOnDelegableMinute) },
        Entry(
            key: "avoidable_double_handed_minute",
            meaning: "Pounds per contact minute of double-handed care beyond what reviews ask for."
        ) { Text.pounds($0.avoidableDoubleHandedMinute) },
        Entry(key: "away_session", meaning: "Pounds per session away from the home team.") {
            Text.pounds($0.awaySession)
        },
        Entry(key: "team_change", meaning: "Pounds per further team on a day.") {
            Text.pounds($0.teamChange)
        },
        Entry(
            key: "unsafe_staffing", meaning: "Pounds per head short of a team's minimum in a session."
        ) { Text.pounds($0.unsafeStaffing) },
        Entry(
            key: "disruption_session",
            meaning: "Pounds per person and session sent elsewhere than the plan in force says."
        ) { Text.pounds($0.disruptionSession) },
        Entry(
            key: "full_time_hours", meaning: "Hours a week above which extra hours of own staff are overtime."
        ) {
            Text.number($0.fullTimeHours)
        },
        Entry(key: "overtime_factor", meaning: "What overtime pays, times plain rate.") {
            Text.number($0.overtimeFactor)
        },
        Entry(
            key: "weekend_uplift",
            meaning: "The share by which bank and agency pay rises; the larger of this and the session's."
        ) {
            "{saturday: \(Text.pounds($0.saturdayUplift)), sunday: \(Text.pounds($0.sundayUplift))}"
        },
        Entry(
            key: "non_contact_minutes",
            meaning: "Minutes of each session for handover, breaks, administration."
        ) { Text.number($0.nonContactMinutes) },
        Entry(
            key: "supervision_minutes_per_session",
            meaning: "Minutes of supervision one person gives in a session."
        ) { Text.number($0.supervisionMinutesPerSession) },
        Entry(key: "travel_limit_minutes", meaning: "The longest way from a person's base to a team.") {
            Text.number($0.travelLimitMinutes)
        },
        Entry(
            key: "minimum_rest_hours", meaning: "Rest between worked sessions on different days, at least."
        ) { Text.number($0.minimumRestHours) },
        Entry(key: "maximum_sessions_per_day", meaning: "Sessions a person works on a day, at most.") {
            "\($0.maximumSessionsPerDay)"
        },
        Entry(key: "maximum_days_in_a_row", meaning: "Days a person works in a row, at most.") {
            "\($0.maximumDaysInARow)"
        },
        Entry(key: "maximum_days_per_week", meaning: "Days a person works in a calendar week, at most.") {
            "\($0.maximumDaysPerWeek)"
        },
        Entry(
            key: "booking_minimum_sessions",
            meaning: "Sessions a bank or agency worker works on a day of a booking, at least."
        ) { "\($0.bookingMinimumSessions)" },
        Entry(
            key: "accompanied",
            meaning: "Kinds of role that give contacts only where a registered person is in the group."
        ) { "[\($0.accompanied.map(\.rawValue).joined(separator: ", "))]" },
        Entry(key: "agency_cap", meaning: "The most pounds for agency sessions in the week; null: no cap.") {
            $0.agencyCap.map(Text.pounds) ?? "null"
        },
        Entry(key: "bank_cap", meaning: "The most pounds for bank sessions in the week; null: no cap.") {
            $0.bankCap.map(Text.pounds) ?? "null"
        },
        Entry(
            key: "low_utilisation",
            meaning:
                "Utilisation is low below these shares of available hours in contact; bedded is added. A role may be named."
        ) { thresholds($0.lowUtilisation) },
    ]

    @Sendable private static func thresholds(_ shares: UtilisationThresholds) -> String {
        let general = [
            ("registered", shares.registered), ("support", shares.support), ("bedded", shares.bedded),
        ].map { "\($0.0): \(Text.pounds($0.1))" }
        let roles = shares.roles.map { "\(Text.quoted($0.role)): \(Text.pounds($0.share))" }
        return "{" + (general + roles).joined(separator: ", ") + "}"
    }
}
