// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// A run of annealing on one thread: moves are made one after the other, and each is kept or taken back.
struct Chain: Sendable {
    private(set) var state: SearchState
    private var moves: SearchMoves
    private var random: SeededRandom
    /// What came of the moves of the last run.
    private(set) var statistics = MoveStatistics()

    /// Moves between looks whether to stop; the temperature is the same for so many.
    static let movesPerLook = 50

    init(_ state: SearchState, _ moves: SearchMoves, seed: UInt64) {
        self.state = state
        self.moves = moves
        random = SeededRandom(seed: seed)
    }

    /// Makes so many moves, at a temperature (pounds by which a plan may be worse and be kept once in e times)
    /// that follows from the share of them made.
    mutating func run(_ number: Int, temperature: (Double) -> Double, shouldStop: () -> Bool) {
        statistics = MoveStatistics()
        var made = 0
        while made < number, !shouldStop() {
            let degrees = temperature(Double(made) / Double(number))
            for _ in 0..<min(Self.movesPerLook, number - made) { step(degrees) }
            made = min(number, made + Self.movesPerLook)
        }
    }

    private mutating func step(_ temperature: Double) {
        let before = state.price
        let kind = moves.move(&state, &random)
        let worse = state.price - before
        let chance = random.share()
        let isKept = worse <= 0 || chance < PortableMath.exp(-worse / temperature)
        statistics.counts[kind].add(isKept: isKept && state.hasChanged, pounds: -worse)
        if isKept { state.keep() } else { state.takeBack() }
    }

    /// Makes so many moves within a part.
    mutating func run(
        _ number: Int, within subproblem: Subproblem, seed: UInt64, temperature: (Double) -> Double,
        shouldStop: () -> Bool
    ) {
        moves = moves.within(subproblem, seed: seed)
        random = SeededRandom(seed: seed)
        state.begin(subproblem)
        run(number, temperature: temperature, shouldStop: shouldStop)
    }

    /// Takes over what the other chain made of its part, and gives it what this one made; both then go on from the
    /// same plan.
    mutating func exchange(
        with other: inout Chain, since start: SearchState.Sums,
        subproblems: (one: Subproblem, other: Subproblem)
    ) {
        let (mine, theirs) = (state.sums, other.state.sums)
        state.takeOver(subproblems.other, from: other.state, theirs: theirs, mine: mine, since: start)
        other.state.takeOver(subproblems.one, from: state, theirs: mine, mine: theirs, since: start)
    }
}
