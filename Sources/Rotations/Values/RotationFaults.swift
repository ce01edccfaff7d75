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

    /// The most periods of a programme, a stage, or a block that was begun before it: ten years of weeks.
    public static let mostPeriods = 520
    /// The most orders that the stages of a template may be in: those of six stages of which none is like another.
    public static let mostOrders = 720
    /// The most people times posts times periods that can be planned.
    public static let mostCells = 4_000_000
    /// The most of anything else that is counted: people, blocks, periods in a post.
    public static let mostCounted = 100_000

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

    /// Adds a fault for a number that is larger than anything that is counted in a rotation.
    mutating func expectCount(_ count: Int?, _ what: @autoclosure () -> String) {
        guard let count else { return }
        expect(count <= Self.mostCounted, "\(what()) is \(count); \(Self.mostCounted) is the most.")
    }

    /// Adds a fault where the first day comes after the last.
    mutating func expectOrder(_ from: CalendarDay?, _ until: CalendarDay?, _ what: @autoclosure () -> String)
    {
        guard let from, let until else { return }
        expect(from <= until, "\(what()) goes from \(from) to \(until); put the earlier day first.")
    }

    private mutating func programme(_ parts: RotationParts) {
        expect(
            (1...Self.mostPeriods).contains(parts.periodCount),
            "A programme has 1 to 520 periods; this one has \(parts.periodCount).")
        if case .weeks(let weeks) = parts.length {
            expect((1...52).contains(weeks), "A period has 1 to 52 weeks; here it has \(weeks).")
        }
        expect(
            parts.frozenBefore == nil || parts.current != nil,
            "frozen_before is given, but there is no plan in force; add current/placements.csv or leave it out."
        )
    }

    /// Whether there are as many periods, and as long ones, as there may be.
    func hasPeriods(_ parts: RotationParts) -> Bool {
        let isLengthRight: Bool =
            switch parts.length {
            case .month: true
            case .weeks(let weeks): (1...52).contains(weeks)
            }
        return isLengthRight && (1...Self.mostPeriods).contains(parts.periodCount)
    }

    private mutating func templates(_ parts: RotationParts) {
        expectOnce(parts.templates.map(\.id), "Template")
        for template in parts.templates {
            expect(!template.stages.isEmpty, "Template \(template.id) has no stages; give one or more.")
            for stage in template.stages {
                expect(
                    (1...Self.mostPeriods).contains(stage.periods),
                    "Stage \(stage.setting) of template \(template.id) has \(stage.periods) periods; give 1 to 520."
                )
            }
            var length = 0
            for stage in template.stages { length += max(0, min(stage.periods, Self.mostPeriods + 1)) }
            expect(
                length <= Self.mostPeriods || template.stages.contains { $0.periods > Self.mostPeriods },
                "The stages of template \(template.id) have \(length) periods together; 520 are the most.")
            expect(
                TemplatePatterns.orderCount(of: template, upTo: Self.mostOrders + 1) <= Self.mostOrders,
                "The stages of template \(template.id) can be in more than \(Self.mostOrders) orders; give fewer stages, "
                    + "or order: fixed or cyclic.")
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
