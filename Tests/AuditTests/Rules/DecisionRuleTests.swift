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

    private static let refused =
        "routes: P-2 gives 'rehabilitation' of line D-1 on 2026-11-23 am by the route 'delegated' but the person "
        + "has no route, since AHP lead refused it to them on "

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
        for decision in [rule(.refuse), rule(.refuse, team: "A"), rule(.refuse, day: -50)] {
            #expect(world([decision]).audit(delegated).said == [Self.noRoute], "\(decision)")
        }
        for decision in [rule(.refuse, staff: "P-2"), rule(.refuse, staff: "P-2", team: "A")] {
            #expect(world([decision]).audit(delegated).said == [Self.refused + "2026-11-23."], "\(decision)")
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
                == [Self.refused + "2026-11-14."])
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
                    + "that the team demands, and it is not their own team."
            ])
    }

    @Test
    func
        `registered work costs £8 where it could be delegated, open or not, and nothing once that is withdrawn`()
    {
        func pounds(_ world: TinyWorld) -> Double { world.audit(registered).terms[.registeredOnDelegable] }
        for decisions in [
            [], [rule(.refuse)], [rule(.refuse, team: "A")], [rule(.refuse, staff: "P-2")],
            [rule(.allow, team: "A")],
        ] {
            #expect(pounds(world(decisions)) == 8)
            #expect(pounds(world(decisions) { $0.status = .proposed }) == 8)
            #expect(pounds(world(decisions) { $0.reviewOn = TinyWorld().start.adding(days: -1) }) == 8)
            #expect(pounds(world(decisions) { $0.status = .withdrawn }) == 0)
        }
    }
}

/// Refusals that name somebody, of work that has no delegated route.
@Suite struct RefusalRuleTests {
    private func world(_ activity: String, refused staff: String?, contacts: Int = 1) -> TinyWorld {
        var world = TinyWorld()
        world.rota = ["P-1": ["R"], "P-2": ["R"]]
        world.demand("D-1", activity, contacts: contacts, singleHanded: activity == "transfer" ? 1 : 0)
        world.decisions =
            staff.map {
                [
                    DelegationDecision(
                        activity: activity, staff: $0, .refuse, reason: "unsafe practice seen", by: "A. Lead",
                        on: world.start.adding(days: -3))
                ]
            } ?? []
        return world
    }

    @Test func `work within one's own role that was refused by name is caught`() {
        func said(_ staff: String?) -> [String] {
            world("care", refused: staff).audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-2", 0)
                $0.give("D-1", "P-2", 0, .support)
            }.said
        }
        #expect(said(nil) == [])
        #expect(said("P-1") == [])
        #expect(
            said("P-2") == [
                "routes: P-2 gives 'care' of line D-1 on 2026-11-23 am by the route 'support' but the person has no "
                    + "route, since A. Lead refused it to them on 2026-11-20."
            ])
    }

    @Test func `so are leading, seconding and being alone`() {
        func said(_ refused: String, _ lead: String, _ second: String) -> [String] {
            world("transfer", refused: refused).audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-2", 0)
                $0.give("D-1", lead, 0, .doubleHanded, partner: second)
            }.said
        }
        let opening = "pairs: The double-handed 1 contact of line D-1 on 2026-11-23 am by "
        let end = " 'transfer', since A. Lead refused it to them on 2026-11-20."
        #expect(said("P-2", "P-2", "P-1") == [opening + "P-2 and P-1: P-2 is not able to lead" + end])
        #expect(said("P-2", "P-1", "P-2") == [opening + "P-1 and P-2: P-2 is not able to second" + end])
        let alone = world("transfer", refused: "P-2").audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-2", 0, .singleHanded)
        }
        #expect(
            alone.said == [
                "single-handed: P-2 gives 1 contact of line D-1 on 2026-11-23 am single-handed but is not able to, "
                    + "since A. Lead refused it to them on 2026-11-20."
            ])
    }

    @Test func `the registered route stays open, whatever is decided`() {
        let findings = world("assessment", refused: "P-1").audit {
            $0.deploy("P-1", 0)
            $0.deploy("P-2", 0)
            $0.give("D-1", "P-1", 0, .registered)
        }
        #expect(findings.said == [])
    }

    @Test func `delegated work on an older sign-off than the one that counts is caught`() {
        func said(_ newer: SignOff?) -> [String] {
            var world = world("rehabilitation", refused: nil)
            world.signOffs =
                [
                    SignOff(
                        staff: "P-2", competency: "care", level: 2,
                        signedOffOn: world.start.adding(days: -300)),
                    SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: world.start),
                ] + (newer.map { [$0] } ?? [])
            return world.audit {
                $0.deploy("P-1", 0)
                $0.deploy("P-2", 0)
                $0.give("D-1", "P-2", 0, .delegated)
                $0.supervise("P-1", 0, "rehabilitation", minutes: 5)
            }.said
        }
        let start = TinyWorld().start
        let opening =
            "routes: P-2 gives 'rehabilitation' of line D-1 on 2026-11-23 am by the route 'delegated' but the "
            + "person has no route, since their assessment in 'care' of 2026-11-20 counts, level "
        let lower = SignOff(
            staff: "P-2", competency: "care", level: 1, signedOffOn: start.adding(days: -3))
        var ended = lower
        ended.level = 2
        ended.expiresOn = start.adding(days: -1)
        #expect(said(nil) == [])
        #expect(said(lower) == [opening + "1."])
        #expect(said(ended) == [opening + "2, held until 2026-11-22."])
    }
}
