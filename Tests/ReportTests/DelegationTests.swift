// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures

/// `TinyWorld`: a physiotherapist P-1 and support workers P-2 and P-3. A session of rehabilitation takes 45 minutes,
/// 40 of them with the person, and 5 minutes of supervision when delegated.
@Suite struct DelegationTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"]]
        world.demand("D-1", "rehabilitation", contacts: 3)
        return world
    }

    private func figures(_ world: TinyWorld, _ body: (inout PlanSketch) -> Void) -> DelegationFigures {
        var sketch = PlanSketch(world.week)
        body(&sketch)
        return ReportFigures(week: world.week, plan: sketch.plan).delegation
    }

    /// Three sessions of rehabilitation by the physiotherapist, with the support worker beside her.
    private func kept(_ sketch: inout PlanSketch) {
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-1", 0, .registered, contacts: 3)
    }

    private func reasons(_ world: TinyWorld, _ body: (inout PlanSketch) -> Void) -> [String] {
        figures(world, body).notDelegated.map { "\($0.now.rawValue) \($0.reason.rawValue) \($0.contacts)" }
    }

    private func delegation(_ world: inout TinyWorld, _ change: (inout DelegatedRoute) -> Void) {
        guard var route = TinyWorld.rehabilitation.delegated else { return }
        change(&route)
        var activity = TinyWorld.rehabilitation
        activity.delegated = route
        world.activities = world.activities.map { $0.id == activity.id ? activity : $0 }
    }

    @Test func `delegated work names evidence, supervisor, supervision and span`() throws {
        var world = world
        world.teams = [TinyWorld.team("A", span: 6)]
        world.signOffs = [
            SignOff(
                staff: "P-2", competency: "care", level: 3, signedOffOn: world.start,
                expiresOn: world.start.adding(days: 9)),
            SignOff(staff: "P-1", competency: "therapy", level: 2, signedOffOn: world.start),
        ]
        let found = figures(world) { sketch in
            sketch.deploy("P-1", 0)
            sketch.deploy("P-2", 0)
            sketch.give("D-1", "P-2", 0, .delegated, contacts: 2, supervisor: "P-1")
            sketch.supervise("P-1", 0, "rehabilitation", minutes: 10)
        }
        let item = try #require(found.items.first)
        #expect(found.items.count == 1)
        #expect([item.team, item.activity, item.supportWorker] == ["A", "rehabilitation", "P-2"])
        #expect(item.evidence.map(\.competency) == ["care"])
        #expect(item.evidence.map(\.levelNeeded) == [2])
        #expect(item.evidence.map(\.level) == [3])
        #expect(item.evidence.map(\.until) == ["2026-12-02"])
        #expect(item.supervisors == ["P-1"])
        #expect(item.supervisor == "P-1")
        #expect(item.supervisionMinutes == 10)
        #expect(item.span == DelegationSpan(delegatedTo: 1, limit: 6))
        // Two sessions of 40 minutes and 5 of notes, less 10 of supervision.
        #expect(found.hours == 80.0 / 60)
        #expect(found.workHours == 90.0 / 60)
        #expect(found.supervisionHours == 10.0 / 60)
        #expect(abs(found.releasedHours - 80.0 / 60) < 1e-9)
    }

    @Test func `supervision that several share is told by their contacts`() {
        var world = world
        world.rota["P-3"] = ["A"]
        let found = figures(world) { sketch in
            for staff in ["P-1", "P-2", "P-3"] { sketch.deploy(staff, 0) }
            sketch.give("D-1", "P-2", 0, .delegated, contacts: 2)
            sketch.give("D-1", "P-3", 0, .delegated)
            sketch.supervise("P-1", 0, "rehabilitation", minutes: 15)
        }
        #expect(found.items.map(\.supportWorker) == ["P-2", "P-3"])
        #expect(found.items.map(\.supervisionMinutes) == [10, 5])
        #expect(found.items.map(\.span) == Array(repeating: .init(delegatedTo: 2, limit: nil), count: 2))
    }

    @Test func `registered people gave what a free support worker could have`() {
        #expect(reasons(world, kept) == ["registered worker-free 3"])
        // The support worker has 210 minutes, of which 4 calls take 120: time for two more of 45.
        var world = world
        world.demand("D-2", "care", contacts: 4)
        let some = reasons(world) { sketch in
            kept(&sketch)
            sketch.give("D-2", "P-2", 0, .support, contacts: 4)
        }
        #expect(some == ["registered workers-full 1", "registered worker-free 2"])
    }

    @Test func `whoever gives it now has its minutes for supervision once it is delegated`() {
        var world = world
        world.lines = []
        world.demand("D-1", "rehabilitation", contacts: 4)
        world.demand("D-2", "care", contacts: 1)
        // Four sessions of 45 minutes and a call of 30 fill the 210 minutes of the only supervisor.
        let full = reasons(world) { sketch in
            sketch.deploy("P-1", 0)
            sketch.deploy("P-2", 0)
            sketch.give("D-1", "P-1", 0, .registered, contacts: 4)
            sketch.give("D-2", "P-1", 0, .support)
        }
        #expect(full == ["registered worker-free 4"])
    }

    @Test func `the state of the approval comes first`() {
        for (status, word) in [(DelegatedRoute.Status.proposed, "proposed"), (.withdrawn, "withdrawn")] {
            var world = world
            delegation(&world) { $0.status = status }
            #expect(reasons(world, kept) == ["registered \(word) 3"])
        }
        var late = world
        let yesterday = late.start.adding(days: -1)
        delegation(&late) { $0.reviewOn = yesterday }
        #expect(reasons(late, kept) == ["registered past-review 3"])
    }

    @Test func `then who is signed off, who is there, who may supervise and the span`() {
        var unsigned = world
        unsigned.signOffs = [
            SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: world.start),
            SignOff(staff: "P-2", competency: "care", level: 1, signedOffOn: world.start),
        ]
        #expect(reasons(unsigned, kept) == ["registered nobody-signed-off 3"])

        let alone = reasons(world) { sketch in
            sketch.deploy("P-1", 0)
            sketch.deploy("P-2", 1)
            sketch.give("D-1", "P-1", 0, .registered, contacts: 3)
        }
        #expect(alone == ["registered nobody-there 3"])

        var nursing = world
        delegation(&nursing) { $0.supervisors = ["nursing"] }
        #expect(reasons(nursing, kept) == ["registered no-supervisor 3"])

        var busy = world
        busy.policy.supervisionMinutesPerSession = 4
        #expect(reasons(busy, kept) == ["registered supervision-full 3"])

        var narrow = world
        narrow.teams = [TinyWorld.team("A", span: 0.5)]
        #expect(reasons(narrow, kept) == ["registered span-full 3"])
    }

    @Test func `what AHP leads decided counts, and is told`() throws {
        func decide(_ ruling: DelegationDecision.Ruling, _ staff: String?, _ team: String?) -> TinyWorld {
            var world = world
            world.decisions = [
                DelegationDecision(
                    activity: "rehabilitation", staff: staff, team: team, ruling, reason: "r", by: "Lead OT",
                    on: world.start)
            ]
            return world
        }
        #expect(reasons(decide(.refuse, nil, "A"), kept) == ["registered refused 3"])
        #expect(reasons(decide(.refuse, "P-2", nil), kept) == ["registered nobody-there 3"])
        // P-3 could do it elsewhere; refused to both of them, nobody is left.
        var both = decide(.refuse, "P-2", nil)
        both.decisions += decide(.refuse, "P-3", nil).decisions
        #expect(reasons(both, kept) == ["registered refused 3"])
        var proposed = decide(.allow, nil, "A")
        delegation(&proposed) { $0.status = .proposed }
        #expect(reasons(proposed, kept) == ["registered worker-free 3"])
        let given = figures(proposed) { sketch in
            sketch.deploy("P-2", 0)
            sketch.give("D-1", "P-2", 0, .delegated)
        }
        let item = try #require(given.items.first)
        #expect(item.approvedBy == "Lead OT")
        #expect(item.decidedOn == "2026-11-23")
        // The registered work counts as work that support could do once a lead allows it.
        var sketch = PlanSketch(proposed.week)
        kept(&sketch)
        let mix = ReportFigures(week: proposed.week, plan: sketch.plan).staffing.skillMixTotal
        #expect(mix.registeredOnDelegableHours == 2)
    }

    @Test func `care not met is told where only the approval or the sign-offs stand in the way`() {
        var proposed = world
        delegation(&proposed) { $0.status = .proposed }
        #expect(reasons(proposed) { $0.leave("D-1", contacts: 3) } == ["unmet proposed 3"])
        // With an approval and somebody signed off it is for the plan's own reasons.
        #expect(reasons(world) { $0.leave("D-1", contacts: 3) } == ["none shared 0"])
    }

    @Test func `every activity with a delegated route has a row`() {
        var idle = world
        idle.lines = []
        #expect(reasons(idle) { _ in } == ["none not-wanted 0"])
    }

    @Test func `contacts of registered people that are not delegated all have a reason`() {
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let found = ReportFigures(week: week, plan: plan).delegation
            let delegable = Set(week.framework.activities.filter { $0.delegated != nil }.map(\.id))
            let kept = plan.contacts.filter { $0.route == .registered && delegable.contains($0.activity) }
            let told = found.notDelegated.filter { $0.now == .registered }
            #expect(told.reduce(0) { $0 + $1.contacts } == kept.reduce(0) { $0 + $1.contacts })
            for figure in found.notDelegated {
                #expect(figure.teams.reduce(0) { $0 + $1.contacts } == figure.contacts)
            }
            #expect(Set(found.notDelegated.map(\.activity)) == delegable)
        }
    }

    @Test func `reviews are told within 60 days of the last day`() {
        var world = world
        world.days = 7
        let last = world.start.adding(days: 6)
        for (days, isTold, hasPassed) in [(60, true, false), (61, false, false), (-1, true, true)] {
            delegation(&world) { $0.reviewOn = last.adding(days: days) }
            let found = figures(world) { sketch in
                sketch.deploy("P-2", 0)
                sketch.give("D-1", "P-2", 0, .delegated, contacts: 2)
            }.reviews
            #expect(found.map(\.activity) == (isTold ? ["rehabilitation"] : []))
            #expect(found.map(\.hasPassed) == (isTold ? [hasPassed] : []))
            #expect(found.map(\.contacts) == (isTold ? [2] : []))
            #expect(found.map(\.people) == (isTold ? [2] : []))
        }
    }

    @Test func `every sign-off is told that has ended or ends soon, with what it stops`() {
        var world = world
        let start = world.start
        func told(_ signOffs: [SignOff]) -> [ExpiringFigure] {
            world.signOffs = signOffs
            return figures(world) { sketch in
                sketch.give("D-1", "P-2", 0, .delegated, contacts: 2)
            }.signOffs
        }
        func care(_ level: Int, _ from: Int, _ until: Int?) -> SignOff {
            SignOff(
                staff: "P-2", competency: "care", level: level, signedOffOn: start.adding(days: from),
                expiresOn: until.map { start.adding(days: $0) })
        }
        let soon = told([care(3, -30, 10)])
        #expect(soon.map(\.until) == ["2026-12-03"])
        #expect(soon.map(\.hasEnded) == [false])
        #expect(
            soon.first?.stops == [
                .init(activity: "rehabilitation", part: .delegated), .init(activity: "care", part: .give),
            ])
        #expect(soon.map(\.contacts) == [2])
        #expect(told([care(3, -30, 60)]).count == 1)
        #expect(told([care(3, -30, 61)]).isEmpty)
        // Assessed again in time, and as high, is no end; assessed lower is.
        #expect(told([care(3, -30, 10), care(3, 5, nil)]).isEmpty)
        #expect(told([care(3, -30, 10), care(1, 5, nil)]).count == 1)
        let ended = told([care(3, -90, -20), care(2, -90, -10)])
        #expect(ended.map(\.until) == ["2026-11-13"])
        #expect(ended.map(\.hasEnded) == [true])
        // P-3 is another row of P-2: one sign-off, told once, with the contacts of both.
        world.staff[2].person = "P-2"
        let shared = told([care(3, -30, 10)])
        #expect(shared.map(\.staff) == ["P-2"])
        #expect(shared.map(\.stops) == soon.map(\.stops))
        #expect(shared.map(\.contacts) == [2])
    }

    @Test func `the end of a supervisor's sign-off is told with the delegated contacts that rest on them`() {
        var world = world
        let start = world.start
        delegation(&world) { $0.supervisorNeeds = [Need("leading", 3)] }
        world.competencies.append(Competency(id: "leading", name: "leading"))
        func told(_ status: DelegatedRoute.Status) -> [ExpiringFigure] {
            delegation(&world) {
                $0.supervisorNeeds = [Need("leading", 3)]
                $0.status = status
            }
            world.signOffs = [
                SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: start),
                SignOff(
                    staff: "P-1", competency: "leading", level: 3, signedOffOn: start.adding(days: -30),
                    expiresOn: start.adding(days: 10)),
                SignOff(staff: "P-2", competency: "care", level: 3, signedOffOn: start),
            ]
            return figures(world) { sketch in
                sketch.deploy("P-1", 0)
                sketch.deploy("P-2", 0)
                sketch.give("D-1", "P-1", 0, .registered, contacts: 1)
                sketch.give("D-1", "P-2", 0, .delegated, contacts: 2, supervisor: "P-1")
                sketch.supervise("P-1", 0, "rehabilitation", minutes: 10)
            }.signOffs
        }
        let soon = told(.approved)
        #expect(soon.map(\.competency) == ["leading"])
        #expect(soon.map(\.isAskedFor) == [true])
        #expect(soon.first?.stops == [.init(activity: "rehabilitation", part: .supervise)])
        // The two that she supervises, and not the one that she may still give herself.
        #expect(soon.map(\.contacts) == [2])
        // Where nobody may be delegated anything there is nothing to supervise.
        #expect(told(.withdrawn).map(\.stops) == [[]])
    }
}
