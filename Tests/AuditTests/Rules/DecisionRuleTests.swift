// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

/// Decisions about delegation: `P-2` gives a delegated rehabilitation session, which `P-1` supervises.
@Suite struct DecisionRuleTests {
    private static let noRoute =
        "routes: P-2 gives 'rehabilitation' of line D-1 on 2026-11-23 am by the route 'delegated' but the person "
        + "has no route."

    private func world(
        _ decisions: [DelegationDecision], route: (inout DelegatedRoute) -> Void = { _ in }
    ) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        if var delegated = TinyWorld.rehabilitation.delegated {
            route(&delegated)
            world.activities[1].delegated = delegated
        }
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.demand("D-1", "rehabilitation", contacts: 1)
        world.demand("D-2", "care", contacts: 0)
        world.decisions = decisions
        return world
    }

    private func rule(
        _ ruling: DelegationDecision.Ruling, staff: String? = nil, team: String? = nil, day: Int = 0
    ) -> DelegationDecision {
        DelegationDecision(
            activity: "rehabilitation", staff: staff, team: team, ruling, reason: "reviewed", by: "AHP lead",
            on: TinyWorld().start.adding(days: day))
    }

    private func delegated(_ sketch: inout PlanSketch) {
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-2", 0, .delegated)
        sketch.supervise("P-1", 0, "rehabilitation", minutes: 5)
    }

    private func registered(_ sketch: inout PlanSketch) {
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-1", 0, .registered)
    }

    @Test func `delegated work that is refused is caught, for everyone, a person, a team or both`() {
        for decision in [
            rule(.refuse), rule(.refuse, staff: "P-2"), rule(.refuse, team: "A"),
            rule(.refuse, staff: "P-2", team: "A"), rule(.refuse, day: -50),
        ] {
            #expect(world([decision]).audit(delegated).said == [Self.noRoute], "\(decision)")
        }
    }

    @Test func `a refusal that concerns somebody else, another team or a later day is not`() {
        for decision in [
            rule(.refuse, staff: "P-3"), rule(.refuse, team: "B"), rule(.refuse, staff: "P-2", team: "B"),
            rule(.refuse, day: 1),
        ] {
            #expect(world([decision]).audit(delegated).said == [], "\(decision)")
        }
    }

    @Test func `a proposed delegation may be used where it is allowed`() {
        #expect(world([]) { $0.status = .proposed }.audit(delegated).said == [Self.noRoute])
        for decision in [rule(.allow), rule(.allow, staff: "P-2"), rule(.allow, team: "A")] {
            #expect(world([decision]) { $0.status = .proposed }.audit(delegated).said == [], "\(decision)")
        }
    }

    @Test func `a withdrawn delegation may not, whatever is decided`() {
        #expect(world([rule(.allow)]) { $0.status = .withdrawn }.audit(delegated).said == [Self.noRoute])
    }

    @Test func `only a decision of the review's day or later stands for the review`() {
        let yesterday = TinyWorld().start.adding(days: -1)
        let early = world([rule(.allow, day: -2)]) { $0.reviewOn = yesterday }
        #expect(early.audit(delegated).said == [Self.noRoute])
        let onTheDay = world([rule(.allow, day: -1)]) { $0.reviewOn = yesterday }
        #expect(onTheDay.audit(delegated).said == [])
    }

    @Test func `the most exact decision counts, then the latest, then the last`() {
        #expect(world([rule(.allow, staff: "P-2", day: -9), rule(.refuse)]).audit(delegated).said == [])
        #expect(
            world([rule(.refuse, staff: "P-2", day: -9), rule(.allow, team: "A")]).audit(delegated).said
                == [Self.noRoute])
        #expect(world([rule(.allow, day: -1), rule(.refuse, day: -2)]).audit(delegated).said == [])
        #expect(world([rule(.refuse), rule(.allow)]).audit(delegated).said == [])
    }

    @Test func `nobody is sent to a team where all they could do is refused`() {
        var world = world([rule(.refuse, team: "B")])
        world.demand("D-3", "rehabilitation", contacts: 0, team: "B")
        let findings = world.audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0, "B")
            $0.leave("D-1", contacts: 1)
        }
        #expect(
            findings.said == [
                "eligibility: P-2 may not be deployed on 2026-11-23 am to Team B: the person has a route to nothing "
                    + "that the team demands."
            ])
    }

    @Test
    func `registered work costs £8 where it may be delegated in the team, whatever is decided of people`() {
        func pounds(_ world: TinyWorld) -> Double { world.audit(registered).terms[.registeredOnDelegable] }
        #expect(pounds(world([])) == 8)
        #expect(pounds(world([rule(.refuse)])) == 0)
        #expect(pounds(world([rule(.refuse, team: "A")])) == 0)
        #expect(pounds(world([rule(.refuse, team: "B")])) == 8)
        #expect(pounds(world([rule(.refuse, staff: "P-2")])) == 8)
        #expect(pounds(world([rule(.allow, staff: "P-2")]) { $0.status = .proposed }) == 0)
        #expect(pounds(world([rule(.allow, team: "A")]) { $0.status = .proposed }) == 8)
    }
}
