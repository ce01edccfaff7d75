// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import TestSupport
import Testing
import Trials
import Wording
import Workforce

@testable import Questions

/// Where spare time goes, one cause at a time. A morning has 240 minutes, 30 of them not for contacts.
@Suite struct DeepDiveTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let week: Week
        /// Minutes by cause; all others are nought.
        let minutes: [CauseMinutes.Cause: Double]
        /// How the change that helps begins; nil: none helps.
        let change: String?
        /// What it saves; nil where nothing is claimed, because it is nothing to enter.
        var pounds: Double? = 0
    }

    private static func world(_ change: (inout TinyWorld) -> Void) -> Week {
        var world = TinyWorld()
        world.rota["P-2"] = ["R"]
        change(&world)
        return world.week
    }

    /// Work of the home team that P-2 may never do: without any, being there would be all that is asked of them.
    private static let homeWork = DemandLine(
        id: "D-9", team: "A", activity: "assessment", priority: .routine, contacts: 1, window: 0...1)

    /// Work of 60 minutes for P-2 that one thing stops, saving £90 if it were given.
    private static func stopped(
        _ name: String, _ cause: CauseMinutes.Cause, _ week: Week, _ change: String?,
        pounds: Double? = 90
    ) -> Case {
        Case(
            testDescription: name, week: week.replacing { $0.demand.append(homeWork) },
            minutes: [.nonContact: 30, cause: 60, .noDemand: 150],
            change: change, pounds: pounds)
    }

    static let cases: [Case] = [
        Case(
            testDescription: "no demand", week: world { $0.demand("D-1", "care", contacts: 1) },
            minutes: [.nonContact: 30, .noDemand: 180], change: nil),
        stopped(
            "competency", .competency,
            world {
                $0.signOffs = $0.allSignOffs(but: [("P-2", "care", 0)])
                $0.demand("D-1", "care", contacts: 2)
            }, "If P-2 were signed off in “care” at level 1, 2 more contacts (1.0 hours) would be met"),
        // 45 minutes each, of them 40 in contact at £1.50.
        Case(
            testDescription: "supervision",
            week: world { $0.demand("D-1", "rehabilitation", contacts: 2) },
            minutes: [.nonContact: 30, .supervisionMissing: 90, .noDemand: 120],
            change: "It takes somebody to supervise P-2's delegated work on Mon 23 Nov am.", pounds: nil),
        stopped(
            "pair", .pairMissing, world { $0.demand("D-1", "transfer", contacts: 2) },
            "It takes somebody to make up a pair with P-2 on Mon 23 Nov am.", pounds: nil),
        stopped(
            "agreement", .setting, TwoTeams(organisation: "council").week(),
            "If trust's people might work for council (agreements.csv), 2 more", pounds: 87),
        stopped(
            "travel", .setting,
            TwoTeams(locality: "far").week {
                $0.travel = [TravelTime(from: "town", to: "far", minutes: 45)]
            }, "If P-2 could get to Team B (travel.csv), 2 more", pounds: 87),
        stopped(
            "placement", .setting,
            TwoTeams().week { $0.placements = [Placement(staff: "P-2", team: "A")] },
            "If P-2's placement were lifted (placements.csv), 2 more", pounds: 87),
        stopped(
            "pin", .setting, TwoTeams().week { $0.rota["P-2"] = ["R@A"] },
            "If P-2 were not pinned on Mon 23 Nov am (rota.csv), 2 more", pounds: 87),
        stopped(
            "several at once", .several,
            TwoTeams(organisation: "council").week {
                $0.signOffs = $0.allSignOffs(but: [("P-2", "care", 0)])
            }, nil),
        // £150 for a missing head keep P-2 where one call of 30 minutes is all there is.
        Case(
            testDescription: "spare by choice",
            week: TwoTeams().week {
                $0.teams[0].minimumStaff = 1
                $0.teams[0].parts = ["am"]
                $0.demand("D-0", "care", contacts: 1, window: 0...0)
            }, minutes: [.nonContact: 30, .choice: 60, .noDemand: 120], change: nil),
    ]

    @Test(arguments: cases) func `a cause that stands alone has all the minutes it takes`(
        test: Case
    ) async throws {
        let hand = await PlanAtHand.planned(test.week)
        let dive = try #require(hand.findings().deepDives.first { $0.staff == "P-2" })
        for cause in CauseMinutes.Cause.allCases {
            let minutes = dive.causes.filter { $0.cause == cause }.reduce(0) { $0 + $1.minutes }
            #expect(abs(minutes - (test.minutes[cause] ?? 0)) < 1e-9, "\(cause): \(minutes)")
        }
        guard let change = test.change else {
            #expect(dive.remedy == nil)
            return
        }
        let sentence = dive.sentence(Naming(week: test.week))
        #expect(sentence?.hasPrefix(change) == true, "\(sentence ?? "nothing")")
        guard let pounds = test.pounds else {
            #expect(dive.effect == nil)
            return
        }
        #expect(abs((dive.effect?.pounds ?? 0) - pounds) < 1e-9)
        #expect(abs((dive.effect?.terms.total ?? 0) - pounds) < 1e-9)
        #expect(dive.effect?.contacts == 2)
    }

    @Test(Reached("dives", atLeast: 60), Reached("sign-offs", atLeast: 12), arguments: 0..<240)
    func `causes add up to what is missing, and the sign-off named does what it says`(
        seed: Int
    ) async throws {
        let week = RandomWeek.make(seed: UInt64(seed))
        let hand = await PlanAtHand.planned(week)
        let low = LowUtilisation.of(week: week, plan: hand.plan)
        let dives = DeepDives(hand, low)
        for (position, dive) in dives.dives.enumerated() {
            Reached.here("dives")
            let sum = dive.causes.reduce(0) { $0 + $1.minutes }
            #expect(abs(sum - (dive.availableMinutes - dive.contactMinutes)) < 1e-6)
            #expect(dive.causes.allSatisfy { $0.minutes >= 0 })
            guard case .changes(let changes)? = dives.best(position)?.remedy,
                case .signOff? = changes.first, let best = dives.best(position)
            else { continue }
            Reached.here("sign-offs")
            let changed = try week.applying(changes).week
            var with = NearbyPlanner(WeeklyModel(Instance(changed))).takingOver(hand.nearby.rows)
            var without = hand.nearby
            let person = try #require(hand.person(dive.staff))
            with.refit(person: person)
            without.refit(person: person)
            expectClean(with, changed)
            #expect(abs(without.objective - with.objective - best.effect.pounds) < 0.01)
        }
    }

    @Test(Reached(atLeast: 8)) func `nobody else's answer changes with who else is looked into`() async throws
    {
        for seed in UInt64(0)..<20 {
            let hand = await PlanAtHand.planned(RandomWeek.make(seed: seed))
            let low = LowUtilisation.of(week: hand.week, plan: hand.plan)
            guard let one = low.first, low.count > 1 else { continue }
            Reached.here()
            let (alone, among) = (DeepDives(hand, [one]).dives, DeepDives(hand, low).dives)
            #expect(alone.first?.staff == among.first?.staff)
            let minutes = { (dives: [DeepDive]) in dives.first?.causes.reduce(0) { $0 + $1.minutes } }
            #expect(minutes(alone) == minutes(among))
        }
    }
}
