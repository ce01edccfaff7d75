// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import WebStore
import Wording
import Workforce

extension Site {
    /// Who is where: people and sessions, each cell a way to have them elsewhere, and teams and sessions.
    func board(_ plan: KeptRun) -> [Markup] {
        guard let week = check(ofPlan: plan).week else { return [] }
        // What cannot be read now is not remembered as if it could never be.
        guard duties(of: plan) != nil else { return board(plan, of: week) }
        return [
            .written(boards.value("\(shelf.week(ofPlan: plan))") { WrittenMarkup(board(plan, of: week)) })
        ]
    }

    private func board(_ plan: KeptRun, of week: Week) -> [Markup] {
        let deployed = deployments(plan)
        // There are thousands of cells: what is said of a session is worked out once.
        let sessions = week.sessions.map { session in
            (id: session.id, name: Show.session(session), query: Self.query([("session", session.id)]))
        }
        return [
            Tag.h2(.id("board")) { "Who is where" },
            Tag.p(.class("note")) {
                "Choose a cell to see what it would take to have somebody elsewhere in that session, and to plan around it."
            },
            grid("board", "Person", week) {
                for (index, person) in week.staff.enumerated() {
                    let path = "/plans/\(plan.id)/seat?" + Self.query([("staff", person.id)])
                    Tag.tr {
                        Tag.th(.scope(.row), .class("who")) { person.name }
                        for (session, mark) in zip(sessions, week.rota[index]) {
                            Tag.td {
                                let team = deployed[Self.seat(person.id, session.id)]
                                let words = team ?? (mark.duty.rawValue.isEmpty ? "–" : mark.duty.rawValue)
                                Tag.a(
                                    .href("\(path)&\(session.query)"),
                                    .label("\(person.name), \(session.name): \(words)")
                                ) { words }
                            }
                        }
                    }
                }
            },
            Tag.h2(.id("teams")) { "Who is in which team" },
            grid("teams", "Team", week) {
                for team in week.teams {
                    Tag.tr {
                        Tag.th(.scope(.row), .class("who")) { team.name }
                        for session in week.sessions {
                            Tag.td { Self.crew(of: team.id, session.id, week, deployed) }
                        }
                    }
                }
            },
        ]
    }

    /// A table with a column a session, in a frame that scrolls.
    private func grid(
        _ heading: String, _ first: String, _ week: Week, @MarkupBuilder rows: () -> [Markup]
    ) -> Markup {
        Tag.div(.class("scroll"), .tabindex(0), .role("region"), .labelledBy(heading)) {
            Tag.table(.class("grid")) {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col), .class("who")) { first }
                        for session in week.sessions { Tag.th(.scope(.col)) { Show.session(session) } }
                    }
                }
                Tag.tbody { rows() }
            }
        }
    }

    /// Who is in a team in a session: how many, and their names in the order of the staff list.
    static func crew(
        of team: String, _ session: String, _ week: Week, _ deployed: [String: String]
    ) -> String {
        let names = week.staff.filter { deployed[seat($0.id, session)] == team }.map(\.name)
        return names.isEmpty ? "–" : "\(names.count): \(names.joined(separator: ", "))"
    }

    /// A person in a session, as one key.
    static func seat(_ staff: String, _ session: String) -> String { "\(staff)\u{1F}\(session)" }

    /// Teams by person and session, as the plan's file has them; none where it cannot be read.
    func deployments(_ plan: KeptRun) -> [String: String] {
        guard let duties = duties(of: plan) else { return [:] }
        let week = duties.week
        return Dictionary(
            duties.all.map {
                (Self.seat(week.staff[$0.person].id, week.sessions[$0.session].id), week.teams[$0.team].id)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What stands behind a question mark, with everything that could be mistaken as `%` and two digits.
    static func query(_ pairs: [(String, String)]) -> String {
        pairs.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }.joined(separator: "&")
    }
}
