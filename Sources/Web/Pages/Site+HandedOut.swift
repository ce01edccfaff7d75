// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// Of a plan that is published, for planners and AHP leads: what people take away of it, and who has seen it.
    func handedOut(_ plan: KeptRun, _ asked: Asked) throws(StoreError) -> [Markup] {
        let role = try asked.person().role
        guard role == .planner || role == .lead, plan.plan != .draft else { return [] }
        let isInForce = try store.planInForce(ofWeek: plan.wanted.week)?.id == plan.id
        var content = [Tag.h2(.id("handed-out")) { "What people take away" }]
        switch try store.handoutState(of: plan.id) {
        case .none: content.append(Tag.p { "Nothing was made of it yet." })
        case .underWay:
            content.append(Tag.p { "Calendars, sheets and messages are being made. Look again in a moment." })
        case .failed(let problem):
            content.append(
                Tag.div(.class("banner")) {
                    Tag.p { "Calendars and sheets could not be made: people still have those of before." }
                    Tag.pre { shown(problem) }
                })
        case .done: content += files(of: plan)
        }
        if role == .planner, isInForce {
            content.append(
                Tag.form(.action("/plans/\(plan.id)/share"), .post) {
                    SitePage.token(asked.visit)
                    Tag.button(.class("plain")) { "Make them anew" }
                })
        }
        guard isInForce, let duties = duties(of: plan) else { return content }
        return content + (try whoHasSeen(plan, duties))
    }

    private func files(of plan: KeptRun) -> [Markup] {
        let there = Set(Shelf.files(in: shelf.share(of: plan)))
        guard let week = check(ofPlan: plan).week else { return [] }
        let (paths, teams) = (SharedCalendars.paths(of: week), SharedCalendars.teamSheets(of: week))
        func link(_ path: String, _ words: String) -> Markup {
            Tag.li { Tag.a(.href("/plans/\(plan.id)/share/\(path)")) { words } }
        }
        let tables = [
            ("messages.csv", "A message a person, for e-mail and texts"),
            ("shifts.csv", "All sessions with names and times, for e-rostering"),
            ("teams-shifts.json", "Shifts for Microsoft Teams"),
        ]
        return [
            Tag.ul {
                for (name, words) in tables where there.contains(name) { link(name, words) }
                for team in week.teams {
                    if let path = teams[team.id], there.contains(path) {
                        link(path, "The sheet of \(team.name)")
                    }
                }
            },
            Tag.details {
                Tag.summary { "A sheet a person" }
                Tag.ul {
                    for person in week.staff {
                        if let path = paths[person.id]?.sheet, there.contains(path) {
                            link(path, person.name)
                        }
                    }
                }
            },
        ]
    }

    /// Who of those with sessions has said that they have seen them, as they are in this plan.
    private func whoHasSeen(_ plan: KeptRun, _ duties: Duties) throws(StoreError) -> [Markup] {
        let week = duties.week
        let seen = try store.seen(ofWeek: plan.wanted.week)
        let roster = Dictionary(
            try store.roster().map { ($0.staff, $0.person) }, uniquingKeysWith: { first, _ in first })
        let working = Set(duties.all.map(\.person)).sorted().map { week.staff[$0] }
        var (have, waiting, without): ([String], [String], [String]) = ([], [], [])
        for staff in working {
            let name = staff.name
            guard let person = roster[staff.id] else {
                without.append(name)
                continue
            }
            let names = week.staff.map(\.id).filter { roster[$0]?.id == person.id }
            if let last = seen[person.id], last.fingerprint == duties.fingerprint(of: names) {
                have.append("\(name), \(Moment.words(last.at))")
            } else {
                waiting.append(name)
            }
        }
        return [
            Tag.h2(.id("seen")) { "Who has seen it" },
            Tag.p {
                "\(have.count) of \(Show.count(working.count)) \(working.count == 1 ? "person" : "people") with sessions "
                    + "said that they have seen them."
            },
            list("Not yet", waiting), list("Seen", have), list("Without an account on the roster", without),
        ]
    }

    private func list(_ title: String, _ names: [String]) -> Markup {
        guard !names.isEmpty else { return .text("") }
        return Tag.details {
            Tag.summary { "\(title) (\(names.count))" }
            Tag.ul { for name in names { Tag.li { name } } }
        }
    }

    /// A file of what people take away of a plan.
    func planShare(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        return try file(asked.parameters.getCatchAll().joined(separator: "/"), in: shelf.share(of: plan))
    }

    /// Makes what people take away of a plan once more.
    func planShareSent(_ asked: Asked) async throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        try store.handOutAgain(plan.id, by: try asked.person())
        await handouts.look()
        return .see("/plans/\(plan.id)#handed-out")
    }
}
