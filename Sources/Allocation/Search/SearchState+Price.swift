// SPDX-License-Identifier: GPL-3.0-or-later

extension SearchState {
    /// Pounds that deploying a cell (not deployed now) adds: pay, away, team change, disruption, fewer short heads.
    func deploymentPrice(_ new: Int) -> Double {
        let cell = Int(tables.optionCell[new])
        var pounds = tables.optionPrice[new]
        if tables.cells.isAvailable[cell] {
            let week = Int(tables.cells.personWeek[cell])
            let pay = tables.pay[week]
            if pay.isPriced {
                let minutes = booked[week]
                pounds += pay.cost(minutes + tables.cells.minutes[cell]) - pay.cost(minutes)
            }
        }
        if isNewTeam(cell, tables.optionTeam[new]) { pounds += tables.teamChangePrice }
        if tables.cells.isHead[cell] {
            let place = teamPlace(new)
            let team = Int(tables.optionTeam[new])
            if heads[place] < tables.minimumStaff[team] { pounds -= tables.unsafePrice }
            if tables.cells.isRegistered[cell], registeredHeads[place] < tables.minimumRegistered[team] {
                pounds -= tables.unsafePrice
            }
        }
        return pounds
    }

    /// Whether the team is new to a day on which the person is in another.
    private func isNewTeam(_ cell: Int, _ team: Int32) -> Bool {
        var isElsewhere = false
        for other in Int(tables.cells.firstOfDay[cell])..<Int(tables.cells.endOfDay[cell])
        where other != cell && option[other] >= 0 {
            if tables.optionTeam[Int(option[other])] == team { return false }
            isElsewhere = true
        }
        return isElsewhere
    }
}
