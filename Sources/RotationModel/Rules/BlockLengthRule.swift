// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 4: a block lasts at least the post's minimum, or to the person's last present period, and no longer than its
/// maximum. One that is under way where planning begins may end there; if it goes on, it owes what is left.
enum BlockLengthRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        for p in 0..<builder.facts.personCount {
            for k in 0..<builder.facts.postCount {
                addMinimum(p, k, to: &builder)
                addMaximum(p, k, to: &builder)
            }
            addOwed(p, to: &builder)
        }
    }

    /// Of the blocks that began so recently that they still last, there is one where the person is there, else none.
    private static func addMinimum(_ p: Int, _ k: Int, to builder: inout RotationBuilder) {
        let least = builder.facts.rotation.posts[k].minimumBlock
        let free = Array(builder.facts.freePeriods(of: p))
        guard least > 1 else { return }
        for (index, t) in free.enumerated() {
            let begun = free[max(0, index - least + 1)...index].compactMap { builder.layout.begun(p, $0, k) }
            guard !begun.isEmpty else { continue }
            let here = builder.layout.placed(p, t, k).map { [($0, -1.0)] } ?? []
            builder.atMost(
                0, RotationRow(.minimumBlock, person: p, period: t, post: k), begun.map { ($0, 1) } + here)
        }
    }

    /// Where a block under way goes on, it goes on for what it owes.
    private static func addOwed(_ p: Int, to builder: inout RotationBuilder) {
        guard let block = builder.facts.underWay(person: p),
            let first = builder.facts.freePeriods(of: p).first,
            let goesOn = builder.layout.placed(p, first, block.post)
        else { return }
        let owed = builder.facts.freePeriods(of: p).prefix(builder.facts.owed(person: p, block))
        for t in owed.dropFirst() {
            guard let here = builder.layout.placed(p, t, block.post) else { continue }
            builder.atLeast(
                0, RotationRow(.owedBlock, person: p, period: t, post: block.post), [(here, 1), (goesOn, -1)])
        }
    }

    /// Of any present periods in a row that are one more than the maximum, one is elsewhere.
    private static func addMaximum(_ p: Int, _ k: Int, to builder: inout RotationBuilder) {
        let facts = builder.facts
        guard let most = facts.rotation.posts[k].maximumBlock else { return }
        let present = facts.presentPeriods[p]
        let before = facts.periodsBefore(person: p, post: k)
        for (index, t) in present.enumerated() where !facts.isFrozen(t) {
            let early = max(0, most - index)
            guard before >= early else { continue }
            let window = present[max(0, index - most)...index]
            let here = window.compactMap { builder.layout.placed(p, $0, k) }
            guard here.count == window.count else { continue }
            builder.atMost(
                Double(most - early), RotationRow(.maximumBlock, person: p, period: t, post: k),
                here.map { ($0, 1) })
        }
    }
}
