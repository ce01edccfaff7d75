// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Comparison
import SeededRandom
import TestSupport
import Testing
import Workforce

@Suite struct RotaPricingTests {
    private static let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: 1)

    private func priced(_ week: Week, _ rota: RotaInUse) async -> PricedRota {
        await RotaPricing(week, rota: rota, options: Self.options).run()
    }

    private func rota(_ week: Week, _ rows: [(String, Int, String)]) -> RotaInUse {
        RotaInUse(rows.map { CurrentDeployment(staff: $0, session: $1, team: $2) }, of: week)
    }

    @Test(arguments: 0..<10)
    func `the deployments of the best plan have the best plan's price`(block: Int) async {
        for seed in UInt64(block * 15)..<UInt64(block * 15 + 15) {
            let week = RandomWeek.make(seed: seed)
            let best = Oracle(week).best()
            let priced = await priced(week, RotaInUse(best.plan, of: week))
            let price = priced.plan.summary.objective
            #expect(abs(price - best.objective) < 0.01, "seed \(seed): £\(price), best £\(best.objective)")
            #expect(priced.aboveBestContacts < 0.01)
            for violation in priced.brokenRules { Issue.record("seed \(seed): \(violation.sentence)") }
            for discrepancy in priced.discrepancies {
                Issue.record("seed \(seed): \(discrepancy.sentence)")
            }
        }
    }

    @Test(arguments: 0..<10)
    func `a rota that breaks rules is priced, kept as it is, and broken only where the rota breaks them`(
        block: Int
    ) async {
        let own: Set<Violation.Rule> = [.eligibility, .onePlace, .workingTime, .bookings]
        var broken = 0
        for seed in UInt64(block * 10)..<UInt64(block * 10 + 10) {
            let week = RandomWeek.make(seed: seed)
            var random = SeededRandom(seed: seed)
            var rows: [CurrentDeployment] = []
            for person in week.staff {
                for session in week.sessions.indices where random.chance(week.sessions.count > 8 ? 20 : 50) {
                    rows.append(
                        CurrentDeployment(
                            staff: person.id, session: session, team: random.pick(week.teams).id))
                }
            }
            let rota = RotaInUse(rows, of: week)
            let priced = await priced(week, rota)
            #expect(
                priced.plan.deployments.map {
                    CurrentDeployment(staff: $0.staff, session: $0.session, team: $0.team)
                }
                    == rota.deployments)
            for violation in priced.brokenRules where !own.contains(violation.rule) {
                Issue.record("seed \(seed): \(violation.sentence)")
            }
            // The model's price of each term beside what the audit makes of the rows.
            let findings = PlanAudit(week: week).check(plan: priced.plan)
            for term in PriceTerms.Term.allCases {
                let (stated, found) = (priced.plan.summary.terms[term], findings.terms[term])
                #expect(abs(stated - found) < 0.01, "seed \(seed): \(term) £\(stated), audited £\(found)")
            }
            #expect(abs(findings.objective - priced.plan.summary.objective) < 0.01)
            if !priced.keepsRules { broken += 1 }
        }
        #expect(broken > 3)
    }

    @Test(arguments: 0..<10)
    func `the plan made beside a rota that keeps the rules is never worse`(block: Int) async {
        for seed in UInt64(block * 8)..<UInt64(block * 8 + 8) {
            let week = RandomWeek.make(seed: seed)
            let best = Oracle(week).best()
            // No work at all: without the rota to start from the plan would often be worse.
            let options = AllocationOptions(timeLimit: nil, workLimit: 0, seed: seed)
            let comparison = await RotaComparing(week, rota: RotaInUse(best.plan, of: week), options: options)
                .run()
            #expect(comparison.saving > -0.005, "seed \(seed)")
            #expect(comparison.brokenByOptimised.isEmpty)
        }
    }

    @Test func `an afternoon booked by habit is priced at what it pays, with the contacts it allows`()
        async throws
    {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-3": ["A", "A"]]
        world.demand("D-1", "care", contacts: 9)
        let week = world.week
        let today = await priced(
            week, rota(week, [("P-1", 0, "A"), ("P-1", 1, "A"), ("P-3", 1, "A")]))
        // P-3 gives 7 contacts in 210 minutes, P-1 the other two at £0.20 a minute of 30; a bank session is 4 × £18.
        #expect(today.plan.summary.terms[.bookings] == 72)
        #expect(abs(today.plan.summary.terms[.registeredOnDelegable] - 12) < 1e-9)
        #expect(today.plan.summary.objective == 84)
        #expect(today.plan.bookings.map(\.staff) == ["P-3"])
        #expect(today.plan.bookings.map(\.covers) == ["7 × Reablement call"])
        #expect(today.plan.deployments.map(\.booking) == [.rostered, .rostered, .bank])
        #expect(today.keepsRules)

        let comparison = await RotaComparing(
            week, rota: rota(week, [("P-1", 0, "A"), ("P-1", 1, "A"), ("P-3", 1, "A")]), options: Self.options
        ).run()
        // Nine contacts by P-1 cost £54 and no booking.
        #expect(abs(comparison.optimised.summary.objective - 54) < 1e-9)
        #expect(abs(comparison.saving - 30) < 1e-9)
        #expect(
            comparison.verdict
                == "By the week's weights the plan is £30.00 better than today's rota: as many contacts are met, and "
                + "bookings cost £72.00 less.")
        let price = try #require(comparison.figures.first)
        #expect(price.difference == -30)
        #expect(comparison.today.plan.summary.bound == comparison.optimised.summary.bound)
    }

    @Test func `somebody on duty of whom the rota says nothing gives no care, and is named`() async {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"]]
        world.demand("D-1", "assessment", contacts: 4)
        let week = world.week
        let rota = rota(week, [("P-1", 0, "A")])
        let today = await priced(week, rota)
        #expect(today.plan.contacts.reduce(0) { $0 + $1.contacts } == 2)
        #expect(rota.withoutPlace(in: week).map(\.session) == [1])
        #expect(today.brokenRules.map(\.rule) == [.onePlace])
    }

    @Test func `what is over is priced as it was, whatever the rota says of it`() async throws {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.rota = ["P-2": ["R", "R"], "P-3": ["A", ""]]
        world.demand("D-1", "care", contacts: 4)
        world.frozenBefore = 1
        world.policy.disruptionSession = 0
        world.current = [
            CurrentDeployment(staff: "P-2", session: 0, team: "A"),
            CurrentDeployment(staff: "P-3", session: 0, team: "A"),
        ]
        world.currentContacts = [
            CurrentContact(line: "D-1", session: 0, staff: "P-3", contacts: 3, route: .support)
        ]
        let week = world.week
        let stands = [("P-2", 0, "A"), ("P-3", 0, "A")]
        let files: [(rows: [(String, Int, String)], differs: Bool)] = [
            (stands, false), ([], false), ([("P-2", 0, "B"), ("P-3", 0, "A")], true),
            ([("P-2", 0, "A")], true),
            (stands + [("P-1", 0, "A")], true),
        ]
        for (before, differs) in files {
            let rota = rota(week, before + [("P-2", 1, "A")])
            #expect(rota.saysOtherwiseOfPast == differs, "\(before)")
            #expect(
                rota.deployments.map { "\($0.staff) \($0.session) \($0.team)" } == [
                    "P-2 0 A", "P-2 1 A", "P-3 0 A",
                ])
            #expect(rota.withoutPlace(in: week).isEmpty)
            let today = await priced(week, rota)
            // Four hours of P-3 at £18; P-2 gives the fourth call in the afternoon.
            #expect(today.plan.summary.terms[.bookings] == 72)
            #expect(today.plan.summary.objective == 72)
            #expect(today.plan.contacts.map(\.contacts).reduce(0, +) == 4)
            #expect(today.keepsRules)
            #expect(today.discrepancies.isEmpty)
        }
        let lines = await RotaComparing(
            week, rota: rota(week, [("P-2", 0, "B"), ("P-2", 1, "A")]), options: Self.options
        ).run().lines
        #expect(
            lines.filter { $0.hasPrefix("Of sessions that are over today's rota says something else") }.count
                == 1)
    }

    @Test func `somebody without an agreement gives the care they give today, and the rule is named`() async {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"]]
        world.staff[0].employer = "council"
        world.demand("D-1", "assessment", contacts: 4)
        let week = world.week
        let today = await priced(week, rota(week, [("P-1", 0, "A"), ("P-1", 1, "A")]))
        #expect(today.plan.unmet.isEmpty)
        #expect(Set(today.brokenRules.map(\.rule)) == [.eligibility])
    }

    @Test func `the price of a rota that breaks rules is that of what it does, to the pound`() async {
        var world = TinyWorld()
        world.policy.awaySession = 7
        world.policy.teamChange = 5
        world.policy.unsafeStaffing = 90
        world.policy.disruptionSession = 11
        world.teams = [TinyWorld.team("A", minimumStaff: 2), TinyWorld.team("B")]
        world.teams[1].organisation = "council"
        world.rota = ["P-1": ["R", "R"], "P-3": ["A", "A"]]
        world.demand("D-1", "care", contacts: 8, window: 0...0)
        world.demand("D-2", "assessment", contacts: 3, team: "B", window: 1...1)
        world.current = [CurrentDeployment(staff: "P-1", session: 0, team: "A")]
        let week = world.week
        // P-1 is at A, and in the afternoon at B, of an organisation without an agreement. P-2, who is off, and P-3,
        // who is booked, are at A in the morning.
        let today = await priced(
            week, rota(week, [("P-1", 0, "A"), ("P-1", 1, "B"), ("P-2", 0, "A"), ("P-3", 0, "A")]))
        let terms = today.plan.summary.terms
        // P-2 and P-3 give the 8 calls, so that P-1 gives none; two assessments fit into P-1's 210 minutes at B.
        #expect(terms[.registeredOnDelegable] == 0)
        #expect(terms[.unmet] == 60 * week.policy.unmetMinute(.routine))
        // Four hours of P-3 at £18; P-2, off duty, is paid nothing beyond the rota.
        #expect(terms[.bookings] == 72)
        // P-1 at B.
        #expect(terms[.away] == 7)
        #expect(terms[.teamChange] == 5)
        // Nobody is at A in the afternoon, where two are to be.
        #expect(terms[.unsafeStaffing] == 180)
        // P-1 in the afternoon, P-2 and P-3 in the morning; P-1 in the morning is where the plan in force has them.
        #expect(terms[.disruption] == 33)
        #expect(terms[.avoidableDoubleHanded] == 0)
        #expect(abs(today.plan.summary.objective - terms.total) < 1e-9)
        #expect(today.discrepancies.isEmpty)
        #expect(!today.keepsRules)
        #expect(today.plan.summary.status == .workLimit)
    }

    @Test func `somebody sent to a team that is closed is priced where they are sent`() async {
        var world = TinyWorld()
        world.policy.teamChange = 5
        world.policy.disruptionSession = 11
        world.policy.awaySession = 7
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.teams[1].parts = ["am"]
        world.rota = ["P-1": ["R", "R"]]
        world.current = [CurrentDeployment(staff: "P-1", session: 0, team: "A")]
        let week = world.week
        let today = await priced(week, rota(week, [("P-1", 0, "A"), ("P-1", 1, "B")]))
        #expect(today.brokenRules.map(\.rule) == [.eligibility])
        #expect(today.plan.summary.terms[.teamChange] == 5)
        #expect(today.plan.summary.terms[.disruption] == 11)
        #expect(today.plan.summary.terms[.away] == 7)
        #expect(today.plan.summary.objective == 23)
    }

    @Test func `a plan given beside the rota is priced from its rows and its broken rules are named`() async {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", ""]]
        world.demand("D-1", "assessment", contacts: 2)
        let week = world.week
        let rota = rota(week, [("P-1", 0, "A")])
        var sketch = PlanSketch(week)
        sketch.give("D-1", "P-1", 0, .registered)
        sketch.leave("D-1")
        let comparison = await RotaComparing(week, rota: rota, options: Self.options)
            .run(beside: PlanAudit(week: week).judge(plan: sketch.plan, inputs: []).plan)
        #expect(comparison.optimised.summary.objective == 90)
        #expect(comparison.saving == -90)
        #expect(!comparison.brokenByOptimised.isEmpty)
        #expect(comparison.lines.contains { $0.hasPrefix("The plan beside it breaks rules in ") })
        #expect(comparison.verdict.contains("£90.00 worse"))
    }
}
