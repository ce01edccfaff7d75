// SPDX-License-Identifier: GPL-3.0-or-later

import RotationAudit
import RotationOutcome
import Rotations
import SeededRandom
import TestSupport
import Testing
import Workforce

/// What a plan's files state, held by the audit against its sequences.
@Suite struct StatementTests {
    private static func stated(_ rotation: Rotation, _ plan: RotationPlan) -> StatedRotation {
        let facts = RotationFacts(rotation)
        let price = facts.price(of: plan)
        return RotationOutcome(facts, plan).stated(
            RotationSummary(
                objective: price.total, bound: 0, gap: price.total > 0 ? 1 : 0, status: .timeLimit,
                price: price, seed: 1, seconds: 0, work: 0, version: "", inputs: []))
    }

    @Test func theAuditFindsOfRandomPlansWhatTheirFilesState() throws {
        var unfilled = 0
        var gained = 0
        for seed in 0..<300 {
            let rotation = try RandomRotation.make(seed: UInt64(seed), isTiny: seed % 3 != 0)
            let facts = RotationFacts(rotation)
            var random = SeededRandom(seed: UInt64(seed))
            let plan = RotationPlan(
                posts: (0..<facts.personCount).map { p in
                    (0..<facts.periodCount).map { t in
                        random.chance(1, of: 6)
                            ? nil : random.element(of: facts.choices(person: p, period: t))
                    }
                })
            let stated = Self.stated(rotation, plan)
            let judged = RotationPlanAudit(rotation).check(stated)
            #expect(judged.discrepancies.isEmpty, "seed \(seed): \(judged.discrepancies)")
            unfilled += stated.unfilled.count
            gained += stated.gained.count
        }
        #expect(unfilled > 300, "\(unfilled)")
        #expect(gained > 100, "\(gained)")
    }

    private func rotation() throws -> Rotation {
        try TinyRotation.of(periods: 3) { parts in
            parts.policy.belowMinimum = 50
            parts.policy.change = 10
            parts.posts = [
                TinyRotation.post("WARD") {
                    $0.amounts = PostAmounts(minimum: 2, target: 2)
                    $0.develops = [Development("care", 1, periods: 1)]
                }, TinyRotation.post("HUB"),
            ]
            parts.people = [TinyRotation.person("P-1"), TinyRotation.person("P-2") { $0.cannot = ["WARD"] }]
        }
    }

    private func faults(_ change: (inout StatedRotation) -> Void) throws -> [RotationDiscrepancy.Subject] {
        let rotation = try rotation()
        var stated = Self.stated(rotation, RotationPlan(posts: [[0, 0, 1], [1, 1, 1]]))
        change(&stated)
        return RotationPlanAudit(rotation).check(stated).discrepancies.map(\.subject)
    }

    @Test func whatIsStatedRightIsRight() throws { #expect(try faults { _ in } == []) }

    @Test func daysOfAPeriodAreHeld() throws {
        #expect(try faults { $0.sequences[0].until = $0.sequences[0].until.adding(days: 1) } == [.sequences])
    }

    @Test func blocksAreHeld() throws {
        #expect(try faults { $0.placements.removeLast() } == [.placements])
        #expect(
            try faults { $0.placements[0].placement.until = TinyRotation.day("2027-03-04") }
                == [.placements, .placements])
        #expect(try faults { $0.placements[0].placement.team = "other" } == [.placements, .placements])
        #expect(try faults { $0.placements.append($0.placements[0]) } == [.placements])
    }

    @Test func whatPostsHaveIsHeld() throws {
        #expect(try faults { $0.filled[0].wte = 2 } == [.filled])
        #expect(try faults { $0.filled[0].amounts.maximum = 9 } == [.filled])
        #expect(try faults { $0.filled[0].begun = 2 } == [.filled])
        #expect(try faults { $0.filled.removeLast() } == [.filled])
        #expect(try faults { $0.filled[0].post = "NONE" } == [.filled, .filled])
    }

    @Test func whatPostsLackIsHeld() throws {
        #expect(try faults { $0.unfilled.removeLast() } == [.unfilled])
        #expect(try faults { $0.unfilled[0].missingMinimum = 2 } == [.unfilled])
        #expect(try faults { $0.unfilled[0].reason = .nobodyMay } == [.unfilled])
        #expect(
            try faults {
                $0.unfilled.append(
                    UnfilledRow(
                        post: "HUB", period: 1, missingMinimum: 1, missingTarget: 1, reason: .nobodyFree))
            } == [.unfilled])
    }

    @Test func whatPeopleLearnIsHeld() throws {
        #expect(try faults { $0.gained = [] } == [.gained])
        #expect(try faults { $0.gained[0].period = 3 } == [.gained, .gained])
        #expect(try faults { $0.gained.append($0.gained[0]) } == [.gained])
    }

    @Test func theSummaryIsHeld() throws {
        #expect(try faults { $0.summary.price[.change] += 1 } == [.terms])
        #expect(try faults { $0.summary.objective += 1 } == [.objective])
        #expect(
            try faults {
                $0.summary.bound = $0.summary.objective + 1
                $0.summary.gap = 0
            } == [.bound])
        #expect(try faults { $0.summary.gap = 0.5 } == [.gap])
        #expect(try faults { $0.summary.status = .optimal } == [.status])
    }
}
