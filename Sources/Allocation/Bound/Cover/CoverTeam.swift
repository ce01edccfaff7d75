// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What of a team its deployment-cover rows are made of: its lines, and who could give contacts of them when.
struct CoverTeam: Sendable {
    /// A line of the team, of contacts that take time.
    struct Line: Sendable {
        let unmet: Int32
        let contacts: Int
        /// Workers in a contact, and minutes of each.
        let hands: Int
        let minutes: Int
        /// Contacts that one worker may give alone, and minutes they take.
        let single: Int
        let singleMinutes: Int
        let window: ClosedRange<Int>
        /// Which of the team's sets of able people is that of the activity.
        let able: Int
    }

    /// Contacts of a line that somebody could give in a session: so many at most, of so many minutes.
    struct Item: Sendable, Hashable {
        let line: Int32
        let minutes: Int32
        let most: Int32
    }

    /// People whose session with the team is alike: as much time, for the same contacts.
    struct Place: Sendable {
        let session: Int
        let capacity: Int
        let items: [Item]
        /// Their deployments.
        var columns: [Int32]
    }

    private(set) var lines: [Line] = []
    /// By session.
    private(set) var places: [Place] = []
    /// Those who can take some part in an activity of the lines, each set once: whether each person of the roster can.
    private(set) var able: [[Bool]] = []

    /// Every team of a model that has contacts to give.
    static func all(of model: WeeklyModel) -> [CoverTeam] {
        let (instance, layout) = (model.instance, model.layout)
        var teams: [CoverTeam] = []
        var local = [Int32](repeating: -1, count: instance.lines.count)
        for team in 0..<instance.teamCount {
            let own = instance.linesOfTeam[team].filter {
                instance.lines[$0].contacts > 0 && instance.lines[$0].minutes > 0
                    && !layout.contactsOfLine[$0].isEmpty
            }
            for (position, i) in own.enumerated() { local[i] = Int32(position) }
            var cover = CoverTeam()
            cover.add(own, model)
            teams.append(cover)
        }
        addPlaces(of: model, local, to: &teams)
        return teams.filter { !$0.lines.isEmpty && !$0.places.isEmpty }
    }

    /// Adds lines, with those who can take part in them.
    private mutating func add(_ own: [Int], _ model: WeeklyModel) {
        let (instance, layout) = (model.instance, model.layout)
        var ofActivity: [Int: [Bool]] = [:]
        for i in own {
            let activity = instance.lines[i].activity
            var people = ofActivity[activity] ?? [Bool](repeating: false, count: instance.staffCount)
            for index in layout.contactsOfLine[i] { people[Int(layout.contacts[index].person)] = true }
            ofActivity[activity] = people
        }
        var places: [[Bool]: Int] = [:]
        for i in own {
            guard let people = ofActivity[instance.lines[i].activity] else { continue }
            let place = places[people] ?? able.count
            if place == able.count {
                places[people] = place
                able.append(people)
            }
            lines.append(Line(instance.lines[i], unmet: layout.unmet[i], able: place))
        }
    }

    private static func addPlaces(of model: WeeklyModel, _ local: [Int32], to teams: inout [CoverTeam]) {
        let (instance, layout) = (model.instance, model.layout)
        var known: [Key: Int] = [:]
        for t in 0..<instance.sessionCount {
            known.removeAll(keepingCapacity: true)
            for s in 0..<instance.staffCount {
                let cell = instance.cell(s, t)
                let capacity = Int((instance.capacity[cell] + 1e-6).rounded(.down))
                var next = layout.contactsOfCell[cell].lowerBound
                for (position, team) in instance.eligibleTeams[cell].enumerated() {
                    // Contacts of a cell are in the order of its teams.
                    var items: [Item] = []
                    while next < layout.contactsOfCell[cell].upperBound,
                        Int(layout.contacts[next].team) == team
                    {
                        let contact = layout.contacts[next]
                        if local[Int(contact.line)] >= 0, contact.minutes > 0 {
                            items.append(
                                Item(
                                    line: local[Int(contact.line)], minutes: contact.minutes,
                                    most: contact.most))
                        }
                        next += 1
                    }
                    guard !items.isEmpty else { continue }
                    let column = Int32(layout.firstDeployment[cell] + position)
                    let key = Key(team: team, capacity: capacity, items: items)
                    if let place = known[key] {
                        teams[team].places[place].columns.append(column)
                    } else {
                        known[key] = teams[team].places.count
                        teams[team].places.append(
                            Place(session: t, capacity: capacity, items: items, columns: [column]))
                    }
                }
            }
        }
    }

    private struct Key: Hashable {
        let team: Int
        let capacity: Int
        let items: [Item]
    }
}

extension CoverTeam.Line {
    fileprivate init(_ line: Formulation.Line, unmet: Int, able: Int) {
        self.unmet = Int32(unmet)
        contacts = line.contacts
        hands = line.hands
        minutes = line.minutes
        single = line.singleHanded
        singleMinutes = line.singleMinutes
        window = line.window
        self.able = able
    }
}
