// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension CapacityReport {
    /// The tables, in the order in which they are shown; each has a file of its own.
    public var tables: [Table] {
        [
            table("capacity", "The whole week", [total], heading: "care"),
            table("pathways", "By pathway", pathways, heading: "pathway"),
            table("teams", "By team", teams, heading: "team"),
            dayTable,
            table("activities", "By activity", activities, heading: "activity"),
            table(
                "competencies", "By competency that every way of giving the care asks for", competencies,
                heading: "competency"),
            reserve.map {
                table("reserve", "Held in reserve, in none of the rows above", [$0], heading: "care")
            },
            sources.isEmpty ? nil : table("sources", "By which way people come", sources, heading: "source"),
            baselineTable, heads.isEmpty ? nil : headTable, shortfallTable,
        ].compactMap(\.self)
    }

    private var headTable: Table {
        Table(
            name: "heads", caption: "Minimums of heads that no allocation can keep",
            columns: [
                .text("team", "team"), .text("who", "who"), .number("at least", "at_least"),
                .number("sessions short", "sessions_short"), .number("heads missing", "heads_missing"),
                .prose("in", "sessions"),
            ],
            rows: heads.map { short in
                [
                    .text(short.team), .text(short.who), .count(short.atLeast), .count(short.sessions.count),
                    .count(short.missing), .text(short.sessions.joined(separator: ";")),
                ]
            })
    }

    private func table(
        _ name: String, _ caption: String, _ figures: [CapacityFigure], heading: String
    ) -> Table {
        Table(
            name: name, caption: caption,
            columns: [.text("", "id"), .text(heading, "name"), .number("contacts", "contacts")]
                + Self.time
                + [
                    .number("at most h", "most_contact_hours"), .number("short h", "short_hours"),
                    .number("short contacts", "short_contacts"),
                ],
            rows: figures.map { figure in
                [
                    .text(figure.id), .text(figure.name), .count(figure.contacts),
                    .hours(figure.contactHours), .hours(figure.workerHours), .count(figure.people),
                    .hours(figure.rosteredHours), .hours(figure.availableHours),
                    .hours(figure.mostContactHours), Self.short(figure.shortHours),
                    Self.short(figure.shortContacts),
                ]
            }, whenEmpty: "No care is wanted.")
    }

    private var baselineTable: Table {
        Table(
            name: "baseline", caption: "Who there is, beside the work that the week asks of them",
            columns: [
                .text("by", "by"), .text("", "id"), .text("who", "name"), .number("heads", "heads"),
                .number("WTE", "wte"), .number("contract h", "contract_hours"),
                .number("on duty h", "rostered_hours"), .number("registered", "registered"),
                .number("support", "support"),
                .number("registered per support WTE", "registered_per_support"),
                .number("asked h", "asked_hours"),
            ],
            rows: baseline.map { figure in
                [
                    .text(figure.by.rawValue), .text(figure.id), .text(figure.name), .count(figure.heads),
                    .ratio(figure.wte), .hours(figure.contractHours), .hours(figure.rosteredHours),
                    .count(figure.registered), .count(figure.support), .ratio(figure.registeredPerSupport),
                    .hours(figure.askedHours),
                ]
            })
    }

    private static let time: [Table.Column] = [
        .number("care h", "contact_hours"), .number("work h", "worker_hours"), .number("people", "people"),
        .number("on duty h", "rostered_hours"), .number("bookable h", "available_hours"),
    ]

    private var dayTable: Table {
        Table(
            name: "days", caption: "By day (care with a window of several days spread evenly over it)",
            columns: [.text("", "day"), .text("day", "name"), .number("contacts", "contacts")] + Self.time + [
                .number("that day only", "fixed_contacts"), .number("its care h", "fixed_contact_hours"),
                .number("at most h", "most_fixed_contact_hours"), .number("short h", "short_hours"),
                .number("short contacts", "short_contacts"),
            ],
            rows: days.map { day in
                [
                    .text(day.id), .text(day.name), .ratio(day.contacts), .hours(day.contactHours),
                    .hours(day.workerHours), .count(day.people), .hours(day.rosteredHours),
                    .hours(day.availableHours), .count(day.fixedContacts), .hours(day.fixedContactHours),
                    .hours(day.mostFixedContactHours), Self.short(day.shortHours),
                    Self.short(day.shortContacts),
                ]
            })
    }

    private var shortfallTable: Table {
        Table(
            name: "shortfalls", caption: "What no allocation can give",
            columns: [
                .text("team", "team"), .text("activity", "activity"), .text("from", "from"),
                .text("until", "until"), .text("lines", "lines"), .number("contacts", "contacts"),
                .number("at most", "most"), .number("short h", "short_hours"), .text("reason", "reason"),
                .prose("why", "sentence"),
            ],
            rows: shortfalls.map { shortfall in
                [
                    .text(shortfall.team ?? ""), .text(shortfall.activity ?? ""), .text(shortfall.from),
                    .text(shortfall.until), .text(shortfall.lines.joined(separator: ";")),
                    .count(shortfall.contacts), .count(shortfall.most), .hours(shortfall.shortHours),
                    .text(shortfall.reason.rawValue), .text(shortfall.sentence),
                ]
            })
    }

    /// Nothing where nothing is short, so that what is stands out.
    private static func short(_ hours: Double) -> Table.Cell { hours > 0 ? .hours(hours) : .blank }

    private static func short(_ contacts: Int) -> Table.Cell {
        contacts > 0 ? .count(contacts) : .blank
    }

    /// The report in lines of plain text, for the terminal.
    public var lines: [String] {
        var lines = ["Capacity from \(from) to \(until), before any plan", ""]
        for table in tables.dropLast() where !table.rows.isEmpty { lines += table.lines + [""] }
        lines += Self.legend + [""]
        guard !shortfalls.isEmpty else {
            return lines + [
                "No group of care is more than its people could give if they gave nothing else. "
                    + "Together it may still be too much: a plan says so."
            ]
        }
        lines.append(
            "What no allocation can give (\(Show.counted(shortfalls.count, "shortfall")), the largest first)")
        lines += shortfalls.map { "  " + Table.plain($0.sentence) }
        return lines
    }

    private static let legend = [
        "care h      hours with the people supported, once a contact",
        "work h      hours of workers: contact, record and travel, of two workers where two are needed",
        "people      who may do some of it and be sent there; on duty h, bookable h: their hours less non-contact",
        "            minutes, at their pace; bookable: available sessions, as far as working time and caps let them",
        "            be worked. People who may do several things count in each row, so that rows do not add up.",
        "at most h   care hours that any plan can give of it, if everything else were left undone: an upper bound",
        "asked h     hours of work that such people may take part in by their role, or that the employer's teams or the",
        "            setting's ask for; work that several may do counts in each",
        "short       what goes unmet in every plan; a blank is no promise that all of it can be met",
    ]

    /// The report as JSON, keys sorted.
    public func json() throws -> String { try JSONText.of(self, isNamedAlike: true) + "\n" }
}
