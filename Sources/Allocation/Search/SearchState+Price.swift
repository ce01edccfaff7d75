// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What deploying somebody adds to the price. What it costs whatever else is planned comes from the model; here
/// is each term whose increment depends on the rest of the plan.
extension SearchState {
    /// Pounds that deploying a cell (not deployed now) adds.
    func deploymentPrice(_ new: Int) -> Double {
        let cell = Int(tables.options.cell[new])
        return tables.options.price[new] + payBeyondContract(cell) + teamChange(new, cell)
            - unsafeStaffing(new) + requestPrice(new, cell)
    }

    /// Bookings of own staff: pounds that one more of a person's sessions adds to those of the calendar week.
    private func payBeyondContract(_ cell: Int) -> Double {
        guard tables.cells.isAvailable[cell] else { return 0 }
        let week = Int(tables.cells.personWeek[cell])
        let pay = tables.pay[week]
        guard pay.isPriced else { return 0 }
        let minutes = booked[week]
        return pay.cost(minutes + tables.cells.minutes[cell]) - pay.cost(minutes)
    }

    /// Team change: pounds where an option's team is new to a day on which the person is in another.
    private func teamChange(_ new: Int, _ cell: Int) -> Double {
        let team = tables.options.team[new]
        var isElsewhere = false
        for other in Int(tables.cells.firstOfDay[cell])..<Int(tables.cells.endOfDay[cell])
        where other != cell {
            let there =
                option[other] >= 0 ? tables.options.team[Int(option[other])] : tables.cells.pastTeam[other]
            if there == team { return 0 }
            if there >= 0 { isElsewhere = true }
        }
        return isElsewhere ? tables.teamChangePrice : 0
    }

    /// Disruption: counts contacts that are given by a column (taken away where negative) for those in force.
    ///
    /// - Returns: Pounds that this adds to the price.
    mutating func keepContacts(_ contact: Int, _ number: Int32) -> Double {
        let one = Int(tables.inForce.ofColumn[contact])
        guard one >= 0 else { return 0 }
        let before = max(0, tables.inForce.contacts[one] - kept[one])
        kept[one] += number
        return tables.inForce.price * Double(max(0, tables.inForce.contacts[one] - kept[one]) - before)
    }

    /// Contacts in force that a column's person would take part in again by the next of its contacts.
    func lostContacts(_ contact: Int) -> Int {
        guard tables.inForce.isAny else { return 0 }
        let one = Int(tables.inForce.ofColumn[contact])
        return one < 0 ? 0 : Int(max(0, tables.inForce.contacts[one] - kept[one]))
    }

    /// Unsafe staffing: pounds of the heads that a team is no longer short of with an option's person.
    private func unsafeStaffing(_ new: Int) -> Double {
        var pounds = 0.0
        for index in Int(tables.heads.start[new])..<Int(tables.heads.start[new + 1]) {
            let minimum = Int(tables.heads.minimums[index])
            if heads[minimum] < tables.heads.number[minimum] { pounds += tables.unsafePrice }
        }
        return pounds
    }
}
