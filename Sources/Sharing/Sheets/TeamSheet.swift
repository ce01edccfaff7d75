// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

/// A page for one team: who is there when, who does what, and what is not met.
struct TeamSheet {
    private let duties: Duties
    private let figures: ReportFigures
    private let plan: Plan
    private let team: Int

    init(of team: Int, _ duties: Duties, _ figures: ReportFigures, _ plan: Plan) {
        self.duties = duties
        self.figures = figures
        self.plan = plan
        self.team = team
    }

    private var week: Week { duties.week }

    /// The page.
    var html: String {
        PageShell(
            title: "\(week.teams[team].name), \(Show.counted(week.days, "day")) from \(Show.day(week.start))",
            opening: [
                Tag.p(.class("note")) {
                    "A plan is advice: whoever is in charge of the day may decide otherwise, and record why."
                }
            ],
            sections: [
                PageSection(id: "people", title: "Who is here", blocks: [.table(people)]),
                PageSection(id: "care", title: "Who does what", blocks: [.table(care)]),
                PageSection(id: "unmet", title: "Care not met", blocks: [.table(unmet)]),
            ], namesFiles: false
        ).html
    }

    /// A row an open session: who is there, and who is missing.
    private var people: Table {
        let rows = week.sessions.indices.compactMap { session -> [Table.Cell]? in
            let here = duties.duties(at: team, in: session)
            let moment = week.sessions[session]
            guard week.teams[team].isOpen(in: moment) || !here.isEmpty else { return nil }
            let names = here.map { duty -> String in
                let staff = week.staff[duty.person]
                let role = staff.roles.first.map(duties.names.role).map { " (\($0))" } ?? ""
                let paid = duty.booking == .rostered ? "" : ", \(Words.tier(duty.booking).lowercased())"
                return staff.name + role + paid
            }
            return [
                .text(Show.session(moment)),
                .text(Show.times(moment)),
                .text(names.isEmpty ? "nobody" : names.joined(separator: "; ")), .text(missing(moment.id)),
            ]
        }
        return Table(
            name: "people", caption: "People by session",
            columns: [
                .text("Session", "session"), .text("From and to", "times"), .prose("People", "people"),
                .text("Missing", "missing"),
            ], rows: rows, whenEmpty: "The team is closed.")
    }

    private func missing(_ session: String) -> String {
        let figure = figures.heads.items.first { $0.team == week.teams[team].id && $0.session == session }
        guard let figure, figure.isShort else { return "" }
        var words: [String] = []
        if figure.missingStaff > 0 { words.append("\(figure.missingStaff) of \(figure.minimumStaff)") }
        if figure.missingRegistered > 0 {
            words.append("\(figure.missingRegistered) of \(figure.minimumRegistered) registered")
        }
        for other in figure.others ?? [] where other.missing > 0 {
            words.append("\(other.missing) of \(other.minimum) \(other.who)")
        }
        return words.joined(separator: "; ")
    }

    /// A row a person and session: what is to be done.
    private var care: Table {
        let rows = week.sessions.indices.flatMap { session in
            duties.duties(at: team, in: session).filter { !$0.care.isEmpty || !$0.oversight.isEmpty }.map {
                duty -> [Table.Cell] in
                let work = duty.care.map(Duties.words(of:)) + duty.oversight.map(Duties.words(of:))
                return [
                    .text(Show.session(week.sessions[session])), .text(week.staff[duty.person].name),
                    .text(work.joined(separator: "; ")),
                ]
            }
        }
        return Table(
            name: "care", caption: "Contacts by session and person",
            columns: [.text("Session", "session"), .text("Person", "person"), .prose("Work", "work")],
            rows: rows, whenEmpty: "No contacts are planned.")
    }

    /// What is not met, the most pressing first.
    private var unmet: Table {
        let id = week.teams[team].id
        let rows = Priority.allCases.filter(\.isCare).flatMap { priority in
            plan.unmet.filter { $0.team == id && $0.priority == priority }.map { row -> [Table.Cell] in
                let window =
                    week.demand.first { $0.id == row.line }.map { duties.names.window($0.window) } ?? ""
                return [
                    .text(row.line), .text(duties.names.activity(row.activity)),
                    .text(Words.capitalised(priority.rawValue)), .count(row.contacts), .text(window),
                    .text(Words.reason(row.reason)),
                ]
            }
        }
        return Table(
            name: "unmet", caption: "Care not met, the most pressing first",
            columns: [
                .text("Line", "line"), .text("Activity", "activity"), .text("Priority", "priority"),
                .number("Contacts", "contacts"), .text("Window", "window"), .prose("Why", "reason"),
            ], rows: rows, whenEmpty: "All care asked for is met.")
    }
}
