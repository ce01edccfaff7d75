// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Each reason for unmet demand in a world in which it is the one that applies.
@Suite struct UnmetReasonTests {
    /// Whether the audit agrees that the last line of the plan is unmet for that reason.
    private func expect(
        _ reason: UnmetReason, _ world: TinyWorld, sourceLocation: SourceLocation = #_sourceLocation,
        _ draw: (inout PlanSketch) -> Void
    ) {
        for stated in UnmetReason.allCases {
            let findings = world.audit {
                draw(&$0)
                $0.leave("D-1", reason: stated)
            }
            #expect(findings.said == [], sourceLocation: sourceLocation)
            let isRefused = findings.discrepancies.contains { $0.subject == .unmet }
            #expect(isRefused == (stated != reason), "\(stated.rawValue)", sourceLocation: sourceLocation)
        }
    }

    private func world(_ activity: String, rota: [String: [String]]) -> TinyWorld {
        var world = TinyWorld()
        world.rota = rota
        world.demand("D-1", activity, contacts: 1, window: 0...0)
        return world
    }

    @Test func `nobody on the roster has a route`() {
        var world = world("assessment", rota: [:])
        world.signOffs = []
        expect(.nobodyCompetent, world) { _ in }
    }

    @Test func `nobody with a route is on the rota`() {
        expect(.nobodyAvailable, world("assessment", rota: ["P-1": ["L"]])) { _ in }
    }

    @Test func `working time keeps the only one from being booked`() {
        var world = world("care", rota: ["P-3": ["A"]])
        world.policy.bookingMinimumSessions = 2
        expect(.workingTime, world) { _ in }
        world.policy.bookingMinimumSessions = 1
        world.staff[2] = TinyWorld.person("P-3", "support-worker", .bank, maximumHours: 3)
        expect(.workingTime, world) { _ in }
    }

    @Test func `a cap keeps the only one from being booked`() {
        var world = world("care", rota: ["P-3": ["A"]])
        world.policy.bankCap = 71.99
        expect(.cap, world) { _ in }
    }

    @Test func `a lead is free and no second`() {
        expect(.noPair, world("transfer", rota: ["P-2": ["R"]])) { $0.deploy("P-2", 0) }
    }

    @Test func `the rows of one human are no pair`() {
        for (human, reason) in [(nil, UnmetReason.capacity), ("P-2", .noPair)] {
            var world = world("transfer", rota: ["P-2": ["A"], "P-4": ["A"]])
            world.staff.append(TinyWorld.person("P-4", "support-worker", .bank))
            world.staff[3].person = human
            expect(reason, world) { _ in }
        }
    }

    @Test func `nobody who may supervise could be there in the window`() {
        expect(.nobodySupervises, world("rehabilitation", rota: ["P-2": ["R"]])) { $0.deploy("P-2", 0) }
        expect(.nobodySupervises, world("rehabilitation", rota: ["P-2": ["A"]])) { _ in }
        var elsewhere = world("rehabilitation", rota: ["P-1": ["R@B"], "P-2": ["R"]])
        elsewhere.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        elsewhere.demand("D-2", "care", contacts: 0, team: "B")
        expect(.nobodySupervises, elsewhere) {
            $0.deploy("P-1", 0, "B")
            $0.deploy("P-2", 0)
        }
        // From afar P-1 could, if there were minutes left.
        elsewhere.activities[1].delegated?.remoteSupervision = true
        elsewhere.policy.supervisionMinutesPerSession = 4
        expect(.noSupervision, elsewhere) {
            $0.deploy("P-1", 0, "B")
            $0.deploy("P-2", 0)
        }
    }

    @Test func `somebody has the minutes and nobody supervises`() {
        var world = world("rehabilitation", rota: ["P-1": ["R"], "P-2": ["R"]])
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.demand("D-2", "care", contacts: 0, team: "B")
        for minutes in [0.0, 5] {
            world.activities[1].delegated?.supervisionMinutes = minutes
            expect(.noSupervision, world) {
                $0.deploy("P-1", 0, "B")
                $0.deploy("P-2", 0)
            }
        }
    }

    @Test func `a student has the minutes, and nobody registered is there`() {
        var world = world("care", rota: ["S-1": ["R"]])
        world.staff.append(TinyWorld.person("S-1", "student", .student))
        world.activities[2].support?.kinds = [.support, .student]
        expect(.noSupervision, world) { $0.deploy("S-1", 0) }
        world.policy.accompanied = []
        expect(.capacity, world) { $0.deploy("S-1", 0) }
    }

    @Test func `two students are free, and are no pair`() {
        var world = world("transfer", rota: ["P-1": ["R"], "S-1": ["R"], "S-2": ["R"]])
        world.staff += ["S-1", "S-2"].map { TinyWorld.person($0, "student", .student) }
        world.activities[3].support = SupportRoute(needs: [Need("handling", 2)], kinds: [.support, .student])
        world.activities[3].second?.registeredMay = false
        world.demand("D-2", "assessment", contacts: 0)
        expect(.noSupervision, world) { for person in ["P-1", "S-1", "S-2"] { $0.deploy(person, 0) } }
    }

    @Test func `somebody has the minutes and the span is used up`() {
        var world = world("rehabilitation", rota: ["P-1": ["R"], "P-2": ["R"]])
        world.teams = [TinyWorld.team("A", span: 0)]
        world.policy.nonContactMinutes = 40  // Two assessments leave P-1 40 of the 45 minutes.
        world.demand("D-2", "assessment", contacts: 2)
        expect(.noSupervision, world) {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-2", "P-1", 0, .registered, contacts: 2)
        }
    }

    @Test func `everyone who could is full, or elsewhere`() {
        var world = world("care", rota: ["P-2": ["R"]])
        world.demand("D-2", "care", contacts: 7)
        expect(.capacity, world) {
            $0.deploy("P-2", 0)
            $0.give("D-2", "P-2", 0, .support, contacts: 7)
        }
    }

    @Test func `a price, not a rule, left it unmet`() {
        expect(.capacity, world("care", rota: ["P-3": ["A"]])) { _ in }
    }
}
