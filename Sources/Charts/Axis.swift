// SPDX-License-Identifier: GPL-3.0-or-later

/// The numbers along an edge of a chart: from a round one to a round one, in steps of 1, 2 or 5 times a power of 10.
struct Axis: Sendable, Equatable {
    /// The marked numbers, from the lowest to the highest.
    let ticks: [Double]

    /// The lowest and the highest number.
    var low: Double { ticks.first ?? 0 }
    /// The highest number.
    var high: Double { ticks.last ?? 1 }

    /// An axis on which all values have a place.
    ///
    /// - Parameters:
    ///   - values: What has to be on it; what is no number is passed over.
    ///   - fromNought: Whether nought has to be on it, as under bars.
    ///   - whole: Whether steps are whole numbers.
    init(around values: some Sequence<Double>, fromNought: Bool, whole: Bool = false) {
        let known = values.filter { $0.isFinite && abs($0) < Self.most } + (fromNought ? [0] : [])
        let lowest = known.min() ?? 0
        // One value alone has an axis of length 1.
        let highest = max(known.max() ?? 0, known.allSatisfy { $0 == lowest } ? lowest + 1 : lowest)
        let step = Self.step(for: highest - lowest, whole: whole)
        let first = (lowest / step).rounded(.down)
        let last = max((highest / step).rounded(.up), first + 1)
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Where a value is, from 0 at the lowest to 1 at the highest.
    func share(of value: Double) -> Double {
        guard value.isFinite, high > low else { return 0 }
        return min(1, max(0, (value - low) / (high - low)))
    }

    /// The numbers that are written where only so many pixels are there: nought, and every so many from it.
    func written(in unit: ChartUnit, along length: Double) -> [Double] {
        let widest = ticks.map { Lettering.width(unit.mark($0)) }.max() ?? 0
        let apart = length / Double(max(1, ticks.count - 1))
        let every = max(1, Int(((widest + 8) / apart).rounded(.up)))
        let begin = ticks.firstIndex(of: 0) ?? 0
        return ticks.indices.filter { ($0 - begin).isMultiple(of: every) }.map { ticks[$0] }
    }

    /// Beyond this a number is an accident, not a figure.
    private static let most = 1e15

    /// The step that marks a span with four to ten numbers.
    private static func step(for span: Double, whole: Bool) -> Double {
        var unit = 1.0
        while unit * 10 <= span { unit *= 10 }
        while unit > span { unit /= 10 }
        let step =
            switch span / unit {
            case ..<2: unit / 5
            case ..<5: unit / 2
            default: unit
            }
        return whole ? max(1, step.rounded(.up)) : step
    }
}
