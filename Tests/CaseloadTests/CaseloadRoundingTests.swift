// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Caseload

/// Whole contacts add up to what is expected.
@Suite struct CaseloadRoundingTests {
    @Test func theLargestRemaindersAreRoundedUp() {
        let unit = LargestRemainder.unit
        #expect(LargestRemainder.whole([unit / 2, unit * 8 / 10, unit * 17 / 10], sum: 3) == [0, 1, 2])
        // Half a contact a day: those that are rounded up lie evenly in the week.
        #expect(
            LargestRemainder.whole(Array(repeating: unit / 2, count: 8), sum: 4) == [0, 1, 0, 1, 0, 1, 0, 1])
        #expect(LargestRemainder.whole(unit / 2) == 1)
        #expect(LargestRemainder.whole(unit / 2 - 1) == 0)
        #expect(LargestRemainder.whole([], sum: 0) == [])
    }

    @Test func whatIsMoreThanALineMayHaveIsStillCounted() {
        let unit = LargestRemainder.unit
        #expect(LargestRemainder.whole(Int.max) == Int.max / unit + 1)
        let most = LargestRemainder.parts(Double(CaseloadDemand.most + 1))
        let all = Array(repeating: most, count: 90_000).reduce(0, +)
        #expect(LargestRemainder.whole(all) == 90_000 * 100_001)
    }

    @Test("each amount is rounded down or up and the sum is kept", Reached(atLeast: 400), arguments: 1...400)
    func sumsAreKept(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = (0..<random.within(1...40)).map { _ in
            random.chance(1, of: 4)
                ? random.below(5) * LargestRemainder.unit / 4 : random.below(3 * LargestRemainder.unit)
        }
        let sum = LargestRemainder.whole(parts.reduce(0, +))
        let whole = LargestRemainder.whole(parts, sum: sum)
        #expect(whole.reduce(0, +) == sum)
        for (one, part) in zip(whole, parts) {
            #expect(one >= part / LargestRemainder.unit)
            #expect(one <= (part + LargestRemainder.unit - 1) / LargestRemainder.unit)
        }
        Reached.here()
    }

    @Test(
        "totals of a caseload are kept, in all and by team and activity", Reached(atLeast: 60),
        arguments: 1...80)
    func totalsAreKept(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let book = RandomCaseload.book(&random)
        let week = World.week()
        let demand = CaseloadDemand(book, week: week)
        let expected = demand.lines.reduce(0) { $0 + $1.expected }
        guard expected > 0 else { return }
        Reached.here()
        let contacts = demand.demand.reduce(0) { $0 + $1.contacts }
        #expect(abs(Double(contacts) - expected) <= 0.5 + 1e-6)
        for due in demand.due {
            let lines = demand.lines.filter { $0.line.team == due.team && $0.line.activity == due.activity }
            let sum = lines.reduce(0) { $0 + $1.expected }
            #expect(lines.reduce(0) { $0 + $1.line.contacts } == due.contacts)
            #expect(abs(Double(due.contacts) - sum) < 1 + 1e-6)
            #expect(isNear(due.byDay.reduce(0, +), sum, within: 1e-6))
        }
        for line in demand.lines {
            #expect(abs(Double(line.line.contacts) - line.expected) < 1 + 1e-6)
            #expect(line.line.singleHandedContacts == (line.isSingleHanded ? line.line.contacts : 0))
            let team = week.teams.first { $0.id == line.line.team }
            #expect(team.map { week.sessions[line.line.window].contains(where: $0.isOpen) } == true)
        }
    }
}

/// Caseloads made up at random.
enum RandomCaseload {
    static func book(_ random: inout SeededRandom) -> CaseloadBook {
        let profiles = (1...2).map { number in
            CareProfile(
                id: "profile-\(number)", contacts: (0..<random.within(1...4)).map { _ in contacts(&random) })
        }
        let cases = (0..<random.below(6)).map { number in
            CareCase(
                id: "C-\(number)", pathway: "P1", team: random.chance(1, of: 2) ? "A" : "B",
                started: World.day(random.within(-20...6)), stay: stay(&random),
                profile: "profile-\(random.within(1...2))", source: source(&random))
        }
        let starts = (0..<random.within(1...3)).map { _ in
            CareStarts(
                pathway: "P1", team: random.chance(1, of: 2) ? "A" : "B",
                aWeek: Double(random.below(40)) / 4,
                weekdays: random.chance(1, of: 2) ? .startsAtHome : .even, stay: stay(&random),
                profile: "profile-\(random.within(1...2))", source: source(&random),
                isSteady: random.chance(1, of: 2))
        }
        return CaseloadBook(cases: cases, starts: starts, profiles: profiles)
    }

    private static func source(_ random: inout SeededRandom) -> CareSource? {
        [nil, .stepUp, .stepDown][random.below(3)]
    }

    private static func stay(_ random: inout SeededRandom) -> StayLength {
        switch random.below(4) {
        case 0: .fixed(Double(random.within(1...30)))
        case 1: .geometric(mean: Double(random.within(1...20)))
        case 2: .lognormal(mean: 12, median: 6)
        default: .observed([(2, 1), (9, 3)])  // foreign
        }
    }

    private static func contacts(_ random: inout SeededRandom) -> CareProfile.Contacts {
        let days: CareProfile.Contacts.Days = [
            .span(1...1), .span(2...6), .from(1), .from(4), .last(1), .last(3),
        ][random.below(6)]
        let amount: CareProfile.Contacts.Amount = [
            .aDay(first: 4, last: 1), .aDay(first: 0.3, last: 0.3), .aWeek(2.5), .inAll(1),
        ][random.below(4)]
        let reach: CareProfile.Contacts.Reach = [.day, .hours(24), .hours(60), .block(3)][random.below(4)]
        let activity = ["assessment", "care", "rehabilitation", "transfer"][random.below(4)]
        return CareProfile.Contacts(
            activity, days: days, amount, weekdays: random.chance(1, of: 3) ? .startsAtHome : .even,
            parts: random.chance(1, of: 3) ? ["pm"] : nil, reach: reach,
            priority: Priority.allCases[random.below(3)],
            isSingleHanded: activity == "transfer" && random.chance(1, of: 2))
    }
}
