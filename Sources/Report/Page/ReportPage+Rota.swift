// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Who works where: by person, then by team; a table each for every calendar week.
    var rota: [Block] {
        let deployments = Dictionary(
            grouping: plan.deployments, by: { StaffSession(staff: $0.staff, session: $0.session) })
        return [.markup(legend)] + calendarWeeks.map { people($0, deployments) } + teamGrids
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

    /// A table of a calendar week: a row a person, a column a session.
    private func people(_ calendar: CalendarWeek, _ deployments: [StaffSession: [Deployment]]) -> Block {
        let caption = "Who works where, week of \(Show.day(calendar.start))"
        let groups = groups.map { group in
            (
                title: group.title,
                people: group.people.map { person in
                    (
                        member: week.staff[person],
                        entries: calendar.sessions.map { entry(person, $0, deployments) }
                    )
                }
            )
        }
        let table = Table(
            name: calendar.table("rota"), caption: caption,
            columns: [.text("Person", "person"), .text("Staff", "staff"), .text("Home team", "home_team")]
                + calendar.sessions.map {
                    .text(Show.session(week.sessions[$0]), week.sessions[$0].id)
                },
            rows: groups.flatMap { group in
                group.people.map { person in
                    [.text(person.member.name), .text(person.member.id), .text(group.title)]
                        + person.entries.map { .text($0.exact) }
                }
            })
        return .drawn(
            table,
            Scroll.around(caption) {
                Tag.table(.class("grid")) {
                    Scroll.caption(caption)
                    gridHead("Person", calendar)
                    for group in groups {
                        Tag.tbody {
                            Tag.tr {
                                Tag.th(
                                    .scope(.rowgroup), .colspan(calendar.sessions.count + 1), .class("group")
                                ) {
                                    Tag.span { group.title }
                                }
                            }
                            for person in group.people { row(person.member, person.entries, calendar) }
                        }
                    }
                }
            })
    }

    /// Two rows of headings: days, and the parts of each.
    func gridHead(_ title: String, _ calendar: CalendarWeek, beside: String? = nil) -> Markup {
        Tag.thead {
            Tag.tr {
                Tag.th(.scope(.col), .rowspan(2), .class("who")) { title }
                if let beside { Tag.th(.scope(.col), .rowspan(2)) { beside } }
                for day in calendar.days {
                    Tag.th(.scope(.colgroup), .colspan(week.parts.count), .class("day")) {
                        Show.shortDay(day)
                        if let special = week.specialDays.first(where: { $0.day == day }) {
                            Tag.aside { special.name }
                        }
                    }
                }
            }
            Tag.tr {
                for session in calendar.sessions {
                    Tag.th(.scope(.col), .class(edge(session))) { week.sessions[session].part.id }
                }
            }
        }
    }

    /// The people by home team on the first day, in order of the teams; those without one last.
    var groups: [(title: String, people: [Int])] {
        let homes = week.staff.indices.map { index.homeTeam($0, on: week.start) }
        let byTeam = week.teams.indices.map { team in
            (title: week.teams[team].name, people: homes.indices.filter { homes[$0] == team })
        }
        let homeless = (title: "No home team", people: homes.indices.filter { homes[$0] == nil })
        return (byTeam + [homeless]).filter { !$0.people.isEmpty }
    }

    private func row(_ member: StaffMember, _ entries: [RotaEntry], _ calendar: CalendarWeek) -> Markup {
        // Only the first week has the person's anchor: a name is there once.
        let anchor: [Attribute] = calendar.number == 1 ? [.id(Anchor.person(member.id))] : []
        let role = member.roles.first.map(index.roleName)
        let small = [member.name == member.id ? nil : member.id, role].compactMap(\.self)
        return Tag.tr {
            Tag.th(anchor + [.scope(.row), .class("who")]) {
                member.name
                if !small.isEmpty { Tag.aside { small.joined(separator: ", ") } }
            }
            for (session, entry) in zip(calendar.sessions, entries) {
                let title: [Attribute] = entry.title.map { [.title($0)] } ?? []
                Tag.td(
                    [
                        .id(Anchor.rota(member.id, week.sessions[session])),
                        .class(edge(session) + " " + entry.style),
                    ] + title
                ) {
                    entry.text
                    if let paid = entry.paid { Tag.aside { paid } }
                }
            }
        }
    }

    private func entry(_ person: Int, _ session: Int, _ deployments: [StaffSession: [Deployment]])
        -> RotaEntry
    {
        guard let sent = deployments[StaffSession(staff: week.staff[person].id, session: session)],
            let first = sent.first
        else { return RotaEntry(week.rota[person][session].duty) }
        // Two teams stand there where a plan under repair has them.
        let places = sent.map { place in index.team(place.team).map { codes.codes[$0] } ?? place.team }
        let paid = first.booking == .rostered ? nil : first.booking.rawValue
        return RotaEntry(
            text: places.joined(separator: " + "), paid: paid,
            exact: sent.map(\.team).joined(separator: " + ") + (paid.map { " (\($0))" } ?? ""),
            title: index.teamName(first.team),
            style: "at " + (index.team(first.team).map { hue(week.teams[$0]) } ?? ""))
    }

    /// A line before the first session of each day.
    func edge(_ session: Int) -> String {
        session.isMultiple(of: max(1, week.parts.count)) ? "edge" : "in"
    }

    private func hue(_ team: Team) -> String { "h\((index.team(team.id) ?? 0) % 12)" }
}

/// What the rota says of a person in a session.
private struct RotaEntry {
    let text: String
    var paid: String?
    let exact: String
    var title: String?
    let style: String
}

extension RotaEntry {
    /// Somebody who is not sent anywhere.
    init(_ duty: RotaMark.Duty) {
        text =
            switch duty {
            case .rostered: "no place"
            case .available: "free"
            case .leave: "leave"
            case .sick: "sick"
            case .training: "training"
            case .callable: "may be called"
            case .off: ""
            }
        exact = text
        style = duty == .rostered ? "alert" : "off"
    }
}

/// A person in a session.
private struct StaffSession: Hashable {
    let staff: String
    let session: Int
}
