// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes about the supervision columns, and who is looked at when a supervisor leaves.
struct SupervisionTables: Sendable {
    let cell: [Int32]
    /// The group and session of each column; −1 where it is of the group of all teams.
    let groupPlace: [Int32]
    /// Cells that may do delegated work in a group and session with a span.
    let delegatingCells: [[Int32]]
    /// Cells of people to be accompanied that may be deployed in a group and session.
    let accompaniedCells: [[Int32]]

    init(_ model: WeeklyModel, _ options: OptionTables) {
        let (instance, layout) = (model.instance, model.layout)
        let sessions = instance.sessionCount
        cell = layout.supervision.map { Int32(Int($0.person) * sessions + Int($0.session)) }
        groupPlace = layout.supervision.map {
            Int($0.group) == instance.everywhere ? -1 : Int32(Int($0.group) * sessions + Int($0.session))
        }
        var delegating = [[Int32]](repeating: [], count: instance.groups.count * sessions)
        for delegates in layout.delegates {
            delegating[Int(delegates.group) * sessions + Int(delegates.session)]
                .append(Int32(Int(delegates.person) * sessions + Int(delegates.session)))
        }
        var accompanied = [[Int32]](repeating: [], count: instance.groups.count * sessions)
        for (option, cell) in options.cell.enumerated() where instance.isAccompanied[Int(cell) / sessions] {
            let place = Int(options.groupPlace[option])
            if accompanied[place].last != cell { accompanied[place].append(cell) }
        }
        (delegatingCells, accompaniedCells) = (delegating, accompanied)
    }
}
