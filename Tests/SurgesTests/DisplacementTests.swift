// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import TestSupport
import Testing
import Workforce

@testable import Surges

/// Agency that is booked already and that somebody of the bank could take over.
@Suite struct DisplacementTests {
    /// The week of the ladder: somebody for each rung who could give four calls of care.
    private static func world() -> TinyWorld { LadderTests.world() }

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
