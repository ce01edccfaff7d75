// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// What was planned beside what was worked: sessions, pounds, contacts, and pounds for an hour of contact.
public struct ActualsComparison: Sendable {
    /// Sessions, pounds and contacts of one side.
    public struct Sum: Sendable, Equatable {
        /// Sessions worked.
        public var sessions = 0
        /// Pounds.
        public var cost = 0.0
        /// Contacts; nil: nobody says.
        public var contacts: Int? = 0
        /// Hours in contact; nil: nobody says.
        public var contactHours: Double? = 0

        /// Pounds for an hour of contact; nil where there is none, or nobody says.
        public var costPerContactHour: Double? {
            contactHours.flatMap { $0 > 0 ? cost / $0 : nil }
        }
    }

    /// What became of one person's session.
    public enum Kind: String, Sendable, CaseIterable {
        /// It was worked as planned.
        case asPlanned = "as planned"
        /// It was worked in another team.
        case elsewhere = "in another team"
        /// It was worked there, and paid otherwise.
        case paidOtherwise = "paid otherwise"
        /// It was planned and not worked.
        case notWorked = "not worked"
        /// It was worked and not planned.
        case notPlanned = "not planned"
    }

    /// A person's session on both sides.
    public struct Row: Sendable, Equatable {
        /// What was planned.
        public let planned: PlannedSession?
        /// What was worked.
        public let actual: ActualSession?
        /// What became of it.
        public let kind: Kind
        /// Pounds planned and paid; what nobody says was paid is taken as planned.
        public let plannedCost, actualCost: Double
    }

    /// Every session of either side: the plan's order, then what was not planned in the order of the table.
    public let rows: [Row]
    /// How many sessions were paid what nobody says, and are taken to cost what was planned.
    public let taken: Int
    /// The pounds by which a session was paid otherwise.
    private static let leastPounds = 0.005
    private let planned: [PlannedSession]
    private let actual: [ActualSession]
    private let costs: [Double]
    private let hasContacts: Bool
    private let hasContactHours: Bool

    /// Joins what was worked to a plan.
    public init(planned: [PlannedSession], actual: [ActualSession]) {
        (self.planned, self.actual) = (planned, actual)
        let worked = Dictionary(actual.enumerated().map { ([$1.session, $1.staff], $0) }) { first, _ in first
        }
        let wanted = Dictionary(planned.map { ([$0.session, $0.staff], $0) }) { first, _ in first }
        let costs = actual.map { $0.cost ?? wanted[[$0.session, $0.staff]]?.cost ?? 0 }
        self.costs = costs
        taken = actual.count { $0.cost == nil }
        hasContacts = actual.contains { $0.contacts != nil }
        hasContactHours = actual.contains { $0.contacts != nil || $0.contactHours != nil }
        rows =
            planned.map { row in
                guard let place = worked[[row.session, row.staff]] else {
                    return Row(
                        planned: row, actual: nil, kind: .notWorked, plannedCost: row.cost, actualCost: 0)
                }
                let one = actual[place]
                let kind: Kind =
                    one.team != row.team
                    ? .elsewhere
                    : one.booking != row.booking || abs(costs[place] - row.cost) >= Self.leastPounds
                        ? .paidOtherwise : .asPlanned
                return Row(
                    planned: row, actual: one, kind: kind, plannedCost: row.cost, actualCost: costs[place])
            }
            + zip(actual, costs).filter { wanted[[$0.0.session, $0.0.staff]] == nil }.map { one, cost in
                Row(planned: nil, actual: one, kind: .notPlanned, plannedCost: 0, actualCost: cost)
            }
    }

    /// The teams of either side, in order of their names.
    public var teams: [String] { Set(planned.map(\.team) + actual.map(\.team)).sorted() }

    /// What was planned, in a team or in all.
    public func plannedSum(_ team: String? = nil) -> Sum {
        planned.filter { team == nil || $0.team == team }.reduce(into: Sum()) { sum, row in
            sum.sessions += 1
            sum.cost += row.cost
            sum.contacts = sum.contacts.map { $0 + row.contacts }
            sum.contactHours = sum.contactHours.map { $0 + row.contactHours }
        }
    }

    /// What was worked, in a team or in all.
    public func actualSum(_ team: String? = nil) -> Sum {
        var sum = Sum()
        if !hasContacts { sum.contacts = nil }
        if !hasContactHours { sum.contactHours = nil }
        for (row, cost) in zip(actual, costs) where team == nil || row.team == team {
            sum.sessions += 1
            sum.cost += cost
            sum.contacts = sum.contacts.map { $0 + (row.contacts ?? 0) }
            let hours = row.contactHours ?? Double(row.contacts ?? 0) * hoursPerContact(row.team)
            sum.contactHours = sum.contactHours.map { $0 + hours }
        }
        return sum
    }

    /// Hours in contact for each contact of a team in the plan; of all teams where it has none.
    private func hoursPerContact(_ team: String) -> Double {
        for sum in [plannedSum(team), plannedSum()] {
            if let contacts = sum.contacts, let hours = sum.contactHours, contacts > 0 {
                return hours / Double(contacts)
            }
        }
        return 0
    }

    // MARK: For people

    /// Planned, actual and what they differ by, team by team and in all.
    public var summary: Table {
        func rows(_ name: String, _ planned: Sum, _ actual: Sum) -> [[Table.Cell]] {
            func row(
                _ figure: String, _ first: Double?, _ second: Double?, _ cell: (Double?) -> Table.Cell
            ) -> [Table.Cell] {
                let difference = first.flatMap { first in second.map { $0 - first } }
                return [.text(name), .text(figure), cell(first), cell(second), cell(difference)]
            }
            func count(_ value: Double?) -> Table.Cell {
                value.map { Int(exactly: $0).map { .count($0) } ?? .ratio($0) } ?? .text("–", exact: "")
            }
            return [
                row("sessions", Double(planned.sessions), Double(actual.sessions), count),
                row("pounds", planned.cost, actual.cost) { .pounds($0) },
                row("contacts", planned.contacts.map(Double.init), actual.contacts.map(Double.init), count),
                row("contact hours", planned.contactHours, actual.contactHours) { .hours($0) },
                row("pounds a contact hour", planned.costPerContactHour, actual.costPerContactHour) {
                    .pounds($0)
                },
            ]
        }
        return Table(
            name: "planned-and-actual", caption: "Planned and actual",
            columns: [
                .text("Team", "team"), .text("Figure", "figure"), .number("Planned", "planned"),
                .number("Actual", "actual"), .number("Difference", "difference"),
            ],
            rows: teams.flatMap { rows($0, plannedSum($0), actualSum($0)) }
                + rows("all", plannedSum(), actualSum()))
    }

    /// The sessions of either side, a row each.
    ///
    /// - Parameter isAll: Whether those that were worked as planned are there, too.
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
            rows: rows.filter { isAll || $0.kind != .asPlanned }
                .map { row in
                    [
                        .text(row.planned?.session ?? row.actual?.session ?? ""),
                        .text(row.planned?.staff ?? row.actual?.staff ?? ""),
                        .text(row.planned?.team ?? "–", exact: row.planned?.team ?? ""),
                        .text(row.actual?.team ?? "–", exact: row.actual?.team ?? ""),
                        .text(
                            row.planned?.booking.rawValue ?? "–", exact: row.planned?.booking.rawValue ?? ""),
                        .text(row.actual?.booking.rawValue ?? "–", exact: row.actual?.booking.rawValue ?? ""),
                        .pounds(row.plannedCost), .pounds(row.actualCost),
                        .pounds(row.actualCost - row.plannedCost), .text(row.kind.rawValue),
                    ]
                })
    }

    /// What has to be known of the figures, in sentences.
    public var remarks: [String] {
        var found: [String] = []
        if taken > 0 {
            found.append(
                "Of \(Show.counted(taken, "session")) nobody says what was paid: taken to be what was planned."
            )
        }
        if !hasContactHours {
            found.append("Nobody says how many contacts were given, so there is no cost of an hour of them.")
        } else if actual.contains(where: { $0.contacts != nil && $0.contactHours == nil }) {
            found.append(
                "Where nobody says the hours of contacts, they are taken to be as long as the plan's of that team."
            )
        }
        return found
    }

    /// All of it, as lines for a terminal.
    public var lines: [String] { summary.lines + sessions(isAll: false).lines + remarks }
}
