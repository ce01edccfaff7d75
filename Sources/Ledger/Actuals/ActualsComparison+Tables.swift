// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// A figure planned, worked and forecast, as a row of a table.
struct ThreeSides {
    /// The three, nil where nobody says.
    let planned, actual, forecast: Double?

    init(_ planned: Double?, _ actual: Double?, _ forecast: Double?) {
        (self.planned, self.actual, self.forecast) = (planned, actual, forecast)
    }

    init(_ sums: ActualsComparison.Sides, _ value: (ActualsComparison.Sum) -> Double?) {
        self.init(value(sums.planned), value(sums.actual), value(sums.forecast))
    }

    /// The columns of its cells.
    static let columns: [Table.Column] = [
        .number("Planned", "planned"), .number("Actual", "actual"), .number("Forecast", "forecast"),
        .number("Difference", "difference"),
    ]

    /// Planned, worked, forecast, and forecast less planned.
    func cells(_ cell: (Double?) -> Table.Cell) -> [Table.Cell] {
        let difference = forecast.flatMap { forecast in planned.map { forecast - $0 } }
        return [planned, actual, forecast, difference].map(cell)
    }

    /// A number of things, whole or not.
    static func count(_ value: Double?) -> Table.Cell {
        value.map { Int(exactly: $0).map { .count($0) } ?? .ratio($0) } ?? .text("–", exact: "")
    }

    /// One for another of the same side; nil where either is not known, or the other is none.
    func per(_ other: ThreeSides) -> ThreeSides {
        func ratio(_ one: Double?, _ other: Double?) -> Double? {
            one.flatMap { one in other.flatMap { $0 > 0 ? one / $0 : nil } }
        }
        return ThreeSides(
            ratio(planned, other.planned), ratio(actual, other.actual), ratio(forecast, other.forecast))
    }
}

extension ActualsComparison {
    /// What was planned, was worked, and is forecast.
    struct Sides {
        let planned, actual, forecast: Sum
    }

    /// Of some teams; nil: of all.
    func sides(in teams: Set<String>?) -> Sides {
        Sides(
            planned: plannedSum(in: teams), actual: actualSum(in: teams), forecast: forecastSum(in: teams))
    }

    /// Planned, actual and forecast, team by team and in all.
    public var summary: Table {
        func rows(_ name: String, _ sides: Sides) -> [[Table.Cell]] {
            func row(
                _ figure: String, _ cell: (Double?) -> Table.Cell, _ value: (Sum) -> Double?
            ) -> [Table.Cell] {
                [.text(name), .text(figure)] + ThreeSides(sides, value).cells(cell)
            }
            return [
                row("sessions", ThreeSides.count) { Double($0.sessions) },
                row("pounds", { .pounds($0) }) { $0.cost },
                row("contacts", ThreeSides.count) { $0.contacts.map(Double.init) },
                row("contact hours", { .hours($0) }) { $0.contactHours },
                row("pounds a contact hour", { .pounds($0) }) { $0.costPerContactHour },
            ]
        }
        return Table(
            name: "planned-and-actual", caption: "Planned, actual and forecast",
            columns: [.text("Team", "team"), .text("Figure", "figure")] + ThreeSides.columns,
            rows: teams.flatMap { rows($0, sides(in: [$0])) } + rows("all", sides(in: nil)))
    }

    /// Pounds by what sessions are paid as.
    public var byBooking: Table {
        func pounds(_ booking: Booking) -> ThreeSides {
            let worked = zip(actual, costs).reduce(0) { $1.0.booking == booking ? $0 + $1.1 : $0 }
            func sum(_ rows: [PlannedSession]) -> Double {
                rows.reduce(0) { $1.booking == booking ? $0 + $1.cost : $0 }
            }
            return ThreeSides(sum(planned), worked, worked + sum(toCome))
        }
        let found = Set(planned.map(\.booking) + actual.map(\.booking))
        return Table(
            name: "pounds-by-booking", caption: "Pounds by what they are paid as",
            columns: [.text("Paid as", "booking")] + ThreeSides.columns,
            rows: Booking.allCases.filter(found.contains).map { booking in
                [.text(booking.rawValue)] + pounds(booking).cells { .pounds($0) }
            },
            total: [.text("all")] + ThreeSides(sides(in: nil)) { $0.cost }.cells { .pounds($0) })
    }

    /// The sessions of either side, a row each.
    ///
    /// - Parameter isAll: Whether those that were worked as planned, and those to come, are there, too.
    public func sessions(isAll: Bool) -> Table {
        Table(
            name: "sessions",
            caption: isAll ? "Every session" : "Sessions that were not as planned",
            columns: [
                .text("Session", "session"), .text("Person", "staff"), .text("Planned in", "planned_team"),
                .text("Worked in", "actual_team"), .text("Planned as", "planned_booking"),
                .text("Paid as", "actual_booking"), .number("Planned", "planned_cost"),
                .number("Paid", "actual_cost"), .number("Difference", "difference"),
                .text("What became of it", "what"),
            ],
            rows: rows.filter { isAll || ($0.kind != .asPlanned && $0.kind != .toCome) }.map(Self.cells))
    }

    private static func cells(_ row: Row) -> [Table.Cell] {
        func text(_ value: String?) -> Table.Cell { .text(value ?? "–", exact: value ?? "") }
        let isOver = row.kind != .toCome
        return [
            .text(row.planned?.session ?? row.actual?.session ?? ""),
            .text(row.planned?.staff ?? row.actual?.staff ?? ""),
            text(row.planned?.team), text(row.actual?.team), text(row.planned?.booking.rawValue),
            text(row.actual?.booking.rawValue), .pounds(row.plannedCost),
            .pounds(isOver ? row.actualCost : nil), .pounds(isOver ? row.actualCost - row.plannedCost : nil),
            .text(row.kind.rawValue),
        ]
    }

    /// All tables, as files have them.
    public var tables: [Table] {
        [summary, byBooking] + (pathways.map { [$0] } ?? []) + [sessions(isAll: true)]
    }

    /// All of it, as lines for a terminal.
    public var lines: [String] {
        summary.lines + byBooking.lines + (pathways?.lines ?? []) + sessions(isAll: false).lines + remarks
    }
}
