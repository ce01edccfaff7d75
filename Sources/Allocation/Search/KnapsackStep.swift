// SPDX-License-Identifier: GPL-3.0-or-later

/// One step of a bounded knapsack by dynamic programming: the best of each number of units once an item may be among
/// them.
///
/// The two ways of it give the same worth. Trying every count takes least where few fit; where hundreds do, as contacts
/// of a minute in a session of hours, a window over the counts takes a hundredth of the time.
struct KnapsackStep {
    /// At most `limit` of an item, each of `units` (1 or more) and worth `pounds`.
    let units: Int
    let limit: Int
    let pounds: Double

    /// Counts up to which each is tried.
    static let fewCounts = 24
    /// Pounds by which more has to be better than less, so that rounding chooses nothing.
    private static let least = 1e-9

    /// Tries every count of the item.
    func tryCounts(
        _ capacity: Int, _ value: inout UnsafeMutableBufferPointer<Double>,
        _ taken: UnsafeMutableBufferPointer<Int32>
    ) {
        taken[..<min(units, capacity + 1)].update(repeating: 0)
        var place = capacity
        while place >= units {
            let without = value[place]
            var best = without
            var bestCount: Int32 = 0
            var count: Int32 = 0
            var worth = Self.least
            var rest = place
            while count < limit, rest >= units {
                count += 1
                rest -= units
                worth += pounds
                let candidate = value[rest] + worth
                if candidate > best {
                    best = candidate
                    bestCount = count
                }
            }
            if best > without + Self.least {
                value[place] = best - Self.least
                taken[place] = bestCount
            } else {
                taken[place] = 0
            }
            place -= 1
        }
    }

    /// Goes through the numbers of units that differ by whole items, and keeps the best of the last `limit` of them.
    ///
    /// - Parameter window: Room for as many entries as there are numbers of units.
    func slideWindow(
        _ capacity: Int, _ value: inout UnsafeMutableBufferPointer<Double>,
        _ taken: UnsafeMutableBufferPointer<Int32>,
        _ window: inout UnsafeMutableBufferPointer<(index: Int, level: Double)>
    ) {
        for remainder in 0..<min(units, capacity + 1) {
            var (first, end, index) = (0, 0, 0)
            var place = remainder
            while place <= capacity {
                let without = value[place]
                while first < end, index - window[first].index > limit { first += 1 }
                taken[place] = 0
                if first < end {
                    let with = window[first].level + Double(index) * pounds
                    if with > without + Self.least {
                        value[place] = with
                        taken[place] = Int32(index - window[first].index)
                    }
                }
                // What comes later and is worth as much takes fewer of the item.
                let level = without - Double(index) * pounds
                while end > first, window[end - 1].level <= level { end -= 1 }
                window[end] = (index, level)
                end += 1
                index += 1
                place += units
            }
        }
    }
}
