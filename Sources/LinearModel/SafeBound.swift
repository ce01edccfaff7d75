// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// A lower bound on the optimum that holds for **any** row duals, good or bad.
    ///
    /// By weak duality, each row contributes its dual times the side the dual's sign selects, and each column the
    /// least of reduced cost times value between its bounds. What a simplex code calls optimal is right to a
    /// tolerance only; this turns its duals, also those of an interrupted run, into a proof (Neumaier and
    /// Shcherbina, Safe bounds in linear and mixed-integer linear programming, 2004).
    ///
    /// Duals that would select an infinite side, that are not finite, or that are missing count as 0. The result is
    /// `-.infinity` where a column has no bound on the side its reduced cost pulls to: give every column two finite
    /// bounds where the bound is to be relied on. The sums are kept in two doubles, and what rounding may still
    /// amount to is subtracted.
    public func dualBound(rowDuals: [Double]) -> Double {
        dualBound(rowDuals, of: cost)
    }

    /// Whether the rows, weighted so or the other way round, add up to one that no values between the bounds meet
    /// (Farkas's lemma, as safe against rounding as `dualBound`).
    public func isInfeasible(by multipliers: [Double]) -> Bool {
        let nothing = [Double](repeating: 0, count: columnCount)
        return dualBound(multipliers, of: nothing) > 0 || dualBound(multipliers.map(-), of: nothing) > 0
    }

    /// What each column's cost is beyond what the rows at these duals pay for it.
    public func reducedCosts(rowDuals: [Double]) -> [Double] {
        let duals = usableDuals(rowDuals)
        var reduced = cost
        for row in 0..<rowCount where duals[row] != 0 {
            for term in terms(ofRow: row) { reduced[Int(columnIndex[term])] -= duals[row] * value[term] }
        }
        return reduced
    }

    private func dualBound(_ rowDuals: [Double], of cost: [Double]) -> Double {
        let duals = usableDuals(rowDuals)
        var reduced = cost.map { TwoDoubles($0) }
        var magnitude = cost.map(\.magnitude)
        var total = TwoDoubles(0)
        var totalMagnitude = 0.0
        for row in 0..<rowCount where duals[row] != 0 {
            let dual = duals[row]
            let side = dual > 0 ? rowLower[row] : rowUpper[row]
            total.add(dual, times: side)
            totalMagnitude += (dual * side).magnitude
            for term in terms(ofRow: row) {
                let column = Int(columnIndex[term])
                reduced[column].add(-dual, times: value[term])
                magnitude[column] += (dual * value[term]).magnitude
            }
        }
        for column in 0..<columnCount {
            let sign = reduced[column].sum
            guard sign != 0 || reduced[column].isExactZero else { return -.infinity }
            if sign == 0 { continue }
            let bound = sign > 0 ? lower[column] : upper[column]
            guard bound.isFinite else { return -.infinity }
            total.add(reduced[column].high, times: bound)
            total.add(reduced[column].low, times: bound)
            totalMagnitude += magnitude[column] * bound.magnitude
        }
        let terms = Double(nonzeroCount + rowCount + 2 * columnCount + 1)
        let allowance =
            8 * .ulpOfOne * total.sum.magnitude + 16 * terms * .ulpOfOne * .ulpOfOne * totalMagnitude
        let bound = total.sum - allowance
        return bound.isFinite ? bound : -.infinity
    }

    private func usableDuals(_ rowDuals: [Double]) -> [Double] {
        (0..<rowCount).map { row in
            guard row < rowDuals.count, rowDuals[row].isFinite else { return 0 }
            let side = rowDuals[row] > 0 ? rowLower[row] : rowUpper[row]
            return side.isFinite ? rowDuals[row] : 0
        }
    }
}

/// An unevaluated sum of two doubles: some 32 digits, so that cancelling terms leave what is true of them.
struct TwoDoubles {
    private(set) var high: Double
    private(set) var low = 0.0

    init(_ value: Double) { high = value }

    var sum: Double { high + low }
    var isExactZero: Bool { high == 0 && low == 0 }

    mutating func add(_ x: Double, times y: Double) {
        let product = x * y
        // The fused operation gives the exact rounding error of the product.
        let productError = (-product).addingProduct(x, y)
        let newHigh = high + product
        let part = newHigh - high
        let sumError = (high - (newHigh - part)) + (product - part)
        let newLow = low + (sumError + productError)
        // Renormalised, so that the low part stays far below the high one.
        high = newHigh + newLow
        low = newLow - (high - newHigh)
    }
}
