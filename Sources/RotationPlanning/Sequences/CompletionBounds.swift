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

    mutating func workOut(_ tables: PersonTables, _ costs: SequenceCosts) {
        let n = tables.placeCount
        width = n + 1
        stages = tables.stages.count
        rests = [Rest](repeating: Rest(), count: tables.runs.count * stages * width)
        for (w, runs) in tables.runs.enumerated() {
            for s in 0..<stages { rests[(w * stages + s) * width + n].best = 0 }
            for i in stride(from: n - 1, through: 0, by: -1) {
                for s in 0..<stages { workOut(tables, costs, runs, w, s, i) }
            }
        }
    }

    private mutating func workOut(
        _ tables: PersonTables, _ costs: SequenceCosts, _ runs: [UInt16], _ w: Int, _ s: Int, _ i: Int
    ) {
        let n = tables.placeCount
        let at = (w * stages + s) * width
        var rest = Rest()
        rest.offer(costs.unplaced[i] + rests[at + i + 1].best, -1)
        for j in 0..<tables.postCount {
            let run = Int(runs[j * n + i])
            let first = min(tables.shortest[j], n - i)
            guard run >= first, tables.opens[j * n + i] else { continue }
            let step = tables.stages.step(s, j)
            let to = (w * stages + step.stage) * width
            let base = j * (n + 1) + i
            var best = Double.infinity
            for length in first...min(run, max(first, tables.longest[j])) {
                let next = rests[to + i + length]
                var cost = costs.sums[base + length] + (next.post == Int32(j) ? next.other : next.best)
                for gain in tables.learning.gains[j] {
                    let takes = tables.learning.counted[j] >= 0 ? 1 : gain.periods
                    if takes <= length { cost -= costs.worth[gain.bit * (n + 1) + i + takes] }
                }
                best = min(best, cost)
            }
            rest.offer(best - costs.sums[base] + costs.begin[j * n + i] - step.worth, Int32(j))
        }
        rests[at + i] = rest
    }
}
