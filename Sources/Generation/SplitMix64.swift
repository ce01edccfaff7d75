// SPDX-License-Identifier: GPL-3.0-or-later

/// A small seeded source of random numbers; the same seed gives the same numbers on every machine.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Draws are worked out
/// here and not by the standard library, whose way of drawing from a range is not promised to stay the same.
struct SplitMix64: Sendable {
    /// What the numbers are drawn for. Each purpose has numbers of its own, so that a change in how one part
    /// of a week is made leaves the others as they were.
    enum Purpose: UInt64 {
        case people = 1
        case rota, absence, offers, signOffs, demand, travel
    }

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The numbers of one place for one purpose.
    init(seed: UInt64, place: Int, for purpose: Purpose) {
        var mixer = SplitMix64(seed: seed)
        mixer.state = mixer.next() &+ UInt64(place)
        mixer.state = mixer.next() &+ purpose.rawValue
        state = mixer.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number below `limit`; 0 where the limit is below 1.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, limit))).high)
    }

    /// A whole number of the range.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True in so many cases of a thousand.
    mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

    /// The index of one of the weights, each as likely as it is large.
    mutating func index(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return 0
    }

    /// The elements in random order.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for position in elements.indices.dropLast() {
            elements.swapAt(position, position + below(elements.count - position))
        }
        return elements
    }
}
