// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Synchronization
import TestSupport
import Testing
import Workforce

@testable import Surges

/// How a week may turn out, worked out by hand where one line is all there is.
@Suite struct OutlookTests {
    /// One line of care that each of some bank workers can give once in the morning: £72 to book, £240 unmet where it is
    /// routine. Nobody is on duty.
    private static func world(
        _ contacts: Int, people: Int = 8, late: Double = 1.25, priority: Priority = .routine
    ) -> TinyWorld {
        var world = TinyWorld()
        var visit = TinyWorld.care
        visit.minutes = 160
        world.activities = [visit]
        world.staff = (1...people).map { number in
            TinyWorld.person("B-\(number)", "support-worker", .bank, hourlyCost: 18, homeTeam: nil)
        }
        world.rota = Dictionary(uniqueKeysWithValues: world.staff.map { ($0.id, ["A"]) })
        world.policy.lateCall = late
        world.demand("D-1", "care", contacts: contacts, priority: priority, window: 0...0)
        return world
    }

    private static func counts(_ week: Week, _ options: DrawOptions) -> [Int] {
        (1...options.number).map { number in
            week.supposing(Draw(number, seed: 9).changes(of: week, options.uncertainty)).demand[0].contacts
        }
    }

    /// The chance of at least so many: Poisson's, or the negative binomial's of the size mean ÷ (dispersion − 1).
    private static func chance(_ least: Int, mean: Double, dispersion: Double) -> Double {
        var chance = 1.0
        let size = mean / (dispersion - 1)
        if dispersion == 1 {
            // e⁻⁵, the only mean it is asked of.
            chance = 0.006737946999085467
        } else {
            for _ in 0..<Int(size) { chance /= dispersion }
        }
        var below = 0.0
        for count in 0..<least {
            below += chance
            let n = Double(count)
            chance *=
                dispersion == 1
                ? mean / (n + 1) : (size + n) / (n + 1) * (dispersion - 1) / dispersion
        }
        return 1 - below
    }

    struct Newsvendor: Sendable {
        let dispersion, late: Double
        /// The share of draws above which a booking pays: £72 over what it costs to be without, on the day £72 times
        /// `late` or, where that is dearer, £240 unmet.
        let fractile: Double
        /// How many pay by the textbook's chances.
        let bookings: Int
    }

    @Test(
        "On a week of one line the bookings worth making are the newsvendor's",
        arguments: [
            // P(D ≥ 3) = 0.875, P(D ≥ 4) = 0.735.
            Newsvendor(dispersion: 1, late: 1.25, fractile: 0.8, bookings: 3),
            // P(D ≥ 6) = 0.384, P(D ≥ 7) = 0.238; a late call costs more than care unmet.
            Newsvendor(dispersion: 1, late: 10, fractile: 0.3, bookings: 6),
            // P(D ≥ 3) = 0.773, P(D ≥ 2) = 0.891.
            Newsvendor(dispersion: 2, late: 1.25, fractile: 0.8, bookings: 2),
            // P(D ≥ 6) = 0.377, P(D ≥ 7) = 0.274.
            Newsvendor(dispersion: 2, late: 10, fractile: 0.3, bookings: 6),
        ])
    func newsvendor(_ one: Newsvendor) throws {
        let week = Self.world(5, late: one.late).week
        let options = DrawOptions(number: 600, uncertainty: Uncertainty(dispersion: one.dispersion))
        let surge = Surge(week, plan: PlanRows())
        let outlook = try #require(Outlook(surge, options, seed: 9))
        let counts = Self.counts(week, options)
        func share(_ least: Int) -> Double { Double(counts.count { $0 >= least }) / 600 }
        // By the textbook, and by the draws themselves.
        for least in 1...8 {
            let chance = Self.chance(least, mean: 5, dispersion: one.dispersion)
            let error = (chance * (1 - chance) / 600).squareRoot()
            #expect(abs(share(least) - chance) < 4 * error)
        }
        let byTextbook = (1...8).prefix {
            Self.chance($0, mean: 5, dispersion: one.dispersion) > one.fractile
        }.count
        let byDraws = (1...8).prefix { share($0) > one.fractile }.count
        #expect(byTextbook == one.bookings && byDraws == one.bookings)
        let bookings = try #require(outlook.bookings)
        #expect(outlook.isExact && outlook.draws == 600)
        #expect(bookings.map(\.person) == Array(0..<one.bookings))
        #expect(bookings.allSatisfy { $0.sessions == [0] && $0.teams == [0] && $0.cost == 72 })
        #expect(bookings.allSatisfy { $0.rung == .ownBank && $0.mark == .available })
        // Each one's saving is that of the last: whoever goes, the others stay. What it saves where it is needed is
        // £72 ÷ fractile.
        let (last, gain) = (share(one.bookings), 72 / one.fractile)
        let (saving, error) = (gain * last - 72, gain * (last * (1 - last) / 599).squareRoot())
        for booking in bookings {
            #expect(abs(booking.saving.mean - saving) < 1e-6)
            #expect(abs(booking.saving.error - error) < 1e-6)
            #expect(booking.saving.isShown == (saving > 2 * error))
        }
        let each: [Double] = (1...one.bookings).map { gain * share($0) - 72 }
        let all = each.reduce(0, +)
        #expect(abs(outlook.saving.mean - all) < 1e-6)
    }

    @Test func whatCameInNoDrawMayStillComeByTheRuleOfThree() {
        // A booking of £72 that saved £18 in each draw, and would save −£72 in one that does not need it. So often as one
        // in N ÷ 3 that may come: half of it is the error, 1.5 ÷ N × £90, and £18 is more than twice that from 16 on.
        for (number, error) in [(1, 45.0), (2, 45), (3, 45), (15, 9), (16, 8.4375), (200, 0.675)] {
            let estimate = Estimate([18], times: [number], worst: -72)
            #expect(estimate.mean == 18 && abs(estimate.error - error) < 1e-12)
            #expect(estimate.isShown == (number >= 16))
        }
        #expect(!Estimate([], times: [], worst: 0).isShown)
        // Where the draws differ by more than that it is the standard error: the spread of 90 is √(200 × 45² ÷ 199).
        let spread = Estimate([18, -72], times: [100, 100], worst: -72)
        #expect(abs(spread.error - 45 / (199.0).squareRoot()) < 1e-12 && spread.mean == -27)
        for (isSo, number, error) in [
            (true, 1, 0.5), (true, 2, 0.5), (false, 12, 0.125), (true, 200, 0.0075),
        ] {
            let share = Estimate(share: [isSo], times: [number])
            #expect(share.mean == (isSo ? 1 : 0) && abs(share.error - error) < 1e-12)
        }
        let half = Estimate(share: [true, false], times: [100, 100])
        #expect(abs(half.error - 0.5 / 200.0.squareRoot()) < 1e-12)
    }

    @Test func twoDrawsShowNothing() throws {
        // One contact is expected, £72 to book, £90 on the day: booked where more than four of five draws have one. Both
        // of two draws have one by a chance of 0.63² = 0.4; of 2,000 draws nothing is left of that.
        let week = Self.world(1, people: 3).week
        let seed = try #require(
            (UInt64(1)...40).first { seed in
                (1...2).allSatisfy { number in
                    let drawn = Draw(number, seed: seed).changes(of: week, Uncertainty())
                    return week.supposing(drawn).demand[0].contacts > 0
                }
            })
        let surge = Surge(week, plan: PlanRows())
        let few = try #require(Outlook(surge, DrawOptions(number: 2), seed: seed))
        let booking = try #require(few.bookings?.first)
        #expect(abs(booking.saving.mean - 18) < 1e-6 && abs(booking.saving.error - 45) < 1e-6)
        #expect(!booking.saving.isShown)
        #expect(OutlookTables(few, week: week).bookings?.csv.contains(",not told apart,") == true)
        #expect(few.summary.last?.contains("The draws are too few to tell") == true)
        let many = try #require(Outlook(surge, DrawOptions(number: 2_000), seed: seed))
        #expect(many.bookings?.isEmpty == true)
    }

    @Test func withoutProofsTheSameIsFoundInASmallWeek() throws {
        for late in [1.25, 1.6] {
            let surge = Surge(Self.world(5, late: late, priority: .critical).week, plan: PlanRows())
            let options = DrawOptions(number: 200, uncertainty: Uncertainty(dispersion: 1.5))
            let proved = try #require(Outlook(surge, options, seed: 9))
            let found = try #require(Outlook(surge, options, seed: 9, proves: false))
            #expect(proved.isExact && !found.isExact && found.risks == proved.risks)
            #expect(found.bookings?.map(\.person) == proved.bookings?.map(\.person))
            for (one, other) in zip(found.bookings ?? [], proved.bookings ?? []) {
                #expect(abs(one.saving.mean - other.saving.mean) < 1e-6)
            }
        }
    }

    @Test func aBookingOfSeveralSessionsIsMadeWhole() throws {
        // A contact in the morning and one in the afternoon for each who comes, and nobody is booked for less than both.
        var world = Self.world(3, people: 5)
        world.policy.bookingMinimumSessions = 2
        for person in world.staff { world.rota[person.id] = ["A", "A"] }
        world.demand("D-2", "care", contacts: 3, window: 1...1)
        let outlook = try #require(
            Outlook(Surge(world.week, plan: PlanRows()), DrawOptions(number: 200), seed: 9))
        let bookings = try #require(outlook.bookings)
        #expect(!bookings.isEmpty && bookings.allSatisfy { $0.sessions == [0, 1] && $0.cost == 144 })
        // Two contacts of £240 pay for a day of £180: whoever either line asks for is called.
        let drawn = (1...200).map { number in
            world.week.supposing(Draw(number, seed: 9).changes(of: world.week, Uncertainty())).demand
        }
        let wanted = drawn.map { max($0[0].contacts, $0[1].contacts) }
        let worth = (1...5).prefix { least in wanted.count { $0 >= least } > 160 }.count
        #expect(bookings.map(\.person) == Array(0..<worth))
    }

    @Test func ownPeopleAreBookedAtWhatTheirWeekMakesOfThem() throws {
        // Six hours of contract, four of them in the afternoon: two of the four in the morning are free.
        var world = Self.world(3, people: 1)
        world.staff = [
            TinyWorld.person("OWN", "support-worker", .substantive, contractHours: 6, hourlyCost: 15)
        ]
        world.rota = ["OWN": ["C", "R"]]
        let outlook = try #require(
            Outlook(Surge(world.week, plan: PlanRows()), DrawOptions(number: 100), seed: 9))
        let booking = try #require(outlook.bookings?.first)
        #expect(booking.cost == 30 && booking.rung == .extra && booking.mark == .callable)
        let needed =
            Double(
                (1...100).count { number in
                    world.week.supposing(Draw(number, seed: 9).changes(of: world.week, Uncertainty()))
                        .demand[0].contacts > 0
                }) / 100
        #expect(booking.needed == needed && abs(booking.saving.mean - (37.5 * needed - 30)) < 1e-6)
    }

    @Test func theChanceAndTheHoursThatHoldItAreThoseOfTheDraws() throws {
        let week = Self.world(3, people: 8, priority: .critical).week
        let options = DrawOptions(number: 500, risk: 0.05)
        let outlook = try #require(Outlook(Surge(week, plan: PlanRows()), options, seed: 9))
        let counts = Self.counts(week, options)
        func share(_ least: Int) -> Double { Double(counts.count { $0 >= least }) / 500 }
        #expect(outlook.risks.map(\.pathway) == ["P1", "P1", nil])
        #expect(outlook.risks.map(\.day) == [week.start, nil, nil])
        let error = (share(1) * (1 - share(1)) / 500).squareRoot()
        let mean = Double(counts.reduce(0, +)) / 500
        for risk in outlook.risks {
            #expect(risk.chance.mean == share(1) && risk.chanceIfCalled.mean == share(9))
            #expect(abs(risk.chance.error - error) < 1e-12)
            #expect(abs(risk.unmet - mean) < 1e-9)
            // Four hours a contact, as many as are enough in 19 of 20 draws.
            let enough = try #require((0...8).first { share($0 + 1) <= 0.05 })
            #expect(risk.hours == Double(4 * enough))
        }
        // With too few people nothing holds it.
        let few = Self.world(3, people: 3, priority: .critical).week
        let short = try #require(Outlook(Surge(few, plan: PlanRows()), options, seed: 9))
        #expect(short.risks.allSatisfy { $0.hours == nil && $0.chanceIfCalled.mean == share(4) })
        #expect(short.summary[1].hasPrefix("No number of calls holds that at 5.0"))
    }

    @Test func otherCareGivesWayBeforeAnybodyIsCalledForCriticalCare() throws {
        // One own worker with time for one contact: of routine care where no critical care comes, and never of both.
        var world = Self.world(1, people: 4, priority: .critical)
        world.staff.append(TinyWorld.person("OWN", "support-worker", .substantive, hourlyCost: 15))
        world.rota["OWN"] = ["R"]
        world.demand("D-2", "care", contacts: 2, window: 0...0)
        let options = DrawOptions(number: 300, risk: 0.2)
        let outlook = try #require(Outlook(Surge(world.week, plan: PlanRows()), options, seed: 9))
        let counts = Self.counts(world.week, options)
        let all = try #require(outlook.risks.last)
        #expect(all.chance.mean == Double(counts.count { $0 >= 2 }) / 300)
        let enough = try #require((0...5).first { n in counts.count { $0 > n + 1 } <= 60 })
        #expect(all.hours == Double(4 * enough))
    }

    @Test func aCallThatCostsMoreThanCriticalCareIsWeightedAtHoldsItAllTheSame() throws {
        // A contact of 30 minutes is weighted at £180, and who gives it costs £50 × 4 h = £200: nobody is called for the
        // price, and one call of four hours holds it.
        for proves in [true, false] {
            var world = Self.world(1, people: 2, priority: .critical)
            world.activities = [TinyWorld.care]
            for person in world.staff.indices { world.staff[person].hourlyCost = 50 }
            let options = DrawOptions(number: 200, risk: 0.05)
            let surge = Surge(world.week, plan: PlanRows())
            let outlook = try #require(Outlook(surge, options, seed: 9, proves: proves))
            let counts = Self.counts(world.week, options)
            let all = try #require(outlook.risks.last)
            // Two are worth £360, and whoever gives them costs £250 on the day.
            #expect(all.chanceIfCalled.mean == Double(counts.count { $0 == 1 }) / 200)
            #expect(counts.allSatisfy { $0 <= 7 } && counts.contains(1))
            #expect(all.hours == 4)
            #expect(
                outlook.summary[1] == "4.0 hours of calls hold it at 5.0\u{A0}%, if other care gives way.")
        }
    }

    @Test func whoCostsNothingIsNotCountedWhereNobodyIsNeeded() throws {
        // Own people within their contract cost nothing, and would be called for routine care as well.
        for proves in [true, false] {
            var world = Self.world(1, people: 1, priority: .critical)
            world.staff = (1...4).map { number in
                TinyWorld.person("OWN-\(number)", "support-worker", .substantive, hourlyCost: 15)
            }
            world.rota = Dictionary(uniqueKeysWithValues: world.staff.map { ($0.id, ["A"]) })
            world.demand("D-2", "care", contacts: 3, window: 0...0)
            let options = DrawOptions(number: 200, risk: 0.3)
            let outlook = try #require(
                Outlook(Surge(world.week, plan: PlanRows()), options, seed: 9, proves: proves))
            let counts = Self.counts(world.week, options)
            let enough = try #require((0...4).first { n in counts.count { $0 > n } <= 60 })
            #expect(enough > 0 && outlook.risks.last?.hours == Double(4 * enough))
        }
    }

    @Test func nobodyIsBookedTwiceForOneSession() throws {
        // Morning, afternoon and evening, of which two at least are booked: some draws call for the first two, some for
        // the last two, some for all three.
        var world = Self.world(1, people: 1, late: 2)
        world.parts.append(DayPart(id: "eve", starts: 1080, ends: 1320))
        world.teams[0].parts.append("eve")
        world.policy.bookingMinimumSessions = 2
        world.policy.maximumSessionsPerDay = 3
        world.policy.minimumRestHours = 0
        world.rota["B-1"] = ["C", "C", "C"]
        world.demand("D-2", "care", contacts: 4, window: 1...1)
        world.demand("D-3", "care", contacts: 1, window: 2...2)
        let outlook = try #require(
            Outlook(Surge(world.week, plan: PlanRows()), DrawOptions(number: 300), seed: 9))
        let bookings = try #require(outlook.bookings)
        let shifts = bookings.flatMap(\.sessions)
        #expect(!shifts.isEmpty && Set(shifts).count == shifts.count, "\(bookings.map(\.sessions))")
        #expect(bookings.reduce(0) { $0 + $1.cost } == Double(72 * shifts.count))
    }

    @Test func agencyBeyondTheCapIsBookedNowWhereTheGlassIsBroken() throws {
        var world = Self.world(5)
        world.staff = (1...8).map { number in
            TinyWorld.person("B-\(number)", "support-worker", .agency, hourlyCost: 18, homeTeam: nil)
        }
        world.policy.agencyCap = 150
        func bookings(_ reason: String?) throws -> [BookingToMake] {
            let surge = Surge(world.week, plan: PlanRows(), options: SurgeOptions(breakGlass: reason))
            return try #require(Outlook(surge, DrawOptions(number: 400), seed: 9)?.bookings)
        }
        // Within £150 there are two of £72; without the cap the newsvendor books three.
        #expect(try bookings(nil).map(\.rung) == [.agency, .agency])
        let over = try bookings("nobody else")
        #expect(over.map(\.rung) == [.agency, .agency, .agencyOverCap])
        #expect(over.map(\.person) == [0, 1, 2])
    }

    @Test func aDrawIsTheSameOfHoweverManyAndOnHoweverManyThreads() throws {
        let surge = Surge(Self.world(4).week, plan: PlanRows())
        let options = DrawOptions(number: 120, uncertainty: Uncertainty(dispersion: 1.5))
        let one = try #require(Outlook(surge, options, seed: 3, inTurn: true))
        let other = try #require(Outlook(surge, options, seed: 3))
        #expect(one.risks == other.risks && one.bookings == other.bookings && one.saving == other.saving)
        let few = DistinctDraws(surge.week, DrawOptions(number: 40), seed: 3)
        let many = DistinctDraws(surge.week, DrawOptions(number: 120), seed: 3)
        #expect(Array(many.changes.prefix(few.changes.count)) == few.changes)
        #expect(few.times.reduce(0, +) == 40 && many.times.reduce(0, +) == 120)
    }

    @Test func stoppedItKeepsTheDrawsThereAre() throws {
        let surge = Surge(Self.world(4, priority: .critical).week, plan: PlanRows())
        let isStopped = Mutex(false)
        let stopped = Outlook(surge, DrawOptions(number: 100), seed: 3, inTurn: true) {
            isStopped.withLock(\.self)
        } progress: { progress in
            if case .planned(let done) = progress, done >= 30 { isStopped.withLock { $0 = true } }
        }
        let outlook = try #require(stopped)
        // As many as have a plan without a gap.
        #expect((1..<100).contains(outlook.draws) && outlook.bookings == nil)
        let same = try #require(Outlook(surge, DrawOptions(number: outlook.draws), seed: 3))
        #expect(outlook.risks == same.risks)
        #expect(outlook.summary.contains("You stopped it after \(outlook.draws) draws of 100."))
        #expect(Outlook(surge, DrawOptions(number: 100), isStopped: { true }) == nil)
    }

    @Test func whoeverIsBookedOrSaidYesIsNoBookingToMake() throws {
        let week = Self.world(5).week
        let answers = CallAnswers(
            accepted: [Shift(person: 0, session: 0): ["A"]], declined: [Shift(person: 1, session: 0)])
        let outlook = try #require(
            Outlook(Surge(week, plan: PlanRows(), answers: answers), DrawOptions(number: 400), seed: 9))
        // Three are worth it; one of them comes already, and one does not.
        #expect(outlook.bookings?.map(\.person) == [2, 3])
    }

    @Test func whatTheReleaseDoesNotOpenYetIsNotBookedNow() throws {
        let world = Self.world(5)
        let surge = Surge(world.week, plan: PlanRows())
        for (days, number) in [(28, 3), (29, 0)] {
            let options = DrawOptions(number: 400, on: world.start.adding(days: -days))
            let outlook = try #require(Outlook(surge, options, seed: 9))
            #expect(outlook.bookings?.count == number)
            #expect(outlook.risks.isEmpty)
        }
    }

    @Test func enoughIsTheSmallestNumberThatHoldsTheRisk() {
        let (needs, times) = ([0.0, 8, 4, .infinity], [10, 4, 5, 1])
        #expect(CareAtRisk.enough(needs, times: times, risk: 0.05) == 8)
        #expect(CareAtRisk.enough(needs, times: times, risk: 0.04) == nil)
        #expect(CareAtRisk.enough(needs, times: times, risk: 0.24) == 8)
        #expect(CareAtRisk.enough(needs, times: times, risk: 0.25) == 4)
        #expect(CareAtRisk.enough(needs, times: times, risk: 0.5) == 0)
    }
}
