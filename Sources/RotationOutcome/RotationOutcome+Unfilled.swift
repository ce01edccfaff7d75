// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

extension RotationOutcome {
    /// What posts lack of their minimum or target, a row a post and period, and why.
    public var unfilled: [UnfilledRow] {
        let moves = MovePrices(facts, plan)
        return facts.rotation.posts.enumerated().flatMap { k, post in
            (0..<facts.periodCount).compactMap { t -> UnfilledRow? in
                let there = moves.wte[k][t]
                let short = facts.amounts[k][t].missing(there)
                guard short.minimum > 0 || short.target > 0 else { return nil }
                return UnfilledRow(
                    post: post.id, period: t + 1, missingMinimum: short.minimum, missingTarget: short.target,
                    reason: reason(post: k, period: t, moves))
            }
        }
    }

    /// The first reason that applies, in that period alone and with the rest as it stands.
    private func reason(post k: Int, period t: Int, _ moves: MovePrices) -> UnfilledReason {
        let able = (0..<facts.personCount).filter {
            facts.isPresent(person: $0, period: t) && facts.mayHold(person: $0, period: t, post: k)
        }
        guard !able.isEmpty else { return .nobodyMay }
        let elsewhere = able.filter { plan.posts[$0][t] != k }
        let isStopped = elsewhere.contains { p in
            plan.posts[p][t] == nil
                || moves.saving(person: p, period: t, post: k) > MovePrices.worthWhile
        }
        return isStopped ? .rules : .nobodyFree
    }
}

extension PostAmounts {
    /// What is missing where so much is there; less than a millionth of a whole-time equivalent is nothing.
    public func missing(_ there: Double) -> (minimum: Double, target: Double) {
        func short(_ wanted: Double) -> Double { wanted - there > 1e-6 ? wanted - there : 0 }
        return (short(minimum), short(target))
    }
}
