// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

extension SearchState {
    /// The values of the weekly model's columns that this plan is.
    var values: [Double] {
        let layout = tables.model.layout
        var values = [Double](repeating: 0, count: tables.model.columns.count)
        for (cell, option) in option.enumerated() where option >= 0 {
            values[layout.firstDeployment[cell] + Int(option) - tables.options.start[cell]] = 1
        }
        for (contact, column) in layout.contacts.enumerated() {
            values[Int(column.column)] = Double(count[contact])
        }
        for (index, column) in layout.supervision.enumerated() {
            values[Int(column.column)] = supervision[index]
        }
        return Completion(model: tables.model).complete(values)
    }

    /// The plan that feasible values of the weekly model's columns are.
    init(_ tables: SearchTables, values: [Double]) {
        self.init(tables)
        let solution = Solution(tables.model, values: values)
        for (cell, team) in solution.team.enumerated() {
            guard let team,
                let option = (tables.options.start[cell]..<tables.options.start[cell + 1]).first(where: {
                    Int(tables.options.team[$0]) == team
                })
            else { continue }
            deploy(option)
        }
        for (index, column) in tables.model.layout.supervision.enumerated() {
            let minutes = solution.minutes(column)
            if minutes > 0 { supervise(index, minutes) }
        }
        for (contact, column) in tables.contacts.column.enumerated() where column.kind != .doubleHandedParts {
            let number = solution.count(column)
            if number > 0 { give(contact, Int32(number)) }
        }
        for (i, line) in tables.model.instance.lines.enumerated() where line.hands == 2 {
            for t in line.window {
                let slot = tables.contacts.slotStart[i] + t - line.window.lowerBound
                for pair in solution.pairs(line: i, session: t) {
                    let parts = [pair.lead, pair.second].compactMap { person in
                        tables.contacts.partsOfSlot[slot].first {
                            Int(tables.contacts.column[Int($0)].person) == person
                        }
                    }
                    if parts.count == 2 { self.pair(parts[0], parts[1], Int32(pair.contacts)) }
                }
            }
        }
        keep()
    }
}
