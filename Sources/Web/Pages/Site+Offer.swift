// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// A session of somebody's own that has not begun.
    private struct OwnSession {
        let own: OwnWeek
        let staff: String
        let duty: Duty

        var session: Session { own.week.sessions[duty.session] }
    }

    private func ownSession(
        _ asked: Asked, _ run: String, _ staff: String, _ session: String
    ) throws(StoreError) -> OwnSession {
        let own = try ownWeek(asked, run: Int64(run) ?? 0)
        guard
            let found = own.sessions.first(where: {
                $0.staff == staff && own.week.sessions[$0.duty.session].id == session
            })
        else { throw .missing("This session is not yours.") }
        return OwnSession(own: own, staff: staff, duty: found.duty)
    }

    /// The form by which somebody offers a session.
    func offer(_ asked: Asked) throws(StoreError) -> Answer {
        try offerPage(
            asked, try ownSession(asked, asked.query("run"), asked.query("staff"), asked.query("session")))
    }

    private func offerPage(
        _ asked: Asked, _ mine: OwnSession, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let own = mine.own
        let taken = Set(own.sessions.map(\.duty.session))
        let free = own.week.sessions.indices.filter {
            own.begins($0) > store.moment && (!taken.contains($0) || $0 == mine.duty.session)
        }
        let me = try asked.person().id
        let colleagues = try store.roster().filter { name in
            name.person.id != me && own.week.staff.contains { $0.id == name.staff }
        }
        return .page(
            SitePage("Offer \(Show.session(mine.session))", asked.visit, problems: problems) {
                Tag.p {
                    "You are in \(own.week.teams[mine.duty.team].name) then. Until somebody takes it and a planner has agreed "
                        + "and published a plan, the session stays yours."
                }
                Tag.form(.action("/me/offer"), .post) {
                    SitePage.token(asked.visit)
                    Tag.input(.type("hidden"), .name("run"), .filled("\(own.plan.id)"))
                    Tag.input(.type("hidden"), .name("staff"), .filled(mine.staff))
                    Tag.input(.type("hidden"), .name("session"), .filled(mine.session.id))
                    Tag.div(.class("field")) {
                        Tag.label(.of("to")) { "Whom to" }
                        Tag.select(.id("to"), .name("to")) {
                            Self.option("", "Anybody on the roster", isChosen: asked.form["to"].isEmpty)
                            for one in colleagues {
                                Self.option(
                                    one.staff, one.person.name, isChosen: one.staff == asked.form["to"])
                            }
                        }
                    }
                    Tag.div(.class("field"), .role("group"), .labelledBy("instead")) {
                        Tag.p { Tag.strong(.id("instead")) { "Which sessions would you work instead?" } }
                        Tag.p(.class("note")) {
                            "Tick every one that suits you: whoever takes yours gives you one of them. Tick none to give the "
                                + "session away for nothing."
                        }
                        for index in free { tick(own.week.sessions[index], asked) }
                    }
                    FormField(
                        name: "note", label: "A note to colleagues", hint: "Leave out what is private",
                        value: asked.form["note"], problems: problems
                    ).markup
                    Tag.button { "Offer the session" }
                }
                Tag.p { Tag.a(.href("/me")) { "Back to my sessions" } }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    private func tick(_ session: Session, _ asked: Asked) -> Markup {
        let id = "for-\(session.id.replacing(" ", with: "-"))"
        let isTicked = !asked.form["for \(session.id)"].isEmpty
        return Tag.div(.class("tick")) {
            Tag.input(
                [.id(id), .name("for \(session.id)"), .type("checkbox"), .filled("yes")]
                    + (isTicked ? [.flag("checked")] : []))
            Tag.label(.of(id)) { Show.session(session) }
        }
    }

    /// Offers a session.
    func offerSent(_ asked: Asked) throws(StoreError) -> Answer {
        let mine = try ownSession(asked, asked.form["run"], asked.form["staff"], asked.form["session"])
        let wanted = mine.own.week.sessions.map(\.id).filter { !asked.form["for \($0)"].isEmpty }
        let to = asked.form["to"]
        guard to.isEmpty || mine.own.week.staff.contains(where: { $0.id == to }) else {
            throw .fields([.init("to", "Select a colleague on the roster, or anybody")])
        }
        do throws(StoreError) {
            let swap = try store.offer(
                SwapOffer(
                    run: mine.own.plan.id, staff: mine.staff, session: mine.session.id,
                    begins: mine.own.begins(mine.duty.session), toStaff: to.isEmpty ? nil : to,
                    inReturn: wanted, note: asked.form["note"]), by: try asked.person())
            return .see("/swaps/\(swap.id)")
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try offerPage(asked, mine, problems: problems)
        }
    }
}
