// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import Workforce

/// What moves are made with: where they may look, and the knapsack that gives work out. `Search/Moves` has the moves.
struct SearchMoves: Sendable {
    let tables: SearchTables
    var knapsack: SessionKnapsack
    /// What the moves may change.
    private(set) var subproblem: Subproblem
    /// What the moves keep near to; nil: all of the part.
    var focus: Focus?
    /// Cells with a choice to make, by person and day.
    let cellsOfPersonDay: [[Int32]]
    /// The same of all rows of the human: those that may take each other's place.
    let cellsOfHumanDay: [[Int32]]
    /// Cells that may be deployed to a team in a session (`team * sessionCount + session`).
    let cellsOfPlace: [[Int32]]
    /// Room for the cells of a day.
    var buffer: [Int] = []

    /// Moves of which the fills are shaken, in a hundred, and by how much.
    static let shakenShare = 80
    static let noise = 0.8

    init(_ tables: SearchTables, seed: UInt64) {
        self.tables = tables
        knapsack = SessionKnapsack(seed: seed)
        subproblem = Subproblem(tables)
        let instance = tables.model.instance
        var cellsOfPersonDay = [[Int32]](repeating: [], count: instance.staffCount * instance.dayCount)
        for cell in tables.decomposition.cells {
            cellsOfPersonDay[Int(tables.cells.personDay[cell])].append(Int32(cell))
        }
        self.cellsOfPersonDay = cellsOfPersonDay
        if tables.areShared {
            cellsOfHumanDay = cellsOfPersonDay.indices.map { personDay in
                let (s, day) = personDay.quotientAndRemainder(dividingBy: instance.dayCount)
                return instance.index.humans.rows(with: s).flatMap {
                    cellsOfPersonDay[instance.personDay($0, day)]
                }
            }
        } else {
            cellsOfHumanDay = cellsOfPersonDay
        }
        var cellsOfPlace = [[Int32]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for (option, cell) in tables.options.cell.enumerated() {
            cellsOfPlace[Int(tables.options.teamPlace[option])].append(cell)
        }
        self.cellsOfPlace = cellsOfPlace
    }

    /// Whether nobody has anything to decide.
    var isEmpty: Bool { tables.decomposition.people.isEmpty }

    /// The same moves within a part, with random numbers of its own.
    func within(_ subproblem: Subproblem, seed: UInt64) -> SearchMoves {
        var moves = self
        moves.subproblem = subproblem
        moves.knapsack = SessionKnapsack(seed: seed)
        return moves
    }

    /// The same moves, by which nobody is booked and no booking is given up.
    var bookingNobody: SearchMoves {
        var moves = self
        moves.subproblem = subproblem.bookingNobody
        return moves
    }

    /// Changes the state by one random move; the caller keeps it or takes it back.
    ///
    /// - Returns: Which of the table of moves it was.
    @discardableResult
    mutating func move(_ state: inout SearchState, _ random: inout SeededRandom) -> Int {
        knapsack.noise = random.below(100) < Self.shakenShare ? Self.noise : 0
        let kind = random.index(weights: Self.weights)
        Self.odds[kind].move.apply(&self, &state, &random)
        return kind
    }
}
