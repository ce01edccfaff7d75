// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct TakersTests {
    private let morning = "2026-11-23 am"

    /// Three calls of team A in the morning keep P-2 there; P-3 of the bank is free for team B.
    private func week(_ change: (inout TinyWorld) -> Void = { _ in }) -> Week {
        TwoTeams().week {
            $0.demand("D-0", "care", contacts: 3, priority: .critical, window: 0...0)
            $0.rota["P-1"] = ["L"]
            $0.rota["P-3"] = ["A"]
            $0.placements = [Placement(staff: "P-3", team: "B")]
            // Nobody is booked for two routine calls of £45 each.
            $0.staff[2].hourlyCost = 100
            change(&$0)
        }
    }

    @Test func `people are ranked by what it does to the whole plan, and whom they leave is named`()
        async throws
    {
        let answer = try await PlanAtHand.planned(week()).takers(ofLine: "D-1")
        #expect(answer.question == "Who could give D-1 (Reablement call, Team B)?")
        #expect(
            answer.sentences.first?.hasPrefix("None of the 2 contacts of Reablement call for Team B") == true)
        #expect(answer.changes.map(\.staff) == ["P-3", "P-2"])
        // The bank: four hours at £100 for two calls of £45; a placement makes the team their home.
        let bank = try #require(answer.changes.first)
        #expect(abs(bank.effect.pounds - (90 - 400)) < 1e-9)
        #expect(bank.contacts == 2)
        #expect(bank.leaves == [])
        // P-2 leaves three critical calls at £180 for two at £45, and is £3 away from home.
        let support = try #require(answer.changes.last)
        #expect(abs(support.effect.pounds - (90 - 540 - 3)) < 1e-9)
        #expect(support.contacts == 2)
        #expect(support.leaves == ["Team A", "3 contacts of D-0 (Reablement call, Team A)"])
        #expect(
            answer.sentences.contains {
                $0.hasPrefix("2. P-2 in Team B on Mon 23 Nov am: 2 contacts of it would be met; ")
                    && $0.hasSuffix("Leaves Team A and 3 contacts of D-0 (Reablement call, Team A).")
            }, "\(answer.sentences)")
        #expect(answer.sentences.last == "Of the others, one is away.")
    }

    @Test func `of a team in a session the same people are ranked`() async throws {
        let hand = await PlanAtHand.planned(week())
        let answer = try hand.takers(inTeam: "B", session: morning)
        #expect(answer.question == "Who could be in Team B on Mon 23 Nov am?")
        #expect(answer.sentences.first == "The plan has nobody there.")
        #expect(answer.changes.map(\.staff) == ["P-3", "P-2"])
        let ofLine = try hand.takers(ofLine: "D-1")
        #expect(answer.changes.map(\.effect) == ofLine.changes.map(\.effect))
    }

    @Test func `what it takes is named, and who needs nothing is tried first`() async throws {
        let asked = week { $0.rota["P-3"] = [] }
        let hand = await PlanAtHand.planned(asked)
        let answer = try hand.takers(ofLine: "D-1")
        #expect(answer.changes.map(\.staff) == ["P-3", "P-2"])
        #expect(
            answer.sentences.contains {
                $0.hasPrefix(
                    "1. P-3 in Team B on Mon 23 Nov am, which takes asking P-3 to be available on Mon 23 Nov am: "
                )
            }, "\(answer.sentences)")
        let one = try hand.takers(ofLine: "D-1", most: 1)
        #expect(one.changes.map(\.staff) == ["P-2"])
        #expect(
            one.sentences.last
                == "1 more person was not tried; the one who looks nearest to it was.")
    }

    @Test func `those who are ill, on leave or too far away are counted and not proposed`() async throws {
        let answer = try await PlanAtHand.planned(
            week {
                $0.rota["P-2"] = ["S"]
                $0.rota["P-3"] = ["L"]
            }
        ).takers(ofLine: "D-1")
        #expect(answer.changes.isEmpty)
        #expect(
            answer.sentences.suffix(2) == [
                "Nobody else can be had for it.", "Of the others, 3 are away.",
            ])
        let far = try await PlanAtHand.planned(
            TwoTeams(locality: "far").week {
                $0.travel = [TravelTime(from: "town", to: "far", minutes: 45)]
            }
        ).takers(inTeam: "B", session: morning)
        #expect(far.changes.isEmpty)
        let untrained = try await PlanAtHand.planned(
            week { $0.signOffs = $0.allSignOffs(but: [("P-3", "care", 0)]) }
        ).takers(ofLine: "D-1")
        #expect(untrained.changes.map(\.staff) == ["P-2"])
        #expect(untrained.sentences.last == "Of the others, one may do nothing of it and one is away.")
        #expect(far.sentences.last?.contains("kept from it by the rules or other sessions") == true)
    }

    @Test func `who is away for another part of the day is asked where they are on duty, and not to come in`()
        async throws
    {
        let morning = try await PlanAtHand.planned(
            week {
                $0.rota["P-2"] = ["R", "L"]
                $0.rota["P-3"] = ["", "S"]
            }
        ).takers(ofLine: "D-1")
        #expect(morning.changes.map(\.staff) == ["P-2"])
        // P-1 is on leave, and nobody asks P-3 in on a day of sickness.
        #expect(morning.sentences.last == "Of the others, 2 are away.")
        let training = try await PlanAtHand.planned(
            week {
                $0.rota["P-2"] = ["T"]
                $0.rota["P-3"] = ["T"]
            }
        ).takers(ofLine: "D-1")
        #expect(training.sentences.last == "Of the others, 3 are away.")
    }

    @Test func `who is in the team in one session of a window is tried in the others`() async throws {
        let asked = TwoTeams().week {
            $0.rota["P-1"] = ["L"]
            $0.rota["P-2"] = ["R@B", "R@A"]
            $0.staff[2].hourlyCost = 100
            $0.demand("D-0", "care", contacts: 1, window: 1...1)
            // Twenty calls are more than a morning has room for.
            $0.demand("D-2", "care", contacts: 20, team: "B", window: 0...1)
        }
        let answer = try await PlanAtHand.planned(asked).takers(ofLine: "D-2")
        #expect(answer.people.map(\.staff).contains("P-2"))
        #expect(answer.changes.contains { $0.staff == "P-2" && $0.change.contains("Mon 23 Nov pm") })
    }

    @Test func `what is met is answered, too: by whom, and who else could`() async throws {
        let answer = try await PlanAtHand.planned(
            TwoTeams().week {
                $0.rota["P-1"] = ["L"]
                $0.rota["P-3"] = ["A"]
            }
        ).takers(ofLine: "D-1")
        #expect(
            answer.sentences.prefix(2) == [
                "All 2 contacts of Reablement call for Team B on Mon 23 Nov am (routine) are met.",
                "They are given by P-2.",
            ])
        #expect(answer.changes.map(\.staff) == ["P-3"])
        #expect(answer.changes.first?.contacts == 0)
    }

    @Test func `names that are not known are said to be so`() async throws {
        let hand = await PlanAtHand.planned(week())
        #expect(throws: QuestionError("There is no demand line D-9 in demand.csv.")) {
            try hand.takers(ofLine: "D-9")
        }
        #expect(throws: QuestionError("There is no team C in teams.csv.")) {
            try hand.takers(inTeam: "C", session: morning)
        }
        #expect(throws: QuestionError("monday is no session of the week; write it as 2026-11-23 am.")) {
            try hand.takers(inTeam: "B", session: "monday")
        }
    }

    /// Each is what `explain` says of that person in that place, which the exact model is held against.
    @Test("on random tiny weeks a rank agrees with the answer about each person alone", Reached(atLeast: 25))
    func agreesAlone() async throws {
        for seed in UInt64(0)..<6 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            for t in hand.week.sessions.indices {
                for team in hand.week.teams {
                    let session = hand.week.sessions[t].id
                    let answer = try hand.takers(inTeam: team.id, session: session, most: 100)
                    let pounds = answer.changes.map(\.effect.pounds)
                    #expect(pounds == pounds.sorted(by: >))
                    for change in answer.changes where change.effect.isExact {
                        let staff = try #require(change.staff)
                        let alone = try hand.explain(staff: staff, session: session, team: team.id)
                        let effect = try #require(alone.changes.first?.effect)
                        guard effect.isExact else { continue }
                        Reached.here()
                        #expect(
                            abs(effect.pounds - change.effect.pounds) < 1e-6,
                            "seed \(seed) \(staff) \(session)")
                    }
                }
            }
        }
    }
}
