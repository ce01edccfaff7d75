// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
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

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func whateverTheWeekTheResultFitsTogether(_ seed: UInt64) throws {
        let week = RandomWeek.make(seed: seed)
        let workforce: RequiredWorkforce
        do { workforce = try RequiredWorkforce([week]) } catch {
            #expect(error == .noKinds, "seed \(seed): \(error.words)")
            return
        }
        #expect(workforce.bound <= workforce.yearly + 1e-6)
        #expect(workforce.posts.allSatisfy { $0.required >= 0 })
        let steps = workforce.posts.map { $0.required / workforce.settings.step }
        #expect(steps.allSatisfy { abs($0 - $0.rounded()) < 1e-6 })
        // What the cost is due to adds up to it.
        let due = workforce.causes.reduce(0) { $0 + $1.yearly }
        let weighed = workforce.posts.reduce(10.0) { $0 + 5 * ($1.kind.today + $1.required + 1) }
        #expect(abs(due - workforce.relaxed) < weighed, "seed \(seed)")
        #expect(try RequiredWorkforce([week]) == workforce)
        let further = try FurtherPosts(2, beside: [week])
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
}
