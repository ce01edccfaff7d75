// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore

extension Site {
    /// Sign-offs that have ended or end soon, and those that people lack.
    func signOffs(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let week = try store.week(plan.wanted.week)
        let review = try review(plan)
        return .page(
            SitePage("Sign-offs in plan \(plan.id) of \(week.name)", asked.visit) {
                Tag.h2 { "What one more sign-off would do" }
                Tag.p(.class("note")) {
                    "Sign-offs that would open work to somebody are tried by planning near to this plan anew; it takes up to two "
                        + "minutes, and changes nothing."
                }
                Tag.form(.action("/plans/\(plan.id)/sign-offs/worth"), .get, .class("actions")) {
                    Tag.label(.of("line")) { "A demand line that must be met, such as N01, or blank" }
                    Tag.input(.id("line"), .name("line"), .type("text"))
                    Tag.button { "Which sign-offs would help most?" }
                }
                Tag.h2 { "Ended, or ending soon" }
                review.signOffsEnding.markup
                Tag.h2 { "Lacking" }
                review.signOffGaps.markup
                Tag.p { Tag.a(.href("/plans/\(plan.id)/lead")) { "Back to what waits for the AHP lead" } }
            })
    }

    /// Which sign-offs would help a plan most, found by a process of its own.
    func signOffsWorth(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let line = asked.query("line")
        let answer = try await said(
            asked,
            [
                "training", shelf.week(ofPlan: plan).description, "--plan",
                shelf.plan(of: plan).description,
                "--most", "3",
            ] + (line.isEmpty ? [] : ["--line=\(line)"]))
        return .page(
            SitePage("Sign-offs that would help plan \(plan.id)", asked.visit) {
                SitePage.sentences(answer)
                Tag.p { Tag.a(.href("/plans/\(plan.id)/sign-offs")) { "Back to the sign-offs" } }
            })
    }
}
