// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// Who works where: a table a calendar week, a row a person, a column a session.
    var grid: [Markup] {
        let deployments = Dictionary(
            grouping: plan.deployments, by: { Cell(staff: $0.staff, session: $0.session) })
        let firstDays = stride(from: 0, to: week.days, by: 7)
        return [legend]
            + firstDays.map { first in
                let sessions = week.sessions.indices.filter {
                    (first..<first + 7).contains(week.sessions[$0].dayIndex)
                }
                return weekTable(Array(sessions), from: first, deployments)
            }
    }

    private var legend: Markup {
        Tag.div(.class("legend")) {
            Tag.ul {
                for (team, code) in zip(week.teams, codes.codes) {
                    Tag.li {
                        Tag.span(.class("code " + hue(team))) { code }
                        " \(team.name) (\(team.pathway))"
                    }
                }
            }
            Tag.p(.class("note")) {
                "Under a team: how the session is paid where it is not on the rota. Free: available, but not "
                    + "needed. No place: on duty, but no team has work that the person may do."
            }
        }
    }

    private func weekTable(_ sessions: [Int], from first: Int, _ deployments: [Cell: [Deployment]]) -> Markup
    {
        let caption = "Week of \(Show.day(week.start.adding(days: first))): person by session"
        let days = (first..<min(first + 7, week.days)).map { week.start.adding(days: $0) }
        return Scroll.around(caption) {
            Tag.table(.class("grid")) {
                Tag.caption { caption }
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col), .rowspan(2), .class("who")) { "Person" }
                        for day in days {
                            Tag.th(.scope(.colgroup), .colspan(week.parts.count), .class("day")) {
                                Show.shortDay(day)
                            }
                        }
                    }
                    Tag.tr {
                        for session in sessions {
                            Tag.th(.scope(.col), .class(edge(session))) { week.sessions[session].part.id }
                        }
                    }
                }
                for group in groups {
                    Tag.tbody {
                        Tag.tr {
                            Tag.th(.scope(.rowgroup), .colspan(sessions.count + 1), .class("group")) {
                                Tag.span { group.title }
                            }
                        }
                        for person in group.people { row(person, sessions, deployments) }
                    }
                }
            }
        }
    }

    /// The people by home team on the first day, in order of the teams; those without one last.
    private var groups: [(title: String, people: [Int])] {
        let homes = week.staff.indices.map { index.homeTeam($0, on: week.start) }
        let byTeam = week.teams.indices.map { team in
            (title: week.teams[team].name, people: homes.indices.filter { homes[$0] == team })
        }
        let homeless = (title: "No home team", people: homes.indices.filter { homes[$0] == nil })
        return (byTeam + [homeless]).filter { !$0.people.isEmpty }
    }

    private func row(_ person: Int, _ sessions: [Int], _ deployments: [Cell: [Deployment]]) -> Markup {
        let member = week.staff[person]
        return Tag.tr {
            Tag.th(.scope(.row), .class("who")) {
                member.name
                if member.name != member.id { Tag.small { " " + member.id } }
            }
            for session in sessions {
                let sent = deployments[Cell(staff: member.id, session: session)] ?? []
                if let first = sent.first {
                    deployed(sent, first, session)
                } else {
                    notDeployed(week.rota[person][session].duty, session)
                }
            }
        }
    }

    /// A cell that names the team; two teams where a plan under repair has them.
    private func deployed(_ sent: [Deployment], _ first: Deployment, _ session: Int) -> Markup {
        let team = index.team(first.team)
        let tint = team.map { hue(week.teams[$0]) } ?? ""
        return Tag.td(.class("\(edge(session)) at \(tint)"), .title(index.teamName(first.team))) {
            sent.map { place in index.team(place.team).map { codes.codes[$0] } ?? place.team }
                .joined(separator: " + ")
            if first.booking != .rostered { Tag.small { first.booking.rawValue } }
        }
    }

    private func notDeployed(_ duty: RotaMark.Duty, _ session: Int) -> Markup {
        let text =
            switch duty {
            case .rostered: "no place"
            case .available: "free"
            case .leave: "leave"
            case .sick: "sick"
            case .training: "training"
            case .off: ""
            }
        let kind = duty == .rostered ? "alert" : "off"
        return Tag.td(.class("\(edge(session)) \(kind)")) { text }
    }

    /// A line before the first session of each day.
    private func edge(_ session: Int) -> String {
        session.isMultiple(of: max(1, week.parts.count)) ? "edge" : "in"
    }

    private func hue(_ team: Team) -> String { "h\((index.team(team.id) ?? 0) % 12)" }
}
