// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// The draws of random weeks, by remainders: the weeks of a seed stay those that tests were written for.
extension SeededRandom {
    /// True in so many of a hundred cases.
    public mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

    /// A whole number of the range.
    public mutating func pick(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// One of the values, the first where there is only one. The list is not empty.
    public mutating func pick<Value>(_ values: [Value]) -> Value { values[pick(0...(values.count - 1))] }
}
