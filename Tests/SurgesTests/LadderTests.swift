// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import TestSupport
import Testing
import Workforce

@testable import Surges

/// Who is called on which rung, and before whom.
@Suite struct LadderTests {
    /// Somebody for each rung who could give four calls of care in team A, worth £180, and nobody on duty.
    private static func world(_ mark: String = "A") -> TinyWorld {
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

    @Test func bankTakesOverAgencyThatIsBookedWhereThatSaves() throws {
        var world = Self.world()
        world.staff.removeAll { !["agency", "own-bank"].contains($0.id) }
        let agency = try #require(world.staff.firstIndex { $0.id == "agency" })
        world.staff[agency].hourlyCost = 30
        world.staff[1 - agency].maximumHours = 20
        let plan = PlanRows(deployments: [
            Deployment(
                staff: "agency", session: 0, team: "A", booking: .agency, minutes: 240, contactMinutes: 0)
        ])
        let surge = Surge(world.week, plan: plan)
        let call = try #require(surge.displacing.first)
        #expect(surge.proposals.isEmpty && surge.displacing.count == 1)
        #expect(call.displaces == ["agency@2026-11-23 am"] && abs(call.loss - 48) < 1e-6 && call.isExact)
        #expect(call.cost == 72 && call.ringBefore == 0)
        // What is said of them is of the plan in which they come: four calls of half an hour.
        #expect(call.covers == "4 × reablement call" && call.contactHours == 2)
        #expect((call.gradeAsked, call.gradeHeld) == ("grade 1", "grade 2"))
        #expect(call.hoursAfter == 4 && call.workingTime == "kept; 4.0 of 20.0 hours")
        #expect(call.missing.isEmpty && abs((call.poundsPerContactHour ?? 0) - 36) < 1e-6)
        // Who comes instead stands the agency down.
        let bank = try #require(surge.week.staff.firstIndex { $0.id == "own-bank" })
        let answers = CallAnswers(
            accepted: [Shift(person: bank, session: 0): ["A"]], stoodDown: [Shift(person: agency, session: 0)]
        )
        let after = Surge(world.week, plan: plan, answers: answers)
        #expect(after.displacing.isEmpty && after.proposals.isEmpty)
        #expect(abs(surge.now.objective - after.now.objective - 48) < 1e-6)
        // Where agency is no dearer, nothing is displaced.
        world.staff[agency].hourlyCost = 18
        #expect(Surge(world.week, plan: plan).displacing.isEmpty)
    }

    @Test func whoTakesOverDelegatedWorkIsToldWithSupervisorAndSignOffs() throws {
        var world = Self.world()
        world.staff.removeAll { !["agency", "own-bank"].contains($0.id) }
        world.staff.append(TinyWorld.person("PT-1", "physiotherapist", .substantive, hourlyCost: 30))
        for place in world.staff.indices where world.staff[place].id == "agency" {
            world.staff[place].hourlyCost = 30
        }
        world.rota["PT-1"] = ["R"]
        // Of PT-1's 210 minutes the assessments take 160: the rest is for supervision of all four.
        world.lines = []
        world.demand("CR", "assessment", contacts: 2, priority: .critical, window: 0...0)
        world.demand("RE", "rehabilitation", contacts: 4, priority: .urgent, window: 0...0)
        world.signOffs = world.staff.flatMap { person in
            ["therapy", "care", "handling"].map {
                SignOff(
                    staff: person.id, competency: $0, level: 3, signedOffOn: world.start.adding(days: -30),
                    expiresOn: person.id == "own-bank" ? world.start : nil)
            }
        }
        let plan = PlanRows(deployments: [
            Deployment(
                staff: "agency", session: 0, team: "A", booking: .agency, minutes: 240, contactMinutes: 0)
        ])
        let surge = Surge(world.week, plan: plan)
        let call = try #require(surge.displacing.first)
        #expect(surge.proposals.isEmpty && call.displaces == ["agency@2026-11-23 am"])
        #expect(call.covers == "4 × rehabilitation" && call.gradeAsked == "grade 1")
        #expect(call.supervisors == ["PT-1"] && call.supervisionMinutes == 20)
        #expect(call.ending == ["care (to 2026-11-23)"])
    }

    /// Two bookings of agency, £30 and £40 an hour for care that bank could give for £18, with one person on the bank
    /// for both, and a second, at £20, in the second session alone.
    private static func twoBookings() throws -> (world: TinyWorld, plan: PlanRows) {
        var world = Self.world()
        world.staff.removeAll { !["agency", "own-bank"].contains($0.id) }
        world.demand("D-2", "care", contacts: 4, window: 1...1)
        world.add("agency-2", .agency, "A", cost: 40)
        world.add("bank-2", .bank, "A", cost: 20)
        let agency = try #require(world.staff.firstIndex { $0.id == "agency" })
        world.staff[agency].hourlyCost = 30
        world.rota["own-bank"] = ["A", "A"]
        world.rota["agency-2"] = ["", "A"]
        world.rota["bank-2"] = ["", "A"]
        let rows = [("agency", 0), ("agency-2", 1)].map {
            Deployment(
                staff: $0.0, session: $0.1, team: "A", booking: .agency, minutes: 240, contactMinutes: 0)
        }
        return (world, PlanRows(deployments: rows))
    }

    @Test("what saves most is rung first", arguments: [true, false])
    func agencyIsTakenOverByWhatItSaves(_ proves: Bool) throws {
        let (world, plan) = try Self.twoBookings()
        var options = SurgeOptions()
        options.proves = proves
        func said(_ calls: Int?) -> [String] {
            options.calls = calls
            let surge = Surge(world.week, plan: plan, options: options)
            #expect(surge.proposals.isEmpty)
            #expect(surge.displacing.allSatisfy { $0.covers == "4 × reablement call" && $0.hoursAfter == 4 })
            return surge.displacing.map {
                "\(surge.week.staff[$0.person].id) \($0.displaces.joined()) \($0.loss.rounded())"
            }
        }
        // 4 × (40 − 18) and 4 × (30 − 18).
        let both = ["own-bank agency-2@2026-11-23 pm 88.0", "own-bank agency@2026-11-23 am 48.0"]
        #expect(said(nil) == both)
        #expect(said(1) == [both[0]])
    }

    @Test("a booking that is left must be one still", arguments: [true, false])
    func agencyIsTakenOverByTheDayWhereABookingIsOfMoreSessions(_ proves: Bool) throws {
        var (world, _) = try Self.twoBookings()
        world.staff.removeAll { $0.id == "agency-2" || $0.id == "bank-2" }
        world.rota["agency"] = ["A", "A"]
        world.policy.bookingMinimumSessions = 2
        let plan = PlanRows(
            deployments: [0, 1].map {
                Deployment(
                    staff: "agency", session: $0, team: "A", booking: .agency, minutes: 240, contactMinutes: 0
                )
            })
        var options = SurgeOptions()
        options.proves = proves
        #expect(Surge(world.week, plan: plan, options: options).displacing.isEmpty)
    }

    @Test func aSearchThatIsStoppedTakesNothingOver() throws {
        let (world, plan) = try Self.twoBookings()
        #expect(Surge(world.week, plan: plan, isStopped: { true }).displacing.isEmpty)
    }
}

extension TinyWorld {
    /// Adds a support worker of £18 an hour who is available in the first session.
    fileprivate mutating func add(
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
