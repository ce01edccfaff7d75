// SPDX-License-Identifier: GPL-3.0-or-later

/// Pounds of bookings as somebody pays them: whole pence a row that add up to the whole pence of all rows.
///
/// Each is rounded down, and those with the largest remainders get a penny more until the sum is that of all, rounded half
/// up. Of equal remainders the first by person, session and team get it, so that rows in another order come to the same.
public enum PayablePence {
    /// Parts of a penny.
    private static let unit = 1_000_000
    /// Where pounds of a row stop making sense.
    private static let most = 1e9

    /// Pence of all rows together. Half a penny is rounded up also where rows lost a part of theirs when they were cut to
    /// parts.
    public static func total(of rows: [BookingRow]) -> Int {
        let parts = rows.map { Self.parts($0.cost) }
        let remainders = parts.reduce(0) { $0 + $1 % unit }
        return parts.reduce(0) { $0 + $1 / unit } + remainders / unit
            + (2 * (remainders % unit + rows.count) >= unit ? 1 : 0)
    }

    /// Pence of each row, in their order.
    public static func of(_ rows: [BookingRow]) -> [Int] {
        let parts = rows.map { Self.parts($0.cost) }
        var pence = parts.map { $0 / unit }
        let missing = total(of: rows) - pence.reduce(0, +)
        let order = rows.indices.sorted { one, other in
            let (left, right) = (parts[one] % unit, parts[other] % unit)
            if left != right { return left > right }
            return (rows[one].staff, rows[one].session, rows[one].team, one)
                < (rows[other].staff, rows[other].session, rows[other].team, other)
        }
        for row in order.prefix(max(0, missing)) { pence[row] += 1 }
        return pence
    }

    private static func parts(_ pounds: Double) -> Int {
        guard pounds > 0 else { return 0 }
        return Int((min(most, pounds) * 100 * Double(unit)).rounded())
    }
}
