// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Who is named as the supervisor of delegated contacts: whoever gives most of the activity's minutes in the group and
/// session; of several, and where none are given, the first on the roster who may and is there.
struct NamedSupervisors {
    private struct Key: Hashable {
        let group: Int
        let session: Int
        let activity: Int
    }

    private let model: WeeklyModel
    private let solution: Solution
    private var known: [Key: Int?] = [:]

    init(_ model: WeeklyModel, _ solution: Solution) {
        self.model = model
        self.solution = solution
    }

    /// The supervisor of a column's contacts, as an index of the roster; nil for contacts that are not delegated.
    mutating func supervisor(of contact: ContactColumn) -> Int? {
        guard contact.kind == .delegatedContacts else { return nil }
        let instance = model.instance
        let key = Key(
            group: instance.supervisionGroup(line: Int(contact.line)), session: Int(contact.session),
            activity: instance.lines[Int(contact.line)].activity)
        if let known = known[key] { return known }
        let day = instance.calendar.dayOfSession[key.session]
        var best: (person: Int, minutes: Double)?
        for s in 0..<instance.staffCount where instance.isRegistered[s] {
            let cell = instance.cell(s, key.session)
            guard let team = solution.team[cell], instance.isTeam(team, inGroup: key.group),
                instance.supervises(person: s, day: day, activity: key.activity)
            else { continue }
            let minutes = minutes(cell, key)
            if minutes > best?.minutes ?? -1 { best = (s, minutes) }
        }
        known[key] = .some(best?.person)
        return best?.person
    }

    private func minutes(_ cell: Int, _ key: Key) -> Double {
        model.layout.supervision[model.layout.supervisionOfCell[cell]]
            .filter { Int($0.group) == key.group && Int($0.activity) == key.activity }
            .reduce(0) { $0 + solution.minutes($1) }
    }
}
