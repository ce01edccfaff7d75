// SPDX-License-Identifier: GPL-3.0-or-later

/// Sequences that were the cheapest at some time, each once a person, with what they add to the rows.
struct SequencePool: Sendable {
    private(set) var columns: [SequenceColumn] = []
    private var known: [[[Int32]: Int]]

    init(people: Int) {
        known = [[[Int32]: Int]](repeating: [:], count: people)
    }

    /// The column of a sequence, made where it is not known.
    mutating func add(_ p: Int, _ sequence: [Int32], _ make: () -> SequenceColumn) -> SequenceColumn {
        if let index = known[p][sequence] { return columns[index] }
        known[p][sequence] = columns.count
        columns.append(make())
        return columns[columns.count - 1]
    }

    /// The same sequences, with what they add to other rows.
    mutating func renew(_ make: (SequenceColumn) -> SequenceColumn) { columns = columns.map(make) }

    /// Whether a sequence of a person is known.
    func has(_ p: Int, _ sequence: [Int32]) -> Bool { known[p][sequence] != nil }
}
