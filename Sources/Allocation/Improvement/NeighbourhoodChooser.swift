// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom

/// Chooses which neighbourhood to look at next, at random, most often where the plan pays most.
struct NeighbourhoodChooser: Sendable {
    /// The kinds of neighbourhood.
    enum Kind: Int, CaseIterable, Sendable {
        /// Some of the people who are or could be in a team on a day.
        case teamDay
        /// The people of a team in one session.
        case teamSession
        /// People who could take contacts that go unmet.
        case unmetLine
        /// People who could take each other's place, for a day.
        case relatedDay
        /// People who could take each other's place, for a calendar week.
        case relatedWeek
        /// People who could take each other's place, in one session of the day all through the week.
        case partOfWeek
    }

    let model: WeeklyModel
    /// People who may be in the team that day (`team * dayCount + day`).
    private let peopleOfTeamDay: [[Int32]]
    /// People with a free choice in some session.
    private let people: [Int]
    /// Who could take whose place.
    private var related: RelatedPeople

    init(_ model: WeeklyModel) {
        self.model = model
        let instance = model.instance
        var peopleOfTeamDay = [[Int32]](repeating: [], count: instance.teamCount * instance.dayCount)
        var people: [Int] = []
        for s in 0..<instance.staffCount {
            var isFree = false
            for t in 0..<instance.sessionCount {
                let teams = instance.eligibleTeams[instance.cell(s, t)]
                isFree = isFree || !teams.isEmpty
                for k in teams {
                    let place = k * instance.dayCount + instance.calendar.dayOfSession[t]
                    if peopleOfTeamDay[place].last != Int32(s) { peopleOfTeamDay[place].append(Int32(s)) }
                }
            }
            if isFree { people.append(s) }
        }
        self.peopleOfTeamDay = peopleOfTeamDay
        related = RelatedPeople(model, peopleOfTeamDay: peopleOfTeamDay)
        self.people = people
    }

    /// Whether nothing in the week is left to decide.
    var isEmpty: Bool { people.isEmpty }

    /// A neighbourhood of that kind, about some person and session, or unmet line: of a part of the week, where one is
    /// given and has any, or of the whole.
    mutating func choose(
        _ kind: Kind, near focus: Focus? = nil, from values: [Double], _ random: inout SeededRandom
    ) -> Neighbourhood {
        let (s, t) = somebody(near: focus, &random)
        switch kind {
        case .teamDay: return teamDay(kind.people, s, t, &random)
        case .teamSession: return teamSession(kind.people, s, t, &random)
        case .unmetLine:
            let lines =
                focus.flatMap { $0.cells.isEmpty ? nil : $0.lines } ?? Array(model.layout.unmet.indices)
            let missing = lines.filter { values[model.layout.unmet[$0]] > 0.5 }
            return unmetLine(kind.people, among: missing, values, &random)
                ?? teamDay(kind.people, s, t, &random)
        case .relatedDay:
            return related(kind.people, s, model.instance.calendar.sessionsOfDay[day(t)], &random)
        case .relatedWeek:
            let calendar = model.instance.calendar
            return related(kind.people, s, calendar.sessionsOfWeek(calendar.weekOfDay[day(t)]), &random)
        case .partOfWeek: return related(kind.people, s, samePart(as: t), &random)
        }
    }

    /// A person with something to decide in a session.
    private func somebody(near focus: Focus?, _ random: inout SeededRandom) -> (Int, Int) {
        if let focus, !focus.cells.isEmpty {
            return model.instance.personAndSession(ofCell: focus.cells[random.below(focus.cells.count)])
        }
        let s = people[random.below(people.count)]
        return (s, freeSession(of: s, &random))
    }

    private func day(_ session: Int) -> Int { model.instance.calendar.dayOfSession[session] }

    /// The sessions of a calendar week that are as late in their day as a session is in its own.
    private func samePart(as t: Int) -> [Int] {
        let calendar = model.instance.calendar
        let part = t - calendar.sessionsOfDay[day(t)].lowerBound
        return calendar.daysOfWeek[calendar.weekOfDay[day(t)]].compactMap {
            let sessions = calendar.sessionsOfDay[$0]
            return part < sessions.count ? sessions.lowerBound + part : nil
        }
    }

    /// Some of the people of a team that a person may go to, on the day of a session.
    private func teamDay(_ size: Int, _ s: Int, _ t: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let instance = model.instance
        let teams = instance.eligibleTeams[instance.cell(s, t)]
        let day = instance.calendar.dayOfSession[t]
        let k = teams[random.below(teams.count)]
        return peopleOnDay(peopleOfTeamDay[k * instance.dayCount + day], day, size, &random)
    }

    /// People of a team that a person may go to, in a session.
    private func teamSession(_ size: Int, _ s: Int, _ t: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let instance = model.instance
        let teams = instance.eligibleTeams[instance.cell(s, t)]
        let k = teams[random.below(teams.count)]
        let day = instance.calendar.dayOfSession[t]
        var cells = peopleOfTeamDay[k * instance.dayCount + day].map { Int($0) * instance.sessionCount + t }
            .filter { instance.eligibleTeams[$0].contains(k) }
        random.bringForward(size, of: &cells)
        return Neighbourhood(cells: cells.prefix(size).sorted())
    }

    /// A person and people who could take their place, in some sessions.
    private mutating func related(
        _ size: Int, _ s: Int, _ sessions: some Sequence<Int>, _ random: inout SeededRandom
    ) -> Neighbourhood {
        let chosen = related.around(s, size, &random)
        return Neighbourhood(
            cells: free(chosen.flatMap { person in sessions.map { model.instance.cell(person, $0) } }))
    }

    /// People who could take contacts of one of some lines that go unmet, on a day of its window; nil where none is
    /// left.
    private func unmetLine(
        _ size: Int, among missing: [Int], _ values: [Double], _ random: inout SeededRandom
    ) -> Neighbourhood? {
        let instance = model.instance
        guard !missing.isEmpty else { return nil }
        // A line by the pounds it costs, of two tries.
        let pounds = { (i: Int) in instance.lines[i].unmetPrice * values[model.layout.unmet[i]] }
        let pair = (missing[random.below(missing.count)], missing[random.below(missing.count)])
        let i = pounds(pair.0) >= pounds(pair.1) ? pair.0 : pair.1
        let contacts = model.layout.contactsOfLine[i]
        guard !contacts.isEmpty else { return nil }
        let contact = model.layout.contacts[contacts[random.below(contacts.count)]]
        let day = instance.calendar.dayOfSession[Int(contact.session)]
        var able: [Int32] = []
        for index in contacts {
            let other = model.layout.contacts[index]
            if instance.calendar.dayOfSession[Int(other.session)] == day, !able.contains(other.person) {
                able.append(other.person)
            }
        }
        let half = max(2, size / 2)
        random.bringForward(half, of: &able)
        var chosen = Array(able.prefix(half))
        var others = peopleOfTeamDay[instance.lines[i].team * instance.dayCount + day].filter {
            !chosen.contains($0)
        }
        random.bringForward(size - chosen.count, of: &others)
        chosen += others.prefix(max(0, size - chosen.count))
        return peopleOnDay(chosen, day, size, &random)
    }

    private func peopleOnDay(
        _ candidates: [Int32], _ day: Int, _ size: Int, _ random: inout SeededRandom
    ) -> Neighbourhood {
        var chosen = candidates
        random.bringForward(size, of: &chosen)
        let cells = chosen.prefix(size).flatMap { person in
            model.instance.calendar.sessionsOfDay[day].map { Int(person) * model.instance.sessionCount + $0 }
        }
        return Neighbourhood(cells: free(cells))
    }

    private func free(_ cells: [Int]) -> [Int] {
        cells.filter { !model.instance.eligibleTeams[$0].isEmpty }.sorted()
    }

    private func freeSession(of s: Int, _ random: inout SeededRandom) -> Int {
        let sessions = (0..<model.instance.sessionCount).filter {
            !model.instance.eligibleTeams[model.instance.cell(s, $0)].isEmpty
        }
        return sessions[random.below(sessions.count)]
    }
}
