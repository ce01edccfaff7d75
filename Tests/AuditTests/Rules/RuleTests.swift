// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Foundation
import TestSupport
import Testing
import Workforce

extension TinyWorld {
    /// What an audit says of a plan for this world.
    func audit(_ draw: (inout PlanSketch) -> Void) -> AuditFindings {
        var sketch = PlanSketch(week)
        draw(&sketch)
        return PlanAudit(week: week).check(plan: sketch.plan)
    }
}

extension AuditFindings {
    /// Rules broken and what is said of each.
    var said: [String] { violations.map { "\($0.rule.rawValue): \($0.sentence)" } }
}

/// Rules 1 to 3, windows and routes: each broken alone says one sentence.
@Suite struct RuleTests {
    private func world(_ activity: String, contacts: Int = 1) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", activity, contacts: contacts)
        return world
    }

    @Test func `a plan that keeps every rule has no violations`() {
        let findings = world("care", contacts: 7).audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 7)
        }
        #expect(findings.said == [])
    }

    @Test func `everyone on duty is told where to go`() {
        let findings = world("care").audit {
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support)
        }
        #expect(
            findings.said == [
                "one-place: P-1 on 2026-11-23 am is on duty and deployed nowhere, but has a place in Team A."
            ])
    }

    @Test func `nobody is in two places`() {
        var world = world("care")
        world.teams.append(TinyWorld.team("B"))
        world.demand("D-2", "care", contacts: 0, team: "B")
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.deploy("P-2", 0, "B")
            $0.give("D-1", "P-2", 0, .support)
        }
        #expect(
            findings.said == [
                "one-place: P-2 on 2026-11-23 am is deployed 2 times: to Team A and Team B."
            ])
    }

    @Test func `whoever is on duty without a team of their own may stay without a place`() {
        func said(_ change: (inout TinyWorld) -> Void) -> [String] {
            var world = world("assessment")
            change(&world)
            return world.audit {
                $0.deploy("P-1", 0)
                $0.give("D-1", "P-1", 0, .registered)
            }.said
        }
        let sentence =
            "one-place: P-2 on 2026-11-23 am is on duty and deployed nowhere, but has a place in Team A."
        #expect(said { _ in } == [sentence], "at home, though there is nothing for them to do")
        #expect(said { $0.staff[1].homeTeam = nil } == [])
        #expect(said { $0.staff[1].employer = "council" } == [], "home is not open to them")
        #expect(
            said {
                $0.staff[1].homeTeam = nil
                $0.rota["P-2"] = ["R@A"]
            } == [sentence])
        #expect(
            said {
                $0.staff[1].homeTeam = nil
                $0.placements = [Placement(staff: "P-2", team: "A")]
            } == [sentence])
        #expect(
            said {
                $0.teams.append(TinyWorld.team("B"))
                $0.staff[1].homeTeam = "B"
                $0.demand("D-2", "care", contacts: 0)
            } == [sentence.replacingOccurrences(of: "Team A", with: "Team B")],
            "nor may they stay because another team is open, too")
    }

    @Test func `contacts fit into a session`() {
        let findings = world("care", contacts: 8).audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 8)
        }
        #expect(
            findings.said == ["time: P-2 works 4 h on 2026-11-23 am for Team A but has 3 h 30."])
        #expect(findings.violations.first?.team == "A")
    }

    @Test func `travel takes time unless the contact is remote`() {
        var world = world("care", contacts: 7)
        world.teams = [TinyWorld.team("A", travelMinutes: 5)]
        let draw: (inout PlanSketch) -> Void = {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 7)
        }
        #expect(
            world.audit(draw).said == ["time: P-2 works 4 h 05 on 2026-11-23 am for Team A but has 3 h 30."])
        world.activities = [
            Activity(
                id: "care", name: "Call", minutes: 30, remote: true,
                support: SupportRoute(registeredMay: true))
        ]
        #expect(world.audit(draw).said == [])
    }

    @Test func `a student at half pace has half the minutes`() {
        var world = world("care", contacts: 4)
        world.staff[1] = TinyWorld.person("P-2", "student", .student)
        world.activities = [
            Activity(
                id: "care", name: "Call", minutes: 30,
                support: SupportRoute(kinds: [.support, .student], registeredMay: true))
        ]
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support, contacts: 4)
        }
        #expect(findings.said == ["time: P-2 works 2 h on 2026-11-23 am for Team A but has 1 h 45."])
    }

    @Test func `contacts are given by somebody who is there`() {
        var world = world("care")
        world.rota["P-3"] = ["A"]
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-3", 0, .support)
        }
        #expect(
            findings.said == [
                "time: P-3 gives 1 contact of line D-1 on 2026-11-23 am for Team A but is not deployed there."
            ])
    }

    @Test func `contacts given and unmet add up`() {
        let findings = world("care", contacts: 3).audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support)
            $0.leave("D-1")
        }
        #expect(
            findings.said == ["demand: Line D-1 wants 3 contacts but the plan gives 1 and leaves 1 unmet."])
    }

    @Test func `contacts keep to their window`() {
        var world = TinyWorld()
        world.rota = ["P-2": ["R", "R"]]
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        let findings = world.audit {
            $0.deploy("P-2", 0)
            $0.deploy("P-2", 1)
            $0.give("D-1", "P-2", 1, .support)
        }
        #expect(
            findings.said == [
                "windows: P-2 gives 1 contact of line D-1 on 2026-11-23 pm but its window is from "
                    + "2026-11-23 am to 2026-11-23 am."
            ])
    }

    @Test func `contacts are given by the best route a person has`() {
        let findings = world("rehabilitation").audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .support)
        }
        #expect(
            findings.said == [
                "routes: P-2 gives 'rehabilitation' of line D-1 on 2026-11-23 am by the route 'support' but "
                    + "the person's best route is 'delegated'."
            ])
    }

    @Test func `nobody gives what they have no route to`() {
        var world = world("assessment")
        world.demand("D-2", "care", contacts: 0)
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .registered)
        }
        #expect(findings.said.count == 1)
        #expect(findings.said.first?.hasSuffix("but the person has no route.") == true)
    }

    @Test func `a delegated route closes after its review`() {
        var world = world("rehabilitation")
        let delegated = DelegatedRoute(
            supervisors: ["physiotherapy"], status: .approved, reviewOn: world.start.adding(days: -1))
        world.activities = [
            Activity(
                id: "rehabilitation", name: "Rehabilitation", minutes: 40,
                registered: RegisteredRoute(professions: ["physiotherapy"]), delegated: delegated),
            TinyWorld.care,
        ]
        world.demand("D-2", "care", contacts: 0)
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .delegated)
        }
        #expect(findings.violations.map(\.rule) == [.routes])
    }
}
