// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

extension ManyWeeks {
    /// The page for people, with its tables beside it: one file that needs nothing else, and prints.
    public var page: String {
        PageShell(title: title, opening: opening, sections: sections, namesFiles: true).html
    }

    private var title: String {
        weeks.count == 1
            ? "One week from \(Show.day(first))"
            : "\(weeks.count) weeks from \(Show.day(first)) to \(Show.day(last))"
    }

    @MarkupBuilder private var opening: [Markup] {
        for line in summary { Tag.p { line } }
    }

    private var sections: [PageSection] {
        [
            PageSection(
                id: "weeks", title: "Week by week",
                blocks: [
                    .note(
                        "Hours on duty and absence are the rota's. What is booked, met and priced is the plan's; a week "
                            + "without one has none. Absence and sickness are of own staff's hours, agency is of all "
                            + "pay for sessions worked."), .table(weekTable),
                ]),
            PageSection(id: "care", title: "Care not met over time", blocks: [.table(careTable)]),
            PageSection(
                id: "working-time", title: "Working time",
                blocks: [
                    .note(
                        "Hours a week averaged over up to 17 weeks, or as many as average_weeks says, up to the last week "
                            + "on whose roster the person is: sessions worked, leave, sickness and training as the "
                            + "hours they take the place of, and hours for other employers where other_hours.csv has "
                            + "them. At most 48, or average_hours where a week's policy says so; who has opted out may "
                            + "work more."), .table(workingTimeTable),
                ]),
            PageSection(
                id: "weekends", title: "Weekends and nights",
                blocks: [
                    .note(
                        "A weekend counts as worked with any session on its Saturday or Sunday, a night with three hours "
                            + "or more between 11 pm and 6 am."), .table(weekendTable),
                ]),
        ] + requestTables.map { PageSection(id: "requests", title: "Requests", blocks: [.table($0)]) } + [
            PageSection(id: "remarks", title: "What does not go together", blocks: [.table(remarkTable)])
        ]
    }
}
