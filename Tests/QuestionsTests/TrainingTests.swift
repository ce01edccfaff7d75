// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import Foundation
import Generation
import Intake
import SeededRandom
import TestSupport
import Testing
import Trials
import Workforce

@testable import Questions

@Suite struct TrainingTests {
    /// Random tiny weeks with fewer sign-offs than they are made with, so that there is something to train.
    private func week(_ seed: Int) -> Week {
        var random = SeededRandom(seed: UInt64(seed) &* 31 &+ 5)
        return RandomWeek.make(seed: UInt64(seed)).replacing { parts in
            parts.signOffs = parts.signOffs.filter { _ in random.chance(45) }
        }
    }

    @Test func `the one sign-off that helps is found with its price`() async throws {
        var world = TinyWorld()
        world.rota["P-2"] = ["R"]
        world.signOffs = world.allSignOffs(but: [("P-2", "handling", 0), ("P-2", "care", 0)])
        world.signOffs?.append(
            SignOff(staff: "P-2", competency: "therapy", level: 3, signedOffOn: world.start))
        world.demand("D-0", "transfer", contacts: 1, window: 0...0)
        world.demand("D-1", "care", contacts: 2, window: 0...0)
        // Somebody has to have something to do to be in a team.
        world.activities.append(
            Activity(
                id: "call", name: "Telephone call", minutes: 30,
                support: SupportRoute(lowestGrade: 1, needs: [])))
        world.demand("D-2", "call", contacts: 1, window: 0...0)
        let hand = await PlanAtHand.planned(world.week)
        let value = hand.training(most: 3)
        #expect(value.ranked.map(\.competency) == ["care"])
        #expect(value.ranked.first?.staff == "P-2")
        #expect(abs((value.ranked.first?.effect.pounds ?? 0) - 90) < 1e-9)
        #expect(value.best?.signOffs.map(\.competency) == ["care"])
        let fewest = try hand.fewestSignOffs(meeting: "D-1")
        #expect(fewest.signOffs?.map(\.competency) == ["care"])
        #expect(fewest.isFewest)
        let text = TrainingText(week: world.week, value: value, fewest: fewest).description
        #expect(
            text.contains("\n1. P-2 in “care” at level 1: 2 more contacts (1.0 hours) would be met in all"))
        #expect(
            text.contains(
                "\nA single sign-off with which D-1 (Reablement call, Team A) can be met in full: P-2"))
        let none = try hand.fewestSignOffs(meeting: "D-0")
        #expect(none.signOffs == nil, "one person is no pair")
    }

    @Test(arguments: 0..<60) func `what is ranked does what it says when it is done`(seed: Int) async throws {
        let hand = await PlanAtHand.planned(week(seed))
        let value = hand.training(most: 2)
        #expect(value.tried == min(value.considered, PlanAtHand.signOffsTried))
        for (one, next) in zip(value.ranked, value.ranked.dropFirst()) {
            #expect(one.effect.pounds >= next.effect.pounds)
        }
        let candidates = hand.trainingCandidates()
        for signOff in value.ranked {
            let candidate = try #require(
                candidates.first {
                    hand.week.staff[$0.person].id == signOff.staff && $0.need == signOff.need
                })
            let changed = hand.week.signingOff(signOff.staff, in: [signOff.need])
            let trial = hand.trying(
                hand.signingOff([candidate]), near: [candidate.person], lines: candidate.lines)
            expectClean(trial.before, hand.week)
            expectClean(trial.after, changed)
            #expect(abs(trial.before.objective - trial.after.objective - signOff.effect.pounds) < 1e-9)
            #expect(trial.after.objective >= (try #require(try optimum(of: changed))) - 0.01)
        }
    }

    @Test func `the best two are those of all pairs, but for a few weeks`() async throws {
        var (asked, best, missed) = (0, 0, [Int]())
        for seed in 0..<240 {
            let hand = await PlanAtHand.planned(week(seed))
            let candidates = hand.trainingCandidates()
            guard (2...8).contains(candidates.count), let found = hand.training(most: 2).best else {
                continue
            }
            #expect(found.signOffs.count <= 2)
            var most = 0.0
            for one in candidates.indices {
                for other in one..<candidates.count {
                    let set = one == other ? [candidates[one]] : [candidates[one], candidates[other]]
                    most = max(most, hand.effect(of: set).pounds)
                }
            }
            asked += 1
            if found.effect.pounds > most - 0.01 { best += 1 } else { missed.append(seed) }
        }
        #expect(asked >= 20, "\(asked)")
        #expect(best * 100 >= asked * 90, "\(best) of \(asked), missed \(missed)")
    }

    @Test func `the fewest sign-offs for a line are the fewest of all sets`() async throws {
        var (asked, possible, unproved, exact) = (0, 0, 0, 0)
        for seed in 0..<120 {
            let hand = await PlanAtHand.planned(week(seed))
            for (i, line) in hand.week.demand.enumerated() where hand.nearby.unmet(ofLine: i) > 0 {
                let candidates = hand.trainingCandidates().filter { $0.lines.contains(i) }
                guard candidates.count <= 6 else { continue }
                let found = try hand.fewestSignOffs(meeting: line.id)
                asked += 1
                var least: Int?
                for bits in 0..<(1 << candidates.count) {
                    let set = candidates.indices.filter { bits >> $0 & 1 == 1 }.map { candidates[$0] }
                    guard set.count < least ?? .max else { continue }
                    if try canBeMet(i, hand, set) { least = set.count }
                }
                #expect(found.signOffs?.count == least, "seed \(seed), \(line.id)")
                guard let signOffs = found.signOffs, let effect = found.effect else { continue }
                if !signOffs.isEmpty { possible += 1 }
                if !found.isFewest { unproved += 1 }
                guard effect.isExact, !signOffs.isEmpty else { continue }
                let changed = signOffs.reduce(hand.week) {
                    $0.signingOff($1.staff, in: [Need($1.competency, $1.level)])
                }
                let met = try optimum(of: changed) { model, program in
                    program.setBounds(ofColumn: model.layout.unmet[i], lower: 0, upper: 0)
                }
                let saved = try #require(try optimum(of: hand.week)) - (try #require(met))
                exact += 1
                #expect(abs(effect.pounds - saved) < 0.01, "seed \(seed), \(line.id)")
            }
        }
        #expect(asked >= 40, "\(asked)")
        #expect(possible >= 8, "\(possible)")
        #expect(exact >= 8, "\(exact)")
        #expect(unproved * 20 <= possible, "\(unproved) of \(possible)")
    }

    @Test func `on a bigger week the programme chooses, and what it chooses is worth something`() async throws
    {
        let week = WeekGenerator(
            framework: try #require(FrameworkReader.read(Repository.framework).0), size: 40, seed: 3,
            weekStarting: TinyWorld().start
        ).week()
        let hand = await PlanAtHand.planned(week)
        let candidates = hand.trainingCandidates()
        try #require(candidates.count > 5)
        let chosen = try #require(
            SignOffProgram(hand, Array(candidates.prefix(40))).chosen(.cheapest(most: 3)))
        #expect((1...3).contains(chosen.signOffs.count))
        let worth = hand.effect(of: chosen.signOffs.map { candidates[$0] }).pounds
        let value = hand.training(most: 3)
        #expect((value.best?.effect.pounds ?? 0) >= worth - 0.01)
        #expect((value.best?.effect.pounds ?? 0) >= (value.ranked.first?.effect.pounds ?? 0) - 0.01)
    }

    /// Whether the exact model has a plan that meets a line with some sign-offs, everybody where the plan has them.
    private func canBeMet(_ i: Int, _ hand: PlanAtHand, _ set: [TrainingCandidate]) throws -> Bool {
        let week = hand.week.supposing(hand.signingOff(set))
        return try optimum(of: week) { model, program in
            program.setBounds(ofColumn: model.layout.unmet[i], lower: 0, upper: 0)
            for (column, origin) in model.columns.enumerated() where origin.kind == .deployed {
                program.setBounds(ofColumn: column, lower: 0, upper: 0)
            }
            for s in week.staff.indices {
                for t in week.sessions.indices {
                    let cell = s * week.sessions.count + t
                    let places = model.instance.eligibleTeams[cell]
                    guard let k = hand.nearby.team(ofPerson: s, session: t) else {
                        // Whoever is on duty without a place may get one by a sign-off.
                        guard week.rota[s][t].duty == .rostered, set.contains(where: { $0.person == s })
                        else { continue }
                        for place in places.indices {
                            program.setBounds(
                                ofColumn: model.layout.firstDeployment[cell] + place, lower: 0, upper: 1)
                        }
                        continue
                    }
                    guard let place = places.firstIndex(of: k) else { continue }
                    program.setBounds(
                        ofColumn: model.layout.firstDeployment[cell] + place, lower: 1, upper: 1)
                }
            }
        } != nil
    }
}
