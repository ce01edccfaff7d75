// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Simulated annealing over the moves, in rounds that each take longer than the last: worse plans are accepted with
/// a chance that falls by the moves made, never by the clock.
struct Annealing: Sendable {
    private(set) var state: SearchState
    private(set) var best: SearchState
    private var moves: SearchMoves
    private var random: SplitMix64
    /// Whether the state is better than `best`, which is copied only when it is about to be left.
    private var isBetter = false
    /// Moves made in this round, and in a whole one.
    private var made = 0
    private(set) var length: Int
    /// Pounds by which a plan may be worse and still be taken once in e times, first and last in a round.
    private var hot: Double
    private let cold: Double
    /// What a contact not met costs on average.
    private let meanPrice: Double

    /// Moves of the first round, for each cell that can be deployed; later rounds are longer by `growth`.
    static let firstRound = 100
    static let growth = 1.5
    /// Temperatures as shares of what a contact not met costs on average.
    static let hotShare = 0.4
    static let coldShare = 0.01

    /// - Parameters:
    ///   - hotShare: How hot the first round begins.
    ///   - length: Moves of the first round; nil: as the week's size asks.
    init(
        _ state: SearchState, _ moves: SearchMoves, seed: UInt64, hotShare: Double = Self.hotShare,
        length: Int? = nil
    ) {
        self.state = state
        best = state
        self.moves = moves
        random = SplitMix64(seed: seed)
        self.length =
            length ?? Self.firstRound * max(1, state.instance.eligibleTeams.count { !$0.isEmpty })
        let prices = state.instance.lines.map(\.unmetPrice)
        meanPrice = prices.isEmpty ? 0 : prices.reduce(0, +) / Double(prices.count)
        cold = max(0.01, Self.coldShare * meanPrice)
        hot = max(1, cold, hotShare * meanPrice)
    }

    /// Whether nothing in the week is left to decide.
    var isIdle: Bool { moves.isEmpty }

    /// Makes that many moves, or those left of the round.
    ///
    /// - Returns: Whether the round is over.
    mutating func run(_ number: Int) -> Bool {
        for _ in 0..<min(number, length - made) { step() }
        if made == length { settle() }
        return made == length
    }

    /// Begins the next round from a plan, so hot.
    mutating func startRound(from plan: SearchState, hotShare: Double = Self.hotShare) {
        settle()
        if plan.price < best.price { best = plan }
        state = plan
        made = 0
        hot = max(1, cold, hotShare * meanPrice)
        length = Int(Double(length) * Self.growth)
    }

    /// Puts the state by if it is the best so far.
    mutating func settle() {
        if isBetter { best = state }
        isBetter = false
    }

    private mutating func step() {
        let temperature = hot * pow(cold / hot, Double(made) / Double(length))
        made += 1
        let before = state.price
        moves.move(&state, &random)
        let worse = state.price - before
        let chance = Double(random.below(1 << 30)) / Double(1 << 30)
        guard worse <= 0 || chance < exp(-worse / temperature) else {
            state.takeBack()
            return
        }
        if worse > 0, isBetter {
            // Left only once it is put by; a move refused for that costs nothing.
            state.takeBack()
            settle()
            return
        }
        state.keep()
        isBetter = isBetter || state.price < best.price - 1e-6
    }
}
