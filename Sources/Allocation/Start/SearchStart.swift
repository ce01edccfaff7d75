// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What a search begins with: the cheapest of a plan made afresh, the plan it is given, and the plan in force, the
/// last two mended to fit the week.
struct SearchStart: Sendable {
    let state: SearchState
    /// How to go about a plan that was given or is in force; nil where one made afresh is cheaper.
    let rounds: WarmStart?

    /// - Parameters:
    ///   - isAfresh: Whether it begins with the plan made afresh, whatever the others cost.
    ///   - isStopped: Whether a plan is wanted at once, however poor.
    init(
        _ tables: SearchTables, _ moves: inout SearchMoves, start: Plan?, isAfresh: Bool = false,
        unless isStopped: () -> Bool = { false }
    ) {
        let starts = [
            start.map { StartingPlan($0.rows, leaving: $0.unmet, for: tables.model) },
            StartingPlan(inForceIn: tables.model.instance),
        ]
        var cheapest = SearchState(tables)
        moves.construct(&cheapest, unless: isStopped)
        var rounds: WarmStart?
        for case .some(let start) in starts where !isAfresh && !isStopped() {
            let mending = PlanMending(start, tables, &moves)
            var state = mending.state
            moves.fillGaps(in: mending.focus ?? Focus(allOf: tables), &state)
            // Of plans at one price the first is the one that people know.
            guard rounds == nil ? state.price <= cheapest.price : state.price < cheapest.price else {
                continue
            }
            (cheapest, rounds) = (state, mending.focus.map { WarmStart(near: $0) } ?? WarmStart())
        }
        state = cheapest
        self.rounds = rounds
    }
}
