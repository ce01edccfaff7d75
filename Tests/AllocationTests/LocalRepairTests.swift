// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Formulation
import Generation
import Intake
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Allocation

/// A generated week of 40 people is planned, somebody falls ill, and it is planned again from that plan.
@Suite("A re-run after a sick call")
struct LocalRepairTests {
    private static let work = 150

    private struct Case {
        let plan: Plan
        let before: Double
        let week: Week
        let absent: Int
    }

    private static func plan(
        _ week: Week, from start: Plan? = nil, work: Int, seed: UInt64 = 1
    ) async -> (plan: Plan, objective: Double) {
        let model = WeeklyModel(Instance(week))
        let shared = SharedIncumbent(
            options: AllocationOptions(timeLimit: nil, workLimit: work, seed: seed), cancellation: .init())
        let search = await Search(model, seed: seed, shared: shared, start: start, progress: nil)
            .run(until: work)
        let result = shared.result(proved: Proof.Outcome(bound: 0, incumbent: nil), searched: search)
        let plan = result.plan(of: model)
        return (plan, result.objective)
    }

    /// The week with its plan in force and somebody of the busiest day ill from then on.
    private static func sickCall(seed: UInt64) async throws -> Case {
        let (framework, _, _) = FrameworkReader.read(Repository.framework)
        let week = WeekGenerator(
            framework: try #require(framework), size: 40, seed: seed, weekStarting: TinyWorld().start
        ).week()
        let (plan, before) = await Self.plan(week, work: 2 * work)
        let duty = plan.deployments.filter { $0.booking == .rostered && $0.contactMinutes > 0 }
        let person = duty[Int(seed) * 7 % duty.count].staff
        let sessions = duty.filter { $0.staff == person && $0.session >= 6 }.map(\.session)
        var edit = WeekEdit(week)
        edit.putInForce(plan)
        for session in sessions { edit.mark(staff: person, session: session, RotaMark(.sick)) }
        return Case(plan: plan, before: before, week: edit.week, absent: sessions.count)
    }

    /// Person-sessions whose team, or none, differs between two plans.
    private static func changes(_ one: Plan, _ other: Plan) -> Int {
        struct Cell: Hashable {
            let staff: String
            let session: Int
        }
        func teams(_ plan: Plan) -> [Cell: String] {
            Dictionary(
                uniqueKeysWithValues: plan.deployments.map {
                    (Cell(staff: $0.staff, session: $0.session), $0.team)
                })
        }
        let (before, after) = (teams(one), teams(other))
        return Set(before.keys).union(after.keys).count { before[$0] != after[$0] }
    }

    @Test(
        "few people hear of it, and it costs less than a plan made afresh with the same work",
        arguments: 1...3)
    func nearTheEdit(seed: UInt64) async throws {
        let sick = try await Self.sickCall(seed: seed)
        let again = await Self.plan(sick.week, from: sick.plan, work: Self.work)
        let changes = Self.changes(sick.plan, again.plan)
        // Not all of them are for the absence: the first plan had not found what is worth more than a disruption.
        #expect(changes <= sick.absent + 20, "\(changes) changes for \(sick.absent) absences")
        let findings = PlanAudit(week: sick.week).check(plan: again.plan)
        #expect(findings.violations.map(\.sentence) == [])
        #expect(findings.discrepancies.map(\.sentence) == [])

        // Without a plan in force the week is planned from nothing; its changes are priced here.
        var free = WeekEdit(sick.week)
        free.liftForce()
        let afresh = await Self.plan(free.week, work: Self.work)
        let others = Self.changes(sick.plan, afresh.plan)
        let weight = sick.week.policy.disruptionSession
        #expect(again.objective < afresh.objective + weight * Double(others))
        #expect(4 * changes < others)
    }

    @Test("the plan in force alone is a start, too, and its contacts make it a better one", arguments: [1])
    func inForceAlone(seed: UInt64) async throws {
        let sick = try await Self.sickCall(seed: seed)
        let alone = await Self.plan(sick.week, work: Self.work)
        let again = await Self.plan(sick.week, from: sick.plan, work: Self.work)
        #expect(again.objective < alone.objective)
        #expect(Self.changes(sick.plan, alone.plan) <= sick.absent + 70)
    }

    @Test("a plan in force whose contacts are stated is begun with as it is", arguments: 1...3)
    func contactsInForce(seed: UInt64) async throws {
        let sick = try await Self.sickCall(seed: seed)
        var edit = WeekEdit(sick.week)
        edit.putInForce(sick.plan, contacts: true)
        let model = WeeklyModel(Instance(edit.week))
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: seed)
        let start = try #require(StartingPlan(inForceIn: model.instance))
        let mending = PlanMending(start, tables, &moves)
        let absent = sick.plan.contacts.filter { row in
            [row.staff, row.partner].contains { name in
                edit.week.staff.firstIndex { $0.id == name }.map {
                    edit.week.rota[$0][row.session].duty == .sick
                } == true
            }
        }
        let all = sick.plan.contacts.reduce(0) { $0 + $1.contacts }
        // Those of the absent are lost, and what hung on them: supervision is not stated and is found anew.
        #expect(mending.contactsTaken >= all - absent.reduce(0) { $0 + $1.contacts } - all / 10)
        #expect(mending.contactsTaken < all)
        #expect(mending.focus?.isEmpty == false)
    }

    @Test("the same start, seed and work give the same plan", arguments: [1])
    func deterministic(seed: UInt64) async throws {
        let sick = try await Self.sickCall(seed: seed)
        let one = await Self.plan(sick.week, from: sick.plan, work: 60)
        let other = await Self.plan(sick.week, from: sick.plan, work: 60)
        #expect(one.plan == other.plan)
        #expect(one.objective == other.objective)
    }

    @Test("moves near to a part of the week begin there", arguments: UInt64(1)...20)
    func focusedMoves(seed: UInt64) {
        let first = Constructed(seed: seed)
        let (moves, state) = (first.moves, first.state)
        guard let cell = state.option.firstIndex(where: { $0 >= 0 }) else { return }
        let place = state.teamPlace(Int(state.option[cell]))
        let focus = Focus(places: [place], lines: [], in: state)
        #expect(focus.cells.contains(cell))
        let wide = focus.widened(in: state)
        #expect(Set(wide.cells).isSuperset(of: focus.cells))
        #expect(Set(wide.lines).isSuperset(of: focus.lines))
        let near = moves.near(focus)
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let begins = near.someCell(&random)
            #expect(begins.map { focus.cells.contains($0) } == true)
            let line = near.someLine(&random)
            #expect(line.map { focus.lines.contains($0) } ?? focus.lines.isEmpty)
        }
    }
}
