// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import SeededRandom
import TestSupport
import Testing
import Workforce

/// Plans nobody could mean: they give violations, and the process goes on.
@Suite struct HostilePlanTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-2": ["A", "A"]]
        world.demand("D-1", "transfer", contacts: 2, singleHanded: 1)
        world.demand("D-2", "rehabilitation", contacts: 1)
        return world
    }

    @Test func `rows that name nobody are told apart from the rest`() {
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-1", 1)
            $0.deploy("nobody", 0)
            $0.leave("D-1", contacts: 2)
            $0.leave("D-2")
        }
        #expect(
            findings.said == [
                "files: deployments.csv: nobody to A: there is no person 'nobody' in the week."
            ])
    }

    @Test func `every kind of faulty row is a violation of the files`() {
        let valid = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-1", 1)
            $0.leave("D-1", contacts: 2)
            $0.leave("D-2")
        }
        #expect(valid.said == [])
        let faults: [(inout PlanSketch) -> Void] = [
            { $0.deploy("P-1", 9) }, { $0.deploy("P-1", -1) }, { $0.deploy("P-2", 0, "Z") },
            { $0.give("D-9", "P-1", 0, .registered) }, { $0.give("D-2", "P-9", 0, .registered) },
            { $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-9") },
            { $0.give("D-2", "P-1", .max, .registered) },
            { $0.give("D-2", "P-1", 0, .registered, contacts: -1) },
            { $0.supervise("P-9", 0, "rehabilitation", minutes: 1) },
            { $0.supervise("P-1", 0, "rehabilitation", minutes: -1) },
            { $0.supervise("P-1", 0, "rehabilitation", minutes: .nan) },
            { $0.supervise("P-1", 0, "juggling", minutes: 1) },
            { $0.supervise("P-1", 0, "rehabilitation", minutes: 1, group: "Z") },
            { $0.leave("D-9") }, { $0.leave("D-2", contacts: 0) },
        ]
        for (number, fault) in faults.enumerated() {
            let findings = world.audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-1", 1)
                $0.leave("D-1", contacts: 2)
                $0.leave("D-2")
                fault(&$0)
            }
            #expect(findings.violations.map(\.rule) == [.files], "fault \(number)")
        }
    }

    @Test func `a row repeats the team and activity of its line`() {
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-1", 1)
            $0.leave("D-1", contacts: 2)
            $0.plan.unmet.append(
                UnmetRow(
                    line: "D-2", team: "B", activity: "care", priority: .routine, contacts: 1,
                    contactMinutes: 40, reason: .capacity))
        }
        #expect(
            findings.said == [
                "files: unmet.csv: line D-2: the row says team 'B', the line 'A'; the row says activity 'care', "
                    + "the line 'rehabilitation'."
            ])
    }

    @Test func `the largest and smallest numbers there are give violations`() {
        for number in [Int.max, .min, -1, 0] {
            let findings = world.audit {
                for _ in 0..<3 {
                    $0.deploy("P-1", 0, contactMinutes: number)
                    $0.deploy("P-2", number)
                    $0.give("D-1", "P-1", 0, .doubleHanded, partner: "P-2", contacts: number)
                    $0.give("D-1", "P-2", number, .singleHanded, contacts: number)
                    $0.give("D-2", "P-2", 0, .delegated, contacts: number)
                    $0.supervise("P-1", 0, "rehabilitation", minutes: Double(number) * 1e300)
                    $0.leave("D-1", contacts: number)
                    $0.plan.bookings.append(
                        BookingRow(
                            staff: "P-2", session: number, team: "", employment: .agency, hours: .infinity,
                            cost: -.infinity, covers: ""))
                }
                $0.plan.summary.objective = -.infinity
                $0.plan.summary.bound = .infinity
            }
            #expect(!findings.violations.isEmpty)
            #expect(!findings.discrepancies.isEmpty)
        }
    }

    @Test func `plans of random identifiers and numbers never end the process`() {
        var random = SeededRandom(seed: 1)
        for seed in 0..<200 {
            let week = RandomWeek.make(seed: UInt64(seed))
            let staff = week.staff.map(\.id) + ["", "*"]
            let teams = week.teams.map(\.id) + ["", "Z"]
            let lines = week.demand.map(\.id) + ["?"]
            let numbers = [0, 1, 2, 3, -1, .max, .min]
            var sketch = PlanSketch(week)
            for _ in 0..<20 {
                let session = random.pick(Array(week.sessions.indices) + numbers)
                sketch.deploy(
                    random.pick(staff), session, random.pick(teams), booking: random.pick(Booking.allCases))
                sketch.give(
                    random.pick(lines), random.pick(staff), session, random.pick(ContactRoute.allCases),
                    partner: random.chance(50) ? random.pick(staff) : nil, contacts: random.pick(numbers))
                sketch.supervise(
                    random.pick(staff), session, random.pick(week.framework.activities).id,
                    minutes: random.pick([0, 5, -5, .nan, .infinity, 1e308]),
                    group: random.pick(teams + ["G"]))
                sketch.leave(
                    random.pick(lines), contacts: random.pick(numbers),
                    reason: random.pick(UnmetReason.allCases))
            }
            let audit = PlanAudit(week: week)
            let findings = audit.check(plan: sketch.plan)
            #expect(!findings.isClean)
            #expect(findings == audit.check(plan: sketch.plan), "the same plan gives the same findings")
        }
    }
}
