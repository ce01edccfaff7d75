// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import LinearModel

/// The improving search: rounds of annealing, each followed by fix-and-optimise until that gains no more.
///
/// Annealing makes hundreds of thousands of small exact moves a second and gets far soon; GLPK's neighbourhood
/// programmes then find what no move of one person after the other does. Work counts both: a unit is a thousand
/// moves or one programme, which take about as long.
struct Search: Sendable {
    private let tables: SearchTables
    private var annealing: Annealing
    private var improvement: Improvement
    private let board: Board
    private let progress: (@Sendable (AllocationProgress) -> Void)?
    private(set) var work = 0
    /// Programmes of this round, and those since the last that gained something; nil while annealing.
    private var programs: (solved: Int, idle: Int)?

    /// Moves that make a unit of work.
    static let movesPerUnit = 1_000
    /// Moves between looks at the board.
    static let movesPerLook = 50
    /// Programmes without a gain after which fix-and-optimise gives way to annealing.
    static let patience = 40
    /// Programmes of a round at most, as a share of its thousands of moves: they take longer on large weeks.
    static let programShare = 0.25

    init(
        _ model: WeeklyModel, seed: UInt64, board: Board,
        progress: (@Sendable (AllocationProgress) -> Void)?
    ) {
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: seed)
        var state = SearchState(tables)
        moves.construct(&state)
        self.tables = tables
        annealing = Annealing(state, moves, seed: seed)
        improvement = Improvement(model, from: state.values, seed: seed)
        self.board = board
        self.progress = progress
        board.found(state.price, work: 0)
        progress?(board.progress)
    }

    /// The best plan so far.
    var incumbent: Incumbent {
        annealing.best.price < improvement.incumbent.objective
            ? Incumbent(annealing.best.values, of: tables.model.program) : improvement.incumbent
    }

    /// Improves on a thread of its own until so much work is done, or the board says stop.
    func run(until work: Int) async -> Search {
        await onOwnThread { () throws(Never) -> Search in
            var search = self
            search.improve(until: work)
            return search
        }
    }

    private mutating func improve(until limit: Int) {
        while work < limit, !annealing.isIdle, !board.shouldStop {
            work += 1
            if programs != nil {
                program()
            } else if anneal() {
                startPrograms()
            }
            board.found(min(annealing.best.price, improvement.incumbent.objective), work: work)
            progress?(board.progress)
        }
        annealing.settle()
    }

    /// Makes a unit's moves, looking now and then whether to stop.
    ///
    /// - Returns: Whether the round is over.
    private mutating func anneal() -> Bool {
        var made = 0
        while made < Self.movesPerUnit, !board.shouldStop {
            if annealing.run(Self.movesPerLook) { return true }
            made += Self.movesPerLook
        }
        return false
    }

    private mutating func startPrograms() {
        if annealing.best.price < improvement.incumbent.objective {
            improvement.restart(from: annealing.best.values)
        }
        programs = (0, 0)
    }

    private mutating func program() {
        let gain = improvement.step()
        let (solved, idle) = programs ?? (0, 0)
        programs = (solved + 1, gain > 0 ? 0 : idle + 1)
        let most = max(Self.patience, Int(Double(annealing.length / Self.movesPerUnit) * Self.programShare))
        guard solved + 1 >= most || (gain == 0 && idle + 1 >= Self.patience) else { return }
        programs = nil
        annealing.startRound(from: SearchState(tables, values: improvement.incumbent.values))
    }
}
