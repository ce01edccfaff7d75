// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

/// Decisions about delegation, each with what it does to the price.
///
/// Two critical assessments leave the physiotherapist `P-1` 50 of 210 minutes: enough for one rehabilitation session
/// of 45, or to supervise ten. The support worker `P-2` has time for all three that are wanted. Delegated, they
/// cost nothing. Else `P-1` gives one and two are not met, at £60 each; the one costs £8 (£0.20 × 40), for it is work
/// that could be delegated, unless the framework has withdrawn that.
@Suite("Decisions about delegation in the exact model")
struct DecisionTests {
    private static let start = TinyWorld().start

    private func price(_ decisions: [DelegationDecision], route: (inout DelegatedRoute) -> Void = { _ in })
        throws -> Double
    {
        try cheapest(
            world(["P-1": ["R@A"], "P-2": ["R@A"]]) { world in
                if var delegated = TinyWorld.rehabilitation.delegated {
                    route(&delegated)
                    world.activities[1].delegated = delegated
                }
                world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
                world.demand("D0", "care", contacts: 0)
                world.demand("D1", "assessment", contacts: 2, priority: .critical)
                world.demand("D2", "rehabilitation", contacts: 3)
                world.decisions = decisions
            })
    }

    private func rule(
        _ ruling: DelegationDecision.Ruling, staff: String? = nil, team: String? = nil, day: Int = 0
    ) -> DelegationDecision {
        DelegationDecision(
            activity: "rehabilitation", staff: staff, team: team, ruling, reason: "reviewed", by: "AHP lead",
            on: Self.start.adding(days: day))
    }

    @Test("without decisions the approval in the framework counts")
    func none() throws {
        #expect(try price([]) == 0)
        #expect(try price([], route: { $0.status = .proposed }) == 128)
    }

    @Test("an activity refused is not delegated, and is work a support worker could do all the same")
    func refused() throws {
        #expect(try price([rule(.refuse)]) == 128)
    }

    @Test("refused for a person, it is not delegated to them")
    func refusedForPerson() throws {
        #expect(try price([rule(.refuse, staff: "P-2")]) == 128)
        #expect(try price([rule(.refuse, staff: "P-3")]) == 0)
    }

    @Test("refused in a team, it is not delegated there, and is delegated elsewhere")
    func refusedInTeam() throws {
        #expect(try price([rule(.refuse, team: "A")]) == 128)
        #expect(try price([rule(.refuse, team: "B")]) == 0)
    }

    @Test("refused for a person in a team, it is refused there alone")
    func refusedForPersonInTeam() throws {
        #expect(try price([rule(.refuse, staff: "P-2", team: "A")]) == 128)
        #expect(try price([rule(.refuse, staff: "P-2", team: "B")]) == 0)
    }

    @Test("a decision holds from its day on")
    func day() throws {
        #expect(try price([rule(.refuse, day: 1)]) == 0)
        #expect(try price([rule(.refuse, day: -400)]) == 128)
    }

    @Test("a proposed delegation is opened to everyone, a person or a team")
    func allowed() throws {
        for decision in [rule(.allow), rule(.allow, staff: "P-2"), rule(.allow, team: "A")] {
            #expect(try price([decision], route: { $0.status = .proposed }) == 0, "\(decision)")
        }
        for decision in [rule(.allow, staff: "P-3"), rule(.allow, team: "B"), rule(.allow, day: 1)] {
            #expect(try price([decision], route: { $0.status = .proposed }) == 128, "\(decision)")
        }
    }

    @Test("a decision dated on the day of the review or later is the review; an earlier one is not")
    func review() throws {
        let yesterday = Self.start.adding(days: -1)
        #expect(try price([], route: { $0.reviewOn = yesterday }) == 128)
        #expect(try price([rule(.allow, day: -2)], route: { $0.reviewOn = yesterday }) == 128)
        #expect(try price([rule(.allow, day: -1)], route: { $0.reviewOn = yesterday }) == 0)
    }

    @Test("nothing opens a withdrawn delegation")
    func withdrawn() throws {
        #expect(try price([rule(.allow)], route: { $0.status = .withdrawn }) == 120)
    }

    @Test("the decision counts that says most exactly whom it concerns, then the latest")
    func precedence() throws {
        #expect(try price([rule(.allow, staff: "P-2", day: -9), rule(.refuse)]) == 0)
        #expect(try price([rule(.refuse, staff: "P-2", day: -9), rule(.allow, team: "A")]) == 128)
        #expect(
            try price([rule(.refuse, staff: "P-2", team: "A", day: -9), rule(.allow, staff: "P-2")]) == 128)
        #expect(try price([rule(.refuse, day: -2), rule(.allow, day: -1)]) == 0)
        #expect(try price([rule(.allow, day: -1), rule(.refuse, day: -2)]) == 0)
    }

    @Test("a refusal by name closes the support route; without a name it does not")
    func supportRoute() throws {
        // Seven calls fill P-2's session; P-1 is not there.
        func price(_ decision: DelegationDecision) throws -> Double {
            try cheapest(
                world(["P-2": ["R"]]) {
                    $0.demand("D1", "care", contacts: 7)
                    $0.decisions = [decision]
                })
        }
        func care(_ ruling: DelegationDecision.Ruling, _ staff: String?, team: String? = nil)
            -> DelegationDecision
        {
            DelegationDecision(
                activity: "care", staff: staff, team: team, ruling, reason: "reviewed", by: "AHP lead",
                on: Self.start)
        }
        #expect(try price(care(.refuse, "P-2")) == 7 * 45)
        #expect(try price(care(.refuse, "P-2", team: "A")) == 7 * 45)
        #expect(try price(care(.refuse, nil)) == 0)
        #expect(try price(care(.refuse, "P-1")) == 0)
        #expect(try price(care(.allow, "P-2")) == 0)
    }

    @Test("a refusal by name keeps somebody from leading, seconding and giving alone")
    func twoHands() throws {
        func price(_ refused: String?, lead: Int = 2) throws -> Double {
            try cheapest(
                world(["P-1": ["R"], "P-2": ["R"]]) { world in
                    world.signOffs = [("P-1", 2), ("P-2", lead)].map {
                        SignOff(staff: $0, competency: "handling", level: $1, signedOffOn: world.start)
                    }
                    world.demand("D1", "transfer", contacts: 1, singleHanded: 1)
                    world.decisions =
                        refused.map {
                            [
                                DelegationDecision(
                                    activity: "transfer", staff: $0, .refuse, reason: "seen", by: "AHP lead",
                                    on: world.start)
                            ]
                        } ?? []
                })
        }
        // The pair costs £6 for the physiotherapist's part and £9 for being avoidable.
        #expect(try price(nil) == 15)
        #expect(try price("P-2") == 45, "nobody to second")
        #expect(try price("P-2", lead: 3) == 45, "nor alone")
        #expect(try price("P-1") == 45, "registered people lead by the support route here")
        #expect(try price(nil, lead: 3) == 0)
    }

    @Test("a decision never closes a registered route")
    func registeredRoute() throws {
        let world = world(["P-1": ["R"]]) {
            $0.demand("D1", "rehabilitation", contacts: 1)
            $0.decisions = [rule(.refuse, staff: "P-1")]
        }
        #expect(try cheapest(world) == 8)
    }

    @Test("where delegation is refused, nobody is sent who could do nothing else there")
    func eligibility() throws {
        for (team, price) in [("A", 3.0), ("B", 150)] {
            let world = world(["P-2": ["R"]]) {
                $0.teams = [TinyWorld.team("A"), TinyWorld.team("B", minimumStaff: 1)]
                $0.days = 1
                $0.parts.removeLast()
                $0.demand("D1", "care", contacts: 0)
                $0.demand("D2", "rehabilitation", contacts: 0, team: "B")
                $0.decisions = [rule(.refuse, team: team)]
            }
            #expect(try cheapest(world) == price, "a session away, or a head short, refused in \(team)")
        }
    }

    @Test("competencies are asked for as ever")
    func competency() throws {
        let world = world(["P-1": ["R"], "P-2": ["R"]]) { world in
            world.signOffs = [
                SignOff(staff: "P-2", competency: "care", level: 1, signedOffOn: world.start),
                SignOff(staff: "P-1", competency: "therapy", level: 3, signedOffOn: world.start),
            ]
            world.demand("D1", "care", contacts: 0)
            world.demand("D2", "rehabilitation", contacts: 5)
            world.decisions = [rule(.allow, staff: "P-2")]
        }
        // The physiotherapist gives four of 45 minutes at £8 each, though the route is open; the fifth is not met.
        #expect(try cheapest(world) == 92)
    }
}
