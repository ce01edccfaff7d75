// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// The tables of an outlook. A test holds the columns that `book-now.csv` shares with `calls.csv` against those.
public struct OutlookTables: Sendable {
    /// What may go unmet.
    public static let draws = "draws.csv"
    /// What to book now.
    public static let bookNow = "book-now.csv"

    /// The heading over them.
    static let title = "If more comes than expected"

    /// The names of both files.
    public static let names = [draws, bookNow]

    private let outlook: Outlook
    private let week: Week
    private let names: Naming

    /// The tables of an outlook for a week.
    public init(_ outlook: Outlook, week: Week) {
        (self.outlook, self.week) = (outlook, week)
        names = Naming(week: week)
    }

    /// The files by name.
    public var files: [(name: String, text: String)] {
        [(Self.draws, risks.csv)] + (bookings.map { [(Self.bookNow, $0.csv)] } ?? [])
    }

    /// What may go unmet by pathway and day.
    public var risks: Table {
        Table(
            name: "draws", caption: "Critical care that may go unmet",
            columns: [
                .text("Pathway", "pathway"), .text("Day", "day"), .number("Chance", "chance"),
                .number("±", "chance_error"), .number("If called", "chance_if_called"),
                .number("±", "chance_if_called_error"), .number("Contacts unmet", "unmet"),
                .number("Hours that hold it", "hours"),
            ],
            rows: outlook.risks.map { risk in
                [
                    .text(risk.pathway ?? "all", exact: risk.pathway ?? ""),
                    .text(risk.day.map(Show.shortDay) ?? "whole week", exact: risk.day?.iso ?? ""),
                    .share(risk.chance.mean), .share(risk.chance.error), .share(risk.chanceIfCalled.mean),
                    .share(risk.chanceIfCalled.error), .ratio(risk.unmet), .hours(risk.hours),
                ]
            }, whenEmpty: "No critical care is wanted.")
    }

    /// What to book now; nil: it was not found out.
    public var bookings: Table? {
        outlook.bookings.map { bookings in
            Table(
                name: "book-now", caption: "Worth booking now",
                columns: [
                    .number("No.", "rank"), .text("Where", "team"), .text("When", "sessions"),
                    .text("Who", "staff"), .text("Name", "name"), .text("Rung", "rung"),
                    .text("Mark", "mark"),
                    .text("Employer", "employer"), .number("Cost", "cost"), .number("Needed", "needed"),
                    .number("Saving", "saving"), .number("±", "saving_error"), .text("Is it so", "told"),
                    .prose("Why", "reason"),
                ],
                rows: bookings.enumerated().map { number, booking in
                    let staff = week.staff[booking.person]
                    let places = booking.teams.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
                    return [
                        .count(number + 1),
                        .text(
                            Naming.list(places.map { names.team($0) }),
                            exact: places.map { week.teams[$0].id }.joined(separator: ";")),
                        .text(
                            names.sessions(booking.sessions),
                            exact: booking.sessions.map { week.sessions[$0].id }.joined(separator: ";")),
                        .text(staff.id), .text(staff.name), .text(booking.rung.rawValue),
                        .text(booking.mark.rawValue), .text(staff.employer), .pounds(booking.cost),
                        .share(booking.needed), .pounds(booking.saving.mean), .pounds(booking.saving.error),
                        .text(Self.told(booking.saving)), .text(reason(booking)),
                    ]
                }, whenEmpty: "Nobody: calling on the day costs no more on average.")
        }
    }

    /// Whether a saving is more than the luck of the draws.
    static func told(_ saving: Estimate) -> String { saving.isShown ? "shown" : "not told apart" }

    private func reason(_ booking: BookingToMake) -> String {
        let factor = Show.decimal(week.policy.lateCall, places: 2)
        return
            "\(Show.percent(booking.needed)) of the draws would call so many of their kind; on the day they cost "
            + "\(factor) times \(Show.pounds(booking.cost))."
            + (booking.rung == .agencyOverCap ? " This is agency beyond the cap." : "")
            + " The saving is that of the draws by which it was chosen, which flatters it."
    }
}
