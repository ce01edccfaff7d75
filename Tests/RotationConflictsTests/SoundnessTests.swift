// SPDX-License-Identifier: GPL-3.0-or-later

import RotationConflicts
import Rotations
import TestSupport
import Testing

/// Whatever is said cannot be is in no plan that brute force finds, and most of what brute force does not find is told.
@Suite struct SoundnessTests {
    /// Whether a plan has a person in some post in each period, everybody else where they are frozen or nowhere.
    ///
    /// Who else supervises is left out, and so are conflicts that name supervision.
    private func placed(_ p: Int, _ facts: RotationFacts) -> [Bool] {
        var found = [Bool](repeating: false, count: facts.periodCount)
        var posts = (0..<facts.personCount).map { other in
            (0..<facts.periodCount).map { t in
                facts.isFrozen(t) && facts.isPresent(person: other, period: t)
                    ? facts.inForce.post(person: other, period: t) : nil
            }
        }
        func go(_ t: Int) {
            guard t < facts.periodCount else {
                let broken = RotationOracle.judge(RotationPlan(posts: posts), of: facts.rotation).broken
                guard broken.isSubset(of: [.supervision]) else { return }
                for t in facts.freePeriods(of: p) where posts[p][t] != nil { found[t] = true }
                return
            }
            guard !facts.isFrozen(t), facts.isPresent(person: p, period: t) else { return go(t + 1) }
            for k in [nil] + (0..<facts.postCount).map(Optional.some) {
                posts[p][t] = k
                go(t + 1)
            }
            posts[p][t] = nil
        }
        go(0)
        return found
    }

    @Test func whatIsSaidCannotBeIsInNoPlan() throws {
        var (impossible, told) = (0, 0)
        for seed in 1...150 as ClosedRange<UInt64> {
            let facts = RotationFacts(try RandomRotation.make(seed: seed))
            let conflicts = RotationConflicts(facts)
            for p in 0..<facts.personCount {
                let found = placed(p, facts)
                let free = Set(facts.freePeriods(of: p))
                let all = conflicts.ofPerson(p)
                let own = Set(all.filter { !$0.rules.contains(.supervision) }.flatMap(\.periods))
                #expect(all.allSatisfy { !$0.rules.isEmpty }, "seed \(seed), person \(p)")
                #expect(own.isSubset(of: free))
                for t in own { #expect(!found[t], "seed \(seed), person \(p), period \(t + 1)") }
                impossible += free.count { !found[$0] }
                told += free.count { t in !found[t] && all.contains { $0.periods.contains(t) } }
            }
        }
        #expect(impossible > 100)
        #expect(Double(told) >= 0.95 * Double(impossible), "\(told) of \(impossible)")
    }
}
