// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import Pay
import TestSupport
import Testing
import Workforce

@testable import Required

/// The programme against trying everything, and what must be so whatever the week.
@Suite struct RequiredProofTests {
    private static var exact: RequiredSettings {
        var settings = RequiredSettings()
        (settings.step, settings.gap, settings.nodes, settings.fill) = (0.5, 0, 5_000, 1)
        return settings
    }

    /// Every number of steps up to a limit, each tried with the programme of what they then do: the cheapest that can.
    private func cheapestByTrying(_ week: Week, upTo most: Int) throws -> Double? {
        let question = try RequiredQuestion([week], nil, Self.exact)
        let made = RequiredProgram(question.weeks, question.kinds, .required, Self.exact)
        guard made.signOffs.isEmpty else { return nil }
        var best: Double?
        var numbers = made.steps.map { _ in 0 }
        while true {
            var program = made.program
            for (column, number) in zip(made.steps, numbers) {
                program.setBounds(ofColumn: column, lower: Double(number), upper: Double(number))
            }
            let result = try GLPKSolver().solveRelaxation(program, limits: .none)
            if result.status == .optimal {
                let pounds = result.objective - made.changePounds(result.columnValues)
                best = min(best ?? pounds, pounds)
            }
            guard let place = numbers.firstIndex(where: { $0 < most }) else { return best }
            numbers[place] += 1
            for before in 0..<place { numbers[before] = 0 }
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func theProgrammeFindsWhatTryingEverythingFinds(_ seed: UInt64) throws {
        var world = TinyWorld()
        world.days = 2
        let share = { (place: UInt64) in Int((seed &* 2_654_435_761 >> place) % 7) }
        world.demand("D-1", "rehabilitation", contacts: share(3), window: 0...Int(seed % 4))
        world.demand("D-2", "care", contacts: share(7), window: 1...1)
        world.demand("D-3", "transfer", contacts: share(11) % 3, singleHanded: share(13) % 2, window: 2...3)
        world.demand("D-4", "assessment", contacts: share(17) % 3, window: 0...3)
        let week = world.week
        let workforce = try RequiredWorkforce([week], Self.exact)
        let tried = try #require(try cheapestByTrying(week, upTo: 6))
        // Nearness to today's posts weighs £5 a post.
        #expect(abs(workforce.yearly - tried) < 60, "seed \(seed)")
        #expect(workforce.bound <= tried + 0.01)
        #expect(workforce.bound > workforce.yearly - 60)
    }

    @Test func moreCareAndMoreAbsenceNeverCostLess() throws {
        var last = 0.0
        for contacts in [1, 4, 9, 16] {
            var world = TinyWorld()
            world.days = 3
            world.demand("D-1", "rehabilitation", contacts: contacts)
            world.demand("D-2", "transfer", contacts: contacts, window: 0...2)
            let workforce = try RequiredWorkforce([world.week], Self.exact)
            #expect(workforce.yearly >= last - 0.01)
            last = workforce.yearly
            var away = Self.exact
            away.headroom = 0.4
            #expect(try RequiredWorkforce([world.week], away).yearly >= workforce.yearly - 0.01)
        }
        #expect(last > 0)
    }

    @Test(Reached(atLeast: 20), arguments: 1...25 as ClosedRange<UInt64>)
    func whateverTheWeekTheResultFitsTogether(_ seed: UInt64) throws {
        let week = RandomWeek.make(seed: seed)
        let pay = PayTable(
            week.framework.roles.enumerated().map { place, role in
                PayPoint(
                    band: role.id, point: "a", annual: 20_000 + 3_000 * Double(place), pensionFull: 0.2,
                    roles: [role.id])
            })
        let workforce: RequiredWorkforce
        do { workforce = try RequiredWorkforce([week], pay: pay) } catch {
            #expect(error == .noKinds, "seed \(seed): \(error.words)")
            return
        }
        Reached.here()
        // Nobody has less than a step, nor more than full time, and posts cost what they are paid.
        let step = workforce.settings.step
        for row in workforce.posts {
            #expect(Double(row.people) >= row.required - 1e-6, "seed \(seed)")
            #expect(step * Double(row.people) <= row.required + 1e-6, "seed \(seed)")
        }
        let paid = workforce.posts.reduce(0) { $0 + $1.required * $1.kind.yearly }
        #expect(abs(workforce.postsYearly - paid) < 0.01)
        let apart = workforce.postsYearly + workforce.enhancementsYearly + workforce.signOffsYearly
        #expect(abs(workforce.yearly - apart) < 0.01)
        let steps = workforce.posts.map { $0.required / workforce.settings.step }
        #expect(steps.allSatisfy { abs($0 - $0.rounded()) < 1e-6 })
        // What the cost is due to adds up to it.
        let due = workforce.causes.reduce(0) { $0 + $1.yearly }
        let weighed = workforce.posts.reduce(10.0) {
            $0 + 5 * ($1.kind.today + $1.required + 1) + $1.required / step + 1
        }
        #expect(abs(due - workforce.relaxed) < weighed, "seed \(seed)")
        #expect(try RequiredWorkforce([week], pay: pay) == workforce)
        let further = try FurtherPosts(2, beside: [week], pay: pay)
        #expect(further.after.weighed <= further.before.weighed + 0.01)
        #expect(further.added.reduce(0) { $0 + $1.number } <= 2)
    }

    @Test func aLargeWeekIsPlannedByKindsOfDay() throws {
        var world = TinyWorld()
        world.days = 5
        world.demand("D-1", "care", contacts: 70)
        let kinds = PostKinds([world.week], pay: nil).kinds
        let periods = PostWeek(world.week, kinds, isSingle: false).periods
        #expect(periods.all.map(\.sessions) == [[0, 2, 4, 6, 8], [1, 3, 5, 7, 9]])
        let made = RequiredProgram(
            [PostWeek(world.week, kinds, isSingle: false)], kinds, .required, HandWorkedTests.plain)
        let solution = try RequiredSolution(made)
        // As by single sessions: 40 hours of 37.5.
        #expect(abs(solution.objective - 1.2 * HandWorkedTests.support) < 0.01)
    }

    /// Posts of a week of five mornings, taken together, in whole-time equivalents of 40 hours: 0.2 are two mornings.
    private func postsByKindOfDay(_ change: (inout TinyWorld) -> Void) throws -> [Double] {
        var world = TinyWorld()
        world.days = 5
        world.parts = [DayPart(id: "am", starts: 480, ends: 720)]
        world.policy.fullTimeHours = 40
        change(&world)
        let kinds = PostKinds([world.week], pay: nil).kinds
        let week = PostWeek(world.week, kinds, isSingle: false)
        #expect(week.periods.all.map(\.count) == [5])
        let made = RequiredProgram([week], kinds, .required, HandWorkedTests.plain)
        return SolutionReading(made, try RequiredSolution(made)).posts.map(\.required)
    }

    @Test func pairsOfAKindOfDayAreThereForTheirShareOfIt() throws {
        // Five pairs may all be seen on one morning, by two people: eight hours, and not two people on every morning.
        let posts = try postsByKindOfDay { $0.demand("D-1", "transfer", contacts: 5) }
        #expect(posts == [0, 0.2])
    }

    @Test func delegatedWorkOfAKindOfDayTakesASupervisorForItsShare() throws {
        // 30 contacts of 45 minutes. A physiotherapist of two mornings has 420 minutes: of x delegated 1350 - 40 x, so
        // that 23.25 and more are, which take 120 minutes of supervision at most, and 20 hours of support workers.
        let posts = try postsByKindOfDay { $0.demand("D-1", "rehabilitation", contacts: 30) }
        #expect(posts == [0.2, 0.6])
    }

    @Test func minimumsOfAKindOfDayAreThoseOfTheSessionsThatAsk() throws {
        // Two heads on one of five mornings: eight hours.
        let posts = try postsByKindOfDay {
            let day = $0.start.adding(days: 2)
            $0.minimums = [TeamMinimum(team: "A", .any, atLeast: 2, when: [.session(day, part: "am")])]
            $0.demand("D-1", "care", contacts: 1)
        }
        #expect(posts == [0, 0.2])
    }

    /// The least tenths of full time with which rosters of single people, in contracts of a fifth and more, can be there as
    /// often as sessions ask: every roster is tried, with every way in which its people could work. Two sessions are a fifth.
    private func leastByRosters(_ asked: [Int], parts: Int, mostDays: Int) -> Int {
        func can(_ left: [Int], _ sessions: ArraySlice<Int>) -> Bool {
            guard let most = sessions.first else { return left.allSatisfy { $0 <= 0 } }
            let wanted = left.indices.filter { left[$0] > 0 }
            for chosen in 0..<(1 << wanted.count) {
                let on = wanted.indices.filter { chosen >> $0 & 1 == 1 }.map { wanted[$0] }
                guard on.count <= most, Set(on.map { $0 / parts }).count <= mostDays else { continue }
                var rest = left
                for t in on { rest[t] -= 1 }
                if can(rest, sessions.dropFirst()) { return true }
            }
            return false
        }
        func rosters(_ fifths: Int, upTo most: Int) -> [[Int]] {
            guard fifths > 0 else { return [[]] }
            return (1...min(most, fifths)).reversed().flatMap { one in
                rosters(fifths - one, upTo: one).map { [one] + $0 }
            }
        }
        for fifths in 1... {
            if rosters(fifths, upTo: 5).contains(where: { roster in
                can(asked, roster.map { 2 * $0 }[...])
            }) {
                return fifths
            }
        }
        return 0
    }

    @Test(arguments: [
        [3, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1], [2, 1, 0, 1], [0, 2, 2, 0], [1, 0, 3, 1], [2, 2, 1, 0],
    ])
    func noRosterOfPartTimersCostsLessThanTheBound(_ asked: [Int]) throws {
        for mostDays in [1, 6] {
            var world = TinyWorld()
            world.days = 2
            world.policy.fullTimeHours = 40
            world.policy.maximumDaysPerWeek = mostDays
            for (t, heads) in asked.enumerated() where heads > 0 {
                world.demand("D-\(t)", "care", contacts: 7 * heads, window: t...t)
            }
            let workforce = try RequiredWorkforce([world.week], HandWorkedTests.plain)
            let fifths = leastByRosters(asked, parts: 2, mostDays: mostDays)
            let pounds = Double(fifths) * 0.2 * 15 * 40 * PayTable.weeksAYear
            #expect(workforce.bound <= pounds + 0.01, "\(asked), \(mostDays) days")
            // Whole heads come out even here, so that it is what the programme finds, too.
            #expect(abs(workforce.yearly - pounds) < 0.01, "\(asked), \(mostDays) days")
        }
    }

    @Test func restIsKeptBetweenAsManySessionsAsLieCloseToEachOther() {
        var world = TinyWorld()
        world.days = 7
        let kinds = PostKinds([world.week], pay: nil).kinds
        let week = PostWeek(world.week, kinds, isSingle: false)
        let (calendar, periods) = (week.instance.calendar, week.periods)
        // Between an afternoon and the next morning there are less than 16 hours, and between mornings more. Of five
        // weekdays four afternoons are followed by the morning of another, the last by Saturday's.
        let (ends, begins) = (calendar.sessions[1].ends, calendar.sessions[2].starts)
        let rest = Double(begins - ends) + 1
        let close = RequiredProgram.closePeriods(calendar, periods, minutes: rest)
        let of = periods.ofSession
        #expect(close.map(\.one) == [of[1], of[9], of[11]])
        #expect(close.map(\.other) == [of[0], of[10], of[12]])
        #expect(close.map(\.pairs) == [4, 1, 1])
        #expect(RequiredProgram.closePeriods(calendar, periods, minutes: rest - 1).isEmpty)
    }
}
