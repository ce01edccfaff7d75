// SPDX-License-Identifier: GPL-3.0-or-later

/// How a search goes about a plan that it did not make itself: first near to where that had to be changed, then
/// through the whole week, each round hotter than the last, so that what is good about the plan is not lost.
struct WarmRounds: Sendable {
    /// A round of annealing and of programmes.
    struct Round: Sendable {
        /// The part of the week it keeps near to; nil: the whole.
        let focus: Focus?
        let hotShare: Double
        /// Moves; nil: as the week's size asks.
        let length: Int?
    }

    /// Rounds near to the changes that are still to come, and how hot the next one through the whole week begins.
    private var near: Int
    private var focus: Focus?
    private var hotShare: Double

    static let nearRounds = 2
    /// How hot a round near to the changes begins; a round's moves for each cell in it, and at most.
    static let nearShare = 0.05
    static let nearMoves = 500
    static let nearMost = 60_000
    /// Programmes of such a round without a gain after which it ends.
    static let nearPatience = 20
    /// How hot the first round through the whole week begins, and how much hotter each is than the last.
    static let firstShare = 0.02
    static let growth = 1.5

    /// Rounds that begin near to a part of the week; nil or empty: through the whole at once.
    init(near focus: Focus?) {
        self.focus = focus
        near = focus.map { $0.isEmpty ? 0 : Self.nearRounds } ?? 0
        hotShare = Self.firstShare
    }

    /// The next round from that plan; nil once rounds are to be as hot as any.
    mutating func next(from state: SearchState) -> Round? {
        if near > 0, let here = focus {
            near -= 1
            focus = here.widened(in: state)
            let length = min(Self.nearMost, Self.nearMoves * here.cells.count)
            return Round(focus: here, hotShare: Self.nearShare, length: length)
        }
        guard hotShare < Annealing.hotShare else { return nil }
        defer { hotShare *= Self.growth }
        return Round(focus: nil, hotShare: hotShare, length: nil)
    }
}

extension Annealing {
    /// Annealing whose first round is that one; nil: a round as any.
    init(_ state: SearchState, _ moves: SearchMoves, seed: UInt64, round: WarmRounds.Round?) {
        self.init(
            state, round?.focus.map { moves.near($0) } ?? moves, seed: seed,
            hotShare: round?.hotShare ?? Self.hotShare, length: round?.length)
    }
}
