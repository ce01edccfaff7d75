// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Testing

@Suite("Random numbers")
struct SeededRandomTests {
    @Test("are those of the published generator, one after the other and by their place")
    func publishedNumbers() {
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        var random = SeededRandom(seed: 1_234_567)
        for (place, number) in published.enumerated() {
            #expect(random.next() == number)
            #expect(SeededRandom.number(UInt64(place + 1), ofSeed: 1_234_567) == number)
        }
    }

    @Test("drawn from a seed are these, on every machine and with every version of the standard library")
    func promisedDraws() {
        var random = SeededRandom(seed: 1_234_567)
        #expect((0..<6).map { _ in random.below(100) } == [35, 17, 53, 24, 88, 42])
        #expect((0..<4).map { _ in random.within(-2...2) } == [0, -1, 0, 2])
        let chances = (0..<8).map { _ in random.chance(1, of: 4) }
        #expect(chances == [false, false, false, true, false, true, false, true])
        #expect(random.shuffled(Array(0..<8)) == [4, 1, 2, 3, 0, 7, 5, 6])
        #expect((0..<6).map { _ in random.index(weights: [1, 0, 3]) } == [2, 2, 2, 0, 2, 2])
        #expect((0..<6).map { _ in random.index(weights: [0.25, 0, 0.75]) } == [2, 2, 2, 2, 2, 2])
        #expect((0..<4).map { _ in random.element(of: ["a", "b", "c"]) } == ["a", "b", "a", "c"])
        #expect(random.share() == 0.5015277806669474)
    }

    @Test("fall where they should as often as they should")
    func frequencies() {
        var random = SeededRandom(seed: 3)
        var (counts, weighted, firsts) = ([0, 0, 0, 0, 0], [0, 0, 0], [0, 0, 0, 0])
        var (chances, sum) = (0, 0.0)
        for _ in 0..<100_000 {
            counts[random.below(5)] += 1
            weighted[random.index(weights: [2, 1, 7])] += 1
            firsts[random.shuffled([0, 1, 2, 3])[0]] += 1
            chances += random.chance(3, of: 10) ? 1 : 0
            sum += random.share()
        }
        // Four standard deviations are below 700 everywhere.
        #expect(counts.allSatisfy { abs($0 - 20_000) < 700 })
        #expect(zip(weighted, [20_000, 10_000, 70_000]).allSatisfy { abs($0 - $1) < 700 })
        #expect(firsts.allSatisfy { abs($0 - 25_000) < 700 })
        #expect(abs(chances - 30_000) < 700)
        #expect(abs(sum - 50_000) < 400)
    }

    @Test("of nothing are nothing")
    func emptyDraws() {
        var random = SeededRandom(seed: 1)
        #expect(random.below(0) == 0)
        #expect(random.below(-3) == 0)
        #expect(random.element(of: [Int]()) == nil)
        #expect(random.shuffled([Int]()) == [])
        #expect(random.index(weights: [Int]()) == 0)
        #expect(random.index(weights: [Double]()) == 0)
        var elements = [1]
        random.bringForward(-1, of: &elements)
        random.bringForward(5, of: &elements)
        #expect(elements == [1])
    }
}
