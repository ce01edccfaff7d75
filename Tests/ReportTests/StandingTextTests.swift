// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording
import Workforce

/// What is said of a plan that is not as it was made.
@Suite struct StandingTextTests {
    private func terms(_ bookings: Double, unmet: Double = 0) -> PriceTerms {
        var terms = PriceTerms()
        (terms[.bookings], terms[.unmet]) = (bookings, unmet)
        return terms
    }

    @Test func `of a plan as it was made nothing is said`() {
        let text = StandingText(PlanStanding(stated: terms(60), terms: terms(60), bound: 60))
        #expect(text.headline == nil)
        #expect(text.sentences == [])
    }

    @Test func `of one changed by hand: what, what it costs, and how far it may be from the cheapest`() {
        let text = StandingText(
            PlanStanding(
                tables: ["bookings.csv", "plan.json"], stated: terms(60), terms: terms(90), bound: 60))
        #expect(
            text.sentences == [
                "This plan was changed by hand after it was made.",
                "bookings.csv and plan.json no longer state what the plan's rows come to: the figures here are worked "
                    + "out anew from who is where and who gives what.",
                "It costs £90.00 now, where it states £60.00: bookings £90.00 (stated £60.00).",
                "It is not proved the cheapest: no plan of the week can cost less than £60.00, £30.00 or 33.3 % below it.",
            ])
    }

    @Test func `of one whose week has changed: which files, and that nothing is proved`() {
        let text = StandingText(
            PlanStanding(
                inputs: [
                    .init(path: "decisions.csv", change: .added), .init(path: "rota.csv", change: .changed),
                    .init(path: "staff.csv", change: .changed), .init(path: "travel.csv", change: .gone),
                ], stated: terms(60), terms: terms(60)))
        #expect(
            text.sentences == [
                "This plan was made from files that have changed since.",
                "Changed since: rota.csv and staff.csv.", "New since: decisions.csv.",
                "Gone since: travel.csv.",
                "It costs £60.00, as it states.",
                "What was proved of it was proved of the week as it was: nothing is proved of it now.",
            ])
    }

    @Test func `of one that breaks rules: which, not more than anybody reads`() {
        let breaches = (1...12).map { "Rule \($0) is broken." }
        let text = StandingText(
            PlanStanding(breaches: breaches, stated: terms(60), terms: terms(60)), overrides: 1)
        #expect(text.headline == "This plan breaks the week's rules in 12 places.")
        #expect(text.breaches.count == 11)
        #expect(text.breaches.last == "And 2 more broken rules: skillmix audit lists them all.")
        #expect(text.sentences.contains { $0.hasPrefix("Nothing is proved of it: a plan that breaks rules") })
        #expect(
            text.sentences.last
                == "Whoever was in charge decided otherwise in one matter, as overrides.csv records.")
    }

    @Test func `decisions of those in charge are told of a plan as it was made, too`() {
        let text = StandingText(PlanStanding(stated: terms(60), terms: terms(60), bound: 60), overrides: 2)
        #expect(text.headline == nil)
        #expect(
            text.sentences
                == ["Whoever was in charge decided otherwise in 2 matters, as overrides.csv records."])
    }
}
