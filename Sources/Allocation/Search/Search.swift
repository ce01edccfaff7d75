// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import LinearModel
import Workforce

/// The improving search: rounds of annealing, each followed by fix-and-optimise until that gains no more.
///
/// Annealing makes hundreds of thousands of small exact moves a second and gets far soon; GLPK's neighbourhood
/// programmes then find what no move of one person after the other does. Work counts both: a unit is a thousand
/// moves, or as much of a programme as takes about as long.
struct Search: Sendable {
    private let tables: SearchTables
    private let firstMoves: SearchMoves
    private let seed: UInt64
    private var annealing: Annealing
    private var improvement: Improvement
    private let shared: SharedIncumbent
    private let progress: (@Sendable (AllocationProgress) -> Void)?
    /// What came of annealing's moves, and of the programmes.
    private var moves = MoveStatistics()
    private var programs = ProgramStatistics()
    /// Work on programmes in this round, and programmes since the last that gained something; nil while annealing.
    private var solving: (work: Double, idle: Int)?
    /// Pounds of the best plan when this round began.
    private var priceBefore = Double.infinity
    /// The rounds of a search from a plan it did not make itself, and the one of now; nil in any other search.
    private var warm: WarmStart?
    private var round: WarmStart.Round?
    /// Seconds of all annealing so far, by which a round is fitted to the time that is left.
    private var annealingSeconds = 0.0

    /// Moves that make a unit of work.
    static let movesPerUnit = 1_000
    /// How much longer each round is than the one before.
    static let growth = 5.0
    /// Programmes without a gain after which fix-and-optimise gives way to annealing.
    static let patience = 50
    /// Work on programmes in a round at most: a share of its moves', and in a short one a little.
    static let programShare = 0.1
    static let leastProgramWork = 20.0

    /// Units of work done.
    var work: Int { moves.tried / Self.movesPerUnit + Int(programs.work) }

    /// What came of each kind of move, the programmes last.
    var statistics: [MoveCount] { moves.counts + programs.counts }

    init(
        _ model: WeeklyModel, seed: UInt64, shared: SharedIncumbent, start: Plan? = nil,
        beginsAfresh: Bool = false,
        progress: (@Sendable (AllocationProgress) -> Void)?
    ) {
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: seed)
        let first = SearchStart(tables, &moves, start: start, isAfresh: beginsAfresh) {
            shared.wantsPlanAtOnce
        }
        self.tables = tables
        firstMoves = moves
        self.seed = seed
        warm = first.rounds
        round = warm?.next(from: first.state)
        annealing = Annealing(first.state, moves, seed: seed, round: round)
        improvement = Improvement(model, from: first.state.values, seed: seed)
        self.shared = shared
        self.progress = progress
        shared.found(first.state.price, work: 0, moves: statistics)
        progress?(shared.progress)
    }

    /// The best plan so far.
    var incumbent: Incumbent {
        annealing.best.price < improvement.incumbent.objective
            ? Incumbent(annealing.best.values, of: tables.model.program) : improvement.incumbent
    }

    /// Improves on a thread of its own until so much work is done, or the shared incumbent says stop.
    func run(until work: Int) async -> Search {
        await onOwnThread { () throws(Never) -> Search in
            var search = self
            search.improve(until: work)
            return search
        }
    }

    private mutating func improve(until limit: Int) {
        while work < limit, !annealing.isIdle, !shared.shouldStop {
            if solving != nil {
                program(until: limit)
            } else {
                anneal(until: limit)
                if annealing.isOver { startPrograms() }
            }
            shared.found(
                min(annealing.best.price, improvement.incumbent.objective), work: work, moves: statistics)
            progress?(shared.progress)
        }
    }

    /// Makes a stretch of moves, ended early where the shared incumbent says stop.
    private mutating func anneal(until limit: Int) {
        let started = shared.seconds
        let (left, overflow) = (limit - work).multipliedReportingOverflow(by: Self.movesPerUnit)
        let shared = shared
        moves = moves + annealing.run(atMost: overflow ? .max : left) { shared.shouldStop }
        annealingSeconds += shared.seconds - started
    }

    private mutating func startPrograms() {
        if annealing.best.price < improvement.incumbent.objective {
            improvement.restart(from: annealing.best.values)
        }
        solving = (0, 0)
    }

    private mutating func program(until limit: Int) {
        var (spent, idle) = solving ?? (0, 0)
        for outcome in improvement.step(
            near: round?.focus, seconds: shared.secondsLeft, cancellation: shared.ending)
        {
            programs.add(outcome)
            spent += outcome.work
            idle = outcome.gain > 0 ? 0 : idle + 1
        }
        solving = (spent, idle)
        let patience = round?.focus == nil ? Self.patience : WarmStart.nearPatience
        let most = max(
            Self.leastProgramWork, Double(annealing.length / Self.movesPerUnit) * Self.programShare)
        guard spent >= most || idle >= patience else { return }
        solving = nil
        startRound(from: SearchState(tables, values: improvement.incumbent.values), until: limit)
    }

    private mutating func startRound(from state: SearchState, until limit: Int) {
        let wasNear = round?.focus != nil
        round = warm?.next(from: state)
        if let round, wasNear || round.focus != nil {
            annealing = Annealing(state, firstMoves, seed: seed, round: round)
        } else {
            // A round that bettered nothing was too cool to leave the plan: one as long leaves it altogether.
            let isStuck = state.price > priceBefore - Improvement.leastGain
            let share = isStuck ? Annealing.freshShare : Annealing.hotShare
            annealing.startRound(
                from: state, length: isStuck ? annealing.length : nextLength(until: limit),
                hotShare: round?.hotShare ?? share)
        }
        priceBefore = state.price
    }

    /// Moves of the next round: longer than the last by `growth`, and all that is left where that would be cut off.
    private func nextLength(until limit: Int) -> Int {
        let longer = Double(annealing.length) * Self.growth
        var left = Double(limit - work) * Double(Self.movesPerUnit)
        if let seconds = shared.secondsToFit {
            let perSecond = Double(moves.tried) / max(1e-3, annealingSeconds)
            left = min(left, 0.95 * perSecond * seconds)
        }
        // Programmes are to follow the last round, too.
        left /= 1 + Self.programShare
        return Int(left < Self.growth.squareRoot() * longer ? max(left, 1_000) : longer)
    }
}
