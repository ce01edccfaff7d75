// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// What a plan states besides its rows is compared with what follows from them.
@Suite struct StatementTests {
    /// One bank session (£72) with two contacts of care, one more of them unmet (£45): £117.
    private func world() -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-3": ["A"]]
        world.demand("D-1", "care", contacts: 2)
        world.demand("D-2", "assessment", contacts: 1, priority: .routine)
        return world
    }

    private func plan(_ change: (inout PlanSketch) -> Void = { _ in }) -> Plan {
        var sketch = PlanSketch(world().week)
        sketch.deploy("P-3", 0, booking: .bank, contactMinutes: 60)
        sketch.give("D-1", "P-3", 0, .support, contacts: 2)
        sketch.leave("D-2", reason: .nobodyAvailable)
        sketch.plan.bookings = [row()]
        var terms = PriceTerms()
        terms[.bookings] = 72
        terms[.unmet] = 90
        sketch.plan.summary.terms = terms
        sketch.plan.summary.objective = 162
        sketch.plan.summary.bound = 162
        sketch.plan.summary.status = .optimal
        change(&sketch)
        return sketch.plan
    }

    private func row(cost: Double = 72, hours: Double = 4, team: String = "A") -> BookingRow {
        BookingRow(
            staff: "P-3", session: 0, team: team, employment: .bank, hours: hours, cost: cost, covers: "")
    }

    private func said(_ change: (inout PlanSketch) -> Void) -> [String] {
        let findings = PlanAudit(week: world().week).check(plan: plan(change))
        #expect(findings.violations == [])
        return findings.discrepancies.map { "\($0.subject.rawValue): \($0.sentence)" }
    }

    @Test func `a plan that states what its rows say is clean`() {
        #expect(said { _ in } == [])
        #expect(PlanAudit(week: world().week).check(plan: plan()).isClean)
    }

    @Test func `terms and objective agree to a penny`() {
        #expect(said { $0.plan.summary.terms[.bookings] = 72.009 } == [])
        #expect(
            said { $0.plan.summary.terms[.bookings] = 71 } == [
                "terms: The plan states £71.00 of bookings; its rows cost £72.00."
            ])
        #expect(
            said { $0.plan.summary.objective = 161 }.contains(
                "objective: The plan states an objective of £161.00; its rows cost £162.00."))
    }

    @Test func `a bound above the price is impossible`() {
        #expect(
            said {
                $0.plan.summary.bound = 163
                $0.plan.summary.status = .withinGap
            } == ["bound: The plan states that no plan costs less than £163.00, but it costs £162.00 itself."]
        )
    }

    @Test func `a plan is optimal only where its bound is its price`() {
        #expect(said { $0.plan.summary.bound = 160 }.map { $0.prefix(7) } == ["status:"])
        #expect(
            said {
                $0.plan.summary.bound = 160
                $0.plan.summary.status = .timeLimit
            } == [])
    }

    @Test func `a gap is of the price found`() {
        let found = said {
            $0.plan.summary.objective = 200
            $0.plan.summary.status = .timeLimit
        }
        #expect(found.contains("gap: The plan states a gap of 19 %; with the price found it is 0 %."))
    }

    @Test func `the decisions recorded are those that hold in the week`() {
        var world = world()
        let start = world.start
        func decide(_ by: String, _ ruling: DelegationDecision.Ruling, day: Int) -> DelegationDecision {
            DelegationDecision(
                activity: "rehabilitation", staff: "P-3", ruling, reason: "r", by: by,
                on: start.adding(days: day))
        }
        let (before, now) = (decide("A. Lead", .refuse, day: -9), decide("B. Lead", .allow, day: 0))
        world.decisions = [before, now, decide("C. Lead", .refuse, day: 1)]
        func said(_ stated: [DelegationDecision]) -> [String] {
            var plan = plan()
            plan.summary.decisions = stated
            return PlanAudit(week: world.week).check(plan: plan).discrepancies.map(\.sentence)
        }
        #expect(said([now]) == [])
        #expect(
            said([before]) == [
                "decisions.csv has a decision that the plan was made without: 'rehabilitation' allowed for P-3 by "
                    + "B. Lead on 2026-11-23.",
                "The plan was made with a decision that does not hold in the week: 'rehabilitation' refused for P-3 "
                    + "by A. Lead on 2026-11-14.",
            ])
    }

    @Test func `figures that are no numbers agree with nothing`() {
        #expect(!said { $0.plan.summary.terms[.unmet] = .nan }.isEmpty)
        #expect(!said { $0.plan.summary.bound = .nan }.isEmpty)
        #expect(!said { $0.plan.bookings = [row(cost: .nan)] }.isEmpty)
    }

    @Test func `deployments state booking, minutes and contact minutes`() {
        let found = said {
            $0.plan.deployments = [
                Deployment(
                    staff: "P-3", session: 0, team: "A", booking: .contract, minutes: 200, contactMinutes: 30)
            ]
        }
        #expect(
            found == [
                "deployments: deployments.csv states for P-3 on 2026-11-23 am booking 'contract', which is "
                    + "'bank'; 200 paid minutes, which are 240; 30 contact minutes, which are 60."
            ])
    }

    @Test func `contacts state minutes`() {
        let found = said {
            let row = $0.plan.contacts[0]
            $0.plan.contacts = [
                ContactRow(
                    line: row.line, activity: row.activity, team: row.team, session: 0, staff: row.staff,
                    route: row.route, contacts: 2, minutes: 61)
            ]
        }
        #expect(
            found == [
                "contacts: contacts.csv states 61 minutes for line D-1 by P-3 on 2026-11-23 am, which are 60."
            ])
    }

    @Test func `unmet rows state priority, minutes and reason`() {
        let found = said {
            $0.plan.unmet = [
                UnmetRow(
                    line: "D-2", team: "A", activity: "assessment", priority: .urgent, contacts: 1,
                    contactMinutes: 61, reason: .capacity)
            ]
        }
        #expect(
            found == [
                "unmet: unmet.csv states for line D-2 priority 'urgent', which is 'routine'; 61 contact minutes, "
                    + "which are 60; reason 'capacity', which is 'nobody-available'."
            ])
    }

    @Test func `bookings have a row each, with team, hours and cost`() {
        #expect(
            said { $0.plan.bookings = [] } == [
                "bookings: bookings.csv lacks P-3 on 2026-11-23 am, bank at £72.00."
            ])
        #expect(
            said { $0.plan.bookings = [row(cost: 71, hours: 3)] } == [
                "bookings: bookings.csv states for P-3 on 2026-11-23 am 3 hours, which are 4; £71.00, which are "
                    + "£72.00."
            ])
        #expect(said { $0.plan.bookings = [row(), row()] }.count == 1)
    }
}
