// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

/// What comes of somebody's taking a session of somebody else's.
@Suite struct ExchangeTests {
    private let first = "2026-11-23 am"
    private let second = "2026-11-23 pm"

    /// Two people of one team with a call each, in the morning and in the afternoon.
    private func world(_ change: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", ""], "P-2": ["", "R"], "P-3": []]
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        world.demand("D-2", "care", contacts: 1, window: 1...1)
        change(&world)
        return world.week
    }

    private func ask(
        _ week: Week, giver: String = "P-1", session: String = "2026-11-23 am", taker: String = "P-2",
        for inReturn: String? = nil
    ) async throws -> Answer {
        try await PlanAtHand.planned(week).explain(
            Exchange(giver: giver, session: session, taker: taker, inReturn: inReturn))
    }

    @Test func `two who may do each other's work exchange sessions, and the duty moves with them`()
        async throws
    {
        let week = world()
        let answer = try await ask(week, for: second)
        #expect(answer.people.isEmpty, "\(answer.sentences)")
        let change = try #require(answer.changes.first)
        // Both work as long as before, in their own team, and both calls are met.
        #expect(abs(change.effect.pounds) < 1e-9)
        #expect(change.contacts == 0)
        let changed = try week.applying(change.changes).week
        #expect(changed.rota[0].prefix(2).map(\.duty) == [.off, .rostered])
        #expect(changed.rota[1].prefix(2).map(\.duty) == [.rostered, .off])
        #expect(changed.rota[0][1].pins == ["A"] && changed.rota[1][0].pins == ["A"])
        // The changes make a week that can be planned, with both where they are to be.
        let hand = await PlanAtHand.planned(changed)
        #expect(hand.nearby.team(ofPerson: 1, session: 0) == 0)
        #expect(hand.nearby.team(ofPerson: 0, session: 1) == 0)
        expectClean(hand.nearby, changed)
    }

    @Test func `a session given for nothing is one more for whoever takes it`() async throws {
        let week = world()
        let answer = try await ask(week)
        let change = try #require(answer.changes.first)
        let changed = try week.applying(change.changes).week
        #expect(changed.rota[0][0].duty == .off)
        #expect(changed.rota[1][0].duty == .available && changed.rota[1][0].pins == ["A"])
    }

    @Test func `whoever is away, or elsewhere then, takes nothing`() async throws {
        for (mark, code) in [("S", "absent-sick"), ("L", "absent-leave"), ("T", "absent-training")] {
            let answer = try await ask(world { $0.rota["P-2"] = [mark, "R"] }, for: second)
            #expect(answer.people.map(\.obstacle) == [code])
            #expect(answer.people.map(\.staff) == ["P-2"])
            #expect(answer.changes.isEmpty)
        }
        let elsewhere = try await ask(world { $0.rota["P-2"] = ["R", "R"] })
        #expect(elsewhere.people.map(\.obstacle) == ["elsewhere"])
        // A day of leave stays one, though this part of it is blank.
        let day = try await ask(world { $0.rota["P-3"] = ["", "L"] }, taker: "P-3")
        #expect(day.people.map(\.obstacle) == ["absent-day"])
    }

    @Test func `who is signed off for nothing that the team wants takes nothing there`() async throws {
        let week = TwoTeams().week {
            $0.rota = ["P-1": ["R@B"], "P-2": ["R@A"]]
            $0.signOffs = $0.allSignOffs(but: [("P-2", "care", 0)])
        }
        let answer = try await ask(week, for: first)
        #expect(answer.people.contains { $0.staff == "P-2" && $0.obstacle == "nothing-to-do" })
        #expect(answer.changes.isEmpty)
    }

    @Test func `of two who exchange sessions the one is named who cannot come`() async throws {
        // Two hours of bank are within the cap, and four are beyond it; the other one could come.
        let week = world {
            $0.days = 2
            $0.policy.bankCap = 40
            $0.rota = ["P-1": ["R"], "P-3": ["", "", "A/120"]]
            $0.lines = []
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
            $0.demand("D-2", "care", contacts: 3, priority: .critical, window: 2...2)
        }
        let answer = try await ask(week, taker: "P-3", for: "2026-11-24 am")
        #expect(answer.people.map(\.staff) == ["P-3"], "\(answer.sentences)")
        #expect(
            answer.sentences == [
                "P-3 cannot work Mon 23 Nov am beside their other sessions: the rules on rest and working time, a booking's "
                    + "minimum or a cap stop it."
            ])
        #expect(answer.changes.isEmpty)
    }

    @Test func `a swap that leaves a team below its minimum breaks it`() async throws {
        // Registered heads are wanted, and a support worker is none.
        let week = world {
            $0.teams[0].minimumRegistered = 1
            $0.rota = ["P-1": ["R", ""], "P-2": ["", "R"]]
        }
        let answer = try await ask(week)
        #expect(answer.people.map(\.obstacle) == ["minimum"], "\(answer.sentences)")
        #expect(answer.people.first?.sentence.contains("1 head below its minimum on Mon 23 Nov am") == true)
        #expect(answer.changes.isEmpty)
        #expect(!answer.terms.isEmpty, "what it would cost is said all the same")
    }

    @Test func `critical care that would go unmet stands in the way, and other care is counted`() async throws
    {
        func week(_ priority: Priority) -> Week {
            world {
                $0.demand("D-3", "assessment", contacts: 1, priority: priority, window: 0...0)
            }
        }
        let critical = try await ask(week(.critical))
        #expect(critical.people.map(\.obstacle) == ["critical-care"], "\(critical.sentences)")
        let routine = try await ask(week(.routine))
        #expect(routine.people.isEmpty)
        #expect(routine.changes.first?.contacts == -1)
        #expect(
            routine.sentences.contains {
                $0.hasPrefix("P-2 is not signed off for D-3 (Assessment, Team A), which P-1 was to give")
            }, "\(routine.sentences)")
    }

    @Test func `questions that make no sense are told so`() async throws {
        let hand = await PlanAtHand.planned(world())
        for exchange in [
            Exchange(giver: "P-1", session: first, taker: "P-1"),
            Exchange(giver: "P-1", session: second, taker: "P-2"),
            Exchange(giver: "P-9", session: first, taker: "P-2"),
            Exchange(giver: "P-1", session: "monday", taker: "P-2"),
            Exchange(giver: "P-1", session: first, taker: "P-2", inReturn: first),
        ] {
            #expect(throws: QuestionError.self, "\(exchange)") { try hand.explain(exchange) }
        }
    }
}
