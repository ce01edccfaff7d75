// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import SeededRandom
import Synchronization

/// Simulated annealing over the moves, in rounds: worse plans are accepted with a chance that falls by the moves
/// made, never by the clock.
///
/// Two threads anneal one plan: for a stretch of moves each has a part of the week to itself, then they exchange
/// what they made of it and the border is drawn anew. What comes of it follows from the seed alone, not from which
/// thread was faster, nor from how many cores there are.
struct Annealing: Sendable {
    /// The best plan of all rounds.
    private(set) var best: SearchState
    private let tables: SearchTables
    private var chains: (one: Exchange<Chain>, other: Exchange<Chain>)
    private var random: SeededRandom
    /// Moves made in this round, and in a whole one.
    private var made = 0
    private(set) var length: Int
    /// Moves between two exchanges.
    private let stretch: Int
    /// Pounds by which a plan may be worse and still be kept once in e times, at a round's start and before its tail.
    private var hot: Double
    private let cold: Double
    /// What a contact not met costs on average.
    private let meanPrice: Double
    /// Whether the moves keep near to a part of the week, which is too little to divide.
    private let isNear: Bool

    /// Moves of the first round, for each cell that can be deployed.
    static let firstRound = 100
    /// Temperatures as shares of what a contact not met costs on average, at the start and before the tail.
    static let hotShare = 0.2
    static let coldShare = 0.02
    /// The temperature at the start of a round that is to forget the plan it starts from, likewise.
    static let freshShare = 1.0
    /// The last share of a round's moves, in which the temperature falls to a hundredth, so that the round ends in
    /// a plan that no single move betters.
    static let tail = 0.1
    /// Cells below which a week is not divided: the border would be most of it.
    static let decomposedCells = 150

    /// - Parameters:
    ///   - hotShare: How hot the first round begins.
    ///   - length: Moves of the first round; nil: as the week's size asks.
    init(
        _ state: SearchState, _ moves: SearchMoves, seed: UInt64, hotShare: Double = Self.hotShare,
        length: Int? = nil
    ) {
        best = state
        isNear = moves.focus != nil
        tables = state.tables
        random = SeededRandom(seed: seed)
        let cells = state.tables.decomposition.cells.count
        self.length = max(1, length ?? Self.firstRound * max(1, cells))
        stretch = max(2_000, 10 * cells)
        let prices = state.tables.lines.unmetPrice
        meanPrice = prices.isEmpty ? 0 : prices.reduce(0, +) / Double(prices.count)
        cold = max(0.05, Self.coldShare * meanPrice)
        hot = max(1, cold, hotShare * meanPrice)
        chains = (
            Exchange(Chain(state, moves, seed: random.next())),
            Exchange(Chain(state, moves, seed: random.next()))
        )
    }

    /// Whether nothing in the week is left to decide.
    var isIdle: Bool { tables.decomposition.people.isEmpty }

    /// Whether the round is over.
    var isOver: Bool { made >= length }

    /// Makes a stretch of moves, or at most so many.
    ///
    /// - Returns: What came of the moves made.
    mutating func run(atMost most: Int, shouldStop: @escaping @Sendable () -> Bool) -> MoveStatistics {
        let number = min(stretch, most, length - made)
        let start = Double(made) / Double(length)
        let share = Double(number) / Double(length)
        let schedule = Schedule(hot: hot, cold: cold, tail: Self.tail)
        let temperature: @Sendable (Double) -> Double = { schedule.temperature(start + share * $0) }
        let done = stretch(number, temperature, shouldStop)
        made += number
        let price = chains.one.value.withLock { $0.state.price }
        if price < best.price - 1e-6 { best = chains.one.value.withLock { $0.state } }
        return done
    }

    /// Begins the next round from a plan, so hot.
    mutating func startRound(from plan: SearchState, length: Int, hotShare: Double = Self.hotShare) {
        if plan.price < best.price { best = plan }
        let seeds = (random.next(), random.next())
        let moves = SearchMoves(tables, seed: seeds.0)
        chains = (Exchange(Chain(plan, moves, seed: seeds.0)), Exchange(Chain(plan, moves, seed: seeds.1)))
        made = 0
        self.length = max(1, length)
        hot = max(1, cold, hotShare * meanPrice)
    }

    private mutating func stretch(
        _ number: Int, _ temperature: @escaping @Sendable (Double) -> Double,
        _ shouldStop: @escaping @Sendable () -> Bool
    ) -> MoveStatistics {
        guard !isNear, tables.decomposition.cells.count >= Self.decomposedCells,
            let subproblems = tables.decomposition.subproblems(of: tables, &random)
        else {
            return chains.one.value.withLock { chain in
                chain.run(number, temperature: temperature, shouldStop: shouldStop)
                return chain.statistics
            }
        }
        let start = chains.one.value.withLock { $0.state.sums }
        let seeds = [random.next(), random.next()]
        let both = [subproblems.one, subproblems.other]
        let first = number * both[0].cells.count / max(1, tables.decomposition.cells.count)
        let numbers = [first, number - first]
        let pair = [chains.one, chains.other]
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            pair[index].value.withLock { chain in
                chain.run(
                    numbers[index], within: both[index], seed: seeds[index], temperature: temperature,
                    shouldStop: shouldStop)
            }
        }
        return pair[0].value.withLock { one in
            pair[1].value.withLock { other in
                one.exchange(with: &other, since: start, subproblems: subproblems)
                return one.statistics + other.statistics
            }
        }
    }
}
