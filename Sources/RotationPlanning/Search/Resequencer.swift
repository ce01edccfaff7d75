// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts people into a state, one at a time, each by the sequence that is cheapest while everybody else stays as they are.
struct Resequencer {
    private var search = SequenceSearch()
    /// People sequenced so far: what work is counted in.
    private(set) var count = 0

    /// Labels gone on from for a sequence at most.
    static let most = 120

    /// Puts in a person who is out; false: nothing was found, and they still are.
    mutating func insert(_ p: Int, into state: inout SearchState, noise: (() -> Double)? = nil) -> Bool {
        let tables = state.tables
        // With the person out, their share is 0.
        let worst = tables.fairness > 0 ? state.shares.max() ?? 0 : 0
        guard let first = sequence(p, state, fairness: 0, noise) else { return false }
        let own = SequenceWalk(tables.people[p], first)
        guard tables.fairness > 0, own.share > worst + 1e-12 else {
            state.insert(p, first)
            return true
        }
        // The worst-off person is this one, or may be: as if it were, and then the cheaper.
        guard let second = sequence(p, state, fairness: tables.fairness, noise) else {
            state.insert(p, first)
            return true
        }
        state.insert(p, first)
        let one = state.price
        _ = state.remove(p)
        state.insert(p, second)
        let other = state.price
        if one.pounds + state.tooMuch * one.excess < other.pounds + state.tooMuch * other.excess {
            _ = state.remove(p)
            state.insert(p, first)
        }
        return true
    }

    private mutating func sequence(
        _ p: Int, _ state: SearchState, fairness: Double, _ noise: (() -> Double)?
    ) -> [Int32]? {
        count += 1
        let costs = state.marginalCosts(p, fairness: fairness, noise: noise)
        return search.cheapest(state.tables.people[p], costs, most: Self.most).sequence
    }

    /// Puts in a person by the legal sequence nearest to one wanted: −1 for unplaced, −2 where it does not matter.
    mutating func insert(_ p: Int, into state: inout SearchState, near wanted: [Int32]) -> Bool {
        count += 1
        let costs = state.marginalCosts(p, fairness: 0, wanted: wanted)
        guard
            let sequence = search.cheapest(state.tables.people[p], costs, most: 20 * Self.most).sequence
        else { return false }
        state.insert(p, sequence)
        return true
    }
}
