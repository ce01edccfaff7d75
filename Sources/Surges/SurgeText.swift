// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// The calls as a table for a terminal.
public struct SurgeText: CustomStringConvertible {
    private let surge: Surge

    /// The calls of a surge.
    public init(_ surge: Surge) { self.surge = surge }

    /// The table.
    public var description: String {
        let names = Naming(week: surge.week)
        let table = Table(
            name: "calls", caption: "Whom to ring, in this order",
            columns: [
                .number("No.", "rank"), .text("Who", "staff"), .text("When", "sessions"),
                .text("Where", "team"),
                .text("Rung", "rung"), .number("Contacts", "contacts"), .number("Critical", "critical"),
                .number("Cost", "cost"), .text("Opens", "opens_on"),
            ],
            rows: (surge.proposals + surge.displacing).enumerated().map { number, call in
                [
                    .count(number + 1), .text(names.person(call.person)),
                    .text(names.sessions(call.sessions)),
                    .text(Naming.list(call.places.map { names.team($0) })),
                    .text(call.rung.rawValue + (call.mark == .callable ? " (C)" : "")),
                    .count(call.hangs.contacts), .count(call.hangs.critical), .pounds(call.cost),
                    .text(call.opensOn.map(Show.shortDay) ?? ""),
                ]
            }, whenEmpty: "Nobody.")
        return table.lines.joined(separator: "\n")
    }
}
