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
        await RotaPricing(week, rota: rota, options: Self.options).run(version: "test", inputs: [])
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
            let findings = PlanAudit(week: week).check(plan: priced.plan)
            for violation in findings.violations { Issue.record("seed \(seed): \(violation.sentence)") }
            for discrepancy in findings.discrepancies {
                Issue.record("seed \(seed): \(discrepancy.sentence)")
            }
            #expect(priced.keepsRules)
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
            let findings = PlanAudit(week: week).check(plan: priced.plan)
            #expect(findings.violations == priced.brokenRules)
            for violation in findings.violations where !own.contains(violation.rule) {
                Issue.record("seed \(seed): \(violation.sentence)")
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
                .run(version: "test", inputs: [])
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
        ).run(version: "test", inputs: [])
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
            .run(beside: sketch.plan, version: "test", inputs: [])
        #expect(comparison.optimised.summary.objective == 90)
        #expect(comparison.saving == -90)
        #expect(!comparison.brokenByOptimised.isEmpty)
        #expect(comparison.lines.contains { $0.hasPrefix("The plan beside it breaks rules in ") })
        #expect(comparison.verdict.contains("£90.00 worse"))
    }
}
