// SPDX-License-Identifier: GPL-3.0-or-later

/// On which side of nothing the cheapest prices of two scenarios differ, known before anything is searched: a looser cap or
/// cheaper hours are never dearer, a tighter cap or dearer hours never cheaper.
///
/// It is known of weeks that differ by caps on pay and by rates alone, as `Relaxation` has it, and in which no plan is in
/// force. People and sign-offs that are added may only help as well, but minimums of heads, fair shares and requests of
/// people who are added are in the price, too: of them nothing is said.
struct PriceOrder: Sendable {
    private let kinship: RunKinship
    /// The run of each replicate, by base and scenario; none where a plan is in force.
    private let places: [[String]: [Int: Int]]

    init(_ runs: [ScenarioRun]) {
        kinship = RunKinship(runs)
        var places: [[String]: [Int: Int]] = [:]
        for (place, run) in runs.enumerated() where run.point == nil && run.week.current == nil {
            places[[run.base.name, run.scenario], default: [:]][run.replicate] = place
        }
        self.places = places
    }

    /// Between which values the price of a scenario less that of another lies, whatever is found; nil: both may be.
    func side(of scenario: String, beside other: String, in base: String) -> ClosedRange<Double>? {
        let (own, its) = (places[[base, scenario]] ?? [:], places[[base, other]] ?? [:])
        let pairs = own.compactMap { replicate, run in its[replicate].map { (own: run, other: $0) } }
        guard !pairs.isEmpty else { return nil }
        let isNoCheaper = pairs.allSatisfy { kinship.allows($0.other, allOf: $0.own) }
        let isNoDearer = pairs.allSatisfy { kinship.allows($0.own, allOf: $0.other) }
        return switch (isNoCheaper, isNoDearer) {
        case (true, true): 0...0
        case (true, false): 0...Double.infinity
        case (false, true): -Double.infinity...0
        case (false, false): nil
        }
    }
}

extension ScenarioDifference {
    /// What differs between two scenarios of a base, in the order of the figures.
    static func all(
        of outcome: ScenarioOutcome, to other: ScenarioOutcome, _ order: PriceOrder
    ) -> [ScenarioDifference] {
        let side = order.side(of: outcome.scenario.name, beside: other.scenario.name, in: outcome.base)
        return (outcome.best?.figures ?? []).compactMap {
            ScenarioDifference($0.name, of: outcome, to: other, side: side)
        }
    }
}
