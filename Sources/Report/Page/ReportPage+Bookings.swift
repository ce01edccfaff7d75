// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// What sessions are paid as, and every paid session with what it covers.
    var bookings: [Markup] {
        [
            note(
                "A session counts in the dearest tier that part of it is. Pay of rostered sessions is a constant "
                    + "that no plan changes; it is here for comparison and not in the price. "
                    + "Agency is \(Show.percent(figures.bookings.agencyShare)) of all pay."),
            DataTable(
                caption: "Sessions by how they are paid",
                columns: [.text("Tier"), .number("Sessions"), .number("Hours"), .number("Pounds")],
                rows: figures.bookings.tiers.map { figure in
                    [
                        Booking(rawValue: figure.tier).map(Words.tier) ?? figure.tier,
                        Show.count(figure.sessions), Show.hours(figure.hours), Show.pounds(figure.pounds),
                    ]
                },
                total: [
                    "Bookings beyond the rota", Show.count(plan.bookings.count),
                    Show.hours(plan.bookings.reduce(0) { $0 + $1.hours }),
                    Show.pounds(figures.bookings.bookedPounds),
                ]
            ).markup,
            DataTable(
                caption: "Bookings, session by session",
                columns: [
                    .text("Person"), .text("Session"), .text("Team"), .text("Engaged as"), .number("Hours"),
                    .number("Pounds"), .prose("Covers"),
                ],
                rows: plan.bookings.map { row in
                    [
                        person(row.staff), session(row.session), index.teamName(row.team),
                        Words.capitalised(row.employment.rawValue), Show.hours(row.hours),
                        Show.pounds(row.cost),
                        row.covers,
                    ]
                }, whenEmpty: "Nobody is booked beyond the rota."
            ).markup,
        ]
    }

    /// A person's name, with the identifier where it says something else.
    func person(_ id: String) -> String {
        let name = index.staffName(id)
        return name == id ? id : "\(name) (\(id))"
    }
}
