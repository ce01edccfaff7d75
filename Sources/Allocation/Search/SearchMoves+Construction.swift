// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// The first plan of a search.
extension SearchMoves {
    /// A first plan: everyone on duty where they save most, then whoever is worth booking.
    ///
    /// - Parameter isStopped: Looked at for each person: whether the rest is to be sent somewhere without a thought, so
    ///   that there is a plan at once.
    mutating func construct(_ state: inout SearchState, unless isStopped: () -> Bool = { false }) {
        // Registered people first: what they are there for nobody else can do, and others work under them.
        let instance = tables.model.instance
        let people = tables.decomposition.people
        let order = people.filter { instance.isRegistered[$0] } + people.filter { !instance.isRegistered[$0] }
        for duty in [RotaMark.Duty.rostered, .available] {
            for t in 0..<instance.sessionCount {
                for s in order {
                    let cell = instance.cell(s, t)
                    guard instance.duty[cell] == duty, !instance.eligibleTeams[cell].isEmpty
                    else { continue }
                    if isStopped() {
                        if duty == .rostered { placeCheaply(cell, &state) }
                    } else {
                        place(cell, &state)
                    }
                }
            }
        }
        for s in people {
            for day in 0..<instance.dayCount { clearBelowMinimum(instance.personDay(s, day), &state) }
        }
        state.keep()
    }

    /// Sends a cell where being sent costs least, with nothing to do there yet.
    private func placeCheaply(_ cell: Int, _ state: inout SearchState) {
        var best = -1
        var bestPounds = Double.infinity
        for option in tables.options.start[cell]..<tables.options.start[cell + 1] {
            let pounds = state.deploymentPrice(option)
            if pounds < bestPounds { (best, bestPounds) = (option, pounds) }
        }
        if best >= 0 { state.deploy(best) }
    }
}
