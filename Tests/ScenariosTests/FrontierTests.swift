// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Generation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Frontiers of tiny weeks: what goes unmet for so much agency, held against every plan there is.
@Suite struct FrontierTests {
    private static func results(
        _ text: String, _ week: Week, work: Int = 50, keep: @escaping @Sendable (RunRecord) -> Void = { _ in }
    ) async throws -> ScenarioResults {
        try await Tried.results(text, [ScenarioBase(name: "week", week: week)], work: work, keep: keep)
    }

    private static func text(_ priorities: [Priority], points: Int, _ more: String = "") -> String {
        "bases: [{week: week}]\nfrontier: {of: agency, against: [\(priorities.map(\.rawValue).joined(separator: ", "))], "
            + "points: \(points)}\n\(more)"
    }

    @Test func `two mornings of agency at most are what they are by hand, and every point is proved`()
        async throws
    {
        let results = try await Self.results(Self.text([.urgent], points: 5), TwoMornings.world(.urgent).week)
        let frontier = try #require(results.frontiers.first)
        // Bank gives the first day whatever the cap; £80 give the second, and a quarter of it nothing.
        #expect(frontier.points.map(\.cap) == [0, 20, 40, 60, nil])
        #expect(frontier.points.map(\.pounds) == [0, 0, 0, 0, 80])
        #expect(frontier.points.map(\.unmetHours) == [2, 2, 2, 2, 0])
        #expect(frontier.points.map(\.boundHours) == [2, 2, 2, 2, 0])
        #expect(frontier.points.map(\.isDominated) == [false, true, true, true, false])
        #expect(frontier.points.allSatisfy { $0.isProved && $0.workforceCost == $0.pounds + 60 })
        let today = try #require(frontier.today)
        #expect((today.pounds, today.unmetHours) == (80, 0))
        let slope = try #require(frontier.slopes.first)
        #expect(frontier.slopes.count == 1)
        #expect((slope.from, slope.to, slope.hours, slope.verdict) == (0, 80, 2, .proved))
        #expect(slope.range == 2...2)
        #expect(abs(slope.hoursForAThousand - 25) < 1e-9)
        let sentences = FrontierText(frontier).sentences
        #expect(
            sentences == [
                "week, agency against urgent care: today £80.00 and 0.0 hours unmet. More agency buys no more of it, which "
                    + "is proved.",
                "From £0.00 to £80.00 of agency, the next £80.00 buy 2.0 hours of urgent care (proved): for £1,000 at that "
                    + "rate 25.0 hours.",
            ])
        #expect(
            FrontierTables(results).points().csv.split(separator: "\n").map(String.init) == [
                "base,scenario,point,cap,agency,unmet_hours,bound_hours,verdict,dominated,all_unmet_hours,workforce_cost,plan_of",
                "week,base,1,0.0000,0.0000,2.0000,2.0000,proved,no,2.0000,60.0000,frontier up to £0.00",
                "week,base,2,20.0000,0.0000,2.0000,2.0000,proved,yes,2.0000,60.0000,frontier up to £0.00",
                "week,base,3,40.0000,0.0000,2.0000,2.0000,proved,yes,2.0000,60.0000,frontier up to £0.00",
                "week,base,4,60.0000,0.0000,2.0000,2.0000,proved,yes,2.0000,60.0000,frontier up to £0.00",
                "week,base,5,,80.0000,0.0000,0.0000,proved,no,0.0000,140.0000,base",
                "week,base,today,,80.0000,0.0000,,,,,,base",
            ])
    }

    @Test func `with overlays caps are tried in the week that they make, beside where things stand in it`()
        async throws
    {
        let text = """
            bases: [{week: week}]
            overlays: {alone: {people: [{remove: B-1}]}, dearer: {rates: [{employment: agency, factor: 1.5}]}}
            frontier: {of: agency, against: [urgent], points: 5, with: [alone, dearer]}
            """
        let results = try await Self.results(text, TwoMornings.world(.urgent).week)
        let frontier = try #require(results.frontiers.first)
        // No bank: both mornings take agency, of £120 each.
        #expect(frontier.scenario == "alone + dearer")
        #expect(frontier.points.map(\.cap) == [0, 60, 120, 180, nil])
        #expect(frontier.points.map(\.pounds) == [0, 0, 120, 120, 240])
        #expect(frontier.points.map(\.unmetHours) == [4, 4, 2, 2, 0])
        #expect(frontier.points.map(\.boundHours) == [4, 4, 2, 2, 0])
        let today = try #require(frontier.today)
        #expect((today.pounds, today.unmetHours) == (240, 0))
        // It is a scenario of its own, beside the base.
        #expect(results.file.scenarios.map(\.name) == ["base", "alone + dearer"])
        #expect(
            FrontierText(frontier).summary == [
                "week with alone + dearer, agency against urgent care: with no cap but its own £240.00 and 0.0 hours unmet. More agency buys no "
                    + "more of it, which is proved."
            ])
        let rows = FrontierTables(results).points().csv.split(separator: "\n").map(String.init)
        #expect(
            rows.dropFirst().first
                == "week,alone + dearer,1,0.0000,0.0000,4.0000,4.0000,proved,no,4.0000,0.0000,frontier up to £0.00"
        )
    }

    @Test func `overlays that a frontier cannot be tried with are told, each at its place`() throws {
        func told(_ with: String, _ more: String = "") -> [String] {
            let diagnostics = Diagnostics()
            let text = """
                bases: [{week: week}]
                overlays: {cap: {policy: {agency_cap: 9}}, ill: {absences: [{rate: 0.1}]}, none: {demand: [{remove: D-1}, {remove: D-2}]}}
                frontier: {of: agency, against: [urgent], with: \(with)}
                run: [cap, ill, none]
                \(more)
                """
            let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
            file?.check(
                [ScenarioBase(name: "week", week: TwoMornings.world(.urgent).week)], seed: 1, diagnostics)
            return diagnostics.sorted.filter { $0.severity == .error }.map(\.description)
        }
        #expect(told("[cap, il]").count == 1)
        #expect(told("[cap, il]").first?.contains("s.yaml:3:55: error: there is no overlay 'il'") == true)
        #expect(
            told("[cap]").first?.contains(
                "s.yaml:3:50: error: 'cap' caps agency, as every point of the frontier does") == true)
        #expect(told("[ill]") == [])
        #expect(
            told("[ill]", "replicates: 2").first?.contains(
                "s.yaml:3:50: error: 'ill' is drawn anew in each of 2 replicates") == true)
        #expect(told("[ill, ill]").first?.contains("'ill' is there twice in one run") == true)
        #expect(
            told("[none]").first?.contains("the week asks for no contacts of priority urgent") == true)
        #expect(told("[]") == [])
    }

    @Test func `a minute of the priorities weighs more than all else together, in steps of their contacts`()
        throws
    {
        var world = TwoMornings.world(.urgent)
        world.activities[0].minutes = 45
        var other = TinyWorld.care
        (other.id, other.minutes) = ("check", 30)
        world.activities.append(other)
        world.demand("D-3", "check", contacts: 2, priority: .urgent, window: 0...0)
        world.demand("D-4", "check", contacts: 2, priority: .routine, window: 0...0)
        let weight = try #require(FrontierWeight(world.week, [.urgent]))
        // 45 and 30 minutes. Besides: £80 twice and £60 for people, and two routine contacts of 30 minutes at £1.50.
        #expect(weight.step == 15)
        #expect(abs(weight.mostElse - 310) < 1e-6)
        // Twice £310 by 15 minutes are £41.33, to two digits upwards.
        #expect(weight.pounds == 42)
        #expect(
            weight.changes == [.policy(PolicyChange(key: "unmet_minute.urgent", 42))])
        // £1,570 are 30 minutes and £310 besides; a penny more has to be a further step.
        #expect(weight.minutes(provedBy: 1570) == 30)
        #expect(weight.minutes(provedBy: 1571) == 45)
        #expect(weight.minutes(provedBy: 310) == 0)
        #expect(weight.minutes(provedBy: 0) == 0)
        #expect(FrontierWeight(world.week, [.critical]) == nil)
    }

    @Test func `in a second search a minute named weighs four of the dearest, the rest as ever`()
        throws
    {
        var world = TwoMornings.world(.urgent)
        world.activities[0].minutes = 10
        (world.policy.unmetCriticalMinute, world.policy.unmetUrgentMinute) = (3, 2)
        let weight = try #require(FrontierWeight(world.week, [.urgent]))
        #expect(weight.second == 12)
        #expect(weight.secondChanges == [.policy(PolicyChange(key: "unmet_minute.urgent", 12))])
        #expect(
            FrontierCap.pounds(20).secondSteps(weight, after: ScenarioSteps()).changes == [
                weight.secondChanges, [.policy(.agencyCap(20))],
            ])
    }

    @Test(
        "Where nothing is proved each point has a second search, whose plan it takes where that is better besides",
        Reached("taken", atLeast: 1), arguments: [3, 5] as [UInt64])
    func secondSearches(seed: UInt64) async throws {
        let (framework, _, _) = FrameworkReader.read(Repository.framework)
        let week = WeekGenerator(
            framework: try #require(framework), size: 30, seed: seed, weekStarting: TinyWorld().start
        ).week()
        let priorities: [Priority] = [.critical, .urgent]
        let kept = Kept()
        let results = try await Self.results(
            Self.text(priorities, points: 2), week, work: 30, keep: kept.keep)
        let frontier = try #require(results.frontiers.first)
        let weight = try #require(FrontierWeight(week, priorities))
        for point in frontier.points {
            let cap = point.cap.map { FrontierCap.pounds($0) } ?? .none
            let own = try #require(kept.all.first { $0.scenario == cap.name })
            #expect(own.status != .optimal)
            #expect(kept.all.contains { $0.scenario == cap.secondName })
            let first = own.plan(
                of: try cap.steps(weight, after: ScenarioSteps()).week(week), version: "", inputs: [])
            let minutes = first.unmet.reduce(0) { $0 + $1.contactMinutes }
            #expect(point.unmetHours * 60 <= Double(Self.minutes(first, priorities)) + 1e-6)
            guard point.planOf == cap.secondName else { continue }
            Reached.here("taken")
            #expect(
                point.unmetHours * 60 < Double(Self.minutes(first, priorities)) - 1e-6
                    || point.allUnmetHours * 60 < Double(minutes) - 1e-6, "seed \(seed), \(cap.name)")
        }
    }

    @Test func `what is proved has no second search`() async throws {
        let kept = Kept()
        _ = try await Self.results(
            Self.text([.urgent], points: 3), TwoMornings.world(.urgent).week, keep: kept.keep)
        #expect(kept.all.allSatisfy { $0.status == .optimal && !$0.scenario.contains("other care") })
    }

    @Test func `a frontier asks for care of its priorities, and a week without any is told`() throws {
        let diagnostics = Diagnostics()
        let text = Self.text([.critical, .routine], points: 3)
        let file = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics))
        file.check([ScenarioBase(name: "week", week: TwoMornings.world(.urgent).week)], seed: 1, diagnostics)
        #expect(
            diagnostics.sorted.map(\.description).contains {
                $0.contains(
                    "s.yaml:2:11: error: the week asks for no contacts of priority critical or routine")
            })
    }

    @Test func `caps go in equal steps to what the best plan without a cap pays, each once`() {
        #expect(FrontierCap.below(90, points: 4) == [.pounds(0), .pounds(30), .pounds(60)])
        #expect(FrontierCap.below(0, points: 9) == [.pounds(0)])
        #expect(FrontierCap.below(0.02, points: 9) == [.pounds(0), .pounds(0.01)])
    }

    @Test func `what is not told apart has no figure`() throws {
        func point(_ pounds: Double, _ unmet: Double, _ bound: Double) -> Frontier.Point {
            Frontier.Point(
                cap: pounds, pounds: pounds, unmetHours: unmet, boundHours: bound, allUnmetHours: unmet,
                workforceCost: 0, planOf: "", replicates: [unmet])
        }
        // Without a cap 3 hours at least might go unmet or none, and 4 do; with £0 6 do, and 3 at least.
        let open = try #require(FrontierSlope(point(0, 6, 3), point(2000, 4, 0)))
        #expect(open.verdict == .notToldApart)
        #expect(open.range == 0...6)
        #expect(!open.isTold)
        let told = try #require(FrontierSlope(point(0, 6, 5), point(2000, 4, 0)))
        #expect(told.verdict == .proved)
        #expect(told.range == 1...6)
        #expect(told.hoursForAThousand == 1)
        #expect(FrontierSlope(point(5, 6, 5), point(5, 4, 0)) == nil)
    }

    /// Weeks and priorities of which a frontier is made; where somebody of an agency is paid, so that caps matter, if so
    /// asked: bank is taken for agency there.
    private static func drawn(_ seed: UInt64, paid: Bool = false) -> (week: Week, priorities: [Priority])? {
        var week = RandomWeek.make(seed: seed)
        let all: [[Priority]] = [
            [.critical], [.urgent], [.routine], [.critical, .urgent], [.critical, .urgent, .routine],
        ]
        var priorities = all[Int(seed % 5)]
        if paid {
            priorities = [.critical, .urgent, .routine]
            week = week.replacing { parts in
                for place in parts.staff.indices where parts.staff[place].employment == .bank {
                    parts.staff[place].employment = .agency
                }
            }
            let isPaid = week.staff.enumerated().contains { s, staff in
                staff.employment == .agency && staff.hourlyCost > 0
                    && week.rota[s].contains { $0.duty == .available }
            }
            guard isPaid else { return nil }
        }
        guard FrontierWeight.step(of: priorities, in: week) != nil else { return nil }
        return (week, priorities)
    }

    private static func minutes(_ plan: Plan, _ priorities: [Priority]) -> Int {
        plan.unmet.reduce(0) { priorities.contains($1.priority) ? $0 + $1.contactMinutes : $0 }
    }

    @Test(
        "The fewest hours that any plan within a cap leaves unmet lie in its rectangle, and looser caps lie lower",
        Reached("points", atLeast: 90), Reached("steps", atLeast: 6),
        arguments: 1...100 as ClosedRange<UInt64>)
    func rectangles(seed: UInt64) async throws {
        guard let (week, priorities) = Self.drawn(seed, paid: true) else { return }
        let results = try await Self.results(Self.text(priorities, points: 4), week, work: 20)
        let frontier = try #require(results.frontiers.first)
        let weight = try #require(FrontierWeight(week, priorities))
        for point in frontier.points {
            let cap = point.cap.map { FrontierCap.pounds($0) } ?? .none
            let best = Oracle(try cap.steps(weight, after: ScenarioSteps()).week(week)).best()
            let fewest = Double(Self.minutes(best.plan, priorities)) / 60
            Reached.here("points")
            #expect(point.boundHours <= fewest + 1e-9, "seed \(seed), \(cap.name)")
            #expect(fewest <= point.unmetHours + 1e-9, "seed \(seed), \(cap.name)")
            if let cap = point.cap { #expect(point.pounds <= cap + 1e-6, "seed \(seed)") }
        }
        for (tight, loose) in zip(frontier.points, frontier.points.dropFirst()) {
            if loose.unmetHours < tight.unmetHours { Reached.here("steps") }
            #expect(loose.unmetHours <= tight.unmetHours + 1e-9, "seed \(seed)")
            #expect(loose.boundHours <= tight.boundHours + 1e-9, "seed \(seed)")
        }
    }

    @Test(
        "A plan as cheap as can be leaves as few minutes unmet as can be, whatever else it is priced by",
        Reached(atLeast: 15), arguments: 1...60 as ClosedRange<UInt64>)
    func weightsDominate(seed: UInt64) throws {
        // Pay that no cap holds down can be nothing, so that unmet minutes alone are priced.
        guard var (week, priorities) = Self.drawn(seed), week.policy.bankCap == nil, week.frozenBefore == nil
        else {
            return
        }
        let weight = try #require(FrontierWeight(week, priorities))
        let best = Oracle(try FrontierCap.none.steps(weight, after: ScenarioSteps()).week(week)).best()
        week = week.replacing { parts in
            for line in Policy.lines {
                for figure in line.figures {
                    if case .weight(let path) = figure { parts.policy[keyPath: path] = 0 }
                }
            }
            parts.policy.agencyCap = nil
            for priority in priorities {
                switch priority {
                case .critical: parts.policy.unmetCriticalMinute = 1
                case .urgent: parts.policy.unmetUrgentMinute = 1
                case .routine: parts.policy.unmetRoutineMinute = 1
                case .reserve: parts.policy.unmetReserveMinute = 1
                }
            }
            for place in parts.staff.indices { parts.staff[place].hourlyCost = 0 }
            parts.requests = []
        }
        Reached.here()
        #expect(
            abs(Oracle(week).best().objective - Double(Self.minutes(best.plan, priorities))) < 1e-6,
            "seed \(seed)")
    }

    @Test(
        "A cap of nought is the week without agency's offers", Reached(atLeast: 5),
        arguments: 1...60 as ClosedRange<UInt64>)
    func capOfNought(seed: UInt64) async throws {
        guard let (week, priorities) = Self.drawn(seed), week.frozenBefore == nil,
            !week.staff.contains(where: { $0.employment == .agency && $0.hourlyCost == 0 })
        else { return }
        let offers = week.staff.enumerated().flatMap { s, staff in
            week.sessions.indices.filter {
                staff.employment == .agency && week.rota[s][$0].duty == .available
            }.map {
                Change.availability(Availability(staff: staff.id, sessions: [week.sessions[$0].id], .off))
            }
        }
        guard !offers.isEmpty else { return }
        let text = Self.text(priorities, points: 2)
        let capped = try await Self.results(text, week).frontiers.first?.points.first
        let without = try await Self.results(text, week.supposing(offers)).frontiers.first?.points
        guard let capped, let without, capped.isProved, let last = without.last, last.isProved else { return }
        Reached.here()
        #expect(capped.cap == 0 && capped.pounds == 0)
        #expect(without.allSatisfy { $0.pounds == 0 })
        #expect(capped.unmetHours == last.unmetHours, "seed \(seed)")
    }

    @Test func `whoever stops it before the points are done has those there are, and goes on to the same`()
        async throws
    {
        let text = Self.text([.urgent], points: 3)
        let diagnostics = Diagnostics()
        let file = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics))
        let base = ScenarioBase(name: "week", week: TwoMornings.world(.urgent).week)
        let options = ScenarioOptions(limit: .work(20), width: 1)
        let whole = try await ScenarioRunner(file, bases: [base], options: options).run()
        #expect(whole.frontiers.first?.points.count == 3)
        let kept = Kept()
        // The base twice, then the point without a cap.
        let stopped = try await ScenarioRunner(
            file, bases: [base], options: options, keep: kept.keep, isStopped: { kept.number >= 3 }
        ).run()
        #expect(stopped.isInterrupted)
        let resumed = try await ScenarioRunner(
            file, bases: [base], options: options, kept: kept.record, keep: kept.keep
        ).run()
        #expect(kept.number == file.runs)
        #expect(FrontierTables(resumed).points().csv == FrontierTables(whole).points().csv)
    }
}
