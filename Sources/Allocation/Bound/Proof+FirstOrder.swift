// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import LinearModel

extension Proof {
    /// Iterations of the first-order method where only work is limited: so many a unit, and at most.
    static let firstOrderIterationsPerUnit = 8
    static let firstOrderIterations = 24_000
    /// Iterations between looks at the shared incumbent, and rounds of them between looks for cuts.
    static let stride = 40
    static let stridesPerRound = 10
    /// Iterations before rows are rounded too: at first the values are too far from the relaxation's.
    static let iterationsBeforeRounding = 1_200
    /// The bound has settled when so many iterations lift it by less than this share.
    static let settledIterations = 6_000
    static let settledGain = 2e-4

    /// The first-order method on the relaxation, with cuts added where it has come to.
    func relax(from start: Incumbent, _ outcome: inout Outcome) {
        let most = options.workLimit.map { work in
            min(Self.firstOrderIterations, max(1_200, min(work, 10_000) * Self.firstOrderIterationsPerUnit))
        }
        var planes = Self.cuttingPlanes(model) { shared.shouldStopProof }
        guard !shared.shouldStopProof else { return }
        var firstOrder = FirstOrderBound(program, from: start.values)
        var settled = (bound: 0.0, iterations: 0)
        while !shared.shouldStopProof {
            if let most, firstOrder.iterations >= most { return }
            firstOrder.advance(Self.stride)
            outcome.bound = max(outcome.bound, firstOrder.bound)
            shared.proved(outcome.bound)
            if firstOrder.bound > settled.bound * (1 + Self.settledGain) {
                settled = (firstOrder.bound, firstOrder.iterations)
            } else if firstOrder.iterations - settled.iterations >= Self.settledIterations {
                return
            }
            if firstOrder.iterations.isMultiple(of: Self.stride * Self.stridesPerRound) {
                cut(&firstOrder, &planes)
            }
        }
    }

    private func cut(_ firstOrder: inout FirstOrderBound, _ planes: inout CuttingPlanes) {
        let values = firstOrder.values
        let idle = planes.dropIdle(
            at: values, duals: firstOrder.rowDuals, in: firstOrder.program, room: 0.05)
        let isNear = firstOrder.iterations >= Self.iterationsBeforeRounding
        let rows = planes.find(at: values, in: firstOrder.program, rounding: isNear)
        guard rows.rowCount > 0 || !idle.isEmpty else { return }
        firstOrder.change(removing: idle, adding: rows)
    }
}
