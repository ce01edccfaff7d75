// SPDX-License-Identifier: GPL-3.0-or-later

/// Brings the demand of a place to what its rostered people can give, a contact at a time. Lines that are settled stay as
/// they are, and are not counted.
///
/// Demand at about the whole of capacity is an assumption (A): with less, everybody's work is easily found;
/// with more, all that a plan decides is whom to leave out. About the whole leaves both unmet care and
/// bookings to decide.
struct Balance {
    /// Demand in thousandths of capacity, at least and at most.
    static let band = 985...1015

    let capacity: Int
    let drafts: [DraftLine]

    /// The lines, without those of no contacts, at a total within the band as near as whole contacts allow.
    var balanced: [DraftLine] {
        var lines = drafts.filter { $0.contacts > 0 }
        guard !lines.isEmpty, capacity > 0 else { return lines }
        var demand = lines.reduce(0) { $0 + ($1.isSettled ? 0 : $1.contacts * $1.minutes) }
        // Lines take their turns in an order that spreads the change over teams and days.
        let stride = Self.stride(lines.count)
        var at = 0
        for _ in 0..<(lines.count * DemandPlanner.most) {
            if demand * 1000 < capacity * Self.band.lowerBound {
                if !lines[at].isSettled, lines[at].contacts < DemandPlanner.most {
                    lines[at].contacts += 1
                    demand += lines[at].minutes
                }
            } else if demand * 1000 > capacity * Self.band.upperBound {
                if !lines[at].isSettled, lines[at].contacts > 1 {
                    lines[at].contacts -= 1
                    demand -= lines[at].minutes
                }
            } else {
                break
            }
            at = (at + stride) % lines.count
        }
        return lines
    }

    /// A step that visits every line: one without a common factor with their number.
    private static func stride(_ count: Int) -> Int {
        func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
        return (max(1, count * 5 / 13)...).first { divisor($0, count) == 1 } ?? 1
    }
}
