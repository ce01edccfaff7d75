// SPDX-License-Identifier: GPL-3.0-or-later

import HeapModule

/// Finds a person's cheapest sequence, best first: labels are gone on from in the order of what they cost with the least that
/// their rest can cost.
struct SequenceSearch {
    /// What came of a search.
    struct Outcome {
        /// The person's post in each place, −1 for none; nil: the search ended before it had any.
        var sequence: [Int32]?
        /// Its pounds.
        var cost: Double
        /// Pounds no sequence can be below, but for rounding.
        var bound: Double
    }

    private struct Entry: Comparable {
        let least: Double
        let place: Int32
        let label: Int32

        /// Further ones first among equals, then older ones.
        static func < (one: Entry, other: Entry) -> Bool {
            if one.least != other.least { return one.least < other.least }
            return one.place != other.place ? one.place > other.place : one.label < other.label
        }
    }

    /// Labels kept at most, so that memory is enough whatever somebody's rules are.
    var mostLabels = 2_000_000

    private var bounds = CompletionBounds()
    private var labels: [Label] = []
    private var heap = Heap<Entry>()
    private var latest: [Int32] = []
    private var earlier: [Int32] = []

    /// The cheapest sequence.
    ///
    /// - Parameters:
    ///   - most: Labels gone on from at most.
    ///   - width: How many of each place are gone on from where these are not enough, to have a good sequence all the same.
    mutating func cheapest(
        _ tables: PersonTables, _ costs: SequenceCosts, most: Int, width: Int = 6
    ) -> Outcome {
        begin(tables, costs)
        var (best, bestLabel) = (Double.infinity, Int32(-1))
        var count = 0
        let (n, posts) = (tables.placeCount, tables.postCount + 1)
        while let entry = heap.popMin() {
            if entry.least >= best { return outcome(best, bestLabel, bound: best, tables) }
            let label = labels[Int(entry.label)]
            if Int(label.place) == n {
                return outcome(label.cost, entry.label, bound: label.cost, tables)
            }
            let bucket =
                (Int(label.pattern) * (n + 1) + Int(label.place)) * posts + Int(label.post + 1)
            if isDominated(label, latest[bucket], tables, costs) { continue }
            earlier[Int(entry.label)] = latest[bucket]
            latest[bucket] = entry.label
            count += 1
            if count > most || labels.count > mostLabels {
                let found = outcome(best, bestLabel, bound: entry.least, tables)
                let other = narrow(tables, costs, width, bound: entry.least)
                return other.cost < found.cost ? other : found
            }
            tables.extend(label, costs) { child in
                let rest = bounds.least(
                    pattern: Int(child.pattern), stage: Int(child.stage), place: Int(child.place),
                    not: child.post)
                let least = child.cost + rest
                guard least < best else { return }
                let index = Int32(labels.count)
                if Int(child.place) == n { (best, bestLabel) = (least, index) }
                add(child, from: entry.label, least)
            }
        }
        return outcome(best, bestLabel, bound: best, tables)
    }

    /// A good sequence, place by place: of the labels that have come to each the most promising alone are gone on from. The
    /// bounds of the rest are worked out already.
    private mutating func narrow(
        _ tables: PersonTables, _ costs: SequenceCosts, _ width: Int, bound: Double
    ) -> Outcome {
        let n = tables.placeCount
        labels.removeAll(keepingCapacity: true)
        var at = [[Entry]](repeating: [], count: n + 1)
        func offer(_ label: Label, _ parent: Int32) {
            var label = label
            label.parent = parent
            let rest = bounds.least(
                pattern: Int(label.pattern), stage: Int(label.stage), place: Int(label.place), not: label.post
            )
            let index = Int32(labels.count)
            at[Int(label.place)].append(Entry(least: label.cost + rest, place: label.place, label: index))
            labels.append(label)
        }
        for w in tables.runs.indices { offer(tables.start(pattern: w), -1) }
        for i in 0..<n {
            for entry in at[i].sorted().prefix(i == 0 ? tables.runs.count : width) {
                tables.extend(labels[Int(entry.label)], costs) { offer($0, entry.label) }
            }
        }
        guard let last = at[n].min() else { return Outcome(sequence: nil, cost: .infinity, bound: bound) }
        return outcome(last.least, last.label, bound: bound, tables)
    }

    private mutating func begin(_ tables: PersonTables, _ costs: SequenceCosts) {
        bounds.workOut(tables, costs)
        labels.removeAll(keepingCapacity: true)
        earlier.removeAll(keepingCapacity: true)
        heap = Heap()
        let buckets = tables.runs.count * (tables.placeCount + 1) * (tables.postCount + 1)
        latest.removeAll(keepingCapacity: true)
        latest.append(contentsOf: repeatElement(-1, count: buckets))
        for w in tables.runs.indices {
            let least = bounds.least(startingBy: w, tables, costs)
            add(tables.start(pattern: w), from: -1, least)
        }
    }

    private mutating func add(_ label: Label, from parent: Int32, _ least: Double) {
        var label = label
        label.parent = parent
        heap.insert(Entry(least: least, place: label.place, label: Int32(labels.count)))
        labels.append(label)
        earlier.append(-1)
    }

    private func isDominated(
        _ label: Label, _ newest: Int32, _ tables: PersonTables, _ costs: SequenceCosts
    ) -> Bool {
        var other = newest
        while other >= 0 {
            if labels[Int(other)].dominates(label, tables, costs) { return true }
            other = earlier[Int(other)]
        }
        return false
    }

    private func outcome(
        _ cost: Double, _ last: Int32, bound: Double, _ tables: PersonTables
    ) -> Outcome {
        guard last >= 0 else { return Outcome(sequence: nil, cost: .infinity, bound: bound) }
        var sequence = [Int32](repeating: -1, count: tables.placeCount)
        var label = labels[Int(last)]
        while label.parent >= 0 {
            let before = labels[Int(label.parent)]
            for i in before.place..<label.place { sequence[Int(i)] = label.post }
            label = before
        }
        return Outcome(sequence: sequence, cost: cost, bound: bound)
    }

    /// Every sequence that costs no more than a limit; nil where there are more than so many, it takes too long, or is to stop.
    mutating func all(
        _ tables: PersonTables, _ costs: SequenceCosts, upTo limit: Double, most: Int, shouldStop: () -> Bool
    ) -> [[Int32]]? {
        begin(tables, costs)
        var found: [[Int32]] = []
        var seen: Set<[Int32]> = []
        var steps = 0
        while let entry = heap.popMin() {
            let label = labels[Int(entry.label)]
            if Int(label.place) == tables.placeCount {
                if let sequence = outcome(label.cost, entry.label, bound: 0, tables).sequence,
                    seen.insert(sequence).inserted
                {
                    found.append(sequence)
                }
                if found.count > most { return nil }
                continue
            }
            steps += 1
            if steps > 10 * most + 20_000 || labels.count > mostLabels || (steps % 1_000 == 0 && shouldStop())
            {
                return nil
            }
            tables.extend(label, costs) { child in
                let rest = bounds.least(
                    pattern: Int(child.pattern), stage: Int(child.stage), place: Int(child.place),
                    not: child.post)
                if child.cost + rest <= limit { add(child, from: entry.label, child.cost + rest) }
            }
        }
        return found
    }
}
