// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of moves of one kind, or of the programmes of neighbourhoods.
public struct MoveCount: Sendable, Equatable {
    /// What the kind is called.
    public let name: String
    /// Moves made.
    public internal(set) var tried = 0
    /// Those that changed the plan and were kept.
    public internal(set) var kept = 0
    /// Pounds by which they made the plan cheaper, less those by which annealing let them make it dearer.
    public internal(set) var pounds = 0.0

    mutating func add(isKept: Bool, pounds: Double) {
        tried += 1
        guard isKept else { return }
        kept += 1
        self.pounds += pounds
    }

    static func += (count: inout MoveCount, other: MoveCount) {
        count.tried += other.tried
        count.kept += other.kept
        count.pounds += other.pounds
    }
}

/// What came of the moves of each kind: counted as they are made, and so the same for the same seed.
struct MoveStatistics: Sendable, Equatable {
    /// In the order of the table of moves.
    var counts = SearchMoves.odds.map { MoveCount(name: $0.move.name) }

    /// Moves of all kinds.
    var tried: Int { counts.reduce(0) { $0 + $1.tried } }

    static func + (one: MoveStatistics, other: MoveStatistics) -> MoveStatistics {
        var sum = one
        for index in sum.counts.indices { sum.counts[index] += other.counts[index] }
        return sum
    }
}
