// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

extension SearchState {
    /// Whether rules 8 and 9's caps let a cell be deployed that is not: always where the person is on duty.
    func mayDeploy(_ cell: Int) -> Bool {
        guard tables.cells.isAvailable[cell] else { return true }
        for index in tables.work.limits(ofCell: cell)
        where !hasRoom(Int(tables.work.limits[index]), for: cell) { return false }
        return isWithinCap(cell)
    }

    /// Whether a limit on working time leaves room for an `A` cell that is one of its parts.
    private func hasRoom(_ limit: Int, for cell: Int) -> Bool {
        let countsDays = tables.work.countsDays[limit]
        let humanDay = tables.cells.humanDay[cell]
        var worked = 0.0
        for part in tables.work.parts(ofLimit: limit) {
            let place = tables.work.places[part]
            let isWorked =
                countsDays
                ? place == humanDay || isBooked(humanDay: Int(place))
                : Int(place) == cell || option[Int(place)] >= 0
            if isWorked { worked += tables.work.weights[part] }
        }
        return worked <= tables.work.most[limit] + 1e-9
    }

    private func isBooked(humanDay: Int) -> Bool {
        (tables.areShared ? humanSessions[humanDay] : bookedSessions[humanDay]) > 0
    }

    /// Whether the caps on bank and agency pay leave room for a cell.
    func isWithinCap(_ cell: Int) -> Bool {
        guard tables.cells.isAvailable[cell] else { return true }
        let pay = tables.cells.bookingPay[cell]
        switch tables.cells.employment[cell] {
        case .bank: return spentOnBank + pay <= bankLimit + 1e-9
        case .agency: return spentOnAgency + pay <= agencyLimit + 1e-9
        case .substantive, .student, .volunteer: return true
        }
    }

    /// Whether a person's day keeps rule 9's minimum of sessions; any of its cells names it.
    func meetsMinimum(_ cell: Int) -> Bool {
        guard tables.cells.employment[cell].isTemporary else { return true }
        let personDay = Int(tables.cells.personDay[cell])
        let sessions = Int(bookedSessions[personDay])
        return sessions == 0 || sessions + tables.dayRostered[personDay] >= tables.bookingMinimum
    }

    /// Contacts of a column that its person has minutes for now.
    func fitting(_ contact: Int) -> Int {
        let column = tables.contacts.column[contact]
        let most = Int(column.most) - Int(count[contact])
        guard column.minutes > 0 else { return most }
        let cell = Int(tables.contacts.cell[contact])
        return min(most, Int(left[cell] / Double(column.minutes) + 1e-9))
    }

    /// Contacts by one worker that could be given through a column now, minutes of the person aside.
    func wanted(_ contact: Int) -> Int {
        let column = tables.contacts.column[contact]
        let i = Int(column.line)
        var most = min(Int(unmet[i]), Int(column.most) - Int(count[contact]))
        guard most > 0 else { return 0 }
        if isUnaccompanied(contact) { return 0 }
        if column.kind == .singleHandedContacts {
            most = min(most, Int(singleLeft[i]))
        } else if column.kind == .delegatedContacts {
            most = min(most, supervisable(contact))
        }
        return max(0, most)
    }

    /// Delegated contacts that rules 6 and 7 leave room for.
    private func supervisable(_ contact: Int) -> Int {
        let column = tables.contacts.column[contact]
        let cell = Int(tables.contacts.cell[contact])
        let key = Int(tables.keys.ofContact[contact])
        guard key >= 0 else { return Int(column.most) }
        guard supervisorsThere[key] > 0 else { return 0 }
        if tables.contacts.isUnderSpan[contact], delegated[cell] == 0 {
            let place = Int(tables.contacts.groupPlace[contact])
            if Double(delegating[place] + 1) > span[place] + 1e-9 { return 0 }
        }
        guard tables.keys.minutes[key] > 0 else { return Int(column.most) }
        var minutes = surplus[key]
        let enough = tables.keys.minutes[key] * Double(column.most)
        for supervisor in tables.keys.supervisors[key] {
            minutes += offer(Int(supervisor))
            if minutes >= enough { return Int(column.most) }
        }
        return Int(minutes / tables.keys.minutes[key] + 1e-9)
    }

    /// Whether a column's person is to be accompanied, and nobody registered is in the group to do that.
    func isUnaccompanied(_ contact: Int) -> Bool {
        tables.cells.isAccompanied[Int(tables.contacts.cell[contact])]
            && registeredThere[Int(tables.contacts.groupPlace[contact])] == 0
    }

    /// Whether a column's contacts are delegated, and nobody is there who may supervise them.
    func isUnsupervised(_ contact: Int) -> Bool {
        let key = Int(tables.keys.ofContact[contact])
        return key >= 0 && supervisorsThere[key] == 0
    }

    /// Whether *Accompanied* lets two parts of a line in a session be a pair's.
    ///
    /// - Parameter one: The part of somebody who is there, or is about to be.
    func mayPair(_ one: Int, _ other: Int) -> Bool {
        let cells = tables.cells
        let (first, second) = (Int(tables.contacts.cell[one]), Int(tables.contacts.cell[other]))
        guard cells.isAccompanied[first] || cells.isAccompanied[second] else { return true }
        if cells.isAccompanied[first], cells.isAccompanied[second] { return false }
        return registeredThere[Int(tables.contacts.groupPlace[one])] > 0 || cells.isRegistered[first]
    }

    /// Minutes a supervision column could still give.
    func offer(_ column: Int) -> Double {
        let cell = Int(tables.supervision.cell[column])
        let place = tables.supervision.groupPlace[column]
        guard option[cell] >= 0, place < 0 || tables.options.groupPlace[Int(option[cell])] == place else {
            return 0
        }
        return max(0, min(left[cell], supervisionLeft[cell]))
    }

    /// Makes up what supervision of a key falls short of, from whoever has most minutes left.
    ///
    /// - Returns: Whether it is made up.
    mutating func supervise(key: Int) -> Bool {
        while surplus[key] < -1e-9 {
            var best = -1
            var most = 1e-9
            for supervisor in tables.keys.supervisors[key] {
                let minutes = offer(Int(supervisor))
                if minutes > most { (best, most) = (Int(supervisor), minutes) }
            }
            guard best >= 0 else { return false }
            supervise(best, min(most, -surplus[key]))
        }
        return true
    }

    /// Takes away supervision of a key that no contact needs any more.
    mutating func trim(key: Int) {
        for supervisor in tables.keys.supervisors[key] where surplus[key] > 1e-9 {
            let minutes = min(supervision[Int(supervisor)], surplus[key])
            if minutes > 0 { supervise(Int(supervisor), -minutes) }
        }
    }
}
