// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// Weeks that an AHP lead would not sign if plans let through what they must not: who is there for whom.
@Suite("Supervision and company, planned")
struct SupervisionCaseTests {
    /// The best plan of a world; it audits clean.
    private func planned(_ world: TinyWorld) async -> Plan {
        let model = WeeklyModel(Instance(world.week))
        let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: 1)
        let result = await AllocationEngine(model, options: options).run()
        #expect(result.status == .optimal)
        let plan = result.plan(of: model)
        let findings = PlanAudit(week: world.week).check(plan: plan)
        #expect(findings.violations.map(\.sentence) == [])
        #expect(findings.discrepancies.map(\.sentence) == [])
        return plan
    }

    private func given(_ plan: Plan, _ line: String = "D-1") -> Int {
        plan.contacts.filter { $0.line == line }.reduce(0) { $0 + $1.contacts }
    }

    @Test("without minutes of supervision and without a span nothing is delegated where nobody may supervise")
    func noMinutes() async {
        var world = TinyWorld()
        world.rota = ["P-2": ["R", "R"]]
        world.activities[1].delegated?.supervisionMinutes = 0
        world.demand("D-1", "rehabilitation", contacts: 3)
        let alone = await planned(world)
        #expect(given(alone) == 0)
        #expect(alone.unmet.map(\.reason) == [.nobodySupervises])
        world.rota["P-1"] = ["R"]
        world.demand("D-2", "assessment", contacts: 2, priority: .critical)
        let supervised = await planned(world)
        #expect(given(supervised) == 3)
        #expect(supervised.contacts.filter { $0.route == .delegated }.map(\.session) == [0])
        #expect(supervised.contacts.filter { $0.route == .delegated }.map(\.supervisor) == ["P-1"])
        #expect(supervised.supervision == [])
    }

    @Test("a supervisor without the sign-off that supervising takes is none")
    func needs() async {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.competencies.append(Competency(id: "overseeing", name: "Overseeing"))
        world.activities[1].delegated?.supervisorNeeds = [Need("overseeing", 4)]
        world.activities[1].registered?.needs = [Need("therapy", 2)]
        world.demand("D-1", "rehabilitation", contacts: 6)
        let plan = await planned(world)
        // P-1 has time for four, and P-2 may give none.
        #expect(given(plan) == 4)
        #expect(plan.contacts.allSatisfy { $0.route == .registered })
    }

    @Test("from afar one supervisor serves two teams, and supervision.csv says so")
    func fromAfar() async {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.rota = ["P-1": ["R@B"], "P-2": ["R@A"]]
        world.activities[1].delegated?.remoteSupervision = true
        world.demand("D-1", "rehabilitation", contacts: 2)
        world.demand("D-2", "assessment", contacts: 1, team: "B")
        let plan = await planned(world)
        #expect(given(plan) == 2)
        #expect(plan.supervision.map(\.group) == ["*"])
        #expect(plan.supervision.map(\.minutes) == [10])
        world.activities[1].delegated?.remoteSupervision = false
        #expect(given(await planned(world)) == 0)
    }

    @Test("social workers, who supervise nothing, do not widen a physiotherapist's span")
    func span() async {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A", span: 1)]
        world.roles.append(
            Role(id: "social-worker", name: "Social worker", kind: .registered, profession: "social-work"))
        world.activities.append(
            Activity(
                id: "review", name: "Review", minutes: 30,
                registered: RegisteredRoute(professions: ["social-work"])))
        for person in ["P-4", "P-5"] {
            world.staff.append(TinyWorld.person(person, "social-worker", .substantive))
        }
        for person in ["P-1", "P-2", "P-3", "P-4", "P-5"] { world.rota[person] = ["R"] }
        world.staff[2] = TinyWorld.person("P-3", "support-worker", .substantive)
        world.demand("D-1", "rehabilitation", contacts: 12)
        world.demand("D-2", "assessment", contacts: 2, priority: .critical)
        world.demand("D-3", "review", contacts: 2)
        let plan = await planned(world)
        #expect(Set(plan.contacts.filter { $0.route == .delegated }.map(\.staff)).count == 1)
    }

    @Test("a student and nobody else: no contact; with a therapist in the group there are some")
    func student() async {
        var world = TinyWorld()
        world.staff.append(TinyWorld.person("S-1", "student", .student))
        world.activities[2].support = SupportRoute(needs: [Need("care", 1)], kinds: [.support, .student])
        world.rota = ["S-1": ["R"]]
        world.demand("D-1", "care", contacts: 2)
        let alone = await planned(world)
        #expect(given(alone) == 0)
        #expect(alone.unmet.map(\.reason) == [.noSupervision])
        world.rota["P-1"] = ["R"]
        world.demand("D-2", "assessment", contacts: 1)
        #expect(given(await planned(world)) == 2)
    }

    @Test("two students are never a pair, whatever the framework lets them lead")
    func twoStudents() async {
        var world = TinyWorld()
        world.staff += ["S-1", "S-2"].map { TinyWorld.person($0, "student", .student) }
        world.activities[3].support = SupportRoute(needs: [Need("handling", 2)], kinds: [.support, .student])
        world.activities[3].second = nil
        world.rota = ["P-1": ["R"], "S-1": ["R"], "S-2": ["R"]]
        world.demand("D-1", "transfer", contacts: 2)
        world.demand("D-2", "assessment", contacts: 1)
        let students = await planned(world)
        #expect(given(students) == 0)
        #expect(students.unmet.map(\.reason) == [.noSupervision])
        world.rota["P-2"] = ["R"]
        let helped = await planned(world)
        #expect(given(helped) == 2)
        #expect(
            helped.contacts.filter { $0.route == .doubleHanded }.allSatisfy { row in
                [row.staff, row.partner].contains("P-2")
            })
    }

    @Test("whatever keeps rule 4 can be put into pairs with a lead and without two who are to be accompanied")
    func pairing() {
        // Who may lead and who is to be accompanied, of five people, each in up to three contacts.
        let kinds = [(true, false), (true, true), (false, false), (false, true), (true, false), (true, true)]
        var paired = 0
        for code in 0..<4096 {
            let counts = (0..<6).map { code >> (2 * $0) & 3 }
            let total = counts.reduce(0, +)
            guard total > 0, total.isMultiple(of: 2) else { continue }
            var parts = counts.indices.filter { counts[$0] > 0 }.map {
                PairPart(person: $0, leads: kinds[$0].0, isAccompanied: kinds[$0].1, left: counts[$0])
            }
            let pairs = total / 2
            let seconds = parts.filter { !$0.leads }.reduce(0) { $0 + $1.left }
            let accompanied = parts.filter(\.isAccompanied).reduce(0) { $0 + $1.left }
            guard parts.allSatisfy({ $0.left <= pairs }), seconds <= pairs, accompanied <= pairs else {
                continue
            }
            paired += 1
            for left in stride(from: pairs, to: 0, by: -1) {
                guard let (lead, second) = PairPart.next(of: parts, left: left) else {
                    Issue.record("\(counts) cannot be paired")
                    break
                }
                #expect(lead != second && parts[lead].leads)
                #expect(!(parts[lead].isAccompanied && parts[second].isAccompanied))
                parts[lead].left -= 1
                parts[second].left -= 1
            }
            #expect(parts.allSatisfy { $0.left == 0 })
        }
        #expect(paired > 500, "\(paired)")
    }
}
