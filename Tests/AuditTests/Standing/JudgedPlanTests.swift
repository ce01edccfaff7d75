// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import SeededRandom
import TestSupport
import Testing
import Workforce

/// What is to be said of a plan before anything else: whether it is as it was made.
@Suite struct JudgedPlanTests {
    private static let inputs = [
        InputDigest(path: "rota.csv", sha256: "aa"), InputDigest(path: "staff.csv", sha256: "bb"),
    ]

    /// `P-3` of the bank could come in the morning, or in the afternoon at half as much again; one call is
    /// wanted.
    private static var world: TinyWorld {
        var world = TinyWorld()
        world.parts[1] = DayPart(id: "pm", starts: 780, ends: 1020, uplift: 0.5)
        world.rota = ["P-3": ["A", "A"]]
        world.demand("D-1", "care", contacts: 1, priority: .critical)
        return world
    }

    /// The plan that books `P-3`, £72 in the morning and £108 in the afternoon; it states the morning's
    /// price, proved.
    private static func plan(in session: Int, cost: Double = 72, _ week: Week = world.week) -> Plan {
        var sketch = PlanSketch(week)
        sketch.deploy("P-3", session, booking: .bank, contactMinutes: 30)
        sketch.give("D-1", "P-3", session, .support)
        sketch.plan.bookings = [
            BookingRow(
                staff: "P-3", session: session, team: "A", employment: .bank, hours: 4, cost: cost,
                covers: "1 call")
        ]
        sketch.plan.summary.terms[.bookings] = 72
        (sketch.plan.summary.objective, sketch.plan.summary.bound) = (72, 72)
        sketch.plan.summary.status = .optimal
        sketch.plan.summary.inputs = inputs
        return sketch.plan
    }

    private func judge(_ plan: Plan, _ inputs: [InputDigest] = inputs, week: Week = world.week) -> JudgedPlan
    {
        PlanAudit(week: week).judge(plan: plan, inputs: inputs)
    }

    @Test func `a plan as it was made stays as it is`() {
        let plan = Self.plan(in: 0)
        let judged = judge(plan)
        #expect(judged.standing.isAsMade)
        #expect(judged.standing.bound == 72)
        #expect(judged.plan == plan)
    }

    @Test func `a plan changed by hand is told with the tables that no longer agree, its price and its gap`()
    {
        let judged = judge(Self.plan(in: 1))
        let standing = judged.standing
        #expect(!standing.isAsMade)
        #expect(standing.tables == ["bookings.csv", "plan.json"])
        #expect(standing.inputs.isEmpty && standing.breaches.isEmpty)
        #expect([standing.terms.total, standing.stated.total, standing.bound] == [108, 72, 72])
        #expect(judged.plan.summary.objective == 108)
        #expect(judged.plan.summary.terms[.bookings] == 108)
        #expect(abs(judged.plan.summary.gap - 1.0 / 3) < 1e-9)
        #expect(judged.plan.summary.status == .changed)
        #expect(judged.plan.bookings.map(\.cost) == [108])
        #expect(judged.plan.bookings.map(\.covers) == ["1 call"])
    }

    @Test func `a change by hand that moves no figure is told all the same`() {
        var plan = Self.plan(in: 0)
        plan.edited = ["contacts.csv"]
        let judged = judge(plan)
        #expect(!judged.standing.isAsMade)
        #expect(judged.standing.edited == ["contacts.csv"])
        #expect(judged.standing.tables.isEmpty && judged.standing.breaches.isEmpty)
        #expect(judged.standing.bound == 72)
        #expect(judged.plan.summary.status == .changed)
    }

    @Test func `where the week has changed, nothing that was proved is proved any more`() {
        let now = [Self.inputs[0], InputDigest(path: "staff.csv", sha256: "cc")]
        let judged = judge(Self.plan(in: 0), now)
        #expect(judged.standing.inputs == [.init(path: "staff.csv", change: .changed)])
        #expect(judged.standing.bound == nil)
        #expect([judged.plan.summary.objective, judged.plan.summary.bound] == [72, 0])
        #expect(judged.plan.summary.status == .changed)
        let others = judge(
            Self.plan(in: 0), [InputDigest(path: "decisions.csv", sha256: "dd"), Self.inputs[1]])
        #expect(
            others.standing.inputs == [
                .init(path: "decisions.csv", change: .added), .init(path: "rota.csv", change: .gone),
            ])
    }

    @Test func `a plan that says nothing of its files is none whose week is known`() {
        var plan = Self.plan(in: 0)
        plan.summary.inputs = []
        let judged = judge(plan)
        #expect(!judged.standing.isAsMade)
        #expect(judged.standing.isOfAnotherWeek)
        #expect(judged.standing.bound == nil)
    }

    @Test func `a plan that breaks rules is compared with none`() throws {
        var plan = Self.plan(in: 0)
        plan.contacts = []
        let judged = judge(plan)
        #expect(try #require(judged.standing.breaches.first).contains("D-1"))
        #expect(judged.standing.bound == nil)
        // What the file leaves out goes unmet all the same: 30 minutes at £6.
        #expect(judged.plan.unmet.map(\.line) == ["D-1"])
        #expect(judged.plan.unmet.map(\.contacts) == [1])
        #expect(judged.plan.summary.terms[.unmet] == 180)
        #expect(judged.plan.deployments.map(\.contactMinutes) == [0])
    }

    @Test func `a bound above the price is not believed`() {
        var plan = Self.plan(in: 0)
        (plan.summary.bound, plan.summary.objective) = (500, 500)
        let judged = judge(plan)
        #expect(judged.standing.tables == ["plan.json"])
        #expect(judged.standing.bound == nil)
    }

    @Test func `the best plans of random weeks are as they were made, and restating them changes no row`() {
        for seed in 0..<60 {
            let week = RandomWeek.make(seed: UInt64(seed))
            var plan = Oracle(week).best().plan
            plan.summary.inputs = Self.inputs
            let audit = PlanAudit(week: week)
            #expect(audit.judge(plan: plan, inputs: Self.inputs).standing.isAsMade, "seed \(seed)")
            let restated = audit.judge(plan: plan, inputs: []).plan
            #expect(restated.deployments == plan.deployments, "seed \(seed)")
            #expect(restated.contacts == plan.contacts, "seed \(seed)")
            #expect(restated.unmet == plan.unmet, "seed \(seed)")
            #expect(restated.bookings.map(\.staff) == plan.bookings.map(\.staff), "seed \(seed)")
            #expect(
                zip(restated.bookings, plan.bookings).allSatisfy { abs($0.cost - $1.cost) < 1e-6 },
                "seed \(seed)")
        }
    }

    @Test func `changed plans are told, and restated they state nothing wrong`() {
        var changed = 0
        for seed in 0..<60 {
            let week = RandomWeek.make(seed: UInt64(seed))
            var plan = Oracle(week).best().plan
            plan.summary.inputs = Self.inputs
            let audit = PlanAudit(week: week)
            var random = SeededRandom(seed: UInt64(seed))
            for change in 0..<10 {
                var mutation = PlanMutation(week: week, plan: plan)
                mutation.change(&random)
                let findings = audit.check(plan: mutation.plan)
                let judged = audit.judge(plan: mutation.plan, inputs: Self.inputs)
                let at = "seed \(seed), change \(change)"
                #expect(judged.standing.isAsMade == findings.isClean, "\(at)")
                guard !judged.standing.isAsMade else { continue }
                changed += 1
                let again = audit.check(plan: judged.plan)
                #expect(again.discrepancies == [], "\(at)")
                #expect(abs(again.objective - judged.plan.summary.objective) < 1e-6, "\(at)")
                #expect(judged.plan.summary.status == .changed)
            }
        }
        #expect(changed >= 200)
    }
}
