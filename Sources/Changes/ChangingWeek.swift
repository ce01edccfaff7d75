// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week while changes are being made in it.
struct ChangingWeek {
    /// The week as it was.
    let base: Week
    /// The parts as they are by now.
    var parts: WeekParts
    /// What is wrong with the changes so far, in the order in which it was met.
    private(set) var problems: [ChangeError.Problem] = []
    private var place = 0
    private let index: WeekIndex
    private var people: [String: Int]
    private var lines: [String: Int]

    init(_ week: Week) {
        base = week
        parts = week.content
        index = WeekIndex(week)
        people = week.staff.map(\.id).positions
        lines = week.demand.map(\.id).positions
    }

    /// The week as it is by now.
    var week: Week { base.replacing { $0 = parts } }

    /// What of the demand is still to come, as the week is by now.
    var openDemand: OpenDemand { OpenDemand(week) }

    /// The last day of the week.
    var lastDay: CalendarDay { base.start.adding(days: base.days - 1) }

    /// Makes a change that stands at that place of the list.
    mutating func make(_ change: Change, at place: Int) {
        self.place = place
        change.topic.apply(to: &self)
    }

    /// Says what is wrong with the change that is being made.
    mutating func refuse(_ reason: ChangeError.Reason) {
        problems.append(ChangeError.Problem(place: place, reason: reason))
    }

    // MARK: Where things stand, or what is wrong with their name

    mutating func person(_ id: String) -> Int? { found(people[id], .person, id) }
    mutating func team(_ id: String) -> Int? { found(index.team(id), .team, id) }
    mutating func line(_ id: String) -> Int? { found(lines[id], .line, id) }
    mutating func activity(_ id: String) -> Int? { found(index.activity(id), .activity, id) }
    mutating func session(_ id: String) -> Int? { found(index.session(id), .session, id) }

    mutating func sessions(_ ids: [String]) -> [Int] { ids.compactMap { session($0) } }

    mutating func sessions(_ range: SessionRange) -> ClosedRange<Int>? {
        guard let first = range.from.map({ session($0) }) ?? 0,
            let last = range.until.map({ session($0) }) ?? base.sessions.count - 1
        else { return nil }
        guard first <= last else {
            refuse(.backwards(from: base.sessions[first].id, until: base.sessions[last].id))
            return nil
        }
        return first...last
    }

    /// The days from one to another; the week's ends where none is given.
    mutating func days(from: CalendarDay?, until: CalendarDay?) -> ClosedRange<CalendarDay>? {
        let (first, last) = (from ?? base.start, until ?? lastDay)
        guard first <= last else {
            refuse(.backwards(from: first.iso, until: last.iso))
            return nil
        }
        return first...last
    }

    /// Whether the last day, where both are given, does not come before the first.
    mutating func areInOrder(_ from: CalendarDay?, _ until: CalendarDay?) -> Bool {
        guard let from, let until, until < from else { return true }
        refuse(.backwards(from: from.iso, until: until.iso))
        return false
    }

    /// The days from one to another that are the week's alone; its ends where none is given.
    mutating func daysWithin(from: CalendarDay?, until: CalendarDay?) -> ClosedRange<CalendarDay>? {
        let outside = [from, until].compactMap(\.self).filter { $0 < base.start || lastDay < $0 }
        for day in outside { refuse(.outside(day: day.iso, from: base.start.iso, until: lastDay.iso)) }
        return outside.isEmpty ? days(from: from, until: until) : nil
    }

    /// Whether a list of names, if there is one, is of such as are known.
    mutating func knows(_ kind: ChangeError.Kind, _ names: [String]?, _ known: [String]) -> Bool {
        let unknown = (names ?? []).filter { !known.contains($0) }
        for name in unknown { refuse(.unknown(kind, name)) }
        return unknown.isEmpty
    }

    /// What a factor may be.
    static let factors = Double.leastNonzeroMagnitude...100

    /// Whether a number, if there is one, is within its range.
    mutating func isRight(_ value: Double?, _ range: ClosedRange<Double>, _ what: String) -> Bool {
        guard let value, !range.contains(value) else { return true }
        refuse(.outOfRange(what, range))
        return false
    }

    private mutating func found(_ place: Int?, _ kind: ChangeError.Kind, _ id: String) -> Int? {
        if place == nil { refuse(.unknown(kind, id)) }
        return place
    }

    /// The identifiers of all rows of the human of whom one is.
    func rows(ofHuman id: String) -> Set<String> {
        guard let human = people[id].map({ parts.staff[$0].human }) else { return [] }
        return Set(parts.staff.filter { $0.human == human }.map(\.id))
    }

    /// Every locality that a file names.
    var localities: [String] {
        parts.teams.map(\.locality) + parts.staff.map(\.baseLocality)
            + (parts.travel ?? []).flatMap { [$0.from, $0.to] }
    }

    // MARK: People and lines that come and go

    func hasPerson(_ id: String) -> Bool { people[id] != nil }
    /// Whether a name is somebody's, or the word for a human of several rows, whose row it would become.
    func isTaken(person id: String) -> Bool {
        hasPerson(id) || parts.staff.contains { $0.person == id }
    }
    func place(ofLine id: String) -> Int? { lines[id] }

    mutating func add(_ person: StaffMember, rota: [RotaMark]) {
        people[person.id] = parts.staff.count
        parts.staff.append(person)
        parts.rota.append(rota)
    }

    /// Takes a person away, with all that is said of them; from the first session on that is not over, where some are:
    /// then their rows stay, for what they worked.
    mutating func removePerson(at s: Int) {
        let open = base.openSessions
        if open.lowerBound > 0 {
            for t in open { parts.rota[s][t] = RotaMark(.off) }
            return
        }
        let id = parts.staff[s].id
        parts.staff.remove(at: s)
        parts.rota.remove(at: s)
        parts.signOffs.removeAll { $0.staff == id }
        parts.decisions.removeAll { $0.staff == id }
        parts.placements.removeAll { $0.staff == id }
        parts.current?.removeAll { $0.staff == id }
        parts.currentContacts?.removeAll { $0.workers.contains(id) }
        parts.currentSupervision?.removeAll { $0.supervisor == id }
        parts.overrides.removeAll { $0.subjects.contains(.staff(id)) }
        parts.requests.removeAll { $0.staff == id }
        for line in parts.demand.indices { parts.demand[line].usual.removeAll { $0 == id } }
        people = parts.staff.map(\.id).positions
    }

    mutating func add(_ line: DemandLine) {
        lines[line.id] = parts.demand.count
        parts.demand.append(line)
    }

    /// Adds a line that is made of another one, or its contacts to those that the same line has already; false, with
    /// what is wrong, where that name is a line's of another kind or too long, or the contacts are too many.
    mutating func addOrJoin(_ line: DemandLine) -> Bool {
        guard line.id.unicodeScalars.count <= DemandLine.longestName else {
            refuse(.tooLong(.line, line.id, most: DemandLine.longestName))
            return false
        }
        guard let i = lines[line.id] else {
            add(line)
            return true
        }
        let other = parts.demand[i]
        guard other.team == line.team, other.activity == line.activity, other.priority == line.priority,
            other.window == line.window
        else {
            refuse(.taken(.line, line.id))
            return false
        }
        let sum = other.contacts + line.contacts
        guard isRight(Double(sum), 0...DemandChange.most, "contacts of \(line.id)") else { return false }
        parts.demand[i].contacts = sum
        return true
    }

    /// Takes a line away, with what was decided about it.
    mutating func removeLine(at i: Int) {
        let id = parts.demand[i].id
        parts.demand.remove(at: i)
        parts.overrides.removeAll { $0.subjects.contains(.line(id)) }
        let origin = DemandLine.origin(of: id)
        if !parts.demand.contains(where: { DemandLine.origin(of: $0.id) == origin }) {
            parts.currentContacts?.removeAll { DemandLine.origin(of: $0.line) == origin }
        }
        lines = parts.demand.map(\.id).positions
    }
}

/// A number as the decimal it was written as, to the millionth.
func exact(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
