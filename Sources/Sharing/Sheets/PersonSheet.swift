// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

/// A page for one person: where to be when, what to do there, what is delegated to whom and on what evidence.
struct PersonSheet {
    private let duties: Duties
    private let figures: ReportFigures
    private let person: Int
    private let own: [Duty]

    init(of person: Int, _ duties: Duties, _ figures: ReportFigures) {
        self.duties = duties
        self.figures = figures
        self.person = person
        own = duties.duties(of: person)
    }

    private var week: Week { duties.week }
    private var staff: StaffMember { week.staff[person] }

    /// The page.
    var html: String {
        PageShell(
            title: "\(staff.name), \(Show.counted(week.days, "day")) from \(Show.day(week.start))",
            opening: [
                Tag.p(.class("note")) {
                    "A plan is advice: whoever is in charge of the day may decide otherwise, and record why."
                }
            ],
            sections: [
                PageSection(id: "sessions", title: "Where to be", blocks: [.table(sessions)]),
                PageSection(id: "delegated", title: "Work delegated to \(staff.name)", blocks: delegated),
                PageSection(
                    id: "supervises", title: "Work that \(staff.name) supervises", blocks: supervises),
                PageSection(id: "sign-offs", title: "Sign-offs", blocks: [.table(signOffs)]),
            ].filter { !$0.blocks.isEmpty }, namesFiles: false
        ).html
    }

    private func cells(_ duty: Duty) -> [Table.Cell] {
        let session = week.sessions[duty.session]
        return [
            .text("\(Show.session(session)), \(Show.times(session))"), .text(week.teams[duty.team].name),
        ]
    }

    /// Two columns, so that on a telephone there is room beside them for what there is to do.
    private static let place: [Table.Column] = [.text("Session", "session"), .text("Team", "team")]

    private var sessions: Table {
        Table(
            name: "sessions", caption: "Sessions",
            columns: Self.place + [.prose("What there is to do", "work"), .text("Paid as", "paid_as")],
            rows: own.map { duty in
                let work = duty.care.map(Duties.words(of:)) + duty.oversight.map(Duties.words(of:))
                return cells(duty) + [
                    .text(work.isEmpty ? "No contacts are planned." : work.joined(separator: "; ")),
                    .text(Words.tier(duty.booking)),
                ]
            }, whenEmpty: "No sessions are planned.")
    }

    private var delegated: [Block] {
        let rows = own.flatMap { duty in
            duty.care.filter { $0.route == .delegated }.map { care in
                cells(duty) + [
                    .text(care.activity), .count(care.contacts), .minutes(Double(care.minutes)),
                    .text(care.supervisor ?? "nobody"),
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .note(
                "Delegated contacts are given on the sign-offs below, and the supervisor named stands behind them."
            ),
            .table(
                Table(
                    name: "delegated", caption: "Delegated contacts",
                    columns: Self.place + [
                        .text("Activity", "activity"), .number("Contacts", "contacts"),
                        .number("Minutes", "minutes"), .text("Supervisor", "supervisor"),
                    ], rows: rows)),
        ]
    }

    private var supervises: [Block] {
        let rows = own.flatMap { duty in
            duty.oversight.map { oversight in
                cells(duty) + [
                    .text(oversight.activity), .text(Naming.list(oversight.people)),
                    .minutes(oversight.minutes), .text(slack(oversight, duty)),
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                Table(
                    name: "supervises", caption: "Supervision given",
                    columns: Self.place + [
                        .text("Activity", "activity"), .text("Whom", "people"),
                        .number("Minutes", "minutes"), .prose("Slack", "slack"),
                    ], rows: rows))
        ]
    }

    /// What is left where somebody falls out.
    private func slack(_ oversight: Duty.Oversight, _ duty: Duty) -> String {
        let session = week.sessions[duty.session].id
        let tight = figures.delegation.oversight.tight.first { tight in
            tight.session == session && duties.names.activity(tight.activity) == oversight.activity
                && (tight.supervisionGroup == "*"
                    || tight.supervisionGroup == week.teams[duty.team].supervisionGroup)
        }
        guard let tight else { return "others could take over" }
        return tight.supervisors <= 1
            ? "nobody else could supervise it"
            : "\(Show.minutes(tight.minutesLeft)) minutes are left among \(tight.supervisors) supervisors"
    }

    private var signOffs: Table {
        // Sign-offs of all rows of a human count together.
        let humans = week.staff.humansById
        let months = Dictionary(
            week.framework.competencies.map { ($0.id, $0.validMonths) },
            uniquingKeysWith: { first, _ in first })
        let rows = week.signOffs.filter { (humans[$0.staff] ?? $0.staff) == staff.human }.map {
            row -> [Table.Cell] in
            let levels = week.framework.levelNames
            let name = levels.indices.contains(row.level - 1) ? " (\(levels[row.level - 1]))" : ""
            return [
                .text(duties.names.competency(row.competency)), .text("\(row.level)\(name)"),
                .text(Show.day(row.signedOffOn)),
                .text(
                    HeldSignOff(row, validMonths: months[row.competency] ?? nil).until.map(Show.day)
                        ?? "no end"),
                .text(row.signedOffBy),
            ]
        }
        return Table(
            name: "sign-offs", caption: "Sign-offs in the week's files",
            columns: [
                .text("Competency", "competency"), .text("Level", "level"),
                .text("Signed off", "signed_off_on"),
                .text("Until", "expires_on"), .text("By", "signed_off_by"),
            ], rows: rows, whenEmpty: "No sign-offs are on file.")
    }
}
