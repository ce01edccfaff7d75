// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person's sequence comes to by itself: where blocks begin, what is learnt, and pounds.
struct SequenceWalk {
    /// Whether a block begins at each place.
    private(set) var begins: [Bool]
    /// Items wanted that the person counts in by what is learnt.
    private(set) var items: [Int] = []
    /// Preference pounds per present period.
    private(set) var share: Double
    /// Pounds that are the person's own.
    private(set) var pounds: Double

    init(_ tables: PersonTables, _ sequence: [Int32]) {
        let n = tables.placeCount
        begins = [Bool](repeating: false, count: n)
        share = tables.frozenShare
        pounds = tables.fixedCost
        var before = Int32(tables.previous)
        var spent = tables.learning.spent
        var learnt: UInt64 = 0
        var counts = [Int](repeating: 0, count: tables.curriculum.most.count)
        for i in 0..<n {
            let post = sequence[i]
            for bit in tables.learning.needs.indices where learnt & (1 << UInt64(bit)) != 0 {
                for wanted in tables.learning.wantedAt[bit] where wanted.place == i {
                    items.append(wanted.item)
                }
            }
            defer { before = post }
            guard post >= 0 else {
                pounds += tables.unplacedCost[i]
                continue
            }
            let j = Int(post)
            share += tables.share[j]
            pounds += tables.placeCost[j * n + i]
            if post != before {
                begins[i] = true
                pounds += tables.changeCost
                for row in tables.curriculum.rowsOfPost[j] {
                    if counts[row] < Int(tables.curriculum.least[row]) {
                        pounds -= tables.curriculum.worth[row]
                    }
                    counts[row] += 1
                }
            }
            spent[j] += 1
            for gain in tables.learning.gains[j] where spent[j] >= gain.periods {
                learnt |= 1 << UInt64(gain.bit)
            }
        }
    }
}
