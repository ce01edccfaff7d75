// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A way in which a person may take part in a line in one session.
struct CareOption: Hashable {
    /// In what part.
    enum Part: Hashable {
        /// A one-handed contact within the person's own standing.
        case own
        /// A one-handed contact under somebody's supervision.
        case delegated
        /// A double-handed contact, as one able to lead it.
        case lead
        /// A double-handed contact, as the second only.
        case second
        /// A suitable contact, alone.
        case single
    }

    let line: Int
    let part: Part
    /// Minutes a contact takes of the person.
    let minutes: Int
    /// The most contacts of the line that fit into the session.
    let most: Int
}

/// Delegated work of one activity in one supervision group.
struct DelegatedWork: Hashable, Comparable {
    let group: Int
    let activity: Int

    static func < (one: DelegatedWork, other: DelegatedWork) -> Bool {
        (one.group, one.activity) < (other.group, other.activity)
    }
}

/// A person in a session, with all that they may do there for some lines.
struct CareCell {
    let person: Int
    let session: Int
    var options: [CareOption] = []
    var supervises: [DelegatedWork] = []
}

/// Who may do what for which lines, found fast for many sets of lines of one week.
struct CareCells {
    let instance: Instance
    /// People who may be deployed to a team in a session, and booked for it if need be, by `team * sessionCount + session`.
    private let people: [[Int]]

    init(_ instance: Instance) {
        self.instance = instance
        var people = [[Int]](repeating: [], count: instance.teamCount * instance.sessionCount)
        let bookable = Bookable(instance)
        for (cell, teams) in instance.eligibleTeams.enumerated() where !teams.isEmpty {
            let (s, t) = instance.personAndSession(ofCell: cell)
            guard bookable.obstacle(person: s, session: t) == nil else { continue }
            for k in teams { people[instance.place(k, t)].append(s) }
        }
        self.people = people
    }

    /// Whether somebody who may supervise a line's delegated contacts may be deployed in its group in a session.
    func isSupervised(line i: Int, session t: Int) -> Bool {
        let day = instance.calendar.dayOfSession[t]
        return instance.isSupervisedByOthers(line: i)
            || instance.teams(ofGroup: instance.supervisionGroup(line: i)).contains { k in
                people(team: k, session: t).contains {
                    instance.supervises(person: $0, day: day, activity: instance.lines[i].activity)
                }
            }
    }

    /// Whether somebody registered may be deployed in a team's group in a session.
    func isAccompanied(team: Int, session t: Int) -> Bool {
        instance.teamsOfGroup[instance.groupOfTeam[team]].contains { k in
            people(team: k, session: t).contains { instance.isRegistered[$0] }
        }
    }

    /// The people who may be deployed to a team in a session, in order of the roster.
    func people(team: Int, session: Int) -> [Int] { people[instance.place(team, session)] }

    /// Everybody who may take part in one of the lines, or supervise it, in order of the roster and session.
    func cells(for lines: [Int]) -> [CareCell] {
        var found: [Int: CareCell] = [:]
        var supervised: Set<Supervised> = []
        for i in lines {
            let line = instance.lines[i]
            for t in line.window {
                let mayBeDelegated = line.hands == 1 && isSupervised(line: i, session: t)
                let hasCompany = isAccompanied(team: line.team, session: t)
                for s in people(team: line.team, session: t) where hasCompany || !instance.isAccompanied[s] {
                    let options = options(person: s, session: t, line: i)
                        .filter { mayBeDelegated || $0.part != .delegated }
                    guard !options.isEmpty else { continue }
                    let cell = instance.cell(s, t)
                    found[cell, default: CareCell(person: s, session: t)].options += options
                    if options.contains(where: { $0.part == .delegated }), supervisionMinutes(line) > 0 {
                        supervised.insert(
                            Supervised(
                                session: t, group: instance.supervisionGroup(line: i),
                                activity: line.activity))
                    }
                }
            }
        }
        for work in supervised.sorted() { addSupervisors(of: work, to: &found) }
        return found.keys.sorted().compactMap { found[$0] }
    }

    /// Minutes of supervision that a contact of the line takes if delegated.
    func supervisionMinutes(_ line: Line) -> Double {
        line.hands == 1 ? instance.activities[line.activity].delegated?.supervisionMinutes ?? 0 : 0
    }

    private struct Supervised: Hashable, Comparable {
        let session: Int
        let group: Int
        let activity: Int

        static func < (one: Supervised, other: Supervised) -> Bool {
            (one.session, one.group, one.activity) < (other.session, other.group, other.activity)
        }
    }

    private func addSupervisors(of work: Supervised, to found: inout [Int: CareCell]) {
        let day = instance.calendar.dayOfSession[work.session]
        for k in instance.teams(ofGroup: work.group) {
            for s in people(team: k, session: work.session)
            where instance.supervises(person: s, day: day, activity: work.activity) {
                let cell = instance.cell(s, work.session)
                let delegated = DelegatedWork(group: work.group, activity: work.activity)
                var entry = found[cell] ?? CareCell(person: s, session: work.session)
                if !entry.supervises.contains(delegated) { entry.supervises.append(delegated) }
                found[cell] = entry
            }
        }
    }

    private func options(person s: Int, session t: Int, line i: Int) -> [CareOption] {
        let line = instance.lines[i]
        let standing = instance.standing(person: s, session: t, line: i)
        let capacity = instance.capacity[instance.cell(s, t)]
        var options: [CareOption] = []
        func add(_ part: CareOption.Part, _ minutes: Int, _ contacts: Int) {
            let fits = minutes == 0 ? contacts : Int((capacity / Double(minutes) + 1e-9).rounded(.down))
            let most = min(contacts, fits)
            guard most > 0 else { return }
            options.append(CareOption(line: i, part: part, minutes: minutes, most: most))
        }
        if line.hands == 1 {
            guard standing.hasRoute else { return [] }
            add(standing.isDelegatedOnly ? .delegated : .own, line.minutes, line.contacts)
        } else {
            if standing.contains(.second) {
                add(standing.hasRoute ? .lead : .second, line.minutes, line.contacts)
            }
            if standing.contains(.single) { add(.single, line.singleMinutes, line.singleHanded) }
        }
        return options
    }
}
