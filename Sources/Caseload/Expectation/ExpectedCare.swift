// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is expected of a caseload in a week: contacts due by group and day, and people.
struct ExpectedCare {
    /// The groups that there are, in the order of cases and starts.
    private(set) var groups: [CareGroup] = []
    /// For each group and each of its profile's contacts how many are due on each day.
    private(set) var due: [CareGroup: [[Double]]] = [:]
    /// People by team in the order of the week, and by pathway.
    private(set) var people: [CaseloadDemand.People] = []

    private let week: Week
    private let profiles: [String: CareProfile]
    private var dueByStay: [Stay: [[Double]]] = [:]
    private var peopleAt: [String: Int] = [:]

    private struct Stay: Hashable {
        let profile: String
        let stay: StayLength
    }

    init(_ book: CaseloadBook, week: Week) {
        self.week = week
        profiles = Dictionary(book.profiles.map { ($0.id, $0) }) { first, _ in first }
        for one in book.cases { add(one) }
        for one in book.starts { add(one) }
        let order = Dictionary(week.teams.enumerated().map { ($1.id, $0) }) { first, _ in first }
        people.sort { (order[$0.team] ?? 0, $0.pathway) < (order[$1.team] ?? 0, $1.pathway) }
    }

    private mutating func add(_ one: CareCase) {
        guard let profile = profiles[one.profile] else { return }
        let first = one.started.number - week.start.number
        let days = (0..<week.days).filter { $0 >= first }
        // Who is on the caseload as the week begins has stayed so long already.
        let sure = one.stay.chance(ofAtLeast: max(1, 1 - first))
        guard sure > 0 else { return }
        let ofStay = due(of: profile, one.stay)
        let group = CareGroup(team: one.team, profile: one.profile, source: one.source)
        let contacts = zip(profile.contacts, ofStay).map { contacts, due in
            (0..<week.days).map { day -> Double in
                guard due.indices.contains(day - first) else { return 0 }
                return due[day - first] / sure * contacts.factor(on: weekday(day))
            }
        }
        add(contacts, to: group)
        let place = place(ofPeople: one.team, one.pathway)
        for day in days {
            people[place].present[day] += one.stay.chance(ofAtLeast: day - first + 1) / sure
        }
        if first >= 0, first < week.days { people[place].begin += 1 }
    }

    private mutating func add(_ starts: CareStarts) {
        guard let profile = profiles[starts.profile] else { return }
        let place = place(ofPeople: starts.team, starts.pathway)
        let admissions = Admissions(starts, others: people[place].present, week: week)
        let contacts = zip(profile.contacts, due(of: profile, starts.stay)).map { contacts, due in
            admissions.due(due).enumerated().map { $1 * contacts.factor(on: weekday($0)) }
        }
        add(contacts, to: CareGroup(team: starts.team, profile: starts.profile, source: starts.source))
        for day in 0..<week.days { people[place].present[day] += admissions.present[admissions.past + day] }
        people[place].begin += admissions.begin.suffix(week.days).reduce(0, +)
        let before = admissions.past > 0 ? admissions.waiting[admissions.past - 1] : 0
        people[place].moreWaiting += (admissions.waiting.last ?? 0) - before
        if starts.capacity != nil { people[place].isLimited = true }
    }

    private func weekday(_ day: Int) -> Weekday { week.start.adding(days: day).weekday }

    private mutating func add(_ contacts: [[Double]], to group: CareGroup) {
        guard let known = due[group] else {
            groups.append(group)
            due[group] = contacts
            return
        }
        due[group] = zip(known, contacts).map { zip($0, $1).map { $0 + $1 } }
    }

    /// Contacts due on each day of stay, for each of a profile's contacts.
    private mutating func due(of profile: CareProfile, _ stay: StayLength) -> [[Double]] {
        let key = Stay(profile: profile.id, stay: stay)
        if let known = dueByStay[key] { return known }
        let due = profile.contacts.map { $0.due(stay) }
        dueByStay[key] = due
        return due
    }

    private mutating func place(ofPeople team: String, _ pathway: String) -> Int {
        let key = team + "\n" + pathway
        if let place = peopleAt[key] { return place }
        peopleAt[key] = people.count
        people.append(
            CaseloadDemand.People(
                team: team, pathway: pathway, present: Array(repeating: 0, count: week.days), begin: 0,
                moreWaiting: 0, isLimited: false))
        return people.count - 1
    }
}
