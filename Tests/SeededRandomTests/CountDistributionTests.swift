// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import SeededRandom

@Suite("Counts about a mean")
struct CountDistributionTests {
    struct Case: Sendable {
        let mean, dispersion: Double
        /// The chances of 0, 1, 2 and so on, by the textbook.
        let chances: [Double]
    }

    /// Poisson's with e⁻² = 0.1353352832366127; the negative binomial of two successes at a half, of which the n-th is
    /// (n + 1) ÷ 2ⁿ⁺²; and the geometric one, 1 ÷ 2ⁿ⁺¹.
    static let cases = [
        Case(
            mean: 2, dispersion: 1,
            chances: [0.1353352832366127, 0.2706705664732254, 0.2706705664732254, 0.1804470443154836]),
        Case(mean: 2, dispersion: 2, chances: [0.25, 0.25, 0.1875, 0.125, 0.078125]),
        Case(mean: 1, dispersion: 2, chances: [0.5, 0.25, 0.125, 0.0625, 0.03125]),
    ]

    @Test("have the chances of the textbook", arguments: cases)
    func chances(_ one: Case) {
        let distribution = CountDistribution(mean: one.mean, dispersion: one.dispersion)
        var below = 0.0
        for (count, chance) in one.chances.enumerated() {
            // Each count has the shares from the sum of the chances before it to that with its own.
            #expect(distribution.count(at: below + 1e-12) == count)
            below += chance
            #expect(distribution.count(at: below - 1e-12) == count)
        }
        let shares = 100_000
        let counts = (0..<shares).map { distribution.count(at: (Double($0) + 0.5) / Double(shares)) }
        for (count, chance) in one.chances.enumerated() {
            let share = Double(counts.count { $0 == count }) / Double(shares)
            #expect(abs(share - chance) < 2e-5, "\(count)")
        }
    }

    @Test(
        "have their mean and their variance, also where a mean is drawn in parts",
        arguments: [0.3, 3.7, 40, 1_234.5], [1, 1.0001, 1.5, 6])
    func moments(_ mean: Double, _ dispersion: Double) {
        var random = SeededRandom(seed: 11)
        let number = 40_000.0
        let counts = (0..<Int(number)).map { _ in
            Double(random.count(mean: mean, dispersion: dispersion))
        }
        let average = counts.reduce(0, +) / number
        let variance = counts.reduce(0) { $0 + ($1 - average) * ($1 - average) } / number
        // Four standard errors of the mean; the variance's depends on the fourth moment, and is below 5 per cent.
        #expect(abs(average - mean) < 4 * (mean * dispersion / number).squareRoot())
        #expect(abs(variance / (mean * dispersion) - 1) < 0.2 / max(1, min(4, mean)))
    }

    @Test("grow with the share and with the mean, and end")
    func order() {
        for (mean, dispersion) in [(0.0, 1.0), (1e-9, 1), (4, 1.5), (500, 1), (500, 100)] {
            let one = CountDistribution(mean: mean, dispersion: dispersion)
            let more = CountDistribution(mean: mean + 0.5, dispersion: dispersion)
            var last = 0
            for share in [0, 0.001, 0.3, 0.5, 0.9, 0.999_999, 1 - 0x1p-53] {
                let count = one.count(at: share)
                #expect(count >= last && more.count(at: share) >= count)
                last = count
            }
            #expect(last < 20_000)
        }
        var random = SeededRandom(seed: 1)
        #expect(random.count(mean: 0) == 0)
        #expect(random.count(mean: -1) == 0)
    }

    @Test("drawn from a seed are these, on every machine")
    func promisedCounts() {
        var random = SeededRandom(seed: 1_234_567)
        #expect((0..<8).map { _ in random.count(mean: 6) } == Self.poisson)
        #expect((0..<8).map { _ in random.count(mean: 6, dispersion: 2.5) } == Self.negativeBinomial)
        #expect((0..<4).map { _ in random.fineShare() }.allSatisfy { (0..<1).contains($0) })
        var named = SeededRandom(seed: 7, for: "line N02", 3)
        #expect(named.next() == Self.named)
    }

    private static let poisson = [5, 4, 6, 4, 9, 5, 6, 4]
    private static let negativeBinomial = [5, 9, 5, 5, 6, 3, 4, 2]
    private static let named: UInt64 = 2_368_945_226_811_835_013

    @Test("of a name are its own: of another name, time or seed others, and the same whatever else was drawn")
    func names() {
        var drawn: [UInt64] = []
        for name in ["a", "b", "line 1", "line 2", "line 12"] {
            for number in 1...20 {
                for seed in 1...5 {
                    var random = SeededRandom(seed: UInt64(seed), for: name, number)
                    drawn.append(random.next())
                }
            }
        }
        #expect(Set(drawn).count == drawn.count)
        // Names, times and seeds that follow one another have nothing in common.
        let shares: [Double] = drawn.map { Double($0 >> 11) * 0x1p-53 }
        let mean = shares.reduce(0, +) / 500
        // Four standard errors of the mean of 500 shares.
        #expect(abs(mean - 0.5) < 0.052)
    }
}
