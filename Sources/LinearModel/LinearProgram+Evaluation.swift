// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// The objective at these column values; NaN unless there is one value a column.
    public func objective(of values: [Double]) -> Double {
        guard values.count == columnCount else { return .nan }
        var sum = 0.0
        for column in 0..<columnCount {
            sum += cost[column] * values[column]
        }
        return sum
    }

    /// The sum of a row at these column values.
    public func activity(ofRow row: Int, at values: [Double]) -> Double {
        var sum = 0.0
        for term in terms(ofRow: row) {
            sum += value[term] * values[Int(columnIndex[term])]
        }
        return sum
    }

    /// By how much these column values break the worst-broken row, bound or integrality; 0 if none is.
    ///
    /// With `scaled`, a distance from a bound is divided by the magnitude of that bound where this is above 1, the
    /// way the tolerances of simplex codes are meant. Infinite if a value is no finite number or the count is wrong.
    public func largestViolation(of values: [Double], scaled: Bool = false) -> Double {
        guard values.count == columnCount, values.allSatisfy(\.isFinite) else { return .infinity }
        func distance(_ x: Double, _ lower: Double, _ upper: Double) -> Double {
            if x < lower { return (lower - x) / (scaled ? max(1, lower.magnitude) : 1) }
            if x > upper { return (x - upper) / (scaled ? max(1, upper.magnitude) : 1) }
            return x.isNaN ? .infinity : 0
        }
        var largest = 0.0
        for column in 0..<columnCount {
            let x = values[column]
            largest = max(largest, distance(x, lower[column], upper[column]))
            if isInteger[column] { largest = max(largest, (x - x.rounded()).magnitude) }
        }
        for row in 0..<rowCount {
            largest = max(largest, distance(activity(ofRow: row, at: values), rowLower[row], rowUpper[row]))
        }
        return largest
    }
}
