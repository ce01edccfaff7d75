// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension ManyWeeks {
    /// What there is to say of the weeks before any table, a sentence each.
    var summary: [String] {
        let planned = figures.filter { $0.allCare != nil }
        var sentences = [
            "\(Show.counted(weeks.count, "week")) from \(Show.day(first)) to \(Show.day(last)), "
                + "\(people.count == 1 ? "1 person" : "\(Show.count(people.count)) people")."
        ]
        let wanted = planned.reduce(0) { $0 + ($1.allCare?.hours ?? 0) }
        let unmet = planned.reduce(0) { $0 + ($1.allCare?.unmetHours ?? 0) }
        let contacts = planned.reduce(0) { $0 + ($1.allCare?.unmetContacts ?? 0) }
        sentences.append(
            planned.isEmpty
                ? "No week has a plan, so what is said of working time is the rotas' alone."
                : "Of \(Show.hours(wanted)) contact hours wanted in \(Show.counted(planned.count, "planned week")), "
                    + "\(Show.hours(unmet)) are not met: \(Show.counted(contacts, "contact")).")
        let above = above
        sentences.append(
            above.isEmpty
                ? "Nobody works more on average than they may."
                : "\(above.count == 1 ? "1 person works" : "\(Show.count(above.count)) people work") more on average than "
                    + "they may, and \(above.count == 1 ? "has" : "have") not opted out: "
                    + above.prefix(8).map { "\($0.id) (\(Show.hours($0.latest.hours)))" }.joined(
                        separator: ", ")
                    + (above.count > 8 ? " and \(above.count - 8) more." : "."))
        return sentences
    }

    /// The weeks in lines of plain text, for the terminal: what there is to say, week by week, and what does not go
    /// together. The tables of people are for files.
    public var lines: [String] {
        summary.map(Table.plain) + [""] + weekTable.lines
            + (remarks.isEmpty ? [] : ["", "What does not go together"])
            + remarks.map { "  " + Table.plain($0) }
    }
}
