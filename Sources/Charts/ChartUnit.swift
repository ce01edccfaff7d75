// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// What the figures of a chart are counted in.
public enum ChartUnit: Sendable {
    /// Contacts, people, pieces.
    case count
    /// Hours.
    case hours
    /// Pounds.
    case pounds
    /// Shares of 1, shown in per cent.
    case share
    /// Full-time equivalents and other numbers with two decimals.
    case ratio

    /// The figure in a table, exact in its CSV; blank where there is none.
    public func cell(_ value: Double?) -> Table.Cell {
        guard let value else { return .blank }
        switch self {
        case .count:
            guard let whole = Int(exactly: value) else { return .ratio(value) }
            return .count(whole)
        case .hours: return .hours(value)
        case .pounds: return .pounds(value)
        case .share: return .share(value)
        case .ratio: return .ratio(value)
        }
    }

    /// The figure as it stands in a picture.
    public func words(_ value: Double) -> String { cell(value).shownText }

    /// The number at a mark of an axis, as short as it can be.
    func mark(_ value: Double) -> String {
        let scaled =
            switch self {
            case .share: value * 100
            case .count, .hours, .pounds, .ratio: value
            }
        let places = [0, 1, 2].first { abs(scaled - rounded(scaled, places: $0)) < 1e-9 } ?? 3
        let digits = Show.decimal(scaled, places: places)
        switch self {
        case .pounds: return digits.hasPrefix("-") ? "-£" + digits.dropFirst() : "£" + digits
        case .share: return digits + "\u{A0}%"
        case .count, .hours, .ratio: return digits
        }
    }

    private func rounded(_ value: Double, places: Int) -> Double {
        let scale = [1.0, 10, 100][places]
        return (value * scale).rounded() / scale
    }
}
