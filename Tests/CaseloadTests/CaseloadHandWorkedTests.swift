// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@testable import Caseload

/// Two cases and one start, worked out by hand.
@Suite struct CaseloadHandWorkedTests {
    /// An assessment on the first day within 24 hours; calls from 4 a day to 1; a review on the last day.
    private static let profile = CareProfile(
        id: "home",
        contacts: [
            CareProfile.Contacts(
                "assessment", days: .span(1...1), .inAll(1), reach: .hours(24), priority: .critical),
            CareProfile.Contacts("care", .aDay(first: 4, last: 1), priority: .urgent),
            CareProfile.Contacts("rehabilitation", days: .last(1), .inAll(1), priority: .routine),
        ])

    /// One since Friday for seven days, whose last is Thursday; one who comes on Tuesday for four; and two who begin on
    /// Saturday for two days or, as likely, for four.
    private static let book = CaseloadBook(
        cases: [
            CareCase(
                id: "C-1", pathway: "P1", team: "A", started: World.day(-3), stay: .fixed(7), profile: "home",
                source: .stepUp),
            CareCase(
                id: "C-2", pathway: "P1", team: "A", started: World.day(1), stay: .fixed(4), profile: "home",
                source: .stepUp),
        ],
        starts: [
            CareStarts(
                pathway: "P1", team: "A", aWeek: 2,
                weekdays: WeekdayShares([.saturday]) ?? .even, stay: .observed([(2, 1), (4, 1)]),
                profile: "home", source: .stepDown, isSteady: false)
        ], profiles: [profile])

    private static func expected(_ activity: String) -> [Double] {
        let demand = CaseloadDemand(book, week: World.week())
        return demand.due.first { $0.activity == activity }?.byDay ?? []
    }

    @Test func contactsFallDueAsTheProfileSays() {
        // C-1 is in day 4 of 7 on Monday: 4 − 3 · 3/6 = 2.5 calls, then 2, 1.5, 1.
        // C-2 has 4, 3, 2, 1 from Tuesday on.
        // Of the two of Saturday: 4 calls each; on Sunday those of two days have 1, those of four 3: 2 · (½ + 1½).
        let calls: [Double] = [2.5, 2 + 4, 1.5 + 3, 1 + 2, 1, 8, 4]
        #expect(zip(Self.expected("care"), calls).allSatisfy { isNear($0, $1) })
        #expect(Self.expected("assessment") == [0, 1, 0, 0, 0, 2, 0])
        // Reviews: Thursday C-1, Friday C-2, Sunday the one of two who stays two days.
        #expect(zip(Self.expected("rehabilitation"), [0, 0, 0, 1, 1, 0, 1]).allSatisfy { isNear($0, $1) })
    }

    @Test func theyStandInLinesOfTheirWindowsAndSources() throws {
        let week = World.week()
        let demand = CaseloadDemand(Self.book, week: week)
        let assessments = demand.demand.filter { $0.activity == "assessment" }
        // Tuesday am to Wednesday am, which begins 24 hours later; Saturday am to Sunday am.
        #expect(assessments.map(\.window) == [2...4, 10...12])
        #expect(assessments.map(\.contacts) == [1, 2])
        #expect(assessments.map(\.source) == [.stepUp, .stepDown])
        #expect(assessments.allSatisfy { $0.priority == .critical && $0.singleHandedContacts == 0 })
        // 29 calls are expected: 17 of step-up, 12 of step-down.
        let calls = demand.demand.filter { $0.activity == "care" }
        #expect(calls.filter { $0.source == .stepDown }.reduce(0) { $0 + $1.contacts } == 12)
        #expect(calls.reduce(0) { $0 + $1.contacts } == 29)
        #expect(calls.allSatisfy { $0.window.lowerBound.isMultiple(of: 2) && $0.window.count == 2 })
        let ids = demand.lines.map(\.line.id)
        #expect(Set(ids).count == ids.count)
        #expect(assessments.map(\.id) == ["caseload-A-002-up", "caseload-A-006-down"])
    }

    @Test func peopleAreCounted() {
        let people = CaseloadDemand(Self.book, week: World.week()).people
        #expect(people.count == 1)
        // C-1 until Thursday, C-2 from Tuesday to Friday, two on Saturday, and one of them with one in four… on Sunday both.
        #expect(people[0].present == [1, 2, 2, 2, 1, 2, 2])
        #expect(people[0].begin == 3)
    }

    @Test func somebodyWhoseEndIsNotKnownHasStayedSoLongAlready() throws {
        // Three in four stay a day, one in four stays five. Who is there on the second day is one of these.
        let book = CaseloadBook(
            cases: [
                CareCase(
                    id: "C-1", pathway: "P1", team: "A", started: World.day(-1),
                    stay: .observed([(1, 3), (5, 1)]), profile: "home")
            ], starts: [], profiles: [Self.profile])
        let demand = CaseloadDemand(book, week: World.week())
        #expect(demand.people[0].present == [1, 1, 1, 1, 0, 0, 0])
        // Days 2 to 5 of 5: 3.25, 2.5, 1.75, 1.
        let calls = try #require(demand.due.first { $0.activity == "care" }).byDay
        #expect(zip(calls, [3.25, 2.5, 1.75, 1, 0, 0, 0]).allSatisfy { isNear($0, $1) })
    }

    @Test func whatIsDueWhileATeamIsClosedComesOnTheNextDayItIsOpen() throws {
        let week = World.week {
            $0.teams[0].weekdays = [.tuesday, .wednesday, .friday]
        }
        let profile = CareProfile(
            id: "home", contacts: [CareProfile.Contacts("care", .aDay(first: 1, last: 1), priority: .urgent)])
        let book = CaseloadBook(
            cases: [
                CareCase(
                    id: "C", pathway: "P1", team: "A", started: World.day(0), stay: .fixed(7), profile: "home"
                )
            ], starts: [], profiles: [profile])
        let lines = CaseloadDemand(book, week: week).demand
        // Monday's on Tuesday, Thursday's on Friday, and the weekend's on the week's first day open.
        #expect(lines.map(\.window) == [2...3, 4...5, 8...9])
        #expect(lines.map(\.contacts) == [4, 1, 2])
    }

    @Test func blocksAreAsEvenAsMayBe() {
        func windows(_ days: Int) -> [ClosedRange<Int>] {
            DueWindows(
                CareProfile.Contacts(
                    "care", .aDay(first: 1, last: 1), reach: .block(days), priority: .routine),
                team: World.week().teams[0], week: World.week()
            ).windows
        }
        #expect(windows(3) == [0...3, 4...7, 8...13])
        #expect(windows(2) == [0...1, 2...5, 6...9, 10...13])
        #expect(windows(28) == [0...13])
    }

    @Test func daysOfStayAreTaken() {
        func due(_ days: CareProfile.Contacts.Days, _ amount: CareProfile.Contacts.Amount) -> [Double] {
            let contacts = CareProfile.Contacts("care", days: days, amount, priority: .routine)
            return (1...6).map { contacts.due(onDay: $0, ofStay: 5) }
        }
        #expect(due(.span(2...3), .inAll(1)) == [0, 0.5, 0.5, 0, 0, 0])
        // The stay ends before the days do: what is due in all is given in those there are.
        #expect(due(.span(4...9), .inAll(3)) == [0, 0, 0, 1.5, 1.5, 0])
        // A line to a day that is named goes on to it, whether or not the stay does.
        #expect(due(.span(1...9), .aDay(first: 9, last: 1)) == [9, 8, 7, 6, 5, 0])
        #expect(due(.from(3), .aDay(first: 3, last: 1)) == [0, 0, 3, 2, 1, 0])
        #expect(due(.last(2), .aWeek(1)) == [0, 0, 0, 1, 1, 0])
        #expect(due(.last(9), .inAll(1)) == [0.2, 0.2, 0.2, 0.2, 0.2, 0])
        #expect(due(.span(6...9), .inAll(1)) == [0, 0, 0, 0, 0, 0])
    }

    /// What is alike however long a stay is goes a short way: it comes to what the long way does.
    @Test func averagesOverStaysAreSumsOverStays() {
        let stay = StayLength.observed([(1, 2), (3, 1), (6, 4)])
        let days: [CareProfile.Contacts.Days] = [.span(2...4), .from(1), .from(3), .last(2)]
        let amounts: [CareProfile.Contacts.Amount] = [
            .aDay(first: 2, last: 2), .aDay(first: 4, last: 1), .aWeek(3), .inAll(1),
        ]
        for one in days {
            for amount in amounts {
                let contacts = CareProfile.Contacts("care", days: one, amount, priority: .routine)
                let sums = (1...6).map { day in
                    [(1, 2.0), (3, 1), (6, 4)].reduce(0) {
                        $0 + $1.1 / 7 * contacts.due(onDay: day, ofStay: $1.0)
                    }
                }
                #expect(zip(contacts.due(stay), sums).allSatisfy { isNear($0, $1) }, "\(one) \(amount)")
            }
        }
    }
}
