// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What one person may still learn in the programme that opens a post, or that is wanted.
struct LearningTables: Sendable {
    /// A post in which a need is learnt.
    struct Gain: Sendable {
        /// The bit of the need.
        let bit: Int
        /// Periods in the post that it takes.
        let periods: Int
    }

    /// The needs that have a bit, by bit.
    let needs: [Need]
    /// What is learnt in each of the person's posts.
    let gains: [[Gain]]
    /// Periods spent in each post by now.
    let spent: [Int]
    /// Where periods in a post are counted over several blocks: which of the counts; −1: they are not.
    let counted: [Int]
    /// What has to be learnt before a block begins, by post and place.
    let entry: [UInt64]
    /// Every need that has to be learnt before some block.
    let asked: UInt64
    /// Whether a block may begin at all, by post and place, once that is learnt.
    let opens: [Bool]
    /// By bit: the places at which it makes the person one of those wanted, with the item.
    let wantedAt: [[(place: Int, item: Int)]]
    /// Items that the person counts in whatever is planned.
    let holds: [Int]
    /// Items that the person may come to count in by what there is no bit for.
    let uncounted: [Int]
    /// Whether there were bits and counts for all.
    let isExact: Bool

    init(
        _ facts: RotationFacts, person p: Int, periods: [Int], posts: [Int], wanted: WantedItems,
        limits: TableLimits
    ) {
        let local = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1, $0) })
        let frozen = (0..<facts.periodCount).map { t in
            facts.isFrozen(t) && facts.isPresent(person: p, period: t)
                ? facts.inForce.post(person: p, period: t) : nil
        }
        let first = periods.first ?? facts.periodCount
        spent = posts.map { facts.periodsSpent(person: p, post: $0, before: first, in: frozen) }
        var needs: [Need] = []
        var gains = [[Gain]](repeating: [], count: posts.count)
        var isExact = true
        /// How it is with a need.
        enum Learning { case counted(bit: Int), uncounted, learnt, never }
        var known: [Need: Learning] = [:]
        func look(_ need: Need) -> Learning {
            if let found = known[need] { return found }
            var found = Learning.never
            let ways = facts.waysToGain(need)
            if facts.isGained(person: p, need, before: first, in: frozen) {
                found = .learnt
            } else if ways.contains(where: { local[$0.post] != nil }) {
                if needs.count < limits.needs {
                    found = .counted(bit: needs.count)
                    for way in ways {
                        if let j = local[way.post] {
                            gains[j].append(Gain(bit: needs.count, periods: way.periods))
                        }
                    }
                    needs.append(need)
                } else {
                    found = .uncounted
                    isExact = false
                }
            }
            known[need] = found
            return found
        }
        var entry: [UInt64] = []
        var opens: [Bool] = []
        for k in posts {
            for t in periods {
                var (bits, isOpen): (UInt64, Bool) = (0, true)
                for need in facts.rotation.posts[k].needs
                where !facts.isSignedOff(person: p, need, period: t) {
                    switch look(need) {
                    case .counted(let bit): bits |= 1 << UInt64(bit)
                    case .learnt: break
                    case .uncounted, .never: isOpen = false
                    }
                }
                entry.append(bits)
                opens.append(isOpen)
            }
        }
        var wantedAt: [Int: [(place: Int, item: Int)]] = [:]
        var (holds, uncounted): ([Int], [Int]) = ([], [])
        let place = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
        for (index, item) in wanted.items.enumerated() where facts.isPresent(person: p, period: item.period) {
            if facts.isSignedOff(person: p, item.need, period: item.period) {
                holds.append(index)
            } else if facts.isFrozen(item.period) {
                if facts.isGained(person: p, item.need, before: item.period, in: frozen) {
                    holds.append(index)
                }
            } else {
                switch look(item.need) {
                case .learnt: holds.append(index)
                case .counted(let bit):
                    if let i = place[item.period] { wantedAt[bit, default: []].append((i, index)) }
                case .uncounted: uncounted.append(index)
                case .never: break
                }
            }
        }
        (self.holds, self.uncounted) = (holds, uncounted)
        self.needs = needs
        self.wantedAt = needs.indices.map { wantedAt[$0] ?? [] }
        var next = 0
        counted = posts.enumerated().map { j, k in
            guard facts.rotation.posts[k].repeats, gains[j].contains(where: { $0.periods > 1 }) else {
                return -1
            }
            next += 1
            return next <= limits.counts ? next - 1 : -1
        }
        self.isExact = isExact && next <= limits.counts
        asked = entry.reduce(0, |)
        (self.entry, self.opens, self.gains) = (entry, opens, gains)
    }
}
