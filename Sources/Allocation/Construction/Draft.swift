// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// A plan in the making: who is where, what time and demand are left. Feasible after every step.
struct Draft {
    let model: WeeklyModel
    private(set) var values: [Double]
    /// The team of each cell; −1: none.
    private(set) var team: [Int]
    /// Minutes left in each cell that is deployed.
    private(set) var left: [Double]
    /// Contacts of each line not yet given.
    private(set) var unmet: [Int]
    private var supervisionLeft: [Double]
    /// Delegating people more that registered people's spans allow, by group and session.
    private var spanLeft: [Double]
    /// Supervisors deployed, by group and session.
    private var supervisors: [[Int]]
    /// People deployed, by team and session.
    private(set) var deployed: [[Int]]
    /// Contacts each line has in a session by pairs.
    private var delegating: Set<Int> = []

    init(_ model: WeeklyModel) {
        self.model = model
        let instance = model.instance
        values = [Double](repeating: 0, count: model.columns.count)
        team = [Int](repeating: -1, count: instance.eligibleTeams.count)
        left = [Double](repeating: 0, count: team.count)
        unmet = instance.lines.map(\.contacts)
        supervisionLeft = team.map { _ in instance.week.policy.supervisionMinutesPerSession }
        spanLeft = [Double](repeating: 0, count: instance.groups.count * instance.sessionCount)
        supervisors = Array(repeating: [], count: spanLeft.count)
        deployed = Array(repeating: [], count: instance.teamCount * instance.sessionCount)
    }

    private var instance: Instance { model.instance }

    /// Sends a person to a team; the cell must be free and the team eligible.
    mutating func deploy(_ cell: Int, to k: Int) {
        guard team[cell] < 0, let position = instance.eligibleTeams[cell].firstIndex(of: k) else { return }
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        values[model.layout.firstDeployment[cell] + position] = 1
        team[cell] = k
        left[cell] = instance.capacity[cell]
        deployed[k * instance.sessionCount + t].append(cell)
        let place = instance.groupOfTeam[k] * instance.sessionCount + t
        if instance.isRegistered[s] { spanLeft[place] += instance.week.teams[k].span ?? 0 }
        if !model.layout.supervisionOfCell[cell].isEmpty { supervisors[place].append(cell) }
    }

    /// The contact columns of a cell in the team it is deployed to.
    func contacts(of cell: Int) -> [ContactColumn] {
        model.layout.contacts[model.layout.contactsOfCell[cell]].filter { Int($0.team) == team[cell] }
    }

    /// Contacts by one worker that could be given through the column now.
    func possible(_ contact: ContactColumn) -> Int {
        let i = Int(contact.line)
        var most = min(unmet[i], fitting(contact))
        if contact.kind == .singleHandedContacts { most = min(most, instance.lines[i].singleHanded - singles(i)) }
        if contact.kind == .delegatedContacts, most > 0 { most = min(most, supervisable(contact)) }
        return max(0, most)
    }

    /// Contacts the person of the column has minutes for.
    func fitting(_ contact: ContactColumn) -> Int {
        let cell = cell(of: contact)
        let given = Int(values[Int(contact.column)])
        let most = Int(contact.most) - given
        guard contact.minutes > 0 else { return most }
        return min(most, Int((left[cell] / Double(contact.minutes) + 1e-9).rounded(.down)))
    }

    /// Gives contacts by one worker; no more than are possible.
    mutating func give(_ count: Int, _ contact: ContactColumn) {
        guard count > 0 else { return }
        take(count, contact)
        unmet[Int(contact.line)] -= count
        if contact.kind == .delegatedContacts { supervise(count, contact) }
    }

    /// Gives contacts by a pair of distinct workers.
    mutating func give(_ count: Int, _ lead: ContactColumn, _ second: ContactColumn) {
        guard count > 0, lead.person != second.person else { return }
        take(count, lead)
        take(count, second)
        unmet[Int(lead.line)] -= count
    }

    private mutating func take(_ count: Int, _ contact: ContactColumn) {
        values[Int(contact.column)] += Double(count)
        left[cell(of: contact)] -= Double(count) * Double(contact.minutes)
    }

    private func cell(of contact: ContactColumn) -> Int {
        Int(contact.person) * instance.sessionCount + Int(contact.session)
    }

    private func singles(_ i: Int) -> Int {
        model.layout.contactsOfLine[i].reduce(0) { count, index in
            let contact = model.layout.contacts[index]
            return contact.kind == .singleHandedContacts ? count + Int(values[Int(contact.column)]) : count
        }
    }

    // MARK: Delegation

    private func place(of contact: ContactColumn) -> Int {
        instance.groupOfTeam[Int(contact.team)] * instance.sessionCount + Int(contact.session)
    }

    private func supervisionMinutes(_ contact: ContactColumn) -> Double {
        instance.activities[instance.lines[Int(contact.line)].activity].delegated?.supervisionMinutes ?? 0
    }

    private func supervisable(_ contact: ContactColumn) -> Int {
        let place = place(of: contact)
        let group = instance.groupOfTeam[Int(contact.team)]
        if instance.groupHasSpan[group], !delegating.contains(cell(of: contact)), spanLeft[place] < 1 { return 0 }
        let minutes = supervisionMinutes(contact)
        guard minutes > 0 else { return Int.max }
        let offered = supervisors[place].reduce(0.0) { $0 + offer($1, contact).minutes }
        return Int((offered / minutes + 1e-9).rounded(.down))
    }

    private func offer(_ cell: Int, _ contact: ContactColumn) -> (minutes: Double, column: Int) {
        let activity = Int32(instance.lines[Int(contact.line)].activity)
        let group = Int32(instance.groupOfTeam[Int(contact.team)])
        for supervision in model.layout.supervision[model.layout.supervisionOfCell[cell]]
        where supervision.activity == activity && supervision.group == group {
            return (max(0, min(left[cell], supervisionLeft[cell])), Int(supervision.column))
        }
        return (0, -1)
    }

    private mutating func supervise(_ count: Int, _ contact: ContactColumn) {
        let place = place(of: contact)
        if instance.groupHasSpan[instance.groupOfTeam[Int(contact.team)]],
            delegating.insert(cell(of: contact)).inserted
        {
            spanLeft[place] -= 1
        }
        var needed = Double(count) * supervisionMinutes(contact)
        // Those with most time left first, so that nobody's session is broken up for a minute.
        for cell in supervisors[place].sorted(by: { (left[$1], $0) < (left[$0], $1) }) where needed > 1e-9 {
            let (offered, column) = offer(cell, contact)
            let minutes = min(offered, needed)
            guard column >= 0, minutes > 0 else { continue }
            values[column] += minutes
            left[cell] -= minutes
            supervisionLeft[cell] -= minutes
            needed -= minutes
        }
    }
}
