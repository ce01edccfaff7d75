// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Gives the people of a team in a session the contacts that are worth most a minute.
struct Filling {
    let model: WeeklyModel
    private let linesOfPlace: [[Int]]

    init(_ model: WeeklyModel) {
        self.model = model
        let instance = model.instance
        var linesOfPlace = [[Int]](repeating: [], count: instance.teamCount * instance.sessionCount)
        for (i, line) in instance.lines.enumerated() {
            for t in line.window { linesOfPlace[line.team * instance.sessionCount + t].append(i) }
        }
        // Dearest a worker-minute first; among equals the one whose window closes first.
        let worth = instance.lines.map { line in
            line.unmetPrice / Double(max(1, line.minutes * line.hands))
        }
        self.linesOfPlace = linesOfPlace.map { lines in
            lines.sorted { one, other in
                (worth[other], instance.lines[one].window.upperBound, one)
                    < (worth[one], instance.lines[other].window.upperBound, other)
            }
        }
    }

    func fill(_ draft: inout Draft, team k: Int, session t: Int) {
        let place = k * model.instance.sessionCount + t
        let cells = draft.deployed[place]
        guard !cells.isEmpty else { return }
        var contactsOfLine: [Int: [ContactColumn]] = [:]
        for cell in cells {
            for contact in draft.contacts(of: cell) { contactsOfLine[Int(contact.line), default: []].append(contact) }
        }
        for i in linesOfPlace[place] where draft.unmet[i] > 0 {
            guard let contacts = contactsOfLine[i] else { continue }
            if model.instance.lines[i].hands == 1 {
                giveOneHanded(contacts, &draft)
            } else {
                giveOneHanded(contacts.filter { $0.kind == .singleHandedContacts }, &draft)
                givePairs(contacts.filter { $0.kind == .doubleHandedParts }, &draft)
            }
        }
    }

    private func giveOneHanded(_ contacts: [ContactColumn], _ draft: inout Draft) {
        // Support workers before registered people, the cheaper for the plan; then whoever has most time left.
        let order: [ColumnOrigin.Kind] = [
            .singleHandedContacts, .supportContacts, .delegatedContacts, .registeredContacts,
        ]
        for kind in order {
            for contact in contacts.filter({ $0.kind == kind }).sorted(by: { isBefore($0, $1, draft) }) {
                draft.give(draft.possible(contact), contact)
            }
        }
    }

    private func givePairs(_ contacts: [ContactColumn], _ draft: inout Draft) {
        guard let first = contacts.first else { return }
        let i = Int(first.line)
        let day = model.instance.calendar.dayOfSession[Int(first.session)]
        while draft.unmet[i] > 0 {
            let ordered = contacts.filter { draft.fitting($0) > 0 }.sorted { isBefore($0, $1, draft) }
            let activity = model.instance.lines[i].activity
            let isLead = { (contact: ContactColumn) in
                model.instance.standing(person: Int(contact.person), day: day, activity: activity).hasRoute
            }
            guard let lead = ordered.first(where: isLead),
                let second = ordered.first(where: { $0.person != lead.person })
            else { return }
            let count = min(draft.unmet[i], draft.fitting(lead), draft.fitting(second))
            // One at a time spreads the work over the team; whole blocks are quick where little is left.
            draft.give(max(1, count / 2), lead, second)
        }
    }

    private func isBefore(_ one: ContactColumn, _ other: ContactColumn, _ draft: Draft) -> Bool {
        let cells = [one, other].map { Int($0.person) * model.instance.sessionCount + Int($0.session) }
        return (-draft.left[cells[0]], one.person) < (-draft.left[cells[1]], other.person)
    }
}
