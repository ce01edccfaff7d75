// SPDX-License-Identifier: GPL-3.0-or-later

/// Pounds as somebody pays them: whole pence a part that add up to the whole pence of all parts.
///
/// Each is rounded down, and those with the largest remainders get a penny more until the sum is that of all, rounded half
/// up. Of equal remainders the first get it: of bookings by person, session and team, so that rows in another order come to
/// the same.
public enum PayablePence {
    /// Parts of a penny.
    private static let unit = 1_000_000
    /// Where pounds of a row stop making sense.
    private static let most = 1e9

    /// Pence of all parts together. Half a penny is rounded up also where some lost a part of theirs when they were cut.
    public static func total(ofParts pounds: [Double]) -> Int {
        let parts = pounds.map { Self.parts($0) }
        let remainders = parts.reduce(0) { $0 + $1 % unit }
        return parts.reduce(0) { $0 + $1 / unit } + remainders / unit
            + (2 * (remainders % unit + pounds.count) >= unit ? 1 : 0)
    }

    /// Pence of each part, in their order. What is below nothing counts as nothing.
    public static func ofParts(_ pounds: [Double]) -> [Int] {
        let parts = pounds.map { Self.parts($0) }
        var pence = parts.map { $0 / unit }
        let missing = total(ofParts: pounds) - pence.reduce(0, +)
        let order = parts.indices.sorted { one, other in
            (parts[other] % unit, one) < (parts[one] % unit, other)
        }
        for place in order.prefix(max(0, missing)) { pence[place] += 1 }
        return pence
    }

    /// Pence of all rows together.
    public static func total(of rows: [BookingRow]) -> Int { total(ofParts: rows.map(\.cost)) }

    /// Pence of each row, in their order.
    public static func of(_ rows: [BookingRow]) -> [Int] {
        let order = rows.indices.sorted { one, other in
            (rows[one].staff, rows[one].session, rows[one].team, one)
                < (rows[other].staff, rows[other].session, rows[other].team, other)
        }
        var pence = [Int](repeating: 0, count: rows.count)
        for (place, own) in zip(order, ofParts(order.map { rows[$0].cost })) { pence[place] = own }
        return pence
    }

    private static func parts(_ pounds: Double) -> Int {
        guard pounds > 0 else { return 0 }
        return Int((min(most, pounds) * 100 * Double(unit)).rounded())
    }
}
