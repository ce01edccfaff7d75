// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeeklyModel {
    /// The rows of a plan as values of the model's columns, to start a search from or to check against the
    /// programme.
    ///
    /// The values are complete, not necessarily feasible. `strays` says which of them the model has no column
    /// for: somebody deployed where they may not be, contacts outside a window or without a route, a
    /// supervisor who may not supervise. A plan that keeps the rules has none.
    public func values(of rows: PlanRows) -> (values: [Double], strays: [String]) {
        var reading = PlanReading(self)
        for row in rows.deployments { reading.read(row) }
        for row in rows.contacts { reading.read(row) }
        for row in rows.supervision { reading.read(row) }
        return (Completion(model: self).complete(reading.values), reading.strays)
    }
}

/// Finds the columns that rows of a plan are about.
private struct PlanReading {
    private let model: WeeklyModel
    private let staff: [String: Int]
    private let lines: [String: Int]
    private(set) var values: [Double]
    private(set) var strays: [String] = []

    init(_ model: WeeklyModel) {
        self.model = model
        staff = Self.index(model.instance.week.staff.map(\.id))
        lines = Self.index(model.instance.week.demand.map(\.id))
        values = [Double](repeating: 0, count: model.columns.count)
    }

    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    private func cell(_ name: String, _ session: Int) -> Int? {
        guard let s = staff[name], (0..<model.instance.sessionCount).contains(session) else { return nil }
        return s * model.instance.sessionCount + session
    }

    mutating func read(_ row: Deployment) {
        guard let cell = cell(row.staff, row.session),
            let position = model.instance.eligibleTeams[cell].firstIndex(where: {
                model.instance.week.teams[$0].id == row.team
            })
        else { return strays.append("deployment of \(row.staff) to \(row.team)") }
        values[model.layout.firstDeployment[cell] + position] += 1
    }

    mutating func read(_ row: ContactRow) {
        let kind = ColumnOrigin.Kind(row.route)
        for person in [row.staff] + (row.partner.map { [$0] } ?? []) {
            let column = cell(person, row.session).flatMap { cell in
                model.layout.contacts[model.layout.contactsOfCell[cell]].first {
                    lines[row.line] == Int($0.line) && $0.kind == kind
                        && model.instance.week.teams[Int($0.team)].id == row.team
                }
            }
            if let column {
                values[Int(column.column)] += Double(row.contacts)
            } else {
                strays.append("contacts of \(person) in \(row.line)")
            }
        }
    }

    mutating func read(_ row: SupervisionRow) {
        // Work that needs no minutes of supervision has no column for them.
        guard row.minutes != 0 else { return }
        let column = cell(row.supervisor, row.session).flatMap { cell in
            model.layout.supervision[model.layout.supervisionOfCell[cell]].first {
                model.instance.groupName(Int($0.group)) == row.group
                    && model.instance.activities[Int($0.activity)].id == row.activity
            }
        }
        if let column {
            values[Int(column.column)] += row.minutes
        } else {
            strays.append("supervision by \(row.supervisor)")
        }
    }
}
