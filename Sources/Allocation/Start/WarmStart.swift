// SPDX-License-Identifier: GPL-3.0-or-later

/// How a search goes about a plan that it did not make itself: first near to where that had to be changed, then
/// through the whole week, never so hot that what is good about the plan is lost.
struct WarmStart: Sendable {
    /// A round of annealing and of programmes.
    struct Round: Sendable {
        /// The part of the week it keeps near to; nil: the whole.
        let focus: Focus?
        let hotShare: Double
        /// Moves; nil: as the week's size asks.
        let length: Int?
    }

    /// How hot rounds through the whole week begin: the first, each for the one before it, and those at last.
    private struct Heat {
        let first: Double
        let factor: Double
        let last: Double

        func next(after share: Double) -> Double {
            factor > 1 ? min(last, share * factor) : max(last, share * factor)
        }
    }

    /// Rounds near to the changes that are still to come, and how hot the next one through the whole week begins.
    private var near: Int
    private var focus: Focus?
    private let heat: Heat
    private var hotShare: Double

    /// Rounds near to the changes, how hot they begin, and their moves for each cell in them and at most.
    static let nearRounds = 2
    static let nearShare = 0.02
    static let nearMoves = 500
    static let nearMost = 60_000
    /// Programmes of such a round without a gain after which it ends.
    static let nearPatience = 20

    /// Rounds for a plan that is good but for a part of the week: that first, and the rest with caution.
    init(near focus: Focus) {
        self.focus = focus
        near = focus.isEmpty ? 0 : Self.nearRounds
        heat = Heat(first: 0.02, factor: 1.2, last: 0.06)
        hotShare = heat.first
    }

    /// Rounds for a plan whose deployments are good and whose contacts are not known: rather hot first.
    init() {
        near = 0
        heat = Heat(first: 0.1, factor: 0.9, last: 0.02)
        hotShare = heat.first
    }

    /// The next round from that plan.
    mutating func next(from state: SearchState) -> Round {
        if near > 0, let here = focus {
            near -= 1
            focus = here.widened(in: state)
            let length = min(Self.nearMost, Self.nearMoves * here.cells.count)
            return Round(focus: here, hotShare: Self.nearShare, length: length)
        }
        defer { hotShare = heat.next(after: hotShare) }
        return Round(focus: nil, hotShare: hotShare, length: nil)
    }
}

extension Annealing {
    /// Annealing whose first round is that one; nil: a round as any.
    init(_ state: SearchState, _ moves: SearchMoves, seed: UInt64, round: WarmStart.Round?) {
        self.init(
            state, round?.focus.map { moves.near($0) } ?? moves, seed: seed,
            hotShare: round?.hotShare ?? Self.hotShare, length: round?.length)
    }
}
