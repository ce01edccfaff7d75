// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// A row that every plan keeps and that the relaxation breaks: the sum of its terms is at most `upper`.
public struct Cut: Sendable, Equatable {
    /// The columns of its terms, in the order in which they were added.
    public private(set) var columns: [Int32] = []
    /// Their coefficients.
    public private(set) var coefficients: [Double] = []
    /// What the sum is at most.
    public var upper: Double

    /// A cut without terms yet.
    public init(atMost upper: Double) { self.upper = upper }

    /// Adds a term; each column comes once.
    public mutating func add(_ column: Int, _ coefficient: Double) {
        columns.append(Int32(column))
        coefficients.append(coefficient)
    }

    /// By how much the values break it; negative where they keep it.
    public func violation(at values: [Double]) -> Double {
        var sum = -upper
        for (column, coefficient) in zip(columns, coefficients) {
            sum += coefficient * values[Int(column)]
        }
        return sum
    }

    /// How far the values are beyond it, as a distance.
    public func depth(at values: [Double]) -> Double {
        let length = coefficients.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? violation(at: values) / length : 0
    }

    /// The same for the same cut, on every machine: to tell whether a row is there already.
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ bits: UInt64) { hash = (hash ^ bits) &* 0x0000_0100_0000_01B3 &+ (hash >> 29) }
        for (column, coefficient) in zip(columns, coefficients) {
            mix(UInt64(UInt32(bitPattern: column)))
            mix(coefficient.bitPattern)
        }
        mix(upper.bitPattern)
        return hash
    }

    /// Its terms, as `LinearProgram` takes them.
    public var terms: some Sequence<(column: Int, coefficient: Double)> {
        zip(columns, coefficients).lazy.map { (column: Int($0), coefficient: $1) }
    }
}
