// SPDX-License-Identifier: GPL-3.0-or-later

/// The random numbers of plans, made-up weeks and tests: the same seed gives the same numbers on every machine, and
/// with every version of the standard library.
///
/// SeededRandom: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. It is no
/// `RandomNumberGenerator`, so that nobody draws by the standard library, whose way of drawing from a range is not
/// promised to stay the same. Draws are worked out here; they can be inlined, because a search draws in its innermost
/// loops.
public struct SeededRandom: Sendable {
    @usableFromInline var state: UInt64

    /// What the state grows by for each number.
    @inlinable static var increment: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    /// The numbers of that seed.
    @inlinable public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    @inlinable public mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// The number at that place, from 1, among those of a seed: to draw one without those before it.
    @inlinable public static func number(_ place: UInt64, ofSeed seed: UInt64) -> UInt64 {
        mixed(seed &+ place &* increment)
    }

    @inlinable static func mixed(_ bits: UInt64) -> UInt64 {
        var mixed = bits
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    // MARK: Draws

    /// A whole number below `limit`; 0 where the limit is below 1.
    ///
    /// The upper half of the product with the limit: for limits below 2³², as here, no number is likelier than
    /// another by more than one part in 2³².
    @inlinable public mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, limit))).high)
    }

    /// A whole number of the range.
    @inlinable public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `part` of `whole` cases.
    @inlinable public mutating func chance(_ part: Int, of whole: Int) -> Bool { below(whole) < part }

    /// A number from 0 up to but not including 1, a multiple of 2⁻³⁰.
    @inlinable public mutating func share() -> Double { Double(below(1 << 30)) / Double(1 << 30) }

    /// One of the elements; nil where there is none.
    @inlinable public mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// The index of one of the weights, each as likely as it is large; the first where all are 0.
    @inlinable public mutating func index(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return 0
    }

    /// The index of one of the weights, likewise; the last where rounding leaves none.
    @inlinable public mutating func index(weights: [Double]) -> Int {
        var rest = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return max(0, weights.count - 1)
    }

    /// The elements in random order.
    @inlinable public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        bringForward(elements.count - 1, of: &elements)
        return elements
    }

    /// Brings `count` random elements to the front, in random order.
    @inlinable public mutating func bringForward<Element>(_ count: Int, of elements: inout [Element]) {
        for position in 0..<max(0, min(count, elements.count)) {
            elements.swapAt(position, position + below(elements.count - position))
        }
    }
}
