// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import Workforce

/// What moves are made with: where they may look, and the knapsack that gives work out. `Search/Moves` has the moves.
struct SearchMoves: Sendable {
    let tables: SearchTables
    var refill: Refill
    /// What the moves may change.
    private(set) var side: SearchSide
    /// What the moves keep near to; nil: all of the side.
    var focus: Focus?
    /// Cells with a choice to make, by person and day.
    let cellsOfPersonDay: [[Int32]]
    /// Cells that may be deployed to a team in a session (`team * sessionCount + session`).
    let cellsOfPlace: [[Int32]]
    /// Room for the cells of a day.
    var buffer: [Int] = []

    /// Moves of which the fills are shaken, in a hundred, and by how much.
    static let shakenShare = 80
    static let noise = 0.8

    init(_ tables: SearchTables, seed: UInt64) {
        self.tables = tables
        refill = Refill(seed: seed)
        side = SearchSide(tables)
        let instance = tables.model.instance
        var cellsOfPersonDay = [[Int32]](repeating: [], count: instance.staffCount * instance.dayCount)
        for cell in tables.division.cells {
            cellsOfPersonDay[Int(tables.cells.personDay[cell])].append(Int32(cell))
        }
        self.cellsOfPersonDay = cellsOfPersonDay
        var cellsOfPlace = [[Int32]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for (option, cell) in tables.optionCell.enumerated() {
            cellsOfPlace[Int(tables.optionTeamPlace[option])].append(cell)
        }
        self.cellsOfPlace = cellsOfPlace
    }

    /// Whether nobody has anything to decide.
    var isEmpty: Bool { tables.division.people.isEmpty }

    /// The same moves within a side, with random numbers of its own.
    func within(_ side: SearchSide, seed: UInt64) -> SearchMoves {
        var moves = self
        moves.side = side
        moves.refill = Refill(seed: seed)
        return moves
    }

    /// Changes the state by one random move; the caller keeps it or takes it back.
    ///
    /// - Returns: Which of the table of moves it was.
    mutating func move(_ state: inout SearchState, _ random: inout SeededRandom) -> Int {
        refill.noise = random.below(100) < Self.shakenShare ? Self.noise : 0
        let kind = random.index(weights: Self.weights)
        Self.odds[kind].move.apply(&self, &state, &random)
        return kind
    }
}
