// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@testable import Caseload

/// What holds of any steady caseload, and of one that is full.
@Suite struct LongRunTests {
    private static let stays: [StayLength] = [
        .fixed(1), .fixed(16), .geometric(mean: 16), .lognormal(mean: 16, median: 7),
        .lognormal(mean: 39, median: 32), .observed([(3, 1), (30, 2)]),
    ]

    /// Little's law: people there on average are starts a day times days of stay.
    @Test(arguments: stays) func peopleAreStartsTimesDaysOfStay(_ stay: StayLength) {
        for weekdays in [WeekdayShares.even, .startsAtHome] {
            let starts = CareStarts(
                pathway: "P1", team: "A", aWeek: 14, weekdays: weekdays, stay: stay, profile: "home")
            let admissions = Admissions(starts, week: World.week())
            let present = admissions.present.suffix(7).reduce(0, +) / 7
            #expect(isNear(present, 2 * stay.mean, within: 1e-6 * stay.mean))
            #expect(admissions.waiting.last == 0)
        }
    }

    @Test func theLastWeekOfALongCaseloadIsAsAnyOther() {
        let starts = CareStarts(
            pathway: "P1", team: "A", aWeek: 14, weekdays: .startsAtHome,
            stay: .lognormal(mean: 16, median: 7), profile: "home")
        let present = Admissions(starts, week: World.week(days: 14)).present.suffix(14)
        let weeks = (Array(present.prefix(7)), Array(present.suffix(7)))
        #expect(zip(weeks.0, weeks.1).allSatisfy { isNear($0, $1, within: 1e-5) })
        // Few begin on Sunday and Monday, most on Friday and Saturday.
        #expect(weeks.0[0] < weeks.0[5])
    }

    @Test func aFullServiceTakesAsManyAsLeave() {
        // Wish: 2 a day for 10 days, so 20 people; room for 15.
        let starts = CareStarts(
            pathway: "P2", team: "B", aWeek: 14, stay: .geometric(mean: 10), profile: "home", capacity: 15)
        let admissions = Admissions(starts, week: World.week())
        #expect(admissions.present.suffix(7).allSatisfy { isNear($0, 15) })
        #expect(admissions.begin.suffix(7).allSatisfy { isNear($0, 1.5, within: 1e-6) })
        let waiting = admissions.waiting.suffix(8)
        #expect(isNear((waiting.last ?? 0) - (waiting.first ?? 0), 3.5, within: 1e-6))
        // With room enough nobody waits.
        var wide = starts
        wide.capacity = 21
        #expect(Admissions(wide, week: World.week()).waiting.allSatisfy { $0 == 0 })
    }

    @Test func casesHavePlacesBeforeWhoBegins() {
        let stay = StayLength.fixed(30)
        let cases = (1...3).map {
            CareCase(
                id: "C-\($0)", pathway: "P2", team: "B", started: World.day(-2),
                stay: .fixed($0 == 1 ? 4 : 30),
                profile: "home")
        }
        let starts = CareStarts(
            pathway: "P2", team: "B", aWeek: 7, stay: stay, profile: "home", capacity: 4, isSteady: false)
        let book = CaseloadBook(
            cases: cases, starts: [starts],
            profiles: [
                CareProfile(
                    id: "home",
                    contacts: [CareProfile.Contacts("care", .aDay(first: 1, last: 1), priority: .routine)])
            ])
        let demand = CaseloadDemand(book, week: World.week())
        // One place is free on Monday; C-1 leaves after Tuesday.
        #expect(demand.people[0].present == [4, 4, 4, 4, 4, 4, 4])
        #expect(demand.people[0].begin == 2)
        #expect(demand.people[0].moreWaiting == 5)
    }
}
