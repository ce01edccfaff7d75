// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Two workers who give contacts of a line together.
struct Pair: Equatable {
    let lead: Int
    let second: Int
    var contacts: Int
}

/// Values of the weekly model, read as who is where and does what.
struct Solution: Sendable {
    let model: WeeklyModel
    let values: [Double]
    /// The team of each cell, if any.
    let team: [Int?]
    /// Contacts of each line not met.
    let unmet: [Int]

    init(_ model: WeeklyModel, values: [Double]) {
        self.model = model
        self.values = values
        let sessions = model.instance.sessionCount
        team = model.instance.eligibleTeams.indices.map { cell in
            model.team(ofPerson: cell / sessions, session: cell % sessions, in: values)
        }
        unmet = model.layout.unmet.map { Int(values[$0].rounded()) }
    }

    private var instance: Instance { model.instance }

    func count(_ contact: ContactColumn) -> Int { Int(values[Int(contact.column)].rounded()) }

    /// Supervision minutes, with what rounding left of a whole minute taken off.
    func minutes(_ supervision: SupervisionColumn) -> Double {
        (values[Int(supervision.column)] * 1e6).rounded() / 1e6
    }

    /// The contact columns of a line in a session that are used, by person.
    func contacts(line i: Int, session t: Int) -> [ContactColumn] {
        model.layout.contactsOfLine[i].map { model.layout.contacts[$0] }
            .filter { Int($0.session) == t && count($0) > 0 }
    }

    /// The contact columns of a cell that are used.
    func contacts(of cell: Int) -> [ContactColumn] {
        model.layout.contacts[model.layout.contactsOfCell[cell]].filter { count($0) > 0 }
    }

    /// Minutes in contact with people supported, with what one worker instead of two takes more.
    func contactMinutes(_ cell: Int) -> Int {
        let (s, t) = instance.personAndSession(ofCell: cell)
        let past = instance.past.isOver(t) ? pastContactMinutes(s, t) : 0
        return contacts(of: cell).reduce(past) { minutes, contact in
            let line = instance.lines[Int(contact.line)]
            let more = contact.kind == .singleHandedContacts ? line.singleMinutes - line.minutes : 0
            return minutes + count(contact) * (instance.activities[line.activity].minutes + more)
        }
    }

    private func pastContactMinutes(_ s: Int, _ t: Int) -> Int {
        instance.past.contacts.reduce(0) { minutes, row in
            guard row.session == t, row.workers.contains(s),
                instance.lines[row.line].team == instance.past.team(person: s, session: t)
            else { return minutes }
            let activity = instance.activities[instance.lines[row.line].activity]
            return minutes + row.contacts * activity.contactMinutes(by: row.route)
        }
    }

    /// Minutes of the cell that neither contacts nor supervision take; 0 where it is not deployed.
    func minutesLeft(_ cell: Int) -> Double {
        guard team[cell] != nil else { return 0 }
        let contacts = contacts(of: cell).reduce(0) { $0 + count($1) * Int($1.minutes) }
        return instance.capacity[cell] - Double(contacts) - supervisionMinutes(cell)
    }

    func supervisionMinutes(_ cell: Int) -> Double {
        model.layout.supervision[model.layout.supervisionOfCell[cell]].reduce(0) { $0 + minutes($1) }
    }

    /// Splits the double-handed parts of a line in a session into pairs of distinct workers, each with a lead.
    ///
    /// Rule 4 makes that possible: a worker in as many parts as pairs are left must be in the next one, and where
    /// as many parts of seconds, or of people to be accompanied, are left as pairs, the next one takes one of them.
    func pairs(line i: Int, session t: Int) -> [Pair] {
        let day = instance.calendar.dayOfSession[t]
        let (activity, team) = (instance.lines[i].activity, instance.lines[i].team)
        var parts = contacts(line: i, session: t).filter { $0.kind == .doubleHandedParts }.map { contact in
            let person = Int(contact.person)
            let leads = instance.standing(person: person, day: day, activity: activity, team: team).hasRoute
            return PairPart(
                person: person, leads: leads, isAccompanied: instance.isAccompanied[person],
                left: count(contact))
        }
        var pairs: [Pair] = []
        var left = parts.reduce(0) { $0 + $1.left } / 2
        while left > 0, let (lead, second) = PairPart.next(of: parts, left: left) {
            parts[lead].left -= 1
            parts[second].left -= 1
            left -= 1
            let pair = Pair(lead: parts[lead].person, second: parts[second].person, contacts: 1)
            if let known = pairs.firstIndex(where: { Self.same($0, pair) }) {
                pairs[known].contacts += 1
            } else {
                pairs.append(pair)
            }
        }
        return pairs.sorted { ($0.lead, $0.second) < ($1.lead, $1.second) }
    }

    private static func same(_ one: Pair, _ other: Pair) -> Bool {
        (one.lead, one.second) == (other.lead, other.second)
    }
}
