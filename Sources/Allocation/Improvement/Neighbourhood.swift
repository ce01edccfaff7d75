// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// The cells (a person in a session) that a neighbourhood frees, and the columns that follow from them.
struct Neighbourhood {
    /// The cells, ascending.
    let cells: [Int]

    /// All columns to free: the cells', those of their days and weeks, and those of the lines and teams they touch.
    func columns(of model: WeeklyModel) -> [Int] {
        let instance = model.instance
        let layout = model.layout
        var columns: [Int] = []
        var personDays = Set<Int>()
        var personWeeks = Set<Int>()
        var sessionsOfLine: [Int: Set<Int>] = [:]
        var places = Set<Int>()
        for cell in cells {
            columns.append(contentsOf: layout.cell[cell])
            let (s, t) = instance.personAndSession(ofCell: cell)
            let day = instance.calendar.dayOfSession[t]
            personDays.insert(instance.personDay(s, day))
            // Whether a human works on the day is said at the first row.
            personDays.insert(instance.personDay(instance.index.humans.first(with: s), day))
            personWeeks.insert(instance.personWeek(s, instance.calendar.weekOfDay[day]))
            for contact in layout.contacts[layout.contactsOfCell[cell]] {
                sessionsOfLine[Int(contact.line), default: []].insert(t)
            }
            if instance.isHead[s] {
                for k in instance.eligibleTeams[cell] { places.insert(instance.place(k, t)) }
            }
        }
        for personDay in personDays.sorted() { columns.append(contentsOf: layout.personDay[personDay]) }
        for personWeek in personWeeks.sorted() { columns.append(contentsOf: layout.personWeek[personWeek]) }
        // What a human asked for is said at the first row, too.
        let requests = instance.requests
        let asking = Set(
            requests.isEmpty
                ? []
                : cells.compactMap { cell in
                    requests.personOfRow[instance.personAndSession(ofCell: cell).person]
                        .map { requests.people[$0] }
                })
        for person in asking.sorted() { columns.append(contentsOf: layout.person[person]) }
        if !asking.isEmpty { columns.append(contentsOf: layout.whole) }
        for (i, sessions) in sessionsOfLine.sorted(by: { $0.key < $1.key }) {
            columns.append(contentsOf: layout.line[i])
            for pairs in layout.doubleHanded[i] where sessions.contains(pairs.session) {
                columns.append(pairs.column)
            }
        }
        for place in places.sorted() { columns.append(contentsOf: layout.teamSession[place]) }
        return columns
    }
}
