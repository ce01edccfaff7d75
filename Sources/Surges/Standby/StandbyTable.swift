// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

/// Who is to stand by, as a table for the page and for `standby.csv`.
public struct StandbyTable: Sendable {
    /// The file's name.
    public static let file = "standby.csv"

    /// The heading over it.
    static let title = "Standby"

    /// The table.
    public let table: Table

    /// The table of a week.
    public init(_ needs: [Standby], week: Week) {
        let names = Naming(week: week)
        table = Table(
            name: "standby", caption: "Who is to stand by",
            columns: [
                .text("Day", "day"), .text("Where", "team"), .text("For", "group"),
                .number("Planned", "planned"), .text("Chance of each", "chance_each"),
                .number("Away on average", "away"),
                .number("To stand by", "standby"), .number("Chance of more away", "chance_of_more"),
                .prose("Ask first", "ask_first"), .text("Not before", "opens_on"),
                .number("Could be asked", "could"),
                .number("Too few by", "missing"), .number("Cost if called", "cost_if_called"),
            ],
            rows: needs.map { need in
                let day = week.start.adding(days: need.day)
                let asked = need.asked.map { one in
                    "\(names.person(one.person))\(one.mark == .callable ? " (C)" : "")"
                }
                return [
                    .text(Show.shortDay(day), exact: day.iso),
                    .text(names.team(need.team), exact: week.teams[need.team].id),
                    .text(need.group.words, exact: need.group.identifier), .count(need.planned),
                    .text(
                        Naming.list(need.chances.map { Show.percent($0) }),
                        exact: need.chances.map { "\($0)" }.joined(separator: ";")),
                    .ratio(need.away), .count(need.number), .share(need.chance),
                    .text(
                        asked.isEmpty ? "nobody" : Naming.list(asked),
                        exact: need.asked.map { week.staff[$0.person].id }.joined(separator: ";")),
                    .text(need.opensOn.map(Show.shortDay) ?? "", exact: need.opensOn?.iso ?? ""),
                    .count(need.people.count), .count(need.missing), .pounds(need.cost),
                ]
            }, whenEmpty: "Nobody: nobody is planned whose absence has to be reckoned with.")
    }

    /// A section of the page.
    func section(risk: Double) -> PageSection {
        PageSection(
            id: "standby", title: Self.title,
            blocks: [.note(Self.note(risk: risk)), .table(table)])
    }

    /// What its figures are.
    static func note(risk: Double) -> String {
        "So many of the bank stand by that more people are away with a chance of at most \(Show.percent(risk)). Each is away "
            + "with the chance that the change files give their role, \(Show.percent(StandbyOptions.usualAbsence)) where they "
            + "give none. Who stands by costs nothing before they are called; what they cost then is held against no cap here."
    }
}

extension Standby.Group {
    /// `physiotherapy`, or `grade 2`.
    fileprivate var words: String {
        switch self {
        case .profession(let profession): "registered, \(profession)"
        case .grade(let grade): "support, grade \(grade)"
        }
    }

    /// The profession, or `grade 2`.
    fileprivate var identifier: String {
        switch self {
        case .profession(let profession): profession
        case .grade(let grade): "grade \(grade)"
        }
    }
}
