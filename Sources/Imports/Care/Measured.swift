// SPDX-License-Identifier: GPL-3.0-or-later

/// Contacts of one activity and staff group.
struct Measured {
    struct Key: Hashable {
        let activity: String
        let group: String
    }

    private(set) var minutes: [Double] = []
    private var doubles = 0

    mutating func add(_ length: Double, isDouble: Bool) {
        minutes.append(length)
        if isDouble { doubles += 1 }
    }

    /// Half take at most so long; of an even number the mean of the two in the middle.
    var median: Double {
        let sorted = minutes.sorted()
        guard let last = sorted.last else { return 0 }
        let middle = sorted.count / 2
        guard middle > 0 else { return last }
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The share of contacts that two or more gave.
    var doubleShare: Double { minutes.isEmpty ? 0 : Double(doubles) / Double(minutes.count) }
}
