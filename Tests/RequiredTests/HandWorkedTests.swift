// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import TestSupport
import Testing
import Workforce

@testable import Required

/// Tiny weeks whose required workforce is worked out by hand. A physiotherapist costs £30 an hour, a support worker £15,
/// for 37.5 hours in 365.25 / 7 weeks: £58,700.89 and £29,350.45 a year. A session is of four hours, with 210 minutes for
/// contacts. The smallest contract is of 0.2 whole-time equivalents: 7.5 hours, one session a week.
@Suite struct HandWorkedTests {
    static let physiotherapist = 30 * 37.5 * 365.25 / 7
    static let support = 15 * 37.5 * 365.25 / 7

    /// Nobody is ever away, time is filled to the last minute, and every weekend is worked.
    static var plain: RequiredSettings {
        var settings = RequiredSettings()
        (settings.headroom, settings.fill, settings.weekends, settings.gap) = (0, 1, 1, 0)
        return settings
    }

    private func posts(_ workforce: RequiredWorkforce) -> [Double] { workforce.posts.map(\.required) }

    private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.01 }

    @Test func aFullSessionTakesOneHead() throws {
        var world = TinyWorld()
        world.demand("D-1", "care", contacts: 7, window: 0...0)  // 7 x 30 minutes
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(workforce.posts.map(\.kind.id) == ["physiotherapist trust", "support-worker trust"])
        #expect(workforce.posts.map(\.kind.today) == [1, 1])
        // One person of 7.5 hours is a whole head on Monday.
        #expect(posts(workforce) == [0, 0.2])
        #expect(workforce.posts.map(\.people) == [0, 1])
        #expect(near(workforce.yearly, 0.2 * Self.support))
        #expect(workforce.bound > workforce.yearly - 20)
        #expect(workforce.posts[1].setBy.map(\.rule) == [.weekdays])
        #expect(near(workforce.posts[1].hoursUsed, 4 / 7.5))
        #expect(near(workforce.today, Self.support + Self.physiotherapist))
        // The same contacts by a physiotherapist would cost twice as much.
        let tooDear = workforce.posts[0].tooDear ?? 0
        #expect(abs(tooDear - (Self.physiotherapist - Self.support)) < 11)
    }

    @Test func headroomAndWhatIsNotFilledTakeMore() throws {
        var world = TinyWorld()
        world.demand("D-1", "care", contacts: 7, window: 0...0)
        var settings = Self.plain
        settings.headroom = 0.2  // 1 / 0.8 = 1.25 people
        #expect(posts(try RequiredWorkforce([world.week], settings)) == [0, 0.4])
        settings.headroom = 0
        settings.fill = 0.5  // two heads for 210 minutes
        #expect(posts(try RequiredWorkforce([world.week], settings)) == [0, 0.4])
        settings.step = 1
        #expect(posts(try RequiredWorkforce([world.week], settings)) == [0, 2])
    }

    @Test func peopleOfSmallContractsAreThereAtOneTime() throws {
        var world = TinyWorld()
        world.days = 5
        world.demand("D-1", "care", contacts: 21, window: 0...0)  // three heads, 12 hours
        let small = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(small) == [0, 0.6])
        #expect(small.posts[1].people == 3)
        world.demand("D-2", "care", contacts: 49, window: 2...9)  // 28 hours more: 40 of 37.5
        let larger = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(larger) == [0, 1.2])
        #expect(larger.posts[1].people == 3)
    }

    @Test func hoursSetTheNumberWhereWorkIsSpread() throws {
        var world = TinyWorld()
        world.days = 5
        world.demand("D-1", "care", contacts: 70)  // ten sessions of 210 minutes, 40 hours
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(workforce) == [0, 1.2])  // 40 / 37.5 = 1.0667
        #expect(workforce.posts[1].setBy.map(\.rule) == [.hours])
        let cause = try #require(workforce.causes.first)
        #expect(abs(cause.yearly - 40 / 37.5 * Self.support) < 8)
        #expect(abs((cause.perContact ?? 0) - cause.yearly / (70 * 365.25 / 5)) < 1e-9)
    }

    @Test func aWeekendIsWorkedEveryOtherOne() throws {
        var world = TinyWorld()
        world.days = 7
        world.demand("D-1", "care", contacts: 7, window: 12...12)  // Sunday morning
        var settings = Self.plain
        settings.weekends = 0.5
        let workforce = try RequiredWorkforce([world.week], settings)
        #expect(posts(workforce) == [0, 0.4])
        #expect(workforce.posts[1].setBy.map(\.rule) == [.sunday])
    }

    @Test func enhancementsOfWeekendsAreCost() throws {
        var world = TinyWorld()
        world.days = 7
        world.policy.ownSundayUplift = 0.6
        world.demand("D-1", "care", contacts: 7, window: 12...12)
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        // One head for four hours every Sunday at £9 an hour more.
        #expect(near(workforce.yearly, 0.2 * Self.support + 4 * 9 * 365.25 / 7))
        #expect(near(workforce.postsYearly, 0.2 * Self.support))
        #expect(near(workforce.enhancementsYearly, 4 * 9 * 365.25 / 7))
        // A bank holiday is not every week's: its own uplift is left out.
        world.specialDays = [SpecialDay(day: world.start.adding(days: 6), name: "Holiday", ownUplift: 2)]
        #expect(near(try RequiredWorkforce([world.week], Self.plain).yearly, workforce.yearly))
    }

    @Test func delegationSharesWorkAsFarAsSupervisorsAreThere() throws {
        // Eight contacts of 45 minutes in a session: 360 minutes. Of x delegated one physiotherapist supervises all, and
        // gives the rest, 360 - 40 x of 210 minutes, with x = 3.75 and more; one support worker gives up to 4.67.
        var world = TinyWorld()
        world.demand("D-1", "rehabilitation", contacts: 8, window: 0...0)
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(workforce) == [0.2, 0.2])
        #expect(near(workforce.yearly, 0.2 * Self.physiotherapist + 0.2 * Self.support))
    }

    @Test func twoHandsAreTwoPeopleAtOneTime() throws {
        var world = TinyWorld()
        world.demand("D-1", "transfer", contacts: 1, window: 0...0)
        #expect(posts(try RequiredWorkforce([world.week], Self.plain)) == [0, 0.4])
        world.lines = []
        world.demand("D-1", "transfer", contacts: 1, singleHanded: 1, window: 0...0)
        // Alone it takes 40 of 210 minutes: 0.19 heads.
        #expect(posts(try RequiredWorkforce([world.week], Self.plain)) == [0, 0.2])
    }

    @Test func minimumsOfHeadsAreKept() throws {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", minimumStaff: 2, minimumRegistered: 1)]
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        world.demand("D-2", "assessment", contacts: 1, window: 1...1)
        // 0.2 of 40 hours are both sessions of the day.
        world.policy.fullTimeHours = 40
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(workforce) == [0.2, 0.2])
        #expect(workforce.posts.map(\.people) == [1, 1])
    }

    @Test func aSignOffIsBoughtWhereTheUsualOnesAreNotEnough() throws {
        var world = TinyWorld()
        let signedOn = world.start.adding(days: -30)
        // The bank worker holds what the own support worker lacks, so that it can be had in that role.
        world.signOffs = [
            SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: signedOn),
            SignOff(staff: "P-3", competency: "care", level: 3, signedOffOn: signedOn),
        ]
        world.demand("D-1", "care", contacts: 7, window: 0...0)
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(posts(workforce) == [0, 0.2])
        // £300 every 36 months for one person.
        #expect(near(workforce.yearly, 0.2 * Self.support + 100))
        #expect(near(workforce.signOffsYearly, 100) && near(workforce.postsYearly, 0.2 * Self.support))
        let care = try #require(workforce.competencies.first { $0.id == "care" })
        #expect(care.today == 0 && care.required == 0.2 && care.beyondUsual == 0.2)
        #expect(near(care.inUse, 4 / 37.5))
    }

    @Test func aSignOffForSundaysIsHadByAsManyAsWorkThem() throws {
        var world = TinyWorld()
        world.days = 7
        let signedOn = world.start.adding(days: -30)
        world.signOffs = [
            SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: signedOn),
            SignOff(staff: "P-3", competency: "care", level: 3, signedOffOn: signedOn),
        ]
        world.demand("D-1", "care", contacts: 7, window: 12...12)
        var settings = Self.plain
        settings.weekends = 0.5
        let workforce = try RequiredWorkforce([world.week], settings)
        // Two people for every other Sunday, both with the sign-off, £100 a year each.
        #expect(posts(workforce) == [0, 0.4])
        #expect(near(workforce.signOffsYearly, 200))
    }

    @Test func whatNobodyCouldGiveIsSaidAndLeftOut() throws {
        var world = TinyWorld()
        world.staff.removeFirst()
        world.demand("D-1", "assessment", contacts: 3, window: 0...0)
        world.demand("D-2", "care", contacts: 7, window: 0...0)
        let workforce = try RequiredWorkforce([world.week], Self.plain)
        #expect(workforce.nobody.map(\.activity) == ["Assessment"])
        #expect(workforce.nobody.map(\.contacts) == [3])
        #expect(posts(workforce) == [0.2])
        // It is no part of what further posts leave unmet either, and said there.
        let further = try FurtherPosts(1, beside: [world.week], Self.plain)
        #expect(further.nobody == workforce.nobody)
        #expect(near(further.before.allHours, 0) && further.added.isEmpty)
    }

    @Test func everyWeekHasToBeManaged() throws {
        var small = TinyWorld()
        small.demand("D-1", "care", contacts: 7, window: 0...0)
        var large = TinyWorld()
        large.demand("D-1", "care", contacts: 14, window: 0...0)
        #expect(posts(try RequiredWorkforce([small.week, large.week], Self.plain)) == [0, 0.4])
    }

    @Test func ofWorkforcesThatCostTheSameTheNearestToTodaysIsTaken() throws {
        var world = TinyWorld()
        var other = TinyWorld.person("P-4", "support-worker", .substantive, hourlyCost: 15)
        other.employer = "council"
        world.staff.append(other)
        world.agreements = [Agreement(employer: "council", organisation: "trust", roles: nil)]
        world.demand("D-1", "care", contacts: 14, window: 0...0)
        var settings = Self.plain
        settings.step = 1
        let workforce = try RequiredWorkforce([world.week], settings)
        #expect(workforce.posts.map(\.kind.employer) == ["trust", "trust", "council"])
        #expect(posts(workforce) == [0, 1, 1])
    }

    @Test func aFurtherPostGoesWhereMostIsUnmet() throws {
        var world = TinyWorld()
        world.days = 7
        world.demand("D-1", "care", contacts: 21, priority: .urgent, window: 0...0)
        let further = try FurtherPosts(1, beside: [world.week], Self.plain)
        // Two heads give 14 of 21 contacts of half an hour; the cheaper of two that could give the rest is taken.
        #expect(near(further.before.allHours, 3.5))
        #expect(near(further.before.weighed, 7 * 30 * 3))
        #expect(near(further.after.allHours, 0))
        #expect(further.added.map(\.kind.id) == ["support-worker trust"])
        #expect(further.added.map(\.number) == [1])
        #expect(near(further.yearly, Self.support))
    }

    @Test func aSearchCutShortSaysNoMoreThanItKnows() throws {
        var world = TinyWorld()
        world.days = 7
        world.demand("D-1", "care", contacts: 21, priority: .urgent, window: 0...0)
        var settings = Self.plain
        settings.nodes = 0
        // No post added is there to begin with; whatever else was found leaves less.
        let further = try FurtherPosts(1, beside: [world.week], settings)
        #expect(further.after.weighed <= further.before.weighed + 0.01)
        #expect(further.bound <= 0.01)
        #expect(further.isProved == !further.added.isEmpty)
        let proves =
            further.lines[0].contains("would leave no less") || further.lines[0].contains("best spent")
        #expect(proves == further.isProved)
    }

    @Test func furtherPostsKeepTheSignOffsThatTodaysPeopleHave() throws {
        var world = TinyWorld()
        world.days = 7
        world.staff += ["P-4", "P-5"].map {
            TinyWorld.person($0, "support-worker", .substantive, hourlyCost: 15)
        }
        let signedOn = world.start.adding(days: -30)
        // One of three support workers gives such care, so that it is none of their usual sign-offs.
        world.signOffs = [
            SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: signedOn),
            SignOff(staff: "P-2", competency: "care", level: 3, signedOffOn: signedOn),
        ]
        world.demand("D-1", "care", contacts: 14, priority: .urgent, window: 0...0)
        let further = try FurtherPosts(1, beside: [world.week], Self.plain)
        // She gives seven of fourteen contacts of half an hour; a new post has the usual sign-offs and gives none.
        #expect(near(further.before.allHours, 3.5))
        #expect(near(further.after.allHours, 3.5))
        #expect(further.added.isEmpty)
    }

    @Test func nonsenseIsRefusedInWords() {
        var world = TinyWorld()
        #expect(throws: RequiredProblem.noWeeks) { try RequiredWorkforce([]) }
        var settings = Self.plain
        settings.headroom = 1
        #expect(throws: RequiredProblem.setting("Headroom is 1.0; give a share from 0 to 0.9.")) {
            try RequiredWorkforce([world.week], settings)
        }
        #expect(throws: RequiredProblem.unpaid(["physiotherapist", "support-worker"])) {
            try RequiredWorkforce([world.week], pay: PayTable([]), Self.plain)
        }
        // A blank would make such posts free.
        world.staff[1].hourlyCost = 0
        #expect(throws: RequiredProblem.unpriced(["support-worker"])) {
            try RequiredWorkforce([world.week], Self.plain)
        }
        #expect(RequiredProblem.unpriced(["support-worker"]).words.hasPrefix("staff.csv has no hourly_cost"))
    }
}
