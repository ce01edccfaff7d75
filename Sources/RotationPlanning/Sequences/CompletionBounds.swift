// SPDX-License-Identifier: GPL-3.0-or-later

/// The least that the rest of a person's programme can cost from a place on, whatever was before: posts that are begun once
/// may be begun again, needs count as held, and what is learnt counts each time. It is worked out backwards, by pattern and
/// by what is left of curricula.
struct CompletionBounds {
    /// The cheapest rest, the post it begins in (−1: unplaced), and the cheapest that begins elsewhere.
    struct Rest {
        var best = Double.infinity
        var post: Int32 = -2
        var other = Double.infinity

        mutating func offer(_ cost: Double, _ j: Int32) {
            if cost < best {
                if j != post { other = best }
                (best, post) = (cost, j)
            } else if j != post, cost < other {
                other = cost
            }
        }
    }

    private var rests: [Rest] = []
    private var width = 0
    private var stages = 1

    /// The least from a place on, beginning in any post but one.
    func least(pattern: Int, stage: Int, place: Int, not post: Int32) -> Double {
        let rest = rests[(pattern * stages + stage) * width + place]
        return rest.post == post && post >= 0 ? rest.other : rest.best
    }

    /// The least of a whole sequence by a pattern, whether a block under way goes on or ends.
    func least(startingBy pattern: Int, _ tables: PersonTables, _ costs: SequenceCosts) -> Double {
        let ended = least(pattern: pattern, stage: 0, place: 0, not: Int32(tables.previous))
        guard let block = tables.underWay else { return ended }
        let (n, j) = (tables.placeCount, block.post)
        let most = min(block.most, Int(tables.runs[pattern][j * n]))
        guard block.least <= most else { return ended }
        // What it teaches counts whole, and from the first place on.
        let taught = tables.learning.gains[j].reduce(0) { $0 + costs.worth[$1.bit * (n + 1)] }
        return (block.least...most).reduce(ended) { best, length in
            let rest = least(pattern: pattern, stage: 0, place: length, not: Int32(j))
            return min(best, costs.sums[j * (n + 1) + length] - taught + rest)
        }
    }

    mutating func workOut(_ tables: PersonTables, _ costs: SequenceCosts) {
        let n = tables.placeCount
        width = n + 1
        stages = costs.stages.count
        let size = tables.runs.count * stages * width
        rests.removeAll(keepingCapacity: true)
        rests.append(contentsOf: repeatElement(Rest(), count: size))
        let stages = stages
        let shortest = tables.shortest.min() ?? 1
        rests.withUnsafeMutableBufferPointer { rests in
            costs.sums.withUnsafeBufferPointer { sums in
                for (w, runs) in tables.runs.enumerated() {
                    runs.withUnsafeBufferPointer { runs in
                        for s in 0..<stages { rests[(w * stages + s) * (n + 1) + n].best = 0 }
                        for i in stride(from: n - 1, through: 0, by: -1) {
                            // A stage for which there was no time yet is none that a label can be in.
                            for s in 0..<stages where costs.stages.blocks[s] * shortest <= i {
                                let step = Step(pattern: w, stage: s, place: i)
                                Self.workOut(step, tables, costs, sums, runs, rests)
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Step {
        let pattern: Int
        let stage: Int
        let place: Int
    }

    private static func workOut(
        _ step: Step, _ tables: PersonTables, _ costs: SequenceCosts, _ sums: UnsafeBufferPointer<Double>,
        _ runs: UnsafeBufferPointer<UInt16>, _ rests: UnsafeMutableBufferPointer<Rest>
    ) {
        let (n, i, stages) = (tables.placeCount, step.place, costs.stages.count)
        let at = (step.pattern * stages + step.stage) * (n + 1)
        var rest = Rest()
        rest.offer(costs.unplaced[i] + rests[at + i + 1].best, -1)
        for j in 0..<tables.postCount {
            let run = Int(runs[j * n + i])
            let first = min(tables.shortest[j], n - i)
            guard run >= first, tables.opens[j * n + i] else { continue }
            let next = costs.stages.step(step.stage, j)
            guard next.isAllowed else { continue }
            let to = (step.pattern * stages + next.stage) * (n + 1) + i
            let base = j * (n + 1) + i
            let last = min(run, max(first, tables.longest[j]))
            var best = Double.infinity
            for length in first...last {
                let after = rests[to + length]
                var cost = sums[base + length] + (after.post == Int32(j) ? after.other : after.best)
                if costs.isLearningWorth { cost -= worth(of: j, from: i, length, tables, costs) }
                best = min(best, cost)
            }
            rest.offer(best - sums[base] + costs.begin[j * n + i] - next.worth, Int32(j))
        }
        rests[at + i] = rest
    }

    /// What a block teaches is worth at most.
    private static func worth(
        of j: Int, from i: Int, _ length: Int, _ tables: PersonTables, _ costs: SequenceCosts
    ) -> Double {
        var worth = 0.0
        for gain in tables.learning.gains[j] {
            let takes = tables.learning.counted[j] >= 0 ? 1 : gain.periods
            if takes <= length { worth += costs.worth[gain.bit * (tables.placeCount + 1) + i + takes] }
        }
        return worth
    }
}
