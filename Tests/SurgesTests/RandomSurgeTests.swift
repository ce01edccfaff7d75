// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import SeededRandom
import Surges
import TestSupport
import Testing
import Workforce

/// What holds of the calls of any week.
@Suite struct RandomSurgeTests {
    /// A random week in which some of those who are not there, or are available, may be asked.
    private static func week(_ seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 31 &+ 7)
        return RandomWeek.full(seed: seed).replacing { parts in
            for s in parts.rota.indices {
                for t in parts.rota[s].indices {
                    let mark = parts.rota[s][t]
                    let isFree = mark.duty == .available || (mark.duty == .off && random.chance(50))
                    guard isFree, random.chance(50) else { continue }
                    parts.rota[s][t] = RotaMark(.callable, pins: mark.pins, minutes: mark.minutes)
                }
            }
        }
    }

    @Test(
        "as things stand nobody is called, and accepting what is proposed gives what was claimed",
        arguments: 0..<8)
    func answers(_ block: Int) {
        for seed in UInt64(block * 6)..<UInt64(block * 6 + 6) {
            let week = Self.week(seed)
            let surge = Surge(week, plan: PlanRows())
            for plan in [surge.now, surge.ifAllCome] {
                #expect(plan.isWhole, "seed \(seed)")
                expectClean(plan.plan(), plan.instance.week, "seed \(seed)")
            }
            expectClean(surge.now.plan(), surge.week, "seed \(seed)")
            for s in week.staff.indices {
                for t in week.sessions.indices where surge.week.rota[s][t].duty != .rostered {
                    #expect(surge.now.team(ofPerson: s, session: t) == nil, "seed \(seed)")
                }
            }
            #expect(surge.proposals.allSatisfy { $0.loss > -0.01 }, "seed \(seed)")
            var answers = CallAnswers()
            for call in surge.proposals {
                #expect(call.missing.isEmpty, "seed \(seed)")
                for (session, team) in zip(call.sessions, call.teams) {
                    answers.accepted[Shift(person: call.person, session: session)] = [week.teams[team].id]
                }
            }
            let after = Surge(week, plan: PlanRows(), answers: answers)
            #expect(after.remarks.isEmpty, "seed \(seed)")
            expectClean(after.now.plan(), after.week, "seed \(seed)")
            if surge.isExact {
                #expect(abs(after.now.objective - surge.ifAllCome.objective) < 1, "seed \(seed)")
            }
            decline(week, seed)
        }
    }

    private func decline(_ week: Week, _ seed: UInt64) {
        var answers = CallAnswers()
        for _ in 0..<12 {
            let surge = Surge(week, plan: PlanRows(), answers: answers)
            guard let call = surge.proposals.first else { return }
            #expect(answers.declined.isDisjoint(with: surge.proposals.flatMap(\.shifts)), "seed \(seed)")
            answers.declined.formUnion(call.shifts)
        }
    }

    @Test("the best so many calls are those of brute force", arguments: 0..<6)
    func bestCalls(_ block: Int) {
        for seed in UInt64(block * 12)..<UInt64(block * 12 + 12) {
            let week = Self.week(seed)
            let whole = Surge(week, plan: PlanRows())
            guard whole.isExact, whole.proposals.count > 1 else { continue }
            let one = Surge(week, plan: PlanRows(), options: SurgeOptions(calls: 1))
            #expect(one.proposals.count <= 1, "seed \(seed)")
            expectClean(one.ifAllCome.plan(), one.ifAllCome.instance.week, "seed \(seed)")
            #expect(one.ifAllCome.objective < Self.cheapestOfOneCall(week) + 0.01, "seed \(seed)")
        }
    }

    /// Pounds of the cheapest plan in which one person is called for one day, or nobody is.
    private static func cheapestOfOneCall(_ week: Week) -> Double {
        let instance = Instance(week)
        var cheapest = Double.infinity
        for s in week.staff.indices {
            for day in 0..<week.days {
                let others = week.replacing { parts in
                    for other in parts.rota.indices {
                        for t in parts.rota[other].indices {
                            let mark = parts.rota[other][t]
                            guard mark.duty == .available || mark.duty == .callable else { continue }
                            let isOpen = other == s && instance.calendar.dayOfSession[t] == day
                            parts.rota[other][t] =
                                isOpen
                                ? RotaMark(.available, pins: mark.pins, minutes: mark.minutes)
                                : RotaMark(.off)
                        }
                    }
                }
                let planner = NearbyPlanner(WeeklyModel(Instance(others)))
                let start = planner.takingOver(PlanRows())
                guard let plan = planner.cheapest(from: start) else { continue }
                cheapest = min(cheapest, plan.objective)
            }
        }
        return cheapest
    }
}
