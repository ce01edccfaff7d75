// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite("Which decision about delegation counts")
struct DelegationDecisionsTests {
    private static let monday = CalendarDay(number: 9457)
    private static let review = monday.adding(days: 3)

    private func decide(
        _ ruling: DelegationDecision.Ruling, _ activity: String = "rehab", staff: String? = nil,
        team: String? = nil, day: Int = 0, by: String = "AHP lead"
    ) -> DelegationDecision {
        DelegationDecision(
            activity: activity, staff: staff, team: team, ruling, reason: "reviewed", by: by,
            on: Self.monday.adding(days: day))
    }

    private func activity(
        _ status: DelegatedRoute.Status, reviewOn: CalendarDay? = nil, hands: Int = 1
    ) -> Activity {
        Activity(
            id: "rehab", name: "Rehabilitation", minutes: 40, hands: hands,
            delegated: DelegatedRoute(supervisors: ["physiotherapy"], status: status, reviewOn: reviewOn))
    }

    private func week(_ decisions: [DelegationDecision], _ activities: [Activity] = []) -> Week {
        Week(
            start: Self.monday, days: 7, parts: [],
            framework: Framework(
                name: "", version: "", levels: 1, roles: [], competencies: [], activities: activities),
            teams: [], staff: [], signOffs: [], rota: [], demand: [], decisions: decisions)
    }

    @Test("a person in a team comes before a person, a person before a team, a team before all")
    func exactness() {
        let all = [
            decide(.allow, by: "all"), decide(.allow, team: "A", by: "team"),
            decide(.allow, staff: "P", by: "person"), decide(.allow, staff: "P", team: "A", by: "both"),
        ]
        let expected = ["both", "person", "team", "all"]
        for left in 0..<4 {
            let decisions = DelegationDecisions(Array(all.prefix(4 - left)), of: [])
            let counting = decisions.decision(about: "rehab", staff: "P", team: "A", on: Self.monday)
            #expect(counting?.by == expected[left])
        }
        #expect(
            DelegationDecisions(all, of: []).decision(about: "rehab", staff: "Q", team: "B", on: Self.monday)?
                .by
                == "all")
        #expect(
            DelegationDecisions(all, of: []).decision(about: "rehab", team: "A", on: Self.monday)?.by
                == "team")
        #expect(
            DelegationDecisions(all, of: []).decision(about: "care", staff: "P", team: "A", on: Self.monday)
                == nil)
    }

    @Test("of one scope the latest that holds counts, and of one day the last row")
    func latest() {
        let all = [
            decide(.refuse, day: 2, by: "c"), decide(.allow, day: 0, by: "a"),
            decide(.allow, day: 0, by: "b"),
        ]
        let decisions = DelegationDecisions(all, of: [])
        func by(_ day: Int) -> String? {
            decisions.decision(about: "rehab", team: "A", on: Self.monday.adding(days: day))?.by
        }
        #expect([-1, 0, 1, 2, 9].map(by) == [nil, "b", "b", "c", "c"])
    }

    @Test("a route is open by its approval, opened or closed by a decision, and never where it is withdrawn")
    func openness() {
        func isOpen(_ activity: Activity, _ decisions: [DelegationDecision], day: Int = 0) -> Bool {
            DelegationDecisions(decisions, of: [])
                .isOpen(activity, in: "A", on: Self.monday.adding(days: day))
        }
        #expect(isOpen(activity(.approved), []))
        #expect(!isOpen(activity(.approved), [decide(.refuse)]))
        #expect(!isOpen(activity(.proposed), []))
        #expect(isOpen(activity(.proposed), [decide(.allow)]))
        #expect(!isOpen(activity(.withdrawn), [decide(.allow)]))
        #expect(!isOpen(activity(.approved, hands: 2), [decide(.allow)]))
        #expect(
            !isOpen(activity(.proposed), [decide(.allow, staff: "P")]), "a person's is not the activity's")
    }

    @Test("an approval and a decision end with the review, unless the decision is the review")
    func review() {
        for status in [DelegatedRoute.Status.approved, .proposed] {
            let route = activity(status, reviewOn: Self.review)
            let before = DelegationDecisions([decide(.allow, day: 2)], of: [])
            #expect(before.isOpen(route, in: "A", on: Self.review))
            #expect(!before.isOpen(route, in: "A", on: Self.review.adding(days: 1)))
            let onTheDay = DelegationDecisions([decide(.allow, day: 3)], of: [])
            #expect(onTheDay.isOpen(route, in: "A", on: Self.review.adding(days: 99)))
        }
    }

    @Test("whom a decision names may do it, or not, whatever holds for the rest")
    func people() {
        let all = [
            decide(.refuse), decide(.allow, staff: "P"), decide(.refuse, staff: "P", team: "B"),
        ]
        let decisions = DelegationDecisions(all, of: [])
        func allow(_ staff: String, _ team: String) -> Bool {
            decisions.openRoutes(to: activity(.approved), for: staff, in: team, on: Self.monday)
                .contains(.delegated)
        }
        #expect(allow("P", "A"))
        #expect(!allow("P", "B"))
        #expect(!allow("Q", "A"))
    }

    @Test("a refusal that names somebody closes the support route, too; one that names nobody does not")
    func supportRoutes() {
        func routes(_ decisions: DelegationDecision..., staff: String = "P") -> OpenRoutes {
            DelegationDecisions(decisions, of: [])
                .openRoutes(to: activity(.approved), for: staff, in: "A", on: Self.monday)
        }
        #expect(routes(decide(.refuse)) == .support)
        #expect(routes(decide(.refuse, team: "A")) == .support)
        #expect(routes(decide(.refuse, staff: "P")) == [])
        #expect(routes(decide(.refuse, staff: "P", team: "A")) == [])
        #expect(routes(decide(.refuse, staff: "P", team: "B")) == .all)
        #expect(routes(decide(.refuse, staff: "P", day: 1)) == .all)
        #expect(routes(decide(.refuse, staff: "P"), staff: "Q") == .all)
        // The most exact one counts, then the latest.
        #expect(routes(decide(.refuse, staff: "P"), decide(.allow, staff: "P", team: "A")) == .all)
        #expect(routes(decide(.refuse, staff: "P", day: -2), decide(.allow, staff: "P", day: -1)) == .all)
        #expect(routes(decide(.allow, staff: "P", day: -9), decide(.refuse)) == .all)
    }

    @Test(
        "without the support route two-handed work is neither led nor seconded, but by the registered route")
    func standings() {
        let led: Standing = [.support, .second, .single]
        #expect(led.keeping([]) == [])
        #expect(led.keeping(.support) == led)
        #expect(
            Standing([.registered, .support, .second, .single]).keeping([]) == [
                .registered, .second, .single,
            ])
        #expect(Standing.second.keeping(.delegated) == [])
        #expect(Standing([.support, .delegated]).keeping(.delegated) == .delegated)
    }

    @Test("those in force are the last of each scope from before the week, and all that begin in it")
    func inForce() {
        let decisions = [
            decide(.allow, day: -9, by: "replaced"), decide(.refuse, day: -2, by: "standing"),
            decide(.allow, team: "A", day: -30, by: "of a team"), decide(.allow, day: 2, by: "in the week"),
            decide(.refuse, day: 7, by: "later"), decide(.allow, staff: "P", day: 0, by: "row before"),
            decide(.allow, staff: "P", day: 0, by: "row after"),
            decide(.allow, "care", day: 6, by: "last day"),
        ]
        #expect(
            week(decisions).decisionsInForce.map(\.by) == [
                "standing", "of a team", "in the week", "row after", "last day",
            ])
        #expect(
            week([decide(.allow, day: -1, by: "old"), decide(.refuse, day: 0, by: "new")]).decisionsInForce
                .map(\.by) == ["new"])
    }
}
