// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Surges

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
        Reached("claimed", atLeast: 20), Reached("declined", atLeast: 40),
        Reached("as things stand", atLeast: 30), arguments: 0..<8)
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
                Reached.here("claimed")
                #expect(abs(after.now.objective - surge.ifAllCome.objective) < 1, "seed \(seed)")
            }
            decline(week, seed)
        }
    }

    /// A no leaves what is there without the call as it was: the price as things stand. What is proposed instead is
    /// planned anew, and may leave other lines unmet than before.
    private func decline(_ week: Week, _ seed: UInt64) {
        var answers = CallAnswers()
        var before: NearbyPlan?
        for _ in 0..<12 {
            let surge = Surge(week, plan: PlanRows(), answers: answers)
            if let before, surge.isExact {
                Reached.here("as things stand")
                #expect(abs(before.objective - surge.now.objective) < 0.01, "seed \(seed)")
            }
            before = surge.isExact ? surge.now : nil
            guard let call = surge.proposals.first else { return }
            Reached.here("declined")
            #expect(answers.declined.isDisjoint(with: surge.proposals.flatMap(\.shifts)), "seed \(seed)")
            answers.declined.formUnion(call.shifts)
        }
    }

    @Test(
        "the best so many calls are those of brute force, and after a no the best is no better",
        Reached("best", atLeast: 8), Reached("declined", atLeast: 8), arguments: 0..<6)
    func bestCalls(_ block: Int) {
        for seed in UInt64(block * 12)..<UInt64(block * 12 + 12) {
            let week = Self.week(seed)
            let whole = Surge(week, plan: PlanRows())
            guard whole.isExact, whole.proposals.count > 1 else { continue }
            let one = Surge(week, plan: PlanRows(), options: SurgeOptions(calls: 1))
            Reached.here("best")
            #expect(one.isChoiceProved && one.proposals.count <= 1, "seed \(seed)")
            expectClean(one.ifAllCome.plan(), one.ifAllCome.instance.week, "seed \(seed)")
            #expect(one.ifAllCome.objective < Self.cheapestOfOneCall(week) + 0.01, "seed \(seed)")
            guard let call = one.proposals.first else { continue }
            let answers = CallAnswers(declined: Set(call.shifts))
            let other = Surge(week, plan: PlanRows(), answers: answers, options: SurgeOptions(calls: 1))
            guard other.isExact else { continue }
            Reached.here("declined")
            #expect(other.ifAllCome.objective > one.ifAllCome.objective - 0.01, "seed \(seed)")
        }
    }

    @Test(
        "what is found without proofs keeps every rule, and is no better than what is proved",
        Reached("plans", atLeast: 40), Reached("losses", atLeast: 40), Reached("the same loss", atLeast: 36),
        Reached("best", atLeast: 8), Reached("the same best", atLeast: 8), arguments: 0..<6)
    func withoutProofs(_ block: Int) {
        var options = SurgeOptions()
        options.proves = false
        for seed in UInt64(block * 12)..<UInt64(block * 12 + 12) {
            let week = Self.week(seed)
            let found = Surge(week, plan: PlanRows(), options: options)
            let proved = Surge(week, plan: PlanRows())
            #expect(!found.isExact, "seed \(seed)")
            for plan in [found.now, found.ifAllCome] {
                #expect(plan.isWhole, "seed \(seed)")
                // As in a week that is too large for them, the model has no rows of the rules.
                #expect(!plan.hasRules, "seed \(seed)")
                expectClean(plan.plan(), plan.instance.week, "seed \(seed)")
            }
            guard proved.isExact else { continue }
            Reached.here("plans")
            #expect(found.now.objective > proved.now.objective - 0.01, "seed \(seed)")
            losses(proved, seed)
            guard proved.proposals.count > 1 else { continue }
            options.calls = 1
            let one = Surge(week, plan: PlanRows(), options: options)
            options.calls = nil
            let best = Surge(week, plan: PlanRows(), options: SurgeOptions(calls: 1))
            Reached.here("best")
            #expect(one.proposals.count <= 1, "seed \(seed)")
            #expect(one.ifAllCome.objective > best.ifAllCome.objective - 0.01, "seed \(seed)")
            if one.ifAllCome.objective < best.ifAllCome.objective + 0.01 { Reached.here("the same best") }
        }
    }

    /// From the cheapest plan what is lost without a call is found as proofs say it, or more.
    private func losses(_ proved: Surge, _ seed: UInt64) {
        var held: [Shift: [Int]] = [:]
        for call in proved.proposals {
            for (shift, team) in zip(call.shifts, call.teams) { held[shift] = [team] }
        }
        let trials = CallTrials(
            proved.ladder, held: held, rows: proved.ifAllCome.rows, isSmall: false, seed: 1,
            isStopped: { false })
        for call in proved.proposals {
            guard let trial = trials.without(call.shifts, cost: call.cost) else { continue }
            Reached.here("losses")
            #expect(trial.loss > call.loss - 0.01, "seed \(seed)")
            if trial.loss < call.loss + 0.01 { Reached.here("the same loss") }
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
