// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// The keys of supervision: each group, session and activity with delegated contacts.
struct SupervisionKeys {
    private struct Key: Hashable {
        let group: Int
        let session: Int32
        let activity: Int
    }

    private(set) var ofContact: [Int32] = []
    private(set) var ofSupervision: [Int32] = []
    private(set) var minutes: [Double] = []
    private(set) var sessions: [Int32] = []
    private(set) var supervisors: [[Int32]] = []
    private(set) var delegated: [[Int32]] = []
    private var activities: [Int] = []
    /// The keys of each group and session (`group * sessionCount + session`), that of all teams last.
    private var ofPlace: [[Int32]]

    init(_ model: WeeklyModel) {
        let instance = model.instance
        ofPlace = Array(repeating: [], count: (instance.groups.count + 1) * instance.sessionCount)
        var numbers: [Key: Int] = [:]
        for (index, contact) in model.layout.contacts.enumerated() {
            let activity = instance.lines[Int(contact.line)].activity
            guard contact.kind == .delegatedContacts, let route = instance.activities[activity].delegated,
                !route.isSupervisedByOthers
            else {
                ofContact.append(-1)
                continue
            }
            let key = Key(
                group: instance.supervisionGroup(line: Int(contact.line)), session: contact.session,
                activity: activity)
            let number = numbers[key] ?? minutes.count
            if number == minutes.count {
                numbers[key] = number
                minutes.append(route.supervisionMinutes)
                sessions.append(key.session)
                supervisors.append([])
                delegated.append([])
                activities.append(activity)
                ofPlace[key.group * instance.sessionCount + Int(key.session)].append(Int32(number))
            }
            ofContact.append(Int32(number))
            delegated[number].append(Int32(index))
        }
        for (index, supervision) in model.layout.supervision.enumerated() {
            let key = Key(
                group: Int(supervision.group), session: supervision.session,
                activity: Int(supervision.activity))
            ofSupervision.append(numbers[key].map { Int32($0) } ?? -1)
            if let number = numbers[key] { supervisors[number].append(Int32(index)) }
        }
    }

    /// The keys for which each option's person is a supervisor who is there, one option after the other, and where
    /// those of each option begin.
    func ofOptions(
        cells: [Int32], teams: [Int32], _ instance: Instance
    ) -> (start: [Int32], keys: [Int32]) {
        var start: [Int32] = [0]
        var keys: [Int32] = []
        start.reserveCapacity(cells.count + 1)
        for (cell, team) in zip(cells, teams) {
            let (s, t) = Int(cell).quotientAndRemainder(dividingBy: instance.sessionCount)
            if instance.isRegistered[s] {
                let day = instance.calendar.dayOfSession[t]
                for group in [instance.groupOfTeam[Int(team)], instance.everywhere] {
                    for key in ofPlace[instance.place(group, t)]
                    where instance.supervises(person: s, day: day, activity: activities[Int(key)]) {
                        keys.append(key)
                    }
                }
            }
            start.append(Int32(keys.count))
        }
        return (start, keys)
    }
}
