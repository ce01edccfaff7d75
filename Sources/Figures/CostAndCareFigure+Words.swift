// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

extension CostAndCareFigure.Unit {
    /// A value of the unit in a table.
    public func cell(_ value: Double?) -> Table.Cell {
        guard let value else { return .blank }
        return switch self {
        case .pounds: .pounds(value)
        case .hours: .hours(value)
        case .share: .share(value)
        case .contacts, .sessions, .people: Int(exactly: value).map { .count($0) } ?? .ratio(value)
        }
    }

    /// What a difference is below which figures are shown as the same.
    public var least: Double {
        switch self {
        case .pounds: 0.005
        case .hours: 0.05
        case .share: 0.0005
        case .contacts, .sessions, .people: 0.005
        }
    }

    /// A difference with its sign.
    public func signed(_ value: Double) -> String {
        // A cell rounds a little less than nothing to nothing.
        (value > 0 ? "+" : "") + cell(abs(value) < least ? 0 : value).shownText
    }
}
