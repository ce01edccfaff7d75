// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// Why a delegation is closed is known in one place, for everybody who asks.
@Suite struct DelegationClosureTests {
    private let monday = CalendarDay(number: 9457)

    private func activity(
        _ status: DelegatedRoute.Status = .approved, reviewOn: CalendarDay? = nil, hands: Int = 1
    ) -> Activity {
        Activity(
            id: "rehab", name: "Rehabilitation", minutes: 40, hands: hands,
            registered: RegisteredRoute(professions: ["physiotherapy"]),
            delegated: DelegatedRoute(supervisors: ["physiotherapy"], status: status, reviewOn: reviewOn))
    }

    private func decision(
        _ ruling: DelegationDecision.Ruling, staff: String? = nil, team: String? = nil, days: Int = 0
    ) -> DelegationDecision {
        DelegationDecision(
            activity: "rehab", staff: staff, team: team, ruling, reason: "r", by: "b",
            on: monday.adding(days: days))
    }

    private func closure(
        _ activity: Activity, _ decisions: [DelegationDecision] = [], staff: String? = nil, day: Int = 0
    ) -> DelegationClosure? {
        let known = DelegationDecisions(decisions, of: [])
        let day = monday.adding(days: day)
        let found = known.closure(of: activity, staff: staff, in: "A", on: day)
        // The question whether it is open is the same question.
        if staff == nil { #expect(known.isOpen(activity, in: "A", on: day) == (found == nil)) }
        return found
    }

    @Test func `an approved route is open to the day of its review`() {
        let review = monday.adding(days: 2)
        #expect(closure(activity()) == nil)
        #expect(closure(activity(reviewOn: review), day: 2) == nil)
        #expect(closure(activity(reviewOn: review), day: 3) == .pastReview(review))
    }

    @Test func `a proposed one is proposed, until somebody allows it`() {
        let review = monday.adding(days: 2)
        let proposed = activity(.proposed, reviewOn: review)
        #expect(closure(proposed) == .proposed)
        #expect(closure(proposed, day: 3) == .proposed)
        let allowed = [decision(.allow)]
        #expect(closure(proposed, allowed, day: 2) == nil)
        // Allowed once, its review falls due like any other's.
        #expect(closure(proposed, allowed, day: 3) == .pastReview(review))
        #expect(closure(proposed, [decision(.allow, days: 2)], day: 3) == nil)
    }

    @Test func `refused is refused, whatever else could be said of it`() {
        let refusal = decision(.refuse)
        let past = monday.adding(days: -1)
        for route in [activity(), activity(.proposed), activity(.withdrawn), activity(reviewOn: past)] {
            #expect(closure(route, [refusal]) == .refused(refusal))
            #expect(closure(route, [refusal])?.refusal == refusal)
        }
        // Not before its day, and not after another decision.
        #expect(closure(activity(), [decision(.refuse, days: 1)]) == nil)
        #expect(closure(activity(), [refusal, decision(.allow)]) == nil)
    }

    @Test func `what is decided about somebody is theirs alone`() {
        let refusal = decision(.refuse, staff: "SW-1")
        #expect(closure(activity(), [refusal], staff: "SW-1") == .refused(refusal))
        #expect(closure(activity(), [refusal], staff: "SW-2") == nil)
        #expect(closure(activity(), [refusal]) == nil)
    }

    @Test func `withdrawn stays withdrawn, and what takes two hands has no such route`() {
        #expect(closure(activity(.withdrawn), [decision(.allow)]) == .withdrawn)
        #expect(closure(activity(hands: 2)) == .noRoute)
        let none = Activity(id: "rehab", name: "Rehabilitation", minutes: 40)
        #expect(closure(none) == .noRoute)
    }
}
