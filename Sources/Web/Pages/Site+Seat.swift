// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Markup
import WebStore
import Wording
import Workforce

extension Site {
    /// What it would take to have somebody in another team in a session.
    func seat(_ asked: Asked) async throws(StoreError) -> Answer {
        let (staff, session, team) = (asked.query("staff"), asked.query("session"), asked.query("team"))
        return try await seat(asked, staff, session, team)
    }

    private func seat(
        _ asked: Asked, _ staff: String, _ session: String, _ team: String,
        problems: [StoreError.FieldProblem] = []
    ) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        guard let week = check(ofPlan: plan).week,
            let person = week.staff.first(where: { $0.id == staff }),
            let at = week.sessions.first(where: { $0.id == session })
        else { throw .missing("The week has no such person or session.") }
        var said: String?
        if !team.isEmpty {
            said = try await explained(asked, plan, ["--staff", staff, "--session", session, "--team", team])
        }
        let answer = said
        let now = deployments(plan)[Self.seat(staff, session)]
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage(
                "\(person.name), \(Show.session(at))", asked.visit,
                problems: problems
            ) {
                Tag.p { now.map { "In \($0) by this plan." } ?? "In no team by this plan." }
                Tag.form(.action("/plans/\(plan.id)/seat"), .get, .class("actions")) {
                    Tag.input(.type("hidden"), .name("staff"), .filled(staff))
                    Tag.input(.type("hidden"), .name("session"), .filled(session))
                    Tag.label(.of("team")) { "Have them in" }
                    Tag.select(.id("team"), .name("team")) {
                        for one in week.teams {
                            Self.option(
                                one.id, one.name, isChosen: one.id == team)
                        }
                    }
                    Tag.button { "What would it take?" }
                }
                if let answer {
                    Tag.h2 { "What it would take" }
                    SitePage.sentences(answer)
                    if mayPlan {
                        Tag.form(.action("/plans/\(plan.id)/seat"), .post) {
                            SitePage.token(asked.visit)
                            Tag.input(.type("hidden"), .name("staff"), .filled(staff))
                            Tag.input(.type("hidden"), .name("session"), .filled(session))
                            Tag.input(.type("hidden"), .name("team"), .filled(team))
                            FormField(
                                name: "why", label: "Why", hint: "For whoever reads the audit trail",
                                problems: problems
                            ).markup
                            Tag.button { "Plan around it" }
                        }
                    }
                }
                Tag.p { Tag.a(.href("/plans/\(plan.id)#board")) { "Back to the plan" } }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Asks for the week planned anew with somebody kept where they are put, and as few changes besides as are worth it.
    func seatSent(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let (staff, session, team) = (asked.form["staff"], asked.form["session"], asked.form["team"])
        let why = asked.form["why"]
        guard !why.allSatisfy(\.isWhitespace) else {
            return try await seat(
                asked, staff, session, team,
                problems: [.init("why", "Enter why the person is to be there")])
        }
        guard let week = check(ofPlan: plan).week,
            let index = week.staff.firstIndex(where: { $0.id == staff }),
            let at = week.sessions.firstIndex(where: { $0.id == session }),
            week.teams.contains(where: { $0.id == team })
        else { throw .missing("The week has no such person, session or team.") }
        let first = try firstOpen(
            after: try ChangeHistory(of: plan, in: store), week: week, moment: store.moment)
        guard first == nil || at >= week.sessions.firstIndex(where: { $0.id == first }) ?? 0 else {
            throw .refused(
                "\(Show.session(week.sessions[at])) has begun, or is over by this plan: nobody can be put there any more."
            )
        }
        // Who is on duty anyway is kept on duty; anybody else is asked to come.
        let mark: RotaMark.Duty = week.rota[index][at].duty == .rostered ? .rostered : .available
        let change = Change.availability(
            Availability(staff: staff, sessions: [session], mark, team: team))
        let run = try store.ask(
            for: RunWanted(
                .replan, week: plan.wanted.week, seconds: plan.wanted.seconds, from: plan.id,
                changes: ChangeFileText([change], title: "\(staff) in \(team), \(session)").text,
                firstOpen: first), by: try asked.person(), why: why)
        await queue.look()
        return .see("/runs/\(run.id)")
    }
}
