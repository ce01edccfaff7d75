// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension ManyWeeks {
    /// The tables, in the order of the page. Each has a file of its own.
    public var tables: [Table] {
        [weekTable, careTable, workingTimeTable, weekendTable] + requestTables + [remarkTable]
    }

    /// The weeks, a row each.
    var weekTable: Table {
        Table(
            name: "weeks", caption: "Week by week",
            columns: [
                .text("Week", "week"), .text("From", "from"), .text("Plan", "plan"),
                .number("People", "people"),
                .number("On duty h", "rostered_hours"), .number("Booked h", "booked_hours"),
                .number("Booked £", "booked_pounds"), .number("Agency", "agency_share"),
                .number("Absence", "absence_share"), .number("Sickness", "sickness_share"),
                .number("Care h", "care_hours"), .number("Met", "share_met"),
                .number("Not met", "unmet_contacts"), .number("Not met h", "unmet_hours"),
                .number("Heads missing", "missing_heads"), .number("Requests granted", "requests_granted"),
                .number("Price", "price"),
            ],
            rows: figures.map { figure in
                [
                    .text(figure.name), .text(figure.start.iso), .text(figure.plan.rawValue),
                    .count(figure.people), .hours(figure.rosteredHours), .hours(figure.bookedHours),
                    .pounds(figure.bookedPounds), .share(figure.agencyShare), .share(figure.absenceShare),
                    .share(figure.sicknessShare), .hours(figure.allCare?.hours),
                    .share(figure.allCare?.shareMet), Self.count(figure.allCare?.unmetContacts),
                    .hours(figure.allCare?.unmetHours), Self.count(figure.missingHeads),
                    .share(figure.requests?.total.share), .pounds(figure.price),
                ]
            })
    }

    /// Care by week and priority.
    var careTable: Table {
        Table(
            name: "care-over-time", caption: "Care not met, by week and priority",
            columns: [
                .text("Week", "week"), .text("From", "from"), .text("Priority", "priority"),
                .number("Contacts wanted", "contacts_wanted"),
                .number("Contacts not met", "contacts_not_met"),
                .number("Hours wanted", "hours_wanted"), .number("Hours not met", "hours_not_met"),
                .number("Share met", "share_met"),
            ],
            rows: figures.flatMap { figure in
                figure.care.filter { $0.contacts > 0 }.map { care in
                    [
                        .text(figure.name), .text(figure.start.iso), .text(Words.capitalised(care.group)),
                        .count(care.contacts), .count(care.unmetContacts), .hours(care.hours),
                        .hours(care.unmetHours), .share(care.shareMet),
                    ]
                }
            }, whenEmpty: "No week has a plan.")
    }

    /// Working time on average, a row a person.
    var workingTimeTable: Table {
        Table(
            name: "working-time", caption: "Hours a week on average",
            columns: [
                .text("Person", "staff"), .number("Contract h", "contract_hours"),
                .number("Weeks averaged", "weeks"), .number("Average h", "average_hours"),
                .number("Of them elsewhere", "other_hours"), .number("At most", "most_hours"),
                .text("Opted out", "opted_out"), .text("Above", "above"), .number("Highest", "highest_hours"),
                .text("Up to the week of", "highest_week"),
            ],
            rows: people.map { person in
                [
                    name(person), .hours(person.contractHours), .count(person.latest.weeks),
                    .hours(person.latest.hours), .hours(person.latest.otherHours), .hours(person.latest.most),
                    .text(person.hasOptedOut ? "yes" : ""), .text(person.isAbove ? "yes" : ""),
                    .hours(person.highest.hours), .text(person.highest.week.iso),
                ]
            })
    }

    /// Weekends and nights, a row a person.
    var weekendTable: Table {
        Table(
            name: "weekends-and-nights", caption: "Weekends and nights",
            columns: [
                .text("Person", "staff"), .number("Weeks", "weeks"), .number("Sessions", "sessions"),
                .number("Weekends", "weekends"), .number("Worked", "weekends_worked"),
                .number("Share", "weekend_share"), .number("Nights", "nights"),
            ],
            rows: people.map { person in
                [
                    name(person), .count(person.weeks), .count(person.sessions), .count(person.weekends),
                    .count(person.weekendsWorked),
                    .share(
                        person.weekends > 0 ? Double(person.weekendsWorked) / Double(person.weekends) : nil),
                    .count(person.nights),
                ]
            })
    }

    /// Requests, a row a person; none where nobody asked for anything.
    var requestTables: [Table] {
        guard !requests.isEmpty else { return [] }
        let names = Dictionary(people.map { ($0.id, name($0)) }) { first, _ in first }
        return [
            Table(
                name: "requests", caption: "Requests granted",
                columns: [
                    .text("Person", "staff"), .number("Weeks", "weeks"), .number("Requests", "requests"),
                    .number("Granted", "granted"), .number("Share granted", "share_granted"),
                    .number("Weight", "weight"), .number("Weight granted", "weight_granted"),
                ],
                rows: requests.map { person in
                    let asked = person.requests
                    return [
                        names[person.staff] ?? .text(person.staff), .count(person.weeks),
                        .count(asked.requests), .count(asked.granted), .share(asked.share),
                        .pounds(asked.weight), .pounds(asked.grantedWeight),
                    ]
                })
        ]
    }

    /// What does not go together.
    var remarkTable: Table {
        Table(
            name: "remarks", caption: "What does not go together",
            columns: [.prose("What", "remark")], rows: remarks.map { [.text($0)] },
            whenEmpty: "Nothing was found.")
    }

    private func name(_ person: PersonFigure) -> Table.Cell {
        .text(person.name == person.id ? person.id : "\(person.name) (\(person.id))", exact: person.id)
    }

    private static func count(_ value: Int?) -> Table.Cell { value.map { .count($0) } ?? .blank }
}
