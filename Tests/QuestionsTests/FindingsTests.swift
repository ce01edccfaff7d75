// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct FindingsTests {
    @Test func `what single-handed care would release is the minutes of a pair less those of one`()
        async throws
    {
        var world = TinyWorld()
        world.rota["P-1"] = ["R"]
        world.rota["P-2"] = ["R"]
        world.signOffs = world.allSignOffs(but: [("P-1", "handling", 2), ("P-2", "handling", 2)])
        world.demand("D-1", "transfer", contacts: 2, singleHanded: 2, window: 0...0)
        let findings = await PlanAtHand.planned(world.week).conversionFindings()
        #expect(
            findings.map(\.change) == [
                .all, .worker(staff: "P-1", competencies: ["handling"]),
                .worker(staff: "P-2", competencies: ["handling"]),
            ])
        // £0.30 for each of 30 minutes that need not be double-handed; without P-1, £0.20 of registered time as well.
        #expect(zip(findings, [30.0, 18, 30]).allSatisfy { abs($0.effect.pounds - $1) < 1e-9 })
        for finding in findings {
            // Twice 30 minutes of two against 40 of one.
            #expect(finding.converted == 2)
            #expect(abs(finding.releasedHours - 40.0 / 60) < 1e-9)
            #expect(finding.effect.contacts == 0)
        }
    }

    @Test func `nothing is said of single-handed care where none is suitable`() async {
        var world = TinyWorld()
        world.rota["P-1"] = ["R"]
        world.rota["P-2"] = ["R"]
        world.demand("D-1", "transfer", contacts: 2, window: 0...0)
        #expect(await PlanAtHand.planned(world.week).conversionFindings().isEmpty)
    }

    @Test func `with fixed teams nobody leaves home`() async {
        let hand = await PlanAtHand.planned(TwoTeams().week())
        #expect(abs(hand.nearby.objective - 3) < 1e-9)
        let found = hand.fixedTeams()
        #expect(
            found.fixed == FixedTeams.Side(objective: 90, bookings: 0, unmetContacts: 2, unmetHours: 1))
        #expect(found.free == FixedTeams.Side(objective: 3, bookings: 0, unmetContacts: 0, unmetHours: 0))
        #expect(found.effect.isExact && found.isShown)
        #expect(abs(found.effect.pounds - 87) < 1e-9)
        #expect(
            found.effect.terms.savedInWords
                == "care not met −£90.00, sessions away from the home team +£3.00")
    }

    @Test(Reached("exact", atLeast: 30), Reached("dearer", atLeast: 4), arguments: 0..<40)
    func `fixed teams cost no less than the cheapest plan of them`(seed: Int) async throws {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        let best = try #require(try optimum(of: week.applying([.supposed(.homeTeamsOnly)]).week))
        let found = hand.fixedTeams()
        if found.effect.isExact { Reached.here("exact") }
        if found.effect.pounds > 0.01 { Reached.here("dearer") }
        #expect(found.fixed.objective >= best - 0.01)
        #expect(!found.effect.isExact || abs(found.fixed.objective - best) < 0.01)
        let free = try #require(try optimum(of: week))
        #expect(!found.effect.isExact || abs(found.free.objective - free) < 0.01)
    }

    @Test func `the same plan gives the same findings, busy or not`() async throws {
        for seed in UInt64(0)..<12 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            let first = hand.findings()
            let (training, line) = (hand.training(most: 2), hand.week.demand.first?.id)
            let explained = try line.map { try hand.explain(line: $0) }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        #expect(hand.findings() == first)
                        #expect(hand.training(most: 2) == training)
                        #expect((try? line.map { try hand.explain(line: $0) }) == explained)
                    }
                }
            }
        }
    }

    @Test func `work done in parallel comes back in order`() {
        let results = inParallel(500) { index in
            (0..<(500 - index) * 20).reduce(index) { $0 ^ $1 &* 0 }
        }
        #expect(results == Array(0..<500))
        #expect(inParallel(0) { $0 }.isEmpty)
    }

    @Test func `a delegation that is tried is priced by the week in which it is allowed`() async throws {
        var world = TinyWorld()
        world.rota["P-1"] = ["R"]
        world.rota["P-2"] = ["R"]
        world.activities[1].delegated?.status = .proposed
        world.demand("D-1", "rehabilitation", contacts: 4, window: 0...0)
        let hand = await PlanAtHand.planned(world.week)
        #expect(hand.nearby.unmet == [0])
        let trial = try hand.tryDelegation(of: ["rehabilitation"])
        // Four contacts of 40 minutes, at £0.20 a minute of registered time that could be delegated.
        #expect(trial.delegated == 4)
        #expect(abs(trial.effect.pounds - 32) < 1e-9)
        #expect(abs(trial.effect.registeredHours - 160.0 / 60) < 1e-9)
        #expect(trial.effect.contacts == 0)
        let text = DelegationTrialText(week: world.week, trial: trial).description
        #expect(text.hasPrefix("If Rehabilitation might be delegated, 4 contacts would be.\n"))
        #expect(
            text.contains(
                "\n2.7 registered contact hours would be released and the plan would be exactly £32.00 cheaper "
                    + "(registered time support could give −£32.00).\n"))
        let error = #expect(throws: ChangeError.self) { try hand.tryDelegation(of: ["care", "none"]) }
        #expect(
            error?.problems.map(\.reason) == [
                .noRoute(.delegated, activity: "care"), .unknown(.activity, "none"),
            ])
    }
}
