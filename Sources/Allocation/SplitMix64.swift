// SPDX-License-Identifier: GPL-3.0-or-later

/// A small, fast, seeded source of random numbers; the same seed gives the same numbers on every machine.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number below `limit`, which is at least 1.
    mutating func below(_ limit: Int) -> Int { Int(next(upperBound: UInt64(max(1, limit)))) }

    /// Brings `count` random elements to the front, in random order.
    mutating func bringForward<Element>(_ count: Int, of elements: inout [Element]) {
        for position in 0..<min(count, elements.count) {
            elements.swapAt(position, position + below(elements.count - position))
        }
    }
}
