// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// What sessions are paid as, and every paid session with what it covers.
    var bookings: [Block] {
        [
            .note(
                "A session counts in the dearest tier that part of it is. Pay of rostered sessions is a constant "
                    + "that no plan changes; it is here for comparison and not in the price. "
                    + "Agency is \(Show.percent(figures.bookings.agencyShare)) of all pay."),
            .table(
                ReportTable(
                    name: "pay-by-tier", caption: "Sessions by how they are paid",
                    columns: [
                        .text("Tier", "tier"), .number("Sessions", "sessions"), .number("Hours", "hours"),
                        .number("Pounds", "pounds"),
                    ],
                    rows: figures.bookings.tiers.map { figure in
                        [
                            .text(Booking(rawValue: figure.tier).map(Words.tier) ?? figure.tier),
                            .count(figure.sessions), .hours(figure.hours), .pounds(figure.pounds),
                        ]
                    },
                    total: [
                        .text("Bookings beyond the rota"), .count(plan.bookings.count),
                        .hours(plan.bookings.reduce(0) { $0 + $1.hours }),
                        .pounds(figures.bookings.bookedPounds),
                    ])),
            .table(
                ReportTable(
                    name: "bookings-by-session", caption: "Bookings, session by session",
                    columns: [
                        .text("Person", "person"), .text("Session", "session"), .text("Team", "team"),
                        .text("Engaged as", "engaged_as"), .number("Hours", "hours"),
                        .number("Pounds", "pounds"), .prose("Covers", "covers"),
                    ],
                    rows: plan.bookings.map { row in
                        [
                            person(row.staff), session(row.session), team(row.team),
                            .text(Words.capitalised(row.employment.rawValue)), .hours(row.hours),
                            .pounds(row.cost), .text(row.covers),
                        ]
                    }, whenEmpty: "Nobody is booked beyond the rota.")),
        ]
    }
}
