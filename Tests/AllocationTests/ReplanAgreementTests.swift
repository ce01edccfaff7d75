// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import SeededRandom
import TestSupport
import Testing
import Workforce

@Suite("A tiny week planned anew")
struct ReplanAgreementTests {
    private static let seeds: ClosedRange<UInt64> = 1...120

    /// A week, the best plan of it, and what it becomes by a random change while that plan is in force.
    private struct Case {
        let week: Week
        let plan: PlanRows
        let frozen: Int?
        let changes: [Change]

        init(seed: UInt64) {
            var random = SeededRandom(seed: seed &* 15_485_863 &+ 3)
            week = RandomWeek.full(seed: seed &+ 40_000).replacing {
                ($0.current, $0.currentContacts, $0.currentSupervision) = (nil, nil, nil)
            }
            plan = Oracle(week).best().plan.rows
            frozen = random.chance(80) ? random.pick(0...(week.sessions.count - 1)) : nil
            let (week, open) = (week, frozen ?? 0)
            changes = (0..<random.pick(1...2)).map { _ in
                switch random.pick(0...3) {
                case 0:
                    // Who is found sick may have been so in a session that is over.
                    let first = random.pick(0...(week.sessions.count - 1))
                    return .absence(
                        Absence(
                            staff: random.pick(week.staff).id, .sick,
                            in: SessionRange(from: week.sessions[first].id)))
                case 1: return .demand(.contacts(random.pick(0...3), line: random.pick(week.demand).id))
                default:
                    let session = random.pick(open...(week.sessions.count - 1))
                    return .availability(
                        Availability(
                            staff: random.pick(week.staff).id, sessions: [week.sessions[session].id],
                            random.pick([.available, .off])))
                }
            }
        }

        func changed() throws -> Week {
            try week.putting(inForce: plan, frozenBefore: frozen).week.applying(changes).week
        }
    }

    @Test("brute force, model, engine and audit agree, and what is over is as it was", arguments: seeds)
    func agree(seed: UInt64) async throws {
        let one = Case(seed: seed)
        let changed = try one.changed()
        let (_, _, _, plan) = try await expectAgreement(on: changed, seed: seed)
        let over = one.frozen ?? 0
        let isThere = { (id: String, session: Int) in
            guard let person = changed.staff.firstIndex(where: { $0.id == id }) else { return false }
            return [.rostered, .available].contains(changed.rota[person][session].duty)
        }
        func deployed(_ rows: PlanRows) -> Set<String> {
            Set(
                rows.deployments.filter { $0.session < over && isThere($0.staff, $0.session) }
                    .map { "\($0.staff) \($0.session) \($0.team)" })
        }
        #expect(deployed(plan.rows) == deployed(one.plan))
        #expect(plan.deployments.allSatisfy { $0.session >= over || isThere($0.staff, $0.session) })
        func given(_ rows: PlanRows) -> Set<String> {
            Set(
                rows.contacts.filter { row in
                    row.session < over
                        && [row.staff, row.partner].compactMap(\.self).allSatisfy { isThere($0, row.session) }
                }.map {
                    "\($0.line) \($0.session) \($0.staff) \($0.partner ?? "") \($0.route) \($0.contacts)"
                })
        }
        #expect(given(plan.rows) == given(one.plan))
    }

    @Test("changes are reached: absence in what is over, people called in, and plans that differ")
    func reached() throws {
        var (over, absent, differ) = (0, 0, 0)
        for seed in Self.seeds {
            let one = Case(seed: seed)
            let changed = try one.changed()
            if one.frozen ?? 0 > 0 { over += 1 }
            let past = FrozenPast(changed, WeekIndex(changed))
            let isAbsent = one.plan.deployments.contains { row in
                guard let person = changed.staff.firstIndex(where: { $0.id == row.staff }) else {
                    return false
                }
                return past.isOver(row.session) && past.team(person: person, session: row.session) == nil
            }
            if isAbsent { absent += 1 }
            let best = Oracle(changed).best().plan.rows
            if Set(best.deployments.map { "\($0.staff) \($0.session) \($0.team)" })
                != Set(one.plan.deployments.map { "\($0.staff) \($0.session) \($0.team)" })
            {
                differ += 1
            }
        }
        #expect(over >= 50 && absent >= 8 && differ >= 40, "\(over), \(absent), \(differ)")
    }

    @Test("a week that is planned anew with nothing changed keeps its plan, contacts too", arguments: seeds)
    func nothing(seed: UInt64) async throws {
        let one = Case(seed: seed)
        let options = AllocationOptions(timeLimit: nil, workLimit: 30, seed: seed)
        let plan = await Planner(one.week, options: options).plan().plan
        let inForce = try one.week.putting(inForce: plan.rows, frozenBefore: one.frozen).week
        let again = await Planner(inForce, options: options).plan(start: plan).plan
        #expect(again.rows == plan.rows)
        #expect(again.summary.objective <= plan.summary.objective + 1e-6)
    }
}
