// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables

extension CostAndCareFigure.Unit {
    /// The ends of a range; blank where nothing is known of it.
    func cells(_ range: ClosedRange<Double>?) -> [Table.Cell] {
        [cell(range?.lowerBound), cell(range?.upperBound)]
    }

    /// The ends of a range for people.
    func shownCells(_ range: ClosedRange<Double>?) -> [Table.Cell] {
        range == nil ? [.text("not known"), .text("not known")] : cells(range)
    }
}

extension ScenarioDifference.Verdict {
    /// A difference for people: no figure stands where it may be luck.
    func cell(_ difference: Double, _ unit: CostAndCareFigure.Unit) -> Table.Cell {
        switch self {
        case .notToldApart: .text(rawValue)
        case .proved, .shown, .samePlan: unit.cell(difference)
        }
    }

    /// A difference with what is known of it: `+£120.00, proved`.
    func words(
        _ difference: Double, _ range: ClosedRange<Double>?, _ unit: CostAndCareFigure.Unit
    ) -> String {
        let isNothing = abs(difference) < unit.least
        switch self {
        case .notToldApart:
            guard let range else { return rawValue }
            let (low, high) = (unit.signed(range.lowerBound), unit.signed(range.upperBound))
            return low == high ? rawValue : "\(rawValue) (\(low) to \(high))"
        case .samePlan: return rawValue
        case .proved where isNothing: return "the same, proved"
        case .shown where isNothing: return "the same"
        case .proved, .shown: return "\(unit.signed(difference)), \(rawValue)"
        }
    }
}

extension ScenarioDifference {
    /// Whether it is too small to be shown.
    var isNothing: Bool { abs(difference) < figure.unit.least }

    /// `+£120.00, proved`, or that it is not told apart and between which values it lies.
    public var words: String { verdict.words(difference, range, figure.unit) }
}
