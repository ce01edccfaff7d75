// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension ModelBuilder {
    /// Adds every column, cell by cell, then those of days, weeks, lines and teams.
    mutating func addColumns() {
        let supervised = supervisedActivities()
        for s in 0..<instance.staffCount {
            if isStopped() { return }
            for t in 0..<instance.sessionCount { addCell(s, t, supervised) }
        }
        for s in 0..<instance.staffCount {
            for day in 0..<instance.dayCount { addPersonDay(s, day) }
        }
        for s in 0..<instance.staffCount {
            for c in instance.calendar.daysOfWeek.indices { addPersonWeek(s, c) }
        }
        addLines()
        addTeams()
        indexRegistered()
        layout.one = columns.count
        columns.append(ColumnOrigin(.one))
        _ = program.addColumn(cost: 0, lower: 1, upper: 1, integer: false)
    }

    /// Demanded activities whose delegation, if open, takes minutes of supervision, by the group they are supervised
    /// in; that of all teams comes last.
    private func supervisedActivities() -> [[Int]] {
        var found = [Set<Int>](repeating: [], count: instance.groups.count + 1)
        for (i, line) in instance.lines.enumerated() {
            guard (instance.activities[line.activity].delegated?.supervisionMinutes ?? 0) > 0,
                !instance.isSupervisedByOthers(line: i)
            else { continue }
            found[instance.supervisionGroup(line: i)].insert(line.activity)
        }
        return found.map { $0.sorted() }
    }

    private mutating func addCell(_ s: Int, _ t: Int, _ supervised: [[Int]]) {
        let cell = cell(s, t)
        let day = instance.calendar.dayOfSession[t]
        let teams = instance.eligibleTeams[cell]
        let start = columns.count
        let starts = (layout.contacts.count, layout.supervision.count, layout.delegates.count)
        layout.firstDeployment.append(start)
        for k in teams {
            column(ColumnOrigin(.deployed, person: s, time: t, team: k), upTo: 1, integer: true)
        }
        var delegatingGroups: [Int] = []
        for k in teams {
            for i in instance.linesOfTeam[k] where instance.lines[i].window.contains(t) {
                let standing = instance.standing(
                    person: s, day: day, activity: instance.lines[i].activity, team: k)
                addContacts(s, t, i, standing)
                let g = instance.groupOfTeam[k]
                if instance.lines[i].hands == 1, standing.isDelegatedOnly, instance.isUnderSpan(line: i),
                    !delegatingGroups.contains(g)
                {
                    delegatingGroups.append(g)
                }
            }
        }
        let limit = min(instance.capacity[cell], instance.week.policy.supervisionMinutesPerSession)
        for g in supervisionGroups(of: teams) where limit > 0 {
            for a in supervised[g] where instance.supervises(person: s, day: day, activity: a) {
                let column = column(
                    ColumnOrigin(.supervision, person: s, time: t, team: g, line: a), upTo: limit)
                layout.supervision.append(
                    SupervisionColumn(
                        column: Int32(column), person: Int32(s), session: Int32(t), group: Int32(g),
                        activity: Int32(a)))
            }
        }
        for g in delegatingGroups {
            let column = column(
                ColumnOrigin(.delegates, person: s, time: t, team: g), upTo: 1, integer: true)
            layout.delegates.append(
                DelegatesColumn(column: Int32(column), person: Int32(s), session: Int32(t), group: Int32(g)))
        }
        layout.cell.append(start..<columns.count)
        layout.contactsOfCell.append(starts.0..<layout.contacts.count)
        layout.supervisionOfCell.append(starts.1..<layout.supervision.count)
        layout.delegatesOfCell.append(starts.2..<layout.delegates.count)
    }

    /// The groups in which whoever may go to these teams may supervise; that of all teams comes last.
    private func supervisionGroups(of teams: [Int]) -> [Int] {
        var groups: [Int] = []
        for k in teams where !groups.contains(instance.groupOfTeam[k]) {
            groups.append(instance.groupOfTeam[k])
        }
        return teams.isEmpty ? [] : groups + [instance.everywhere]
    }

    private mutating func addContacts(_ s: Int, _ t: Int, _ i: Int, _ standing: Standing) {
        let line = instance.lines[i]
        if line.hands == 1 {
            switch standing.bestRoute {
            case .registered: addContacts(s, t, i, .registeredContacts, line.minutes, line.contacts)
            case .support: addContacts(s, t, i, .supportContacts, line.minutes, line.contacts)
            case .delegated: addContacts(s, t, i, .delegatedContacts, line.minutes, line.contacts)
            default: break
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

    private mutating func addPersonDay(_ s: Int, _ day: Int) {
        let start = columns.count
        let cells = instance.calendar.sessionsOfDay[day].map { cell(s, $0) }
        let worked = cells.filter { !instance.eligibleTeams[$0].isEmpty }
        if worked.contains(where: { instance.duty[$0] == .available }),
            !instance.isRostered(s, onDay: day)
        {
            column(ColumnOrigin(.worksDay, person: s, time: day), upTo: 1)
        }
        let teams = Set(worked.flatMap { instance.eligibleTeams[$0] }).sorted()
        if worked.count > 1, teams.count > 1, instance.week.policy.teamChange > 0 {
            for k in teams { column(ColumnOrigin(.inTeamOnDay, person: s, time: day, team: k), upTo: 1) }
            column(
                ColumnOrigin(.teamChanges, person: s, time: day),
                upTo: Double(min(teams.count, worked.count) - 1))
        }
        layout.personDay.append(start..<columns.count)
    }

    private mutating func addPersonWeek(_ s: Int, _ c: Int) {
        let start = columns.count
        let minutes = BookingsTerm.bookableMinutes(instance, person: s, week: c)
        let pay = SubstantivePay(instance, person: s, week: c)
        if Double(minutes) > pay.freeMinutes, pay.isPriced {
            column(
                ColumnOrigin(.beyondContract, person: s, time: c), upTo: Double(minutes) - pay.freeMinutes)
            if Double(minutes) > pay.plainMinutes {
                column(
                    ColumnOrigin(.beyondFullTime, person: s, time: c),
                    upTo: Double(minutes) - pay.plainMinutes)
            }
        }
        layout.personWeek.append(start..<columns.count)
    }

    private mutating func addLines() {
        layout.contactsOfLine = [[Int]](repeating: [], count: instance.lines.count)
        for (index, contact) in layout.contacts.enumerated() {
            layout.contactsOfLine[Int(contact.line)].append(index)
        }
        for (i, line) in instance.lines.enumerated() {
            layout.contactsOfLine[i].sort {
                (layout.contacts[$0].session, layout.contacts[$0].person)
                    < (layout.contacts[$1].session, layout.contacts[$1].person)
            }
            layout.unmet.append(column(ColumnOrigin(.unmet, line: i), upTo: Double(line.contacts)))
            layout.avoidable.append(
                line.hands == 2 && line.singleHanded > 0
                    ? column(ColumnOrigin(.avoidable, line: i), upTo: Double(line.singleHanded)) : nil)
            var pairs: [(session: Int, column: Int)] = []
            if line.hands == 2 {
                let parts = layout.contactsOfLine[i].filter { layout.contacts[$0].kind == .doubleHandedParts }
                for t in line.window where parts.contains(where: { layout.contacts[$0].session == t }) {
                    let origin = ColumnOrigin(.doubleHanded, time: t, line: i)
                    pairs.append((t, column(origin, upTo: Double(line.contacts), integer: true)))
                }
            }
            layout.doubleHanded.append(pairs)
        }
    }

    private mutating func addTeams() {
        for (k, team) in instance.week.teams.enumerated() {
            for (t, session) in instance.calendar.sessions.enumerated() {
                let isOpen = team.isOpen(in: session)
                layout.shortStaff.append(
                    isOpen && team.minimumStaff > 0
                        ? column(
                            ColumnOrigin(.shortStaff, time: t, team: k), upTo: Double(team.minimumStaff))
                        : nil)
                layout.shortRegistered.append(
                    isOpen && team.minimumRegistered > 0
                        ? column(
                            ColumnOrigin(.shortRegistered, time: t, team: k),
                            upTo: Double(team.minimumRegistered)) : nil)
            }
        }
    }
}
