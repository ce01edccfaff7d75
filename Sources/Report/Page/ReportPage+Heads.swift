// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Heads in each session of the teams that have a minimum.
    var heads: [Markup] {
        let teams = week.teams.filter { $0.minimumStaff > 0 || $0.minimumRegistered > 0 }
        guard !teams.isEmpty else { return [note("No team has a minimum.")] }
        return [
            note(
                "Heads are deployed people of substantive, bank or agency employment. A cell says heads, of them "
                    + "registered; where some are missing it says so.")
        ]
            + stride(from: 0, to: week.days, by: 7).map { first in headTable(teams, from: first) }
    }

    private func headTable(_ teams: [Team], from first: Int) -> Markup {
        let caption = "Heads and registered heads, week of \(Show.day(week.start.adding(days: first)))"
        let sessions = week.sessions.filter { (first..<first + 7).contains($0.dayIndex) }
        let figures = Dictionary(
            self.figures.heads.items.map { (Place(team: $0.team, session: $0.session), $0) },
            uniquingKeysWith: { one, _ in one })
        return Scroll.around(caption) {
            Tag.table(.class("grid")) {
                Tag.caption { caption }
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col), .class("who")) { "Team" }
                        Tag.th(.scope(.col)) { "Minimum" }
                        for session in sessions { Tag.th(.scope(.col)) { Show.session(session) } }
                    }
                }
                Tag.tbody {
                    for team in teams {
                        Tag.tr {
                            Tag.th(.scope(.row), .class("who")) { team.name }
                            Tag.td { "\(team.minimumStaff), \(team.minimumRegistered) reg." }
                            for session in sessions {
                                cell(figures[Place(team: team.id, session: session.id)])
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Place: Hashable {
        let team: String
        let session: String
    }

    private func cell(_ figure: HeadFigure?) -> Markup {
        guard let figure else { return Tag.td(.class("off")) { "closed" } }
        let missing = [
            figure.missingStaff > 0 ? "\(figure.missingStaff) short" : nil,
            figure.missingRegistered > 0 ? "\(figure.missingRegistered) reg. short" : nil,
        ].compactMap(\.self)
        return Tag.td(.class(figure.isShort ? "alert" : "in")) {
            "\(figure.heads), \(figure.registeredHeads) reg."
            for text in missing { Tag.small { text } }
        }
    }

    /// Absence, moves and skill mix.
    var staffing: [Markup] {
        let figures = figures.staffing
        return [
            DataTable(
                caption: "Hours on the rota", columns: [.text("Duty"), .number("Hours")],
                rows: [
                    ["Rostered", Show.hours(figures.rosteredHours)],
                    ["Leave", Show.hours(figures.leaveHours)],
                    ["Sick", Show.hours(figures.sickHours)], ["Training", Show.hours(figures.trainingHours)],
                ], total: ["Absence, share of all", Show.percent(figures.absenceShare)]
            ).markup,
            DataTable(
                caption: "Moves", columns: [.text("What"), .number("Times")],
                rows: [
                    ["Sessions away from the home team", Show.count(figures.awaySessions)],
                    ["Changes of team within a day", Show.count(figures.teamChanges)],
                    ["On duty, no team has work for them", Show.count(figures.rosteredWithoutPlace)],
                ]
            ).markup,
            DataTable(
                caption: "Skill mix by pathway",
                columns: [
                    .text("Pathway"), .number("Registered hours"), .number("Support hours"),
                    .number("Registered to support"),
                ],
                rows: figures.skillMix.map { figure in
                    [
                        figure.group, Show.hours(figure.registeredHours), Show.hours(figure.supportHours),
                        figure.ratio.map { Show.decimal($0, places: 2) } ?? "–",
                    ]
                }
            ).markup,
        ]
    }
}
