// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Teams by session: heads against the minimum, and the care that is not met.
    var teamGrids: [Block] {
        let heads = Dictionary(
            figures.heads.items.map { (Spot(row: $0.team, column: $0.session), $0) },
            uniquingKeysWith: { first, _ in first })
        let unmet = Dictionary(
            figures.cover.unmet.map { (Spot(row: $0.team, column: $0.session), $0.contacts) },
            uniquingKeysWith: { first, _ in first })
        return [
            .note(
                "A cell says the heads, deployed people of substantive, bank or agency employment, and how many of "
                    + "them are registered (reg.). Care that is not met stands in the last session of its window in which the team "
                    + "is open.")
        ] + calendarWeeks.map { teams($0, heads, unmet) }
    }

    private func teams(
        _ calendar: CalendarWeek, _ heads: [Spot: HeadFigure], _ unmet: [Spot: Int]
    ) -> Block {
        let caption = "Teams by session, week of \(Show.day(calendar.start))"
        let table = Table(
            name: calendar.table("teams-by-session"), caption: caption,
            columns: [
                .text("Team", "team"), .text("Session", "session"), .number("Heads", "heads"),
                .number("Registered heads", "registered_heads"), .number("Minimum heads", "minimum_heads"),
                .number("Minimum registered", "minimum_registered"),
                .number("Heads missing", "heads_missing"),
                .number("Registered missing", "registered_missing"),
                .number("Contacts not met", "contacts_not_met"),
            ] + (week.minimums.isEmpty ? [] : [.number("Others missing", "others_missing")]),
            rows: week.teams.flatMap { team in
                calendar.sessions.compactMap { session -> [Table.Cell]? in
                    let spot = Spot(row: team.id, column: week.sessions[session].id)
                    let missing = unmet[spot] ?? 0
                    guard let figure = heads[spot] else {
                        guard missing > 0 else { return nil }
                        return [.text(team.id), .text(spot.column)] + Array(repeating: .blank, count: 6)
                            + [.count(missing)] + (week.minimums.isEmpty ? [] : [.blank])
                    }
                    let others = week.minimums.isEmpty ? [] : [figure.missingOthers]
                    return [.text(team.id), .text(spot.column)]
                        + [
                            figure.heads, figure.registeredHeads, figure.minimumStaff,
                            figure.minimumRegistered, figure.missingStaff, figure.missingRegistered, missing,
                        ].map { .count($0) } + others.map { .count($0) }
                }
            })
        return .drawn(
            table,
            Scroll.around(caption) {
                Tag.table(.class("grid teams")) {
                    Scroll.caption(caption)
                    gridHead("Team", calendar, beside: "Minimum")
                    Tag.tbody {
                        for team in week.teams { row(team, calendar, heads, unmet) }
                    }
                }
            })
    }

    private func row(
        _ team: Team, _ calendar: CalendarWeek, _ heads: [Spot: HeadFigure], _ unmet: [Spot: Int]
    ) -> Markup {
        let anchor: [Attribute] = calendar.number == 1 ? [.id(Anchor.team(team.id))] : []
        return Tag.tr {
            Tag.th(anchor + [.scope(.row), .class("who")]) { team.name }
            Tag.td { minimum(of: team) }
            for session in calendar.sessions {
                let spot = Spot(row: team.id, column: week.sessions[session].id)
                cell(team, session, heads[spot], unmet[spot] ?? 0)
            }
        }
    }

    private func minimum(of team: Team) -> [Markup] {
        let others = week.minimums.filter { $0.team == team.id }
        if team.minimumStaff == 0, team.minimumRegistered == 0, others.isEmpty { return [.text("none")] }
        return [.text("\(team.minimumStaff)")] + Tag.aside { "\(team.minimumRegistered) reg." }
            + others.flatMap { other in
                Tag.aside { "\(other.atLeast) \(Words.head(other.kind, week.framework))" }
            }
    }

    private func cell(_ team: Team, _ session: Int, _ figure: HeadFigure?, _ unmet: Int) -> Markup {
        let missing =
            [
                (figure?.missingStaff ?? 0) > 0 ? "\(figure?.missingStaff ?? 0) short" : nil,
                (figure?.missingRegistered ?? 0) > 0 ? "\(figure?.missingRegistered ?? 0) reg. short" : nil,
            ].compactMap(\.self)
            + (figure?.others ?? []).filter { $0.missing > 0 }.map { other in
                "\(other.missing) short of \(Words.head(week.minimums[other.row].kind, week.framework))"
            }
        let kind = !missing.isEmpty ? "alert" : figure == nil ? "off" : unmet > 0 ? "warn" : "in"
        return Tag.td(
            .id(Anchor.heads(team.id, week.sessions[session])), .class("\(edge(session)) \(kind)")
        ) {
            if let figure {
                "\(figure.heads)"
                Tag.aside { "\(figure.registeredHeads) reg." }
            } else {
                "closed"
            }
            for text in missing { Tag.aside { text } }
            if unmet > 0 {
                Tag.aside { Tag.a(.href(link("table-unmet-by-line"))) { "\(Show.count(unmet)) not met" } }
            }
        }
    }
}
