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

    /// A neighbourhood of that kind that frees so many people.
    mutating func choose(
        _ kind: Kind, size: Int, from values: [Double], _ random: inout SeededRandom
    ) -> Neighbourhood {
        switch kind {
        case .teamDay: teamDay(size, &random)
        case .teamSession: teamSession(size, &random)
        case .unmetLine: unmetLine(size, values, &random)
        case .relatedDay, .relatedWeek, .partOfWeek:
            related(kind, size, people[random.below(people.count)], nil, &random)
        }
    }

    private func teamDay(_ size: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let s = people[random.below(people.count)]
        return teamDay(size, s, freeSession(of: s, &random), &random)
    }

    /// Some of the people of a team that a person may go to, on the day of a session.
    func teamDay(_ size: Int, _ s: Int, _ t: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let instance = model.instance
        let teams = instance.eligibleTeams[instance.cell(s, t)]
        let day = instance.calendar.dayOfSession[t]
        let k = teams[random.below(teams.count)]
        return peopleOnDay(peopleOfTeamDay[k * instance.dayCount + day], day, size, &random)
    }

    private func teamSession(_ size: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let s = people[random.below(people.count)]
        return teamSession(size, s, freeSession(of: s, &random), &random)
    }

    /// People of a team that a person may go to, in a session.
    func teamSession(_ size: Int, _ s: Int, _ t: Int, _ random: inout SeededRandom) -> Neighbourhood {
        let instance = model.instance
        let teams = instance.eligibleTeams[instance.cell(s, t)]
        let k = teams[random.below(teams.count)]
        let day = instance.calendar.dayOfSession[t]
        var cells = peopleOfTeamDay[k * instance.dayCount + day].map { Int($0) * instance.sessionCount + t }
            .filter { instance.eligibleTeams[$0].contains(k) }
        random.bringForward(2 * size, of: &cells)
        return Neighbourhood(cells: cells.prefix(2 * size).sorted())
    }

    /// People who could take a person's place, in what of the week the kind frees around a session.
    mutating func related(
        _ kind: Kind, _ size: Int, _ s: Int, _ session: Int?, _ random: inout SeededRandom
    ) -> Neighbourhood {
        let instance = model.instance
        let t = session ?? freeSession(of: s, &random)
        let day = instance.calendar.dayOfSession[t]
        let sessions: [Int]
        switch kind {
        case .relatedWeek:
            sessions = Array(instance.calendar.sessionsOfWeek(instance.calendar.weekOfDay[day]))
        case .partOfWeek:
            let part = t - instance.calendar.sessionsOfDay[day].lowerBound
            sessions = instance.calendar.daysOfWeek[instance.calendar.weekOfDay[day]].compactMap {
                let ofDay = instance.calendar.sessionsOfDay[$0]
                return part < ofDay.count ? ofDay.lowerBound + part : nil
            }
        case .teamDay, .teamSession, .unmetLine, .relatedDay:
            sessions = Array(instance.calendar.sessionsOfDay[day])
        }
        let chosen = related.around(s, size, &random)
        return Neighbourhood(
            cells: free(chosen.flatMap { person in sessions.map { instance.cell(person, $0) } }))
    }

    private func unmetLine(_ size: Int, _ values: [Double], _ random: inout SeededRandom) -> Neighbourhood {
        let missing = model.layout.unmet.indices.filter { values[model.layout.unmet[$0]] > 0.5 }
        return unmetLine(size, among: missing, values, &random) ?? teamDay(size, &random)
    }

    /// People who could take contacts of one of some lines that go unmet, on a day of its window; nil where none is
    /// left.
    func unmetLine(
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
