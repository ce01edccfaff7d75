// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads the `policy` of week.yaml over the default policy: what is not given stays as it is by default.
///
/// All but `low_utilisation`, which is kept for when the roles of the framework are known.
struct PolicyReader {
    private let diagnostics: Diagnostics
    private var policy = Policy()

    /// The policy of a node, and what stands under `low_utilisation`; the default for nothing. Faults are reported
    /// and leave the default.
    static func read(
        _ node: YAMLNode?, _ diagnostics: Diagnostics
    ) -> (policy: Policy, thresholds: YAMLNode?) {
        var reader = PolicyReader(diagnostics: diagnostics)
        guard let node, !node.isNull, let mapping = node.mapping("policy", known: keys, diagnostics) else {
            return (reader.policy, nil)
        }
        reader.readPounds(mapping)
        reader.readTime(mapping)
        reader.readCounts(mapping)
        reader.readAccompanied(mapping)
        return (reader.policy, mapping.value(lowUtilisation))
    }

    private init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    private static let keys = [
        "unmet_minute", "registered_on_delegable_minute", "avoidable_double_handed_minute", "away_session",
        "team_change", "unsafe_staffing", "disruption_session", "full_time_hours", "overtime_factor",
        "weekend_uplift", "non_contact_minutes", "supervision_minutes_per_session", "travel_limit_minutes",
        "minimum_rest_hours", "maximum_sessions_per_day", "maximum_days_in_a_row", "maximum_days_per_week",
        "booking_minimum_sessions", "accompanied", "agency_cap", "bank_cap", lowUtilisation,
    ]

    /// The key whose own keys are also roles: `ThresholdReader` reads it once the framework is known.
    static let lowUtilisation = "low_utilisation"

    private mutating func readPounds(_ mapping: YAMLMapping) {
        let unmet = mapping.value("unmet_minute")?
            .mapping("unmet_minute", known: Priority.allCases.map(\.rawValue), diagnostics)
        if let unmet {
            readWeight("critical", unmet, \.unmetCriticalMinute)
            readWeight("urgent", unmet, \.unmetUrgentMinute)
            readWeight("routine", unmet, \.unmetRoutineMinute)
        }
        readWeight("registered_on_delegable_minute", mapping, \.registeredOnDelegableMinute)
        readWeight("avoidable_double_handed_minute", mapping, \.avoidableDoubleHandedMinute)
        readWeight("away_session", mapping, \.awaySession)
        readWeight("team_change", mapping, \.teamChange)
        readWeight("unsafe_staffing", mapping, \.unsafeStaffing)
        readWeight("disruption_session", mapping, \.disruptionSession)
        readNumber("overtime_factor", mapping, 1...100, "times plain rate", \.overtimeFactor)
        let weekend = mapping.value("weekend_uplift")?
            .mapping("weekend_uplift", known: ["saturday", "sunday"], diagnostics)
        if let weekend {
            readNumber("saturday", weekend, 0...10, "a share of pay", \.saturdayUplift)
            readNumber("sunday", weekend, 0...10, "a share of pay", \.sundayUplift)
        }
        policy.agencyCap = readCap("agency_cap", mapping)
        policy.bankCap = readCap("bank_cap", mapping)
    }

    private mutating func readTime(_ mapping: YAMLMapping) {
        readNumber("full_time_hours", mapping, 0...168, "hours", \.fullTimeHours)
        readNumber("non_contact_minutes", mapping, 0...1440, "minutes", \.nonContactMinutes)
        readNumber(
            "supervision_minutes_per_session", mapping, 0...1440, "minutes", \.supervisionMinutesPerSession)
        readNumber("travel_limit_minutes", mapping, 0...1440, "minutes", \.travelLimitMinutes)
        readNumber("minimum_rest_hours", mapping, 0...168, "hours", \.minimumRestHours)
    }

    private mutating func readCounts(_ mapping: YAMLMapping) {
        readCount("maximum_sessions_per_day", mapping, 1...100, "sessions", \.maximumSessionsPerDay)
        readCount("maximum_days_in_a_row", mapping, 1...366, "days", \.maximumDaysInARow)
        readCount("maximum_days_per_week", mapping, 1...7, "days", \.maximumDaysPerWeek)
        readCount("booking_minimum_sessions", mapping, 0...100, "sessions", \.bookingMinimumSessions)
    }

    /// `accompanied: [student, volunteer]`; an empty list: nobody.
    private mutating func readAccompanied(_ mapping: YAMLMapping) {
        guard let items = mapping.value("accompanied")?.items("accompanied", diagnostics) else { return }
        var kinds: Set<Role.Kind> = []
        for item in items {
            guard let field = item.scalar("accompanied", diagnostics),
                let kind = field.word(Role.Kind.self, diagnostics)
            else { continue }
            if kind == .registered {
                field.error(
                    "accompanied names 'registered', who are those that accompany others",
                    expected: "kinds of role: support, student, volunteer", diagnostics)
            }
            kinds.insert(kind)
        }
        policy.accompanied = Role.Kind.allCases.filter { kinds.contains($0) }
    }

    private mutating func readWeight(
        _ key: String, _ mapping: YAMLMapping, _ part: WritableKeyPath<Policy, Double>
    ) {
        readNumber(key, mapping, 0...1_000_000, "pounds", part)
    }

    private mutating func readNumber(
        _ key: String, _ mapping: YAMLMapping, _ limits: ClosedRange<Double>, _ unit: String,
        _ part: WritableKeyPath<Policy, Double>
    ) {
        guard let value = mapping.field(key)?.decimal(in: limits, unit: unit, diagnostics) else { return }
        policy[keyPath: part] = value
    }

    private mutating func readCount(
        _ key: String, _ mapping: YAMLMapping, _ limits: ClosedRange<Int>, _ unit: String,
        _ part: WritableKeyPath<Policy, Int>
    ) {
        guard let value = mapping.field(key)?.wholeNumber(in: limits, unit: unit, diagnostics) else { return }
        policy[keyPath: part] = value
    }

    /// Pounds in the horizon, or nil for no cap.
    private func readCap(_ key: String, _ mapping: YAMLMapping) -> Double? {
        mapping.field(key)?.decimal(in: 0...1_000_000_000, unit: "pounds", diagnostics)
    }
}
