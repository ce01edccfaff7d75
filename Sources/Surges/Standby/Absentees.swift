// SPDX-License-Identifier: GPL-3.0-or-later

/// How many of some people are away, where each is so with a chance of their own, and none because of another.
struct Absentees: Sendable {
    /// The chance that exactly so many are away, from none to all.
    let chances: [Double]

    /// - Parameter each: The chance of each of them, 0 to 1.
    init(_ each: [Double]) {
        var chances = [1.0]
        for one in each {
            var next = chances.map { $0 * (1 - one) } + [0]
            for (number, chance) in chances.enumerated() { next[number + 1] += chance * one }
            chances = next
        }
        self.chances = chances
    }

    /// How many are away on average.
    var mean: Double { chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } }

    /// The chance that more than so many are away.
    func chance(ofMoreThan number: Int) -> Double { chances.dropFirst(number + 1).reduce(0, +) }

    /// The fewest of whom no more are away but with a chance of at most `risk`.
    func number(within risk: Double) -> Int {
        chances.indices.first { chance(ofMoreThan: $0) <= risk + 1e-12 } ?? chances.count - 1
    }
}
