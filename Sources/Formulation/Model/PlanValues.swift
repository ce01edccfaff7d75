// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeeklyModel {
    /// The rows of a plan as values of the model's columns, to start a search from or to check against the
    /// programme.
    ///
    /// The values are complete, not necessarily feasible. `strays` are those of them that the model has no column
    /// for: somebody deployed where they may not be, contacts outside a window or without a route, a
    /// supervisor who may not supervise. A plan that keeps the rules has none.
    public func values(of rows: PlanRows) -> (values: [Double], strays: [IndexedPlan.Stray]) {
        let indexed = IndexedPlan(rows, in: instance.index)
        var values = [Double](repeating: 0, count: columns.count)
        var strays = indexed.strays
        for row in indexed.deployments {
            if instance.past.isOver(row.session) {
                let past = instance.past.team(person: row.person, session: row.session)
                if past != row.team { strays.append(.deployment(row.row)) }
            } else if let column = column(of: row) {
                values[column] += 1
            } else {
                strays.append(.deployment(row.row))
            }
        }
        for row in indexed.contacts {
            guard !instance.past.isOver(row.session) else {
                if !isPast(row) { strays.append(.contacts(row.row)) }
                continue
            }
            let columns = columns(of: row)
            for column in columns.compactMap(\.self) { values[column] += Double(row.row.contacts) }
            if columns.contains(nil) { strays.append(.contacts(row.row)) }
        }
        // Work that needs no minutes of supervision has no column for them.
        for row in indexed.supervision where row.row.minutes != 0 {
            if instance.past.isOver(row.session) {
                let isPast = instance.past.supervision.contains {
                    ($0.person, $0.session, $0.group, $0.activity)
                        == (row.person, row.session, row.group, row.activity)
                }
                if !isPast { strays.append(.supervision(row.row)) }
            } else if let index = supervisionColumn(of: row) {
                values[Int(layout.supervision[index].column)] += row.row.minutes
            } else {
                strays.append(.supervision(row.row))
            }
        }
        return (Completion(model: self).complete(values), strays)
    }

    /// Whether contacts are those of a session that is over.
    private func isPast(_ row: IndexedPlan.Given) -> Bool {
        instance.past.contacts.contains {
            ($0.line, $0.person, $0.session, $0.partner) == (row.line, row.person, row.session, row.partner)
                && $0.route == row.row.route && $0.contacts == row.row.contacts
        }
    }

    private func column(of row: IndexedPlan.Deployed) -> Int? {
        let cell = instance.cell(row.person, row.session)
        return instance.eligibleTeams[cell].firstIndex(of: row.team).map { layout.firstDeployment[cell] + $0 }
    }

    /// The columns of whoever gives the contacts, one or two.
    private func columns(of row: IndexedPlan.Given) -> [Int?] {
        let kind = ColumnOrigin.Kind(row.row.route)
        let people = [row.person] + (row.partner.map { [$0] } ?? [])
        return people.map { person in
            layout.contacts[layout.contactsOfCell[instance.cell(person, row.session)]].first {
                Int($0.line) == row.line && $0.kind == kind && Int($0.team) == row.team
            }.map { Int($0.column) }
        }
    }

    /// Which of the model's supervision columns counts the minutes of a plan's row; nil: none.
    public func supervisionColumn(of row: IndexedPlan.Supervised) -> Int? {
        layout.supervisionOfCell[instance.cell(row.person, row.session)].first {
            Int(layout.supervision[$0].group) == row.group
                && Int(layout.supervision[$0].activity) == row.activity
        }
    }
}
