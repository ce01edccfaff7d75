// SPDX-License-Identifier: GPL-3.0-or-later

/// A rotation plan as the files of its folder say it: of what it decides, `sequences` counts, and the rest is stated.
public struct StatedRotation: Sendable, Equatable {
    /// `placements.csv`, a row a block.
    public var placements: [PlacementInForce]
    /// `sequences.csv`, a row a person and period.
    public var sequences: [SequenceLine]
    /// `filled.csv`, a row a post and period.
    public var filled: [FilledRow]
    /// `unfilled.csv`, a row a post and period that lacks somebody.
    public var unfilled: [UnfilledRow]
    /// `gained.csv`, a row a person and level.
    public var gained: [GainedRow]
    /// `rotation.json`.
    public var summary: RotationSummary
    /// Files that say something else than when the plan was made, in the order of the plan's files.
    public var edited: [String] = []

    /// A plan with all that its files say.
    public init(
        placements: [PlacementInForce], sequences: [SequenceLine], filled: [FilledRow],
        unfilled: [UnfilledRow], gained: [GainedRow], summary: RotationSummary
    ) {
        self.placements = placements
        self.sequences = sequences
        self.filled = filled
        self.unfilled = unfilled
        self.gained = gained
        self.summary = summary
    }
}

extension RotationPlan {
    /// The plan that rows say, as far as they fit the rotation: rows of unknown people, posts or periods, and of people
    /// who are not there, are left out.
    public init(_ rows: [SequenceRow], _ facts: RotationFacts) {
        var posts = [[Int?]](
            repeating: [Int?](repeating: nil, count: facts.periodCount), count: facts.personCount)
        for row in rows where (1...facts.periodCount).contains(row.period) {
            guard let p = facts.personIndex[row.staff], facts.isPresent(person: p, period: row.period - 1),
                let k = row.post.flatMap({ facts.postIndex[$0] })
            else { continue }
            posts[p][row.period - 1] = posts[p][row.period - 1] ?? k
        }
        self.init(posts: posts)
    }
}
