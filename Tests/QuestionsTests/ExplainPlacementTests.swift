// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct ExplainPlacementTests {
    private let morning = "2026-11-23 am"

    private func ask(_ week: Week, _ staff: String = "P-2") async throws -> Answer {
        try await PlanAtHand.planned(week).explain(staff: staff, session: morning, team: "B")
    }

    @Test func `an agreement, a placement, a pin, a free morning or a sign-off is what it would take`()
        async throws
    {
        let agreement = try await ask(TwoTeams(organisation: "council").week())
        #expect(
            agreement.sentences.first
                == "It would take an agreement for trust's people to work for council: trust has no agreement for "
                + "its people to work for council.")
        let placement = try await ask(
            TwoTeams().week { $0.placements = [Placement(staff: "P-2", team: "A")] })
        #expect(
            placement.sentences.first
                == "It would take lifting P-2's placement: a placement keeps them in Team A.")
        let pin = try await ask(TwoTeams().week { $0.rota["P-2"] = ["R@A"] })
        #expect(
            pin.sentences.first
                == "It would take lifting P-2's pin on Mon 23 Nov am: the rota pins them to Team A.")
        let signOff = try await ask(
            TwoTeams().week { $0.signOffs = $0.allSignOffs(but: [("P-2", "care", 0)]) })
        #expect(
            signOff.sentences.first
                == "It would take signing P-2 off in “care” at level 1: Team B wants nothing they may do.")
        for answer in [agreement, placement, pin, signOff] {
            // Two calls at £45 less £3 away from home.
            let effect = try #require(answer.changes.first?.effect)
            #expect(abs(effect.pounds - 87) < 1e-9)
            #expect(effect.contacts == 2)
            #expect(
                answer.sentences.dropFirst() == [
                    "With that, 2 more contacts (1.0 hours) would be met in all and the plan would be exactly £87.00 "
                        + "cheaper (care not met −£90.00, sessions away from the home team +£3.00)."
                ])
        }
        let free = try await ask(TwoTeams().week { $0.rota["P-2"] = [] })
        #expect(
            free.sentences.first
                == "It would take asking P-2 to be available on Mon 23 Nov am: P-2 is not available.")
        let effect = try #require(free.changes.first?.effect)
        // Hours within the contract that are not rostered cost nothing more.
        #expect(abs(effect.pounds - 87) < 1e-9)
    }

    @Test func `what is for nobody to decide is said to be so`() async throws {
        let leave = try await ask(TwoTeams().week { $0.rota["P-2"] = ["L"] })
        #expect(
            leave.sentences == ["It cannot be had by a decision about this plan: P-2 is on leave."])
        let closed = try await ask(TwoTeams().week { $0.teams[1].parts = ["pm"] })
        #expect(
            closed.sentences == ["It cannot be had by a decision about this plan: Team B is closed."])
        let far = try await ask(
            TwoTeams(locality: "far").week {
                $0.travel = [TravelTime(from: "town", to: "far", minutes: 45)]
            })
        #expect(
            far.sentences == [
                "It cannot be had by a decision about this plan: Team B is 45 minutes from town, over the limit of 30."
            ])
        let full = try await ask(
            TwoTeams().week {
                $0.staff[1].maximumHours = 4
                $0.rota["P-2"] = ["A", "R"]
                $0.demand("D-0", "care", contacts: 1, window: 1...1)
            })
        #expect(
            full.sentences == [
                "It cannot be had by a decision about this plan: the rostered sessions leave no room under the rules "
                    + "on working time."
            ])
        for answer in [leave, closed, far, full] { #expect(answer.changes.isEmpty) }
    }

    @Test func `where nothing but the price stands in the way, the price is given`() async throws {
        let answer = try await ask(
            TwoTeams().week {
                $0.demand("D-0", "care", contacts: 7, priority: .critical, window: 0...0)
            })
        #expect(answer.sentences.first == "Nothing stands in the way but the price.")
        // Seven critical calls at £180 go, two routine ones at £45 come, and £3 away from home.
        let effect = try #require(answer.changes.first?.effect)
        #expect(abs(effect.pounds + (1260 - 90 + 3)) < 1e-9)
        #expect(effect.contacts == -5)
        #expect(answer.sentences[1].contains("5 fewer contacts (2.5 hours) would be met in all"))
        let there = try await PlanAtHand.planned(TwoTeams().week())
            .explain(staff: "P-2", session: morning, team: "B")
        #expect(there.sentences.first == "The plan has them there.")
        #expect(there.sentences.count == 2)
    }

    @Test func `sessions, teams and people that are not known are said to be so`() async throws {
        let hand = await PlanAtHand.planned(TwoTeams().week())
        #expect(throws: QuestionError("monday is no session of the week; write it as 2026-11-23 am.")) {
            try hand.explain(staff: "P-2", session: "monday", team: "B")
        }
        #expect(throws: QuestionError("There is no team C in teams.csv.")) {
            try hand.explain(staff: "P-2", session: morning, team: "C")
        }
        #expect(
            throws: QuestionError("There is nobody with the identifier P-9 in the column staff of staff.csv.")
        ) {
            try hand.explain(staff: "P-9")
        }
    }

    /// The exact model knows the best plan with somebody in a place: its deployment column cannot be nought.
    @Test func `on random tiny weeks the price of having somebody there is the true one, but for a few`()
        async throws
    {
        var (asked, exact, missed) = (0, 0, [String]())
        for seed in UInt64(0)..<40 {
            let week = RandomWeek.make(seed: seed)
            let hand = await PlanAtHand.planned(week)
            let best = try #require(try optimum(of: week))
            for s in week.staff.indices {
                for t in week.sessions.indices where week.rota[s][t].duty != .off {
                    for k in week.teams.indices where hand.nearby.team(ofPerson: s, session: t) != k {
                        let answer = try hand.explain(
                            staff: week.staff[s].id, session: week.sessions[t].id, team: week.teams[k].id)
                        guard let effect = answer.changes.first?.effect else { continue }
                        let rise = answer.terms.reduce(0) { $0 + $1.after - $1.before }
                        #expect(abs(rise + effect.pounds) < 1e-6, "the terms say what the price says")
                        let changes = hand.lettingIn(person: s, session: t, team: k).changes
                        let changed = try week.applying(changes).week
                        let forced = try #require(try price(of: changed, person: s, session: t, team: k))
                        asked += 1
                        let found = hand.plan.summary.objective - effect.pounds
                        #expect(found >= forced - 0.01, "seed \(seed): no plan is cheaper than the cheapest")
                        if abs(best - forced - effect.pounds) < 0.01 {
                            exact += 1
                        } else {
                            missed.append(
                                "\(seed) \(s) \(t) \(k): \(effect.pounds) for \(best - forced)")
                        }
                    }
                }
            }
        }
        #expect(asked >= 100, "\(asked)")
        #expect(Double(exact) >= 0.9 * Double(asked), "\(exact) of \(asked), missed \(missed)")
    }

    private func price(of week: Week, person s: Int, session t: Int, team k: Int) throws -> Double? {
        try optimum(of: week) { model, program in
            let cell = s * model.instance.sessionCount + t
            guard let place = model.instance.eligibleTeams[cell].firstIndex(of: k) else { return }
            program.setBounds(
                ofColumn: model.layout.firstDeployment[cell] + place, lower: 1, upper: 1)
        }
    }
}
