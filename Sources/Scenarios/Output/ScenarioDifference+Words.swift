// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables

extension CostAndCareFigure.Unit {
    /// A value of the unit in a table.
    func cell(_ value: Double?) -> Table.Cell {
        guard let value else { return .blank }
        return switch self {
        case .pounds: .pounds(value)
        case .hours: .hours(value)
        case .share: .share(value)
        case .contacts, .sessions: value == value.rounded() ? .count(Int(value)) : .ratio(value)
        }
    }

    /// The ends of a range; blank where nothing is known of it.
    func cells(_ range: ClosedRange<Double>?) -> [Table.Cell] {
        [cell(range?.lowerBound), cell(range?.upperBound)]
    }

    /// The ends of a range for people.
    func shownCells(_ range: ClosedRange<Double>?) -> [Table.Cell] {
        range == nil ? [.text("not known"), .text("not known")] : cells(range)
    }

    /// What a difference is below which figures are shown as the same.
    fileprivate var least: Double {
        switch self {
        case .pounds: 0.005
        case .hours: 0.05
        case .share: 0.0005
        case .contacts, .sessions: 0.005
        }
    }

    /// A difference with its sign.
    fileprivate func signed(_ value: Double) -> String {
        // A cell rounds a little less than nothing to nothing.
        (value > 0 ? "+" : "") + cell(abs(value) < least ? 0 : value).shownText
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
}

extension ScenarioDifference {
    /// `+£120.00, proved`, or that it is not told apart and between which values it lies.
    public var words: String {
        let isNothing = abs(difference) < figure.unit.least
        switch verdict {
        case .notToldApart:
            guard let range else { return verdict.rawValue }
            let (low, high) = (figure.unit.signed(range.lowerBound), figure.unit.signed(range.upperBound))
            return low == high ? verdict.rawValue : "\(verdict.rawValue) (\(low) to \(high))"
        case .samePlan: return verdict.rawValue
        case .proved where isNothing: return "the same, proved"
        case .shown where isNothing: return "the same"
        case .proved, .shown: return "\(figure.unit.signed(difference)), \(verdict.rawValue)"
        }
    }
}
