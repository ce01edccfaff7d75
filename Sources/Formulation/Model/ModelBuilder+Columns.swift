// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension ModelBuilder {
    /// Adds every column: deployments and contacts cell by cell, and at each place those of rules and terms.
    mutating func addColumns() {
        for s in 0..<instance.staffCount {
            if isStopped() { return }
            for t in 0..<instance.sessionCount { addCell(s, t) }
        }
        for s in 0..<instance.staffCount {
            for day in 0..<instance.dayCount {
                layout.personDay.append(addParts(at: .personDay(person: s, day: day)))
            }
        }
        for s in 0..<instance.staffCount {
            for c in instance.calendar.daysOfWeek.indices {
                layout.personWeek.append(addParts(at: .personWeek(person: s, week: c)))
            }
        }
        for s in 0..<instance.staffCount { layout.person.append(addParts(at: .person(s))) }
        indexContacts()
        for i in instance.lines.indices {
            layout.line.append(addParts(at: .line(i)))
            layout.doubleHanded.append([])
            addParts(at: .pairs(line: i))
        }
        for k in 0..<instance.teamCount {
            for t in 0..<instance.sessionCount {
                layout.teamSession.append(addParts(at: .team(k, session: t)))
            }
        }
        layout.whole = addParts(at: .whole)
        indexRegistered()
        layout.one = columns.count
        columns.append(ColumnOrigin(.one))
        _ = program.addColumn(cost: 0, lower: 1, upper: 1, integer: false)
    }

    /// Adds what rules and terms have at a place.
    ///
    /// - Returns: Their columns.
    @discardableResult
    private mutating func addParts(at place: ColumnPlace) -> Range<Int> {
        let start = columns.count
        for part in ModelParts.all { part.addColumns(at: place, to: &self) }
        return start..<columns.count
    }

    private mutating func addCell(_ s: Int, _ t: Int) {
        let day = instance.calendar.dayOfSession[t]
        let teams = instance.eligibleTeams[cell(s, t)]
        let start = columns.count
        let starts = (layout.contacts.count, layout.supervision.count, layout.delegates.count)
        layout.firstDeployment.append(start)
        for k in teams {
            column(ColumnOrigin(.deployed, person: s, time: t, team: k), upTo: 1, integer: true)
        }
        for k in teams {
            for i in instance.linesOfTeam[k] where instance.lines[i].window.contains(t) {
                let standing = instance.standing(
                    person: s, day: day, activity: instance.lines[i].activity, team: k)
                addContacts(s, t, i, standing)
            }
        }
        addParts(at: .cell(person: s, session: t))
        layout.cell.append(start..<columns.count)
        layout.contactsOfCell.append(starts.0..<layout.contacts.count)
        layout.supervisionOfCell.append(starts.1..<layout.supervision.count)
        layout.delegatesOfCell.append(starts.2..<layout.delegates.count)
    }

    private mutating func addContacts(_ s: Int, _ t: Int, _ i: Int, _ standing: Standing) {
        let line = instance.lines[i]
        if line.hands == 1 {
            switch standing.bestRoute {
            case .registered: addContacts(s, t, i, .registeredContacts, line.minutes, line.contacts)
            case .support: addContacts(s, t, i, .supportContacts, line.minutes, line.contacts)
            case .delegated: addContacts(s, t, i, .delegatedContacts, line.minutes, line.contacts)
            case .doubleHanded, .singleHanded, nil: break
            }
            return
        }
        if standing.contains(.second) {
            addContacts(s, t, i, .doubleHandedParts, line.minutes, line.contacts)
        }
        if standing.contains(.single) {
            addContacts(s, t, i, .singleHandedContacts, line.singleMinutes, line.singleHanded)
        }
    }

    private mutating func addContacts(
        _ s: Int, _ t: Int, _ i: Int, _ kind: ColumnOrigin.Kind, _ minutes: Int, _ contacts: Int
    ) {
        let most = Self.most(contacts, minutes: minutes, capacity: instance.capacity[cell(s, t)])
        guard most > 0 else { return }
        let team = instance.lines[i].team
        let column = column(
            ColumnOrigin(kind, person: s, time: t, team: team, line: i), upTo: Double(most), integer: true)
        layout.contacts.append(
            ContactColumn(
                column: Int32(column), person: Int32(s), session: Int32(t), line: Int32(i), team: Int32(team),
                kind: kind, minutes: Int32(minutes), most: Int32(most)))
    }

    /// Contacts that fit: ⌊capacity ÷ minutes⌋, at most those wanted.
    private static func most(_ contacts: Int, minutes: Int, capacity: Double) -> Int {
        minutes == 0 ? contacts : min(contacts, Int((capacity / Double(minutes) + 1e-9).rounded(.down)))
    }

    private mutating func indexContacts() {
        layout.contactsOfLine = [[Int]](repeating: [], count: instance.lines.count)
        for (index, contact) in layout.contacts.enumerated() {
            layout.contactsOfLine[Int(contact.line)].append(index)
        }
        for i in instance.lines.indices {
            layout.contactsOfLine[i].sort {
                (layout.contacts[$0].session, layout.contacts[$0].person)
                    < (layout.contacts[$1].session, layout.contacts[$1].person)
            }
        }
    }
}
