// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import TestSupport
import Testing
import Workforce

@testable import Surges

/// Who is called on which rung, and before whom.
@Suite struct LadderTests {
    /// Somebody for each rung who could give four calls of care in team A, worth £180, and nobody on duty.
    static func world(_ mark: String = "A") -> TinyWorld {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.policy.ownSundayUplift = 0
        world.demand("D-1", "care", contacts: 4, window: 0...0)
        world.staff = []
        world.agreements = [Agreement(employer: "council", organisation: "trust", roles: nil)]
        world.add("contract", .substantive, mark, contract: 8)
        world.add("call-on", .substantive, mark, contract: 8, home: "B")
        world.add("extra", .substantive, mark, contract: 0)
        world.add("own-bank", .bank, mark)
        world.add("collaborative-bank", .bank, mark, employer: "council")
        world.add("overtime", .substantive, mark, contract: 40)
        world.add("agency", .agency, mark)
        // So many minutes of leave as leave nothing below full time.
        world.rota["overtime"] = [mark, "L/240"]
        world.policy.fullTimeHours = 4
        return world
    }

    private static func surge(
        _ world: TinyWorld, answers: CallAnswers = CallAnswers(), options: SurgeOptions = SurgeOptions()
    ) -> Surge {
        Surge(world.week, plan: PlanRows(), answers: answers, options: options)
    }

    private static func called(_ surge: Surge) -> [String] {
        surge.proposals.map { "\(surge.week.staff[$0.person].id) \($0.rung.rawValue) \($0.mark.rawValue)" }
    }

    @Test(
        arguments: ["contract", "call-on", "extra", "own-bank", "collaborative-bank", "agency"], ["A", "C"])
    func eachRungAloneIsCalledAndNobodyWithoutIt(_ name: String, _ mark: String) throws {
        var world = Self.world(mark)
        world.staff.removeAll { $0.id != name }
        let surge = Self.surge(world)
        #expect(Self.called(surge) == ["\(name) \(name) \(mark)"])
        // As things stand nobody is called.
        #expect(surge.now.unmet(ofLine: 0) == surge.week.demand[0].contacts)
        let rung = try #require(Rung(rawValue: name))
        world.policy.ladder.removeAll { $0 == rung }
        // Own people of `contract` and `extra` that the ladder leaves out are called on the next of theirs.
        let next = ["contract": "extra", "extra": "overtime"][name]
        #expect(Self.called(Self.surge(world)) == (next.map { ["\(name) \($0) \(mark)"] } ?? []))
        world.policy.ladder.removeAll { $0 == .extra || $0 == .overtime }
        #expect(Self.called(Self.surge(world)) == [])
        world.rota[name] = [""]
        world.policy.ladder = Rung.allCases
        #expect(Self.called(Self.surge(world)) == [])
    }

    @Test func hoursAboveFullTimeAreOvertime() {
        var world = Self.world()
        world.staff.removeAll { $0.id != "overtime" }
        world.staff[0].contractHours = 0
        world.rota["overtime"] = ["A", "R"]
        #expect(Self.called(Self.surge(world)) == ["overtime overtime A"])
        world.policy.ladder.removeAll { $0 == .overtime }
        #expect(Self.called(Self.surge(world)) == [])
    }

    @Test func agencyIsCalledWithinTheCapAndBeyondItWithAReasonAlone() {
        var world = Self.world()
        world.staff.removeAll { $0.id != "agency" }
        world.policy.agencyCap = 50
        #expect(Self.called(Self.surge(world)) == [])
        let reason = SurgeOptions(breakGlass: "nobody else")
        let surge = Self.surge(world, options: reason)
        #expect(Self.called(surge) == ["agency agency-over-cap A"])
        #expect(surge.ifAllCome.instance.week.policy.agencyCap == 72)
        expectClean(surge.ifAllCome.plan(), surge.ifAllCome.instance.week)
        // Who comes beyond the cap lifts it in the week that is written.
        let comes = CallAnswers(accepted: [Shift(person: 0, session: 0): ["A"]])
        let held = Self.surge(world, answers: comes, options: reason)
        #expect(held.week.policy.agencyCap == 72 && held.now.unmet == [0] && held.proposals.isEmpty)
        expectClean(held.now.plan(), held.week)
        // Without a reason it cannot be held, and that is said.
        let refused = Self.surge(world, answers: comes)
        #expect(refused.now.unmet == [4] && refused.remarks.count == 1)
    }

    @Test func theLadderIsClimbedAndTheDeclinedAreNeverProposedAgain() throws {
        var world = Self.world()
        world.staff.removeAll { $0.id == "overtime" }
        let order = ["contract", "call-on", "extra", "own-bank", "collaborative-bank", "agency"]
        // The order of the roster says nothing.
        world.staff.reverse()
        var answers = CallAnswers()
        for name in order {
            let surge = Self.surge(world, answers: answers)
            #expect(Self.called(surge) == ["\(name) \(name) A"])
            let call = try #require(surge.proposals.first)
            #expect(surge.ifAllCome.unmet == [0] && call.hangs.routine == 4)
            answers.declined.formUnion(call.shifts)
        }
        #expect(Self.called(Self.surge(world, answers: answers)) == [])
        // And in the order that the policy says.
        world.policy.ladder = [.agency, .ownBank]
        #expect(Self.called(Self.surge(world)) == ["agency agency A"])
    }

    @Test func whoOfferedComesBeforeWhoMayBeAsked() {
        var world = Self.world("C")
        world.staff.removeAll { $0.id != "own-bank" }
        world.add("second", .bank, "A", cost: 40)
        #expect(Self.called(Self.surge(world)) == ["second own-bank A"])
        world.rota["second"] = ["C"]
        #expect(Self.called(Self.surge(world)) == ["own-bank own-bank C"])
    }

    @Test func peopleThereAreUsedBeforeAnybodyIsRungAndMovedOnTheirRungAlone() {
        var world = Self.world()
        world.staff.removeAll { $0.id != "own-bank" }
        world.add("spare", .substantive, "R", contract: 8)
        #expect(Self.called(Self.surge(world)) == [])
        // Elsewhere on duty: sent over on `call-on`, which comes before bank.
        world.staff[1].homeTeam = "B"
        #expect(Self.called(Self.surge(world)) == [])
        world.policy.ladder.removeAll { $0 == .callOn }
        let plan = PlanRows(deployments: [
            Deployment(
                staff: "spare", session: 0, team: "B", booking: .rostered, minutes: 240, contactMinutes: 0)
        ])
        let surge = Surge(world.week, plan: plan)
        #expect(Self.called(surge) == ["own-bank own-bank A"])
    }

    @Test func aRungOpensSoManyDaysBeforeTheSession() {
        var world = Self.world()
        world.staff.removeAll { $0.id != "agency" }
        func opens(_ days: Int) -> CalendarDay? {
            let options = SurgeOptions(on: world.start.adding(days: -days))
            return Self.surge(world, options: options).proposals.first?.opensOn
        }
        #expect(opens(8) == world.start.adding(days: -7))
        #expect(opens(7) == nil)
        world.policy.releaseAgencyDays = 3
        #expect(opens(7) == world.start.adding(days: -3))
        #expect(Self.surge(world).proposals.first?.opensOn == nil)
    }

    @Test func whoIsBookedAlreadyIsKeptAndIsNoCall() {
        var world = Self.world()
        world.staff.removeAll { !["agency", "contract"].contains($0.id) }
        let plan = PlanRows(deployments: [
            Deployment(
                staff: "agency", session: 0, team: "A", booking: .agency, minutes: 240, contactMinutes: 0)
        ])
        let surge = Surge(world.week, plan: plan)
        #expect(Self.called(surge) == [] && surge.now.unmet == [0])
        expectClean(surge.now.plan(), surge.week)
    }

    @Test func callsStandByCareThenByRungThenByCostThenByHeads() {
        func call(
            _ person: Int, _ rung: Rung, critical: Int = 0, routine: Int = 0, heads: Int = 0,
            cost: Double = 60
        ) -> Proposal {
            var call = Proposal(person: person, sessions: [0], teams: [0], rung: rung, mark: .available)
            (call.hangs.critical, call.hangs.routine) = (critical, routine)
            (call.heads, call.cost) = (heads, cost)
            return call
        }
        let calls = [
            call(0, .ownBank, heads: 2), call(1, .ownBank), call(2, .ownBank, heads: 1),
            call(3, .ownBank, cost: 50), call(4, .extra, cost: 90), call(5, .agency, routine: 1),
            call(6, .agency, critical: 1),
        ]
        // Heads never come before the rung, or before what a call costs.
        #expect(calls.reversed().ranked(by: Rung.allCases).map(\.person) == [6, 5, 4, 3, 0, 2, 1])
    }
}

extension TinyWorld {
    /// Adds a support worker of £18 an hour who is available in the first session.
    mutating func add(
        _ id: String, _ employment: Employment, _ mark: String, contract: Double = 0, home: String? = "A",
        employer: String = "trust", cost: Double = 18
    ) {
        var person = Self.person(
            id, "support-worker", employment, contractHours: contract, hourlyCost: cost, homeTeam: home)
        person.employer = employer
        staff.append(person)
        rota[id] = [mark]
    }
}
