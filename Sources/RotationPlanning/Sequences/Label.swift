// SPDX-License-Identifier: GPL-3.0-or-later

/// A person's programme up to a place, as far as it matters for the rest.
struct Label {
    /// Pounds so far.
    var cost = 0.0
    /// The posts begun of those that are begun once.
    var used: UInt64 = 0
    /// The needs learnt.
    var learnt: UInt64 = 0
    /// Blocks begun, by row of the curriculum.
    var begun = SIMD8<UInt16>(repeating: 0)
    /// Periods spent in posts where these are counted.
    var spent = SIMD4<UInt16>(repeating: 0)
    /// The place it has come to.
    var place: Int32 = 0
    /// The post before that; −1: none.
    var post: Int32 = -1
    /// The pattern followed.
    var pattern: Int32 = 0
    /// How far it is with what curricula want.
    var stage: Int32 = 0
    /// The label it goes on from; −1: none.
    var parent: Int32 = -1

    /// Whether whatever may come after another label at the same place, after the same post and by the same pattern, may come
    /// after this one, too, and be no dearer.
    func dominates(_ other: Label, _ tables: PersonTables, _ costs: SequenceCosts) -> Bool {
        guard cost <= other.cost, used & ~other.used == 0, spent == other.spent,
            other.learnt & tables.learning.asked & ~learnt == 0, all(begun .<= other.begun)
        else { return false }
        var extra = learnt & ~other.learnt
        guard extra != 0 else { return true }
        // What the other may still be paid for learning, this one has had already.
        var pounds = cost
        while extra != 0 {
            let bit = extra.trailingZeroBitCount
            extra &= extra - 1
            pounds += costs.worth[bit * (tables.placeCount + 1) + Int(place)]
        }
        return pounds <= other.cost
    }
}

extension PersonTables {
    /// Before anything is planned.
    func start(pattern: Int) -> Label {
        var label = Label()
        label.pattern = Int32(pattern)
        label.post = Int32(previous)
        for (j, count) in learning.counted.enumerated() where count >= 0 {
            label.spent[count] = UInt16(clamping: learning.spent[j])
        }
        return label
    }

    /// Calls a closure with every label that goes on from one by an unplaced period or a block.
    func extend(_ label: Label, _ costs: SequenceCosts, _ body: (Label) -> Void) {
        let (n, i) = (placeCount, Int(label.place))
        var next = label
        next.place += 1
        next.post = -1
        next.cost += costs.unplaced[i]
        body(next)
        let runs = runs[Int(label.pattern)]
        if label.parent < 0, let block = underWay {
            let most = min(block.most, Int(runs[block.post * n]))
            if block.least <= most {
                addBlocks(
                    label, block.post, block.least...most, spent: learning.spent[block.post], costs, body)
            }
        }
        for j in 0..<postCount where label.post != Int32(j) {
            let at = j * n + i
            let first = min(shortest[j], n - i)
            let run = Int(runs[at])
            guard run >= first, opens[at], label.used & usedBit[j] == 0,
                learning.entry[at] & ~label.learnt == 0
            else { continue }
            var begun = label
            begun.cost += costs.begin[at]
            begun.used |= usedBit[j]
            guard count(j, in: &begun, costs.stages) else { continue }
            let counted = learning.counted[j]
            addBlocks(
                begun, j, first...min(run, max(first, longest[j])),
                spent: counted >= 0 ? Int(label.spent[counted]) : 0, costs, body)
        }
    }

    /// Counts a block begun in the curriculum; false where it allows none.
    private func count(_ j: Int, in label: inout Label, _ stages: CurriculumStages) -> Bool {
        let rows = curriculum.rowsOfPost[j]
        guard !rows.isEmpty else { return true }
        for row in rows {
            let begun = label.begun[row]
            if begun >= curriculum.most[row] { return false }
            if begun < curriculum.least[row] { label.cost -= curriculum.worth[row] }
            // What is beyond all limits makes no difference.
            if curriculum.most[row] != .max || begun < curriculum.least[row] { label.begun[row] = begun + 1 }
        }
        label.stage = Int32(stages.step(Int(label.stage), j).stage)
        return true
    }

    private func addBlocks(
        _ label: Label, _ j: Int, _ lengths: ClosedRange<Int>, spent: Int, _ costs: SequenceCosts,
        _ body: (Label) -> Void
    ) {
        let (n, i) = (placeCount, Int(label.place))
        let base = j * (n + 1) + i
        for length in lengths {
            var next = label
            next.cost += costs.sums[base + length] - costs.sums[base]
            next.place = Int32(i + length)
            next.post = Int32(j)
            for gain in learning.gains[j] where gain.periods <= spent + length {
                let bit = UInt64(1) << UInt64(gain.bit)
                guard next.learnt & bit == 0 else { continue }
                next.learnt |= bit
                next.cost -= costs.worth[gain.bit * (n + 1) + i + max(0, gain.periods - spent)]
            }
            let counted = learning.counted[j]
            if counted >= 0 { next.spent[counted] = UInt16(clamping: spent + length) }
            body(next)
        }
    }
}
