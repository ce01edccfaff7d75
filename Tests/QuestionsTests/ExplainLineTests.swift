// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import TestSupport
import Testing
import Trials
import Wording
import Workforce

@testable import Questions

@Suite struct ExplainLineTests {
    @Test func `the change that would meet a line is named with its price`() async throws {
        var world = TinyWorld()
        world.rota["P-2"] = ["R"]
        world.signOffs = world.allSignOffs(but: [("P-2", "care", 0)])
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(answer.question == "Why is D-1 (Reablement call, Team A) not met?")
        #expect(
            answer.sentences.first?.hasPrefix(
                "The 1 contact of Reablement call for Team A on Mon 23 Nov am (routine) is not met: ") == true
        )
        let best = try #require(answer.changes.first)
        #expect(best.change == "signing P-2 off in “care” at level 1")
        #expect((best.staff, best.contacts) == ("P-2", 1))
        // 30 minutes at £1.50; P-2 is on duty anyway.
        #expect(abs(best.effect.pounds - 45) < 1e-9)
        #expect((best.effect.contacts, best.effect.hours) == (1, 0.5))
        #expect(
            answer.sentences.contains(
                "The cheapest change found that would meet it in full: signing P-2 off in “care” at level 1. With it "
                    + "1 more contact (0.5 hours) would be met in all and the plan would be exactly £45.00 cheaper "
                    + "(care not met −£45.00)."))
        #expect(!answer.changes.contains { $0.staff == "P-3" }, "£72 for a call worth £45")
    }

    @Test func `people who may take part are counted once, in however many rows`() async throws {
        for (person, words) in [(nil, "3 people"), ("Ann", "2 people")] {
            var world = TinyWorld()
            for row in [1, 2] { world.staff[row].person = person }
            world.rota["P-1"] = ["R"]
            world.demand("D-1", "care", contacts: 20, window: 0...0)
            let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
            #expect(
                answer.sentences.contains { $0.hasPrefix("\(words) on the roster may take part in it.") },
                "\(answer.sentences)")
        }
    }

    @Test func `a contact that no session has room for is not put down to full people`() async throws {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", travelMinutes: 140)]
        world.rota = ["P-1": ["R"]]
        world.demand("D-1", "assessment", contacts: 1, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(
            answer.sentences.first?.hasSuffix(
                "is not met: a contact takes 220 minutes of work there, and no session of anybody who may take part in "
                    + "it leaves more than 210 for it.") == true, "\(answer.sentences)")
    }

    @Test func `somebody who is not available may be asked, where that is worth it`() async throws {
        var world = TinyWorld()
        world.signOffs = world.allSignOffs(but: [("P-1", "care", 0), ("P-2", "care", 0)])
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(
            answer.changes.map(\.change) == [
                "asking P-3 to be available on Mon 23 Nov am",
                "one more support worker from the bank, signed off in “care” at level 1, at £18.00 an hour, the most that "
                    + "one on the bank costs",
            ])
        // Two calls at £45 against four hours at £18.
        #expect(abs((answer.changes.first?.effect.pounds ?? 0) - 18) < 1e-9)
    }

    @Test func `where nobody may supervise, a sign-off in supervising helps, and one of a worker does not`()
        async throws
    {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.competencies.append(Competency(id: "overseeing", name: "Overseeing"))
        world.activities[1].delegated?.supervisorNeeds = [Need("overseeing", 3)]
        world.signOffs = world.allSignOffs(but: [("P-1", "overseeing", 0), ("P-3", "care", 0)])
        world.policy.nonContactMinutes = 40
        world.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
        world.demand("D-2", "assessment", contacts: 2, priority: .critical, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(answer.people.first { $0.staff == "P-2" }?.obstacle == "no-supervisor")
        let best = try #require(answer.changes.first)
        #expect(best.change == "signing P-1 off in “Overseeing” at level 3, to supervise it")
        #expect((best.staff, best.contacts) == ("P-1", 1))
        #expect(abs(best.effect.pounds - 60) < 1e-9)
        #expect(!answer.changes.contains { $0.staff == "P-3" })
    }

    @Test func `whoever is ill for part of a day is not asked for the rest of it`() async throws {
        var world = TinyWorld()
        world.signOffs = world.allSignOffs(but: [("P-1", "care", 0), ("P-2", "care", 0)])
        world.rota["P-3"] = ["", "S"]
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(!answer.changes.contains { $0.staff == "P-3" })
    }

    @Test func `one more person from the bank costs what that role costs there, or nobody says what`()
        async throws
    {
        var world = TinyWorld()
        world.signOffs = []
        world.demand("D-1", "assessment", contacts: 2, window: 0...0)
        // The only physiotherapist is own staff: what one from the bank costs is not known, and not made up.
        let unknown = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        #expect(unknown.changes.allSatisfy { !$0.change.contains("from the bank") })
        #expect(
            unknown.unpriced == [
                Answer.UnpricedFact(
                    change: "one more physiotherapist from the bank, signed off in “therapy” at level 2",
                    changes: unknown.unpriced.first?.changes ?? [], contacts: 2,
                    why: "no physiotherapist is on the bank, so there is no rate to price one at")
            ])
        #expect(
            unknown.sentences.last
                == "One more physiotherapist from the bank, signed off in “therapy” at level 2 could meet 2 of the 2; "
                + "no physiotherapist is on the bank, so there is no rate to price one at.")
        #expect(!unknown.sentences.contains { $0.contains("£0.00") })
        world.staff += [
            TinyWorld.person("P-4", "physiotherapist", .bank, hourlyCost: 28),
            TinyWorld.person("P-5", "physiotherapist", .bank, hourlyCost: 31),
            TinyWorld.person("P-6", "physiotherapist", .agency, hourlyCost: 60),
        ]
        let best = try #require(try await PlanAtHand.planned(world.week).explain(line: "D-1").changes.first)
        #expect(
            best.change
                == "one more physiotherapist from the bank, signed off in “therapy” at level 2, at £31.00 an hour, "
                + "the most that one on the bank costs")
        #expect((best.staff, best.contacts) == (nil, 2))
        // Two assessments at 60 × £1.50 against four hours at £31.
        #expect(abs(best.effect.pounds - 56) < 1e-9)
        #expect(best.effect.isExact)
    }

    @Test func `a cap that keeps somebody from being booked is proposed to be raised`() async throws {
        var world = TinyWorld()
        world.policy.bankCap = 50
        world.rota["P-3"] = ["A"]
        world.signOffs = world.allSignOffs(but: [("P-1", "care", 0), ("P-2", "care", 0)])
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        let answer = try await PlanAtHand.planned(world.week).explain(line: "D-1")
        let change = try #require(answer.changes.first)
        #expect(change.change == "raising the cap on bank pay from £50.00 to £122.00")
        #expect(change.contacts == 2)
        // Two calls at £45 against four hours at £18.
        #expect(abs(change.effect.pounds - 18) < 1e-9)
    }

    @Test func `one agreement is proposed once, however many people it lets in`() async throws {
        let week = TwoTeams(organisation: "council").week { $0.rota["P-1"] = ["R"] }
        let answer = try await PlanAtHand.planned(week).explain(line: "D-1")
        let words = "an agreement for trust's people to work for council"
        #expect(answer.changes.filter { $0.change == words }.count == 1)
        let change = try #require(answer.changes.first { $0.change == words })
        #expect(change.staff == nil)
        #expect(change.contacts == 2)
        // Two calls at £45; one of the two goes away from home for them, at £3.
        #expect(abs(change.effect.pounds - 87) < 1e-9)
    }

    @Test func `parts of a line, all of it and none of it read as they should`() async throws {
        func first(_ contacts: Int, _ change: (inout TinyWorld) -> Void) async throws -> String {
            var world = TinyWorld()
            world.demand("D-1", "care", contacts: contacts, window: 0...0)
            change(&world)
            return try await PlanAtHand.planned(world.week).explain(line: "D-1").sentences.first ?? ""
        }
        let rest = "of Reablement call for Team A on Mon 23 Nov am (routine)"
        #expect(try await first(3) { _ in }.hasPrefix("None of the 3 contacts \(rest) are met: "))
        #expect(
            try await first(8) { $0.rota["P-2"] = ["R"] }.hasPrefix(
                "1 of the 8 contacts \(rest) is not met: ")
        )
        #expect(
            try await first(9) { $0.rota["P-2"] = ["R"] }.hasPrefix(
                "2 of the 9 contacts \(rest) are not met: ")
        )
        #expect(try await first(1) { $0.rota["P-2"] = ["R"] } == "The 1 contact \(rest) is met.")
        #expect(try await first(2) { $0.rota["P-2"] = ["R"] } == "All 2 contacts \(rest) are met.")
    }

    @Test func `who is not known is said to the person who asked`() async throws {
        let hand = await PlanAtHand.planned(TwoTeams().week())
        #expect(throws: QuestionError("There is no demand line D-9 in demand.csv.")) {
            try hand.explain(line: "D-9")
        }
    }

    /// What every claim of every answer about random tiny weeks comes to when it is done.
    @Test(arguments: 0..<80) func `a change does what is claimed when it is made`(seed: Int) async throws {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        for i in week.demand.indices where hand.nearby.unmet(ofLine: i) > 0 {
            let answer = try hand.explain(line: week.demand[i].id)
            let candidates = hand.candidates(forLine: i)
            for proposal in hand.proposals(forLine: i, candidates) {
                let changed = try week.applying([proposal.change]).week
                let trial = hand.trial(proposal, line: i)
                expectClean(trial.before, week)
                expectClean(trial.after, changed, "\(proposal.change)")
                let met = trial.before.unmet(ofLine: i) - trial.after.unmet(ofLine: i)
                let claim = answer.changes.first { $0.changes == [proposal.change] }
                let unpriced = answer.unpriced.first { $0.changes == [proposal.change] }
                #expect((proposal.unpriced == nil) == (unpriced == nil) || met <= 0)
                #expect(claim?.contacts ?? unpriced?.contacts ?? 0 == max(0, met))
                guard let claim else { continue }
                // Both prices as the audit works them out from rows.
                let before = PlanAudit(week: week)
                    .check(plan: PlanSketch(week, rows: trial.before.rows).plan)
                let after = PlanAudit(week: changed)
                    .check(plan: PlanSketch(changed, rows: trial.after.rows).plan)
                #expect(abs(before.objective - after.objective - claim.effect.pounds) < 0.001)
                let best = try #require(try optimum(of: changed))
                #expect(after.objective >= best - 0.01, "no plan is cheaper than the cheapest")
            }
        }
    }

    @Test(Reached("served", atLeast: 40), arguments: 0..<80)
    func `sending somebody to give a line does what it says`(seed: Int) async {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        for i in week.demand.indices where hand.nearby.unmet(ofLine: i) > 0 {
            for s in week.staff.indices {
                for t in week.demand[i].window {
                    var nearby = hand.nearby
                    guard
                        let met = nearby.serve(
                            person: PersonIndex(s), session: SessionIndex(t), line: LineIndex(i))
                    else { continue }
                    if met > 0 { Reached.here("served") }
                    #expect(met == hand.nearby.unmet(ofLine: i) - nearby.unmet(ofLine: i))
                    expectClean(nearby, week)
                }
            }
        }
    }

    @Test func `the random weeks have enough changes that help`() async throws {
        var helped = 0
        for seed in 0..<80 {
            let week = RandomWeek.make(seed: UInt64(seed))
            let hand = await PlanAtHand.planned(week)
            for i in week.demand.indices where hand.nearby.unmet(ofLine: i) > 0 {
                helped += try hand.explain(line: week.demand[i].id).changes.count
            }
        }
        #expect(helped >= 40, "\(helped)")
    }
}
