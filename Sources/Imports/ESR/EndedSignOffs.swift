// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// Sign-offs that ended before the week's last day, with nothing newer.
struct EndedSignOffs {
    let table: Table

    init(_ week: Week, of people: Set<Int>) {
        let last = week.start.adding(days: week.days - 1)
        let months = Dictionary(week.framework.competencies.map { ($0.id, $0.validMonths) }) { one, _ in one }
        var rows: [[Table.Cell]] = []
        let signOffs = Dictionary(grouping: week.signOffs, by: \.staff)
        for s in people.sorted() {
            let person = week.staff[s]
            let theirs = (signOffs[person.id] ?? []).filter { $0.signedOffOn <= last }
            for competency in week.framework.competencies {
                // The newest counts, and of those of one day the last.
                let newest = theirs.filter { $0.competency == competency.id }.enumerated().max {
                    ($0.element.signedOffOn, $0.offset) < ($1.element.signedOffOn, $1.offset)
                }?.element
                guard let newest else { continue }
                let valid = months[competency.id] ?? nil
                let end = newest.expiresOn ?? valid.map { newest.signedOffOn.adding(months: $0) }
                guard let end, end < last else { continue }
                rows.append([
                    .text(person.id), .text(competency.id), .count(newest.level),
                    .text(Show.day(end), exact: end.iso),
                    .text(end < week.start ? "before the week" : "within the week"),
                ])
            }
        }
        table = Table(
            name: "sign-offs-ended", caption: "Sign-offs that have ended, or end within the week",
            columns: [
                .text("Staff", "staff"), .text("Competency", "competency"), .number("Level", "level"),
                .text("Held until", "held_until"), .text("When", "when"),
            ], rows: rows, whenEmpty: "None has ended.")
    }
}
