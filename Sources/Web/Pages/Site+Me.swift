// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// Somebody's own sessions, in the plans that people work by.
    func me(_ asked: Asked, calendar: Token? = nil) throws(StoreError) -> Answer {
        let person = try asked.person()
        let names = try store.names(of: person)
        guard !names.isEmpty else {
            return .page(
                SitePage("My sessions", asked.visit) {
                    Tag.p {
                        "Nobody has said yet who you are on the roster. A planner or the administrator does, under Roster."
                    }
                })
        }
        let now = store.moment
        let weeks = try ownWeeks(asked)
        let (before, ahead) = (weeks.filter { $0.ends <= now }, weeks.filter { $0.ends > now })
        let titles = Dictionary(uniqueKeysWithValues: try store.weeks().map { ($0.id, $0.name) })
        let swaps = try store.swaps().filter(\.isAlive)
        var content: [Markup] = []
        for own in ahead {
            content += try section(own, titles[own.plan.wanted.week] ?? "", swaps, asked)
        }
        let shown = content
        let offers = try offered(to: asked).count
        let made = try store.calendarMade(of: person)
        return .page(
            SitePage(
                "My sessions", asked.visit,
                notice: asked.query("seen") == "yes" ? "Thank you. It is noted." : nil
            ) {
                if offers > 0 {
                    Tag.p(.class("told")) {
                        Tag.a(.href("/swaps")) { Show.counted(offers, "session") + " you could take" }
                    }
                }
                if ahead.isEmpty { Tag.p { "No published plan has you in it for the days to come." } }
                shown
                if !before.isEmpty {
                    Tag.details {
                        Tag.summary { "Weeks that are over" }
                        Tag.ul {
                            for own in before {
                                Tag.li {
                                    "\(titles[own.plan.wanted.week] ?? ""), from \(Show.day(own.week.start)): "
                                        + Show.counted(own.sessions.count, "session")
                                }
                            }
                        }
                    }
                }
                calendarSection(asked, made: made, new: calendar)
            })
    }

    private func section(
        _ own: OwnWeek, _ title: String, _ swaps: [KeptSwap], _ asked: Asked
    ) throws(StoreError) -> [Markup] {
        let id = "plan-\(own.plan.id)"
        let seen = try store.seen(ofWeek: own.plan.wanted.week)[try asked.person().id]
        let news = news(own, since: seen)
        let sheets = sheetLinks(own)
        return [
            Tag.section(.labelledBy(id)) {
                Tag.h2(.id(id)) { "\(title), from \(Show.day(own.week.start))" }
                seenForm(own, seen, news, asked)
                sessionTable(own, news, swaps, id)
                if !sheets.isEmpty { Tag.ul { for link in sheets { Tag.li { link } } } }
            }
        ]
    }

    /// What is otherwise than when somebody last said that they had seen their sessions; nil: they never did.
    private func news(_ own: OwnWeek, since seen: Seen?) -> [DutyNews]? {
        guard let seen, let before = try? store.run(seen.run), let then = duties(of: before) else {
            return nil
        }
        return own.staff.flatMap { own.duties.news(of: $0, since: then) }
    }

    private func seenForm(
        _ own: OwnWeek, _ seen: Seen?, _ news: [DutyNews]?, _ asked: Asked
    ) -> [Markup] {
        if let seen, seen.fingerprint == own.fingerprint {
            return [Tag.p { "You said that you have seen these sessions, \(Moment.words(seen.at))." }]
        }
        return [
            Tag.div(.class("told")) {
                if let news, !news.isEmpty {
                    Tag.p { "The plan was changed since you said that you had seen it:" }
                    Tag.ul { for one in news { Tag.li { one.sentence } } }
                } else {
                    Tag.p { "These sessions are new to you. Read them, then say that you have seen them." }
                }
                Tag.form(.action("/me/seen"), .post) {
                    SitePage.token(asked.visit)
                    Tag.input(.type("hidden"), .name("run"), .filled("\(own.plan.id)"))
                    Tag.button { "I have seen this" }
                }
            }
        ]
    }

    private func sessionTable(
        _ own: OwnWeek, _ news: [DutyNews]?, _ swaps: [KeptSwap], _ id: String
    ) -> [Markup] {
        let sessions = own.sessions
        guard !sessions.isEmpty else { return [Tag.p { "No sessions are planned for you." }] }
        return [
            Tag.div(.class("scroll"), .tabindex(0), .role("region"), .labelledBy(id)) {
                Tag.table {
                    Tag.thead {
                        Tag.tr {
                            for heading in ["Session", "Team", "What there is to do"] {
                                Tag.th(.scope(.col)) { heading }
                            }
                        }
                    }
                    Tag.tbody {
                        for (staff, duty) in sessions { row(own, staff, duty, news, swaps) }
                    }
                }
            }
        ]
    }

    private func row(
        _ own: OwnWeek, _ staff: String, _ duty: Duty, _ news: [DutyNews]?, _ swaps: [KeptSwap]
    ) -> Markup {
        let session = own.week.sessions[duty.session]
        let work = own.duties.work(duty)
        let isNews = news?.contains { $0.session == session.id } ?? false
        return Tag.tr {
            Tag.th(.scope(.row)) {
                "\(Show.session(session)), \(Show.times(session))"
                if isNews { Tag.strong { " Changed" } }
                Tag.div {
                    if let swap = swaps.first(where: {
                        $0.offer.run == own.plan.id && $0.touches(staff, session.id)
                    }) {
                        Tag.a(.href("/swaps/\(swap.id)")) { Self.words(swap.state) }
                    } else if own.begins(duty.session) > store.moment {
                        Tag.a(
                            .href(
                                "/me/offer?"
                                    + Self.query([
                                        ("run", "\(own.plan.id)"), ("staff", staff), ("session", session.id),
                                    ])),
                            .label("Offer \(Show.session(session))")
                        ) { "Offer" }
                    }
                }
            }
            Tag.td {
                own.week.teams[duty.team].name
                if duty.booking != .rostered { Tag.aside { Words.tier(duty.booking) } }
            }
            Tag.td(.class("w")) {
                if work.isEmpty { "No contacts are planned." }
                if !work.isEmpty { Tag.ul { for piece in work { Tag.li { piece } } } }
            }
        }
    }

    /// Notes that somebody has seen their sessions.
    func seenSent(_ asked: Asked) throws(StoreError) -> Answer {
        guard let run = Int64(asked.form["run"]) else { throw .refused("Say which plan you have seen.") }
        let own = try ownWeek(asked, run: run)
        try store.see(run, own.fingerprint, by: try asked.person())
        return .see("/me?seen=yes")
    }

    // MARK: Sheets

    private func sheetLinks(_ own: OwnWeek) -> [Markup] {
        guard (try? store.handoutState(of: own.plan.id)) == .done else { return [] }
        return own.staff.map { id in
            Tag.a(.href("/me/sheets/\(own.plan.id)/\(Self.pathPart(id))")) {
                "Your sheet, to be printed" + (own.staff.count > 1 ? ", as \(id)" : "")
            }
        }
            + own.teams.map { team in
                Tag.a(.href("/me/teams/\(own.plan.id)/\(Self.pathPart(own.week.teams[team].id))")) {
                    "Who is in \(own.week.teams[team].name) when, and does what"
                }
            }
    }

    /// A text as a part of a path.
    static func pathPart(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// Somebody's own sheet.
    func ownSheet(_ asked: Asked) throws(StoreError) -> Answer {
        let own = try ownWeek(asked, run: try asked.number("run"))
        let staff = asked.part("staff")
        guard own.staff.contains(staff), let paths = SharedCalendars.paths(of: own.week)[staff] else {
            throw .missing("This sheet is not yours.")
        }
        return try file(paths.sheet, in: shelf.share(of: own.plan))
    }

    /// The sheet of a team that somebody has sessions in.
    func teamSheet(_ asked: Asked) throws(StoreError) -> Answer {
        let own = try ownWeek(asked, run: try asked.number("run"))
        let team = asked.part("team")
        guard own.teams.contains(where: { own.week.teams[$0].id == team }),
            let path = SharedCalendars.teamSheets(of: own.week)[team]
        else { throw .missing("You have no session in this team.") }
        return try file(path, in: shelf.share(of: own.plan))
    }
}
