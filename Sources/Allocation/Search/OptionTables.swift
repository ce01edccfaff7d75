// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes about the options: the teams that cells may be deployed to, those of a cell one after the other.
struct OptionTables: Sendable {
    /// The options of a cell are `start[cell]..<start[cell + 1]`.
    let start: [Int]
    let cell: [Int32]
    let team: [Int32]
    /// The team and session of each option (`team * sessionCount + session`), and its group and session likewise.
    let teamPlace: [Int32]
    let groupPlace: [Int32]
    /// The contacts of an option, as indices of the model's contact columns.
    let contacts: [Range<Int>]
    /// Pounds of an option whatever else is planned: booking pay of bank and agency, away, disruption.
    let price: [Double]
    /// People whose delegated work the option's team lets the person oversee; 0 where they supervise none of it.
    let span: [Double]
    /// The keys for which an option's person is a supervisor who is there;
    /// `keys[keyStart[option]..<keyStart[option + 1]]`.
    let keyStart: [Int32]
    let keys: [Int32]

    init(_ model: WeeklyModel, _ supervision: SupervisionKeys) {
        let (instance, layout) = (model.instance, model.layout)
        let sessions = instance.sessionCount
        var start = [0]
        var cells: [Int32] = []
        var team: [Int32] = []
        var contacts: [Range<Int>] = []
        var price: [Double] = []
        for cell in instance.eligibleTeams.indices {
            var next = layout.contactsOfCell[cell].lowerBound
            for (position, k) in instance.eligibleTeams[cell].enumerated() {
                let first = next
                while next < layout.contactsOfCell[cell].upperBound, Int(layout.contacts[next].team) == k {
                    next += 1
                }
                cells.append(Int32(cell))
                team.append(Int32(k))
                contacts.append(first..<next)
                // Away, disruption and booking pay are what the model puts on the deployment column.
                price.append(model.program.cost[layout.firstDeployment[cell] + position])
            }
            start.append(cells.count)
        }
        (self.start, cell, self.team, self.contacts, self.price) = (start, cells, team, contacts, price)
        teamPlace = team.indices.map { team[$0] * Int32(sessions) + cells[$0] % Int32(sessions) }
        groupPlace = team.indices.map {
            Int32(instance.groupOfTeam[Int(team[$0])] * sessions + Int(cells[$0]) % sessions)
        }
        span = team.indices.map { option in
            let (k, cell) = (Int(team[option]), Int(cells[option]))
            let widens = instance.widensSpan(
                person: cell / sessions, group: instance.groupOfTeam[k], session: cell % sessions)
            return widens ? instance.week.teams[k].span ?? 0 : 0
        }
        (keyStart, keys) = supervision.ofOptions(cells: cells, teams: team, instance)
    }
}
