// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension CaseloadDemand {
    /// What there is to show of it: people, and contacts by team, activity and day.
    public func tables(of week: Week) -> [Table] { [peopleTable(week), contactsTable(week)] }

    private func peopleTable(_ week: Week) -> Table {
        let last = week.start.adding(days: week.days - 1)
        let isLimited = people.contains(where: \.isLimited)
        return Table(
            name: "caseload-people", caption: "People, on average",
            columns: [
                .text("Team", "team"), .text("Pathway", "pathway"),
                .number("On \(Show.shortDay(week.start))", "first_day"),
                .number("On \(Show.shortDay(last))", "last_day"), .number("Begin", "begin"),
            ] + (isLimited ? [.number("More waiting", "more_waiting")] : []),
            rows: people.map { one in
                [
                    .text(one.team), .text(one.pathway), .ratio(one.present.first), .ratio(one.present.last),
                    .ratio(one.begin),
                ] + (isLimited ? [one.isLimited ? .ratio(one.moreWaiting) : .blank] : [])
            })
    }

    private func contactsTable(_ week: Week) -> Table {
        let days = (0..<week.days).map { week.start.adding(days: $0) }
        func sum(_ rows: [Due]) -> [Table.Cell] {
            days.indices.map { day in .ratio(rows.reduce(0) { $0 + $1.byDay[day] }) } + [
                .ratio(rows.reduce(0) { $0 + $1.byDay.reduce(0, +) }),
                .count(rows.reduce(0) { $0 + $1.contacts }),
            ]
        }
        return Table(
            name: "caseload-contacts", caption: "Contacts expected, on the day on which they are due",
            columns: [.text("Team", "team"), .text("Activity", "activity")]
                + days.map { .number(week.days > 7 ? Show.shortDay($0) : $0.weekday.short, $0.iso) }
                + [.number("In all", "expected"), .number("In demand.csv", "contacts")],
            rows: due.map { [.text($0.team), .text($0.activity)] + sum([$0]) },
            total: due.isEmpty ? nil : [.text("All"), .blank] + sum(due))
    }
}
