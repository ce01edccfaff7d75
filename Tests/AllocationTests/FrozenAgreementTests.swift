// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import GLPK
import LinearModel
import TestSupport
import Testing
import Workforce

/// Tiny weeks of which a part is over (rule 10), and has changed since.
@Suite("On weeks that are partly over the optimum is the same by every road")
struct FrozenAgreementTests {
    @Test(
        "brute force, GLPK on the exact model, the engine and the audit agree", arguments: RandomFrozen.seeds)
    func agree(seed: UInt64) async throws {
        let week = RandomFrozen.make(seed: seed)
        let (_, _, _, plan) = try await expectAgreement(on: week, seed: seed)
        expectAsBefore(plan, week)
    }

    /// In sessions that are over the plan has the rows of the plan in force, but for people who are absent by now.
    private func expectAsBefore(_ plan: Plan, _ week: Week) {
        let frozen = week.frozenBefore ?? 0
        let isThere = { (id: String, session: Int) in
            guard let person = week.staff.firstIndex(where: { $0.id == id }) else { return false }
            return [.rostered, .available].contains(week.rota[person][session].duty)
        }
        let was = Set(
            (week.current ?? []).filter { $0.session < frozen && isThere($0.staff, $0.session) }
                .map { "\($0.staff) \($0.session) \($0.team)" })
        let now = plan.deployments.filter { $0.session < frozen }
            .map { "\($0.staff) \($0.session) \($0.team)" }
        #expect(Set(now) == was && now.count == was.count)
        let gave = Set(
            (week.currentContacts ?? []).filter { row in
                row.session < frozen && week.demand.contains { $0.id == row.line }
                    && row.workers.allSatisfy { isThere($0, row.session) }
            }.map {
                "\($0.line) \($0.session) \($0.staff) \($0.partner ?? "") \($0.route?.rawValue ?? "") \($0.contacts)"
            })
        let give = plan.contacts.filter { $0.session < frozen }.map {
            "\($0.line) \($0.session) \($0.staff) \($0.partner ?? "") \($0.route.rawValue) \($0.contacts)"
        }
        #expect(Set(give) == gave && give.count == gave.count)
        let supervised = (week.currentSupervision ?? []).filter { row in
            row.session < frozen && row.minutes > 0 && isThere(row.supervisor, row.session)
                && week.framework.activities.contains { $0.id == row.activity }
        }
        let supervise = plan.supervision.filter { $0.session < frozen }
        #expect(Self.minutes(supervise) == Self.minutes(supervised))
    }

    /// Minutes of supervision by who gave them, when, to whom and of what.
    private static func minutes(_ rows: [SupervisionRow]) -> [String: Double] {
        Dictionary(
            rows.map { ("\($0.supervisor) \($0.session) \($0.group) \($0.activity)", $0.minutes) },
            uniquingKeysWith: +)
    }

    @Test(
        "what one human asks who was in two places at once has one price by every road",
        arguments: [StaffRequest.Want.on, .off, .team("A"), .team("B"), .team("C")],
        [StaffRequest.Time.session(0), .day(0)])
    func twoPlaces(want: StaffRequest.Want, time: StaffRequest.Time) async throws {
        var world = TinyWorld()
        world.rota = ["P-2": ["R", ""], "P-3": ["A", ""]]
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B"), TinyWorld.team("C")]
        world.staff[2].person = "P-2"
        world.frozenBefore = 1
        world.current = [
            CurrentDeployment(staff: "P-2", session: 0, team: "A"),
            CurrentDeployment(staff: "P-3", session: 0, team: "B"),
        ]
        world.requests = [StaffRequest(staff: "P-2", time: time, want: want, weight: 4)]
        let week = world.week
        let best = Oracle(week).best()
        // £4, and half of that for who is refused most.
        #expect(best.plan.summary.terms[.requests] == (want == .on ? 0 : 6))
        let model = WeeklyModel(Instance(week))
        let exact = try GLPKSolver().solveInteger(model.program)
        #expect(abs((exact.objective ?? .nan) - best.objective) < 0.01)
        let options = AllocationOptions(timeLimit: nil, workLimit: 60, seed: 1)
        let result = await AllocationEngine(model, options: options).run()
        #expect(abs(result.objective - best.objective) < 0.01)
        expectClean(result.plan(of: model), week)
    }

    /// What fewer than 60 of the weeks reach, with how many do; `FrozenTests` has each by hand, too.
    private static let rarer: [FrozenReach: Int] = [
        .supervision: 50, .absentPartner: 41, .moreThanWanted: 30, .twoPlaces: 20, .pair: 16,
        .afterBooking: 10, .overCap: 7,
    ]

    @Test("parts of the rule are reached in 60 of the weeks, rarer ones in as many as is said")
    func reached() {
        var weeks: [FrozenReach: Int] = [:]
        for seed in RandomFrozen.seeds {
            let week = RandomFrozen.make(seed: seed)
            for reach in FrozenReach.of(week, Oracle(week).best().plan) { weeks[reach, default: 0] += 1 }
        }
        for reach in FrozenReach.allCases {
            let least = Self.rarer[reach, default: 60]
            #expect(weeks[reach, default: 0] >= least, "\(reach.rawValue): \(weeks[reach, default: 0])")
        }
    }
}
