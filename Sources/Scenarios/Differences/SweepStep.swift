// SPDX-License-Identifier: GPL-3.0-or-later

/// What differs from one point of a sweep over one figure to the next one in its order, such as from no agency to £1,000 of
/// it; judged as a difference from the base is.
public struct SweepStep: Sendable {
    /// The sweep's name.
    public let sweep: String
    /// The scenario from which it goes on.
    public let from: String
    /// What differs in the next scenario: its `baseValue` is that of `from`.
    public let difference: ScenarioDifference

    /// The steps of all sweeps, figure by figure. A sweep over several figures has no order.
    ///
    /// - Parameter outcome: What came of a scenario in a base; nil: none of its runs is done.
    static func all(
        _ file: ScenarioFile, _ bases: [ScenarioBase], _ order: PriceOrder,
        _ outcome: (_ scenario: String, _ base: String) -> ScenarioOutcome?
    ) -> [SweepStep] {
        var steps: [SweepStep] = []
        for base in bases {
            for sweep in file.sweeps where sweep.figures == 1 {
                for (from, to) in zip(sweep.points, sweep.points.dropFirst()) {
                    guard let one = outcome(from, base.name), let other = outcome(to, base.name) else {
                        continue
                    }
                    steps += ScenarioDifference.all(of: other, to: one, order).map {
                        SweepStep(sweep: sweep.name, from: from, difference: $0)
                    }
                }
            }
        }
        return steps
    }
}
