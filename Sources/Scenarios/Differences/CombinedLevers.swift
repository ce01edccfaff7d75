// SPDX-License-Identifier: GPL-3.0-or-later

/// How overlays that are tried together add up in a figure, beginning with the base: what each does alone, and what they do
/// together beyond the sum of that.
///
/// All of it has one basis: best plans, or, where anything of it is drawn, the means of the replicates that all of them have.
/// What they do beyond the sum is judged as any difference is, by what it is in each replicate. Nothing of it is proved, since
/// it is told of what is paid and of care alone.
struct CombinedLevers {
    /// What one of them does, or all together.
    struct Step: Equatable {
        let name: String
        let change: Double
        let verdict: ScenarioDifference.Verdict
    }

    /// What is begun with.
    let baseValue: Double
    /// What each does alone, in their order.
    let alone: [Step]
    /// What they do together beyond the sum.
    let beyond: Step

    /// What it is called that they do beyond the sum.
    static let beyond = "Together, beyond the sum"

    /// Nil where a figure is missing, or no replicate has all of them.
    init?(
        _ name: String, together: ScenarioOutcome, alone: [ScenarioOutcome], base: ScenarioOutcome
    ) {
        let basis = Basis(name, [base] + alone + [together])
        guard let basis, let baseValue = basis.value(base), let whole = basis.value(together) else {
            return nil
        }
        self.baseValue = baseValue
        var steps: [Step] = []
        for one in alone {
            guard let value = basis.value(one) else { return nil }
            let pairs = zip(basis.replicates(one), basis.replicates(base)).map { $0 - $1 }
            steps.append(
                Step(
                    name: one.scenario.name, change: value - baseValue,
                    verdict: basis.verdict(
                        value - baseValue, pairs, of: [one, base], luck: basis.luck(one, base))))
        }
        self.alone = steps
        let rest = whole - baseValue - steps.reduce(0) { $0 + $1.change }
        let (wholes, bases) = (basis.replicates(together), basis.replicates(base))
        let ones = alone.map { basis.replicates($0) }
        let pairs = wholes.indices.map { place in
            wholes[place] - bases[place] - ones.reduce(0) { $0 + $1[place] - bases[place] }
        }
        beyond = Step(
            name: Self.beyond, change: rest,
            verdict: basis.verdict(
                rest, pairs, of: [base] + alone + [together], luck: basis.luck(together, base, beside: alone))
        )
    }

    /// What figures of several scenarios are of.
    private struct Basis {
        private let name: String
        private let isDrawn: Bool
        private let numbers: [Int]

        init?(_ name: String, _ all: [ScenarioOutcome]) {
            self.name = name
            isDrawn = all.contains { !$0.isOneWeek }
            numbers = (all.first?.replicates ?? []).map(\.replicate).filter { number in
                all.allSatisfy { $0.replicate(number)?.value(name) != nil }
            }
            if numbers.isEmpty { return nil }
        }

        /// The figure in each replicate that all have.
        func replicates(_ outcome: ScenarioOutcome) -> [Double] {
            numbers.compactMap { outcome.replicate($0)?.value(name) }
        }

        func value(_ outcome: ScenarioOutcome) -> Double? {
            guard isDrawn else { return outcome.value(name) }
            return replicates(outcome).reduce(0, +) / Double(numbers.count)
        }

        /// How far searches of one week lie apart, of either of two.
        func luck(_ one: ScenarioOutcome, _ other: ScenarioOutcome) -> Double {
            max(one.luck(name), other.luck(name))
        }

        /// By how much luck may change what levers do beyond their sum: the base is in it once for each lever but one.
        func luck(
            _ together: ScenarioOutcome, _ base: ScenarioOutcome, beside alone: [ScenarioOutcome]
        ) -> Double {
            together.luck(name) + Double(alone.count - 1) * base.luck(name)
                + alone.reduce(0) { $0 + $1.luck(name) }
        }

        func verdict(
            _ difference: Double, _ pairs: [Double], of outcomes: [ScenarioOutcome], luck: Double
        ) -> ScenarioDifference.Verdict {
            let isSamePlan =
                isDrawn
                ? numbers.allSatisfy { number in areOne(outcomes.map { $0.replicate(number) }) }
                : areOne(outcomes.map(\.best))
            return JudgedDifference(
                difference, pairs: pairs, luck: luck, proof: nil,
                isSamePlan: isSamePlan, areProved: outcomes.allSatisfy(\.isProved)
            ).verdict
        }

        private func areOne(_ replicates: [ReplicateOutcome?]) -> Bool {
            replicates.allSatisfy { $0?.rows == replicates.first??.rows }
        }
    }
}
