// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// The rounding of one row after the other at the same values.
struct Rounding {
    typealias Term = (column: Int, coefficient: Double)

    /// How a column is written: as a distance of at least 0 from one of its bounds.
    private enum Side {
        case lower, upper, variable
        /// Not a column but what a row has left; the part's column is then the row.
        case slack
    }

    private struct Part {
        let column: Int
        let coefficient: Double
        let isWhole: Bool
        /// The distance now, and the most it can be.
        let distance: Double
        let most: Double
        let side: Side
    }

    private let program: LinearProgram
    private let variableBounds: VariableBounds
    private let values: [Double]
    private var sums: [Double]

    init(_ program: LinearProgram, _ variableBounds: VariableBounds, _ values: [Double]) {
        self.program = program
        self.variableBounds = variableBounds
        self.values = values
        sums = [Double](repeating: 0, count: program.columnCount)
    }

    /// The deepest cut found from a sum of rows; nil where the values break none by enough.
    mutating func cut(_ aggregate: Aggregate, times sign: Double) -> Cut? {
        guard var parts = parts(of: aggregate.terms, times: sign) else { return nil }
        let upper = sign * aggregate.right
        for slack in aggregate.slacks {
            parts.append(
                Part(
                    column: slack.row, coefficient: sign * slack.coefficient, isWhole: slack.isWhole,
                    distance: slack.amount, most: .infinity, side: .slack))
        }
        var right = right(of: parts, upper)
        var best = (depth: 0.0, divisor: 0.0)
        var tried: [Double] = []
        func look(_ divisor: Double, _ parts: [Part], _ right: Double) -> Double {
            Self.depth(parts, right, divisor)
        }
        for part in parts where part.isWhole && part.distance > 1e-6 && part.distance < part.most - 1e-6 {
            let divisor = abs(part.coefficient)
            guard divisor > 1e-6, !tried.contains(where: { abs($0 - divisor) < 1e-9 * divisor }) else {
                continue
            }
            tried.append(divisor)
            let depth = look(divisor, parts, right)
            if depth > best.depth { best = (depth, divisor) }
            if tried.count >= 24 { break }
        }
        guard best.divisor > 0 || !tried.isEmpty else { return nil }
        if best.depth > 0 {
            let divisor = best.divisor
            for share in [2.0, 4, 8] {
                let depth = look(divisor / share, parts, right)
                if depth > best.depth { best = (depth, divisor / share) }
            }
        } else if let divisor = tried.first {
            best.divisor = divisor
        }
        // Columns well between their bounds may be better written from the other one.
        let open = parts.indices.filter {
            parts[$0].isWhole && (parts[$0].side == .lower || parts[$0].side == .upper)
                && parts[$0].distance > 1e-6 && parts[$0].most < 1e6
        }.sorted {
            abs(parts[$0].distance - parts[$0].most / 2) < abs(parts[$1].distance - parts[$1].most / 2)
        }
        for index in open.prefix(24) {
            // Turned in place, and back again where that is no gain: a copy for each try would cost more than the try.
            let before = parts[index]
            parts[index] = Self.turned(before)
            let otherRight = right - before.coefficient * before.most
            let depth = look(best.divisor, parts, otherRight)
            if depth > best.depth {
                best.depth = depth
                right = otherRight
            } else {
                parts[index] = before
            }
        }
        guard best.depth > 0 else { return nil }
        let cut = made(parts, right, best.divisor)
        return cut.depth(at: values) > RoundingCuts.leastDepth ? cut : nil
    }

    private func parts(of terms: [Term], times sign: Double) -> [Part]? {
        var parts: [Part] = []
        parts.reserveCapacity(terms.count)
        // Deployments that contacts are written from get further coefficients.
        var extra: [(Int, Double)] = []
        for (column, unsigned) in terms where unsigned != 0 {
            let coefficient = sign * unsigned
            if let bound = variableBounds[column] {
                let left = bound.most * values[bound.column] - values[column]
                let isBetween = values[column] > 1e-6 && values[column] < program.upper[column] - 1e-6
                if isBetween, left < values[column] - 1e-9 {
                    extra.append((bound.column, coefficient * bound.most))
                    parts.append(
                        Part(
                            column: column, coefficient: -coefficient, isWhole: program.isInteger[column],
                            distance: max(0, left), most: bound.most, side: .variable))
                    continue
                }
            }
            guard let part = part(column, coefficient) else { return nil }
            parts.append(part)
        }
        for (column, coefficient) in extra {
            // What the column's own part in the row is, is written from the same bound.
            if let index = parts.firstIndex(where: { $0.column == column }) {
                let old = parts[index]
                let signed = old.side == .upper ? -coefficient : coefficient
                parts[index] = Part(
                    column: column, coefficient: old.coefficient + signed, isWhole: old.isWhole,
                    distance: old.distance, most: old.most, side: old.side)
            } else if let part = part(column, coefficient) {
                parts.append(part)
            }
        }
        return parts
    }

    /// How far a column's value is from the nearest of its bounds.
    func room(_ column: Int) -> Double {
        let simple = min(values[column] - program.lower[column], program.upper[column] - values[column])
        guard let bound = variableBounds[column] else { return simple }
        return min(simple, bound.most * values[bound.column] - values[column])
    }

    /// The column written from the nearer of its bounds.
    private func part(_ column: Int, _ coefficient: Double) -> Part? {
        let (lower, upper) = (program.lower[column], program.upper[column])
        guard lower.isFinite, upper.isFinite else { return nil }
        let (below, above) = (max(0, values[column] - lower), max(0, upper - values[column]))
        let isWhole = program.isInteger[column]
        return below <= above
            ? Part(
                column: column, coefficient: coefficient, isWhole: isWhole, distance: below,
                most: upper - lower,
                side: .lower)
            : Part(
                column: column, coefficient: -coefficient, isWhole: isWhole, distance: above,
                most: upper - lower,
                side: .upper)
    }

    private func right(of parts: [Part], _ upper: Double) -> Double {
        parts.reduce(upper) { right, part in
            switch part.side {
            case .lower: right - part.coefficient * program.lower[part.column]
            case .upper: right + part.coefficient * program.upper[part.column]
            case .variable, .slack: right
            }
        }
    }

    private static func turned(_ part: Part) -> Part {
        Part(
            column: part.column, coefficient: -part.coefficient, isWhole: part.isWhole,
            distance: part.most - part.distance, most: part.most, side: part.side == .lower ? .upper : .lower)
    }

    /// How far the values are beyond the cut of that divisor; 0 where there is none.
    private static func depth(_ parts: [Part], _ right: Double, _ divisor: Double) -> Double {
        let scaled = right / divisor
        let fraction = scaled - scaled.rounded(.down)
        guard fraction > RoundingCuts.leastFraction, fraction < 1 - RoundingCuts.leastFraction else {
            return 0
        }
        var sum = -scaled.rounded(.down)
        var length = 0.0
        for part in parts {
            let rounded = rounded(part, divisor, fraction)
            sum += rounded * part.distance
            length += rounded * rounded
        }
        return length > 0 ? sum / length.squareRoot() : 0
    }

    private static func rounded(_ part: Part, _ divisor: Double, _ fraction: Double) -> Double {
        let coefficient = part.coefficient / divisor
        guard part.isWhole else { return min(0, coefficient) / (1 - fraction) }
        let whole = coefficient.rounded(.down)
        return whole + max(0, coefficient - whole - fraction) / (1 - fraction)
    }

    /// The cut in the columns themselves.
    private mutating func made(_ parts: [Part], _ right: Double, _ divisor: Double) -> Cut {
        let scaled = right / divisor
        let fraction = scaled - scaled.rounded(.down)
        var upper = scaled.rounded(.down)
        var touched: [Int] = []
        func add(_ column: Int, _ coefficient: Double) {
            if sums[column] == 0 { touched.append(column) }
            sums[column] += coefficient
        }
        for part in parts {
            let rounded = Self.rounded(part, divisor, fraction)
            guard rounded != 0 else { continue }
            switch part.side {
            case .lower:
                add(part.column, rounded)
                upper += rounded * program.lower[part.column]
            case .upper:
                add(part.column, -rounded)
                upper -= rounded * program.upper[part.column]
            case .variable:
                add(part.column, -rounded)
                if let bound = variableBounds[part.column] { add(bound.column, rounded * bound.most) }
            case .slack:
                // What is left to the upper side, or above the lower one where there is no upper.
                let isUpper = program.rowUpper[part.column].isFinite
                for term in program.terms(ofRow: part.column) {
                    add(
                        Int(program.columnIndex[term]),
                        isUpper ? -rounded * program.value[term] : rounded * program.value[term])
                }
                upper +=
                    isUpper
                    ? -rounded * program.rowUpper[part.column] : rounded * program.rowLower[part.column]
            }
        }
        var cut = Cut(atMost: 0)
        var size = abs(upper)
        let least = 1e-5 * touched.reduce(0) { max($0, abs(sums[$1])) }
        for column in touched.sorted() where sums[column] != 0 {
            let coefficient = sums[column]
            sums[column] = 0
            let reach = max(abs(program.lower[column]), abs(program.upper[column]))
            if abs(coefficient) < least {
                // Too small beside the others for a solver's tolerances: its least is taken in its place.
                upper -= min(coefficient * program.lower[column], coefficient * program.upper[column])
                continue
            }
            cut.add(column, coefficient)
            size += abs(coefficient) * reach
        }
        // Rounding is continuous but for the right-hand side, whose fraction is kept away from where it jumps; so
        // errors of some 1e-13 stay small, and this allowance covers them.
        cut.upper = upper + 1e-9 * (1 + size)
        return cut
    }
}
