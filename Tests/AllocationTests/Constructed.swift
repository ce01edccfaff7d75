// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport

@testable import Allocation

/// A random week with a first plan made for it.
struct Constructed {
    let model: WeeklyModel
    let tables: SearchTables
    var moves: SearchMoves
    var state: SearchState

    init(seed: UInt64) {
        self.init(WeeklyModel(Instance(RandomWeek.make(seed: seed))), seed: seed)
    }

    init(_ model: WeeklyModel, seed: UInt64) {
        self.model = model
        tables = SearchTables(model)
        moves = SearchMoves(tables, seed: seed)
        state = SearchState(tables)
        moves.construct(&state)
    }
}
