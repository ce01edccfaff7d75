// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Everything of a rotation's parts that does not fit together, in sentences.
///
/// The intake says the same with file and line; this holds for parts that come from anywhere.
public struct RotationFaults: Error, Sendable, Equatable, CustomStringConvertible {
    /// A sentence a fault, in the order of the files.
    public private(set) var sentences: [String] = []

    /// The sentences, a line each.
    public var description: String { sentences.joined(separator: "\n") }

    /// What does not fit of those parts.
    public init(of parts: RotationParts) {
        programme(parts)
        templates(parts)
        policy(parts.policy)
        posts(parts)
        people(parts)
        rows(parts)
        capacity(parts)
    }

    /// Adds a fault where something does not hold.
    mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
        if !holds { sentences.append(sentence()) }
    }

    /// Adds a fault for each name that stands twice.
    mutating func expectOnce(_ names: [String], _ what: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            sentences.append("\(what) \(name) stands twice; leave one out.")
        }
    }

    /// Adds a fault for an amount that is negative or no number.
    mutating func expectAmount(_ amount: Double?, _ what: @autoclosure () -> String) {
        guard let amount else { return }
        expect(amount >= 0 && amount.isFinite, "\(what()) is \(amount); give 0 or more.")
    }

    /// Adds a fault where the first day comes after the last.
    mutating func expectOrder(_ from: CalendarDay?, _ until: CalendarDay?, _ what: @autoclosure () -> String)
    {
        guard let from, let until else { return }
        expect(from <= until, "\(what()) goes from \(from) to \(until); put the earlier day first.")
    }

    private mutating func programme(_ parts: RotationParts) {
        expect(
            (1...520).contains(parts.periodCount),
            "A programme has 1 to 520 periods; this one has \(parts.periodCount).")
        switch parts.length {
        case .month: break
        case .weeks(let weeks):
            expect((1...52).contains(weeks), "A period has 1 to 52 weeks; here it has \(weeks).")
        }
        expect(
            parts.frozenBefore == nil || parts.current != nil,
            "frozen_before is given, but there is no plan in force; add current/placements.csv or leave it out."
        )
    }

    private mutating func templates(_ parts: RotationParts) {
        expectOnce(parts.templates.map(\.id), "Template")
        for template in parts.templates {
            expect(!template.stages.isEmpty, "Template \(template.id) has no stages; give one or more.")
            for stage in template.stages {
                expect(
                    stage.periods >= 1,
                    "Stage \(stage.setting) of template \(template.id) has \(stage.periods) periods; give 1 or more."
                )
            }
        }
    }

    private mutating func policy(_ policy: RotationPolicy) {
        for (key, pounds) in [
            ("below_minimum", policy.belowMinimum), ("below_target", policy.belowTarget),
            ("unplaced", policy.unplaced), ("preference_step", policy.preferenceStep),
            ("travel_minute", policy.travelMinute), ("change", policy.change), ("fairness", policy.fairness),
            ("disruption", policy.disruption), ("travel_limit_minutes", policy.travelLimitMinutes),
        ] { expectAmount(pounds, key) }
    }
}
