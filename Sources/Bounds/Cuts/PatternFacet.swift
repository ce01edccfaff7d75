// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the facet that most separates a point from the hull of patterns and all they contain.
///
/// The facets are the vertices of {a ≥ 0 : a·P ≤ 1 for every pattern P}; the one with the greatest a·point is found
/// by a small dense simplex method (local cuts: Applegate, Bixby, Chvátal and Cook, "TSP cuts which do not conform
/// to the template paradigm", 2001; for knapsacks Boccia et al., "A cut and branch approach for the capacitated
/// p-median problem based on Fenchel cutting planes", 2008).
public struct PatternFacet {
    private let width: Int
    private let height: Int
    /// Coefficients of the columns out of the basis, row after row; then the right-hand sides.
    private var table: [Double]
    private var right: [Double]
    /// Right-hand sides moved apart a little, by which ties are broken so that the method cannot circle.
    private var apart: [Double]
    private var profit: [Double]
    private var inBasis: [Int]
    private var outOfBasis: [Int]

    /// The facet's coefficients, each pattern's sum at most 1; nil where the numbers do not allow it.
    public static func strongest(_ patterns: KnapsackPatterns, at point: [Double]) -> [Double]? {
        let active = point.indices.filter { point[$0] > 1e-9 }
        guard !active.isEmpty else { return nil }
        var search = PatternFacet(patterns, active, point)
        guard search.solve() else { return nil }
        var facet = [Double](repeating: 0, count: patterns.width)
        for (row, label) in search.inBasis.enumerated() where label < active.count {
            facet[active[label]] = search.right[row] < 1e-9 ? 0 : search.right[row]
        }
        lift(&facet, patterns)
        return made(facet, validFor: patterns)
    }

    private init(_ patterns: KnapsackPatterns, _ active: [Int], _ point: [Double]) {
        width = active.count
        height = patterns.count
        table = []
        table.reserveCapacity(width * height)
        for pattern in 0..<height {
            for item in active { table.append(patterns.values[pattern * patterns.width + item]) }
        }
        right = [Double](repeating: 1, count: height)
        apart = (0..<height).map { 1 + 1e-7 * Double(($0 * 7_919) % 10_007) / 10_007 }
        profit = active.map { point[$0] }
        outOfBasis = Array(0..<width)
        inBasis = Array(width..<(width + height))
    }

    private mutating func solve() -> Bool {
        for _ in 0..<(40 * width + 100) {
            guard let column = profit.indices.max(by: { profit[$0] < profit[$1] }), profit[column] > 1e-10
            else { return true }
            var leaving = -1
            var least = Double.infinity
            for row in 0..<height where table[row * width + column] > 1e-9 {
                let ratio = apart[row] / table[row * width + column]
                if ratio < least {
                    least = ratio
                    leaving = row
                }
            }
            guard leaving >= 0 else { return false }
            pivot(leaving, column)
        }
        return false
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let inverse = 1 / table[row * width + column]
        for other in 0..<width where other != column { table[row * width + other] *= inverse }
        table[row * width + column] = inverse
        right[row] *= inverse
        apart[row] *= inverse
        let (width, height) = (width, height)
        let (ownRight, ownApart) = (right[row], apart[row])
        table.withUnsafeMutableBufferPointer { table in
            let own = row * width
            for other in 0..<height where other != row {
                let start = other * width
                let factor = table[start + column]
                guard factor != 0 else { continue }
                for position in 0..<width { table[start + position] -= factor * table[own + position] }
                table[start + column] = -factor * inverse
                right[other] -= factor * ownRight
                apart[other] -= factor * ownApart
            }
            let gain = profit[column]
            for position in 0..<width { profit[position] -= gain * table[own + position] }
            profit[column] = -gain * inverse
        }
        swap(&inBasis[row], &outOfBasis[column])
    }

    /// Gives what the point has none of the largest coefficient that keeps every pattern, one after the other.
    private static func lift(_ facet: inout [Double], _ patterns: KnapsackPatterns) {
        for item in facet.indices where facet[item] == 0 {
            var most = Double.infinity
            for pattern in 0..<patterns.count {
                let amount = patterns.values[pattern * patterns.width + item]
                guard amount > 0 else { continue }
                most = min(most, max(0, 1 - sum(facet, patterns, pattern)) / amount)
            }
            facet[item] = most.isFinite && most > 1e-9 ? most : 0
        }
    }

    /// Shrinks the coefficients until no pattern's sum is above 1, whatever the rounding on the way.
    private static func made(_ facet: [Double], validFor patterns: KnapsackPatterns) -> [Double]? {
        let most = (0..<patterns.count).reduce(0) { max($0, sum(facet, patterns, $1)) }
        guard most > 0.5, most < 2 else { return nil }
        return facet.map { $0 / (max(1, most) * (1 + 1e-12)) }
    }

    private static func sum(_ facet: [Double], _ patterns: KnapsackPatterns, _ pattern: Int) -> Double {
        var sum = 0.0
        for item in facet.indices { sum += facet[item] * patterns.values[pattern * patterns.width + item] }
        return sum
    }
}
