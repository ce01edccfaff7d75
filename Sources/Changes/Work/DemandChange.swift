// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Contacts are more, fewer, new or gone.
public enum DemandChange: Sendable, Hashable, Codable {
    /// So many times the contacts of some lines, rounded over them together.
    case factor(Double, of: LineScope)
    /// A line's contacts, in all.
    case contacts(Int, line: String)
    /// Contacts of a line besides; fewer where negative.
    case add(Int, line: String)
    /// A new line, last in its file.
    case new(NewLine)
    /// A line goes.
    case remove(line: String)
}

/// Lines of a week: those that are of all that is named. What is nil names every line.
public struct LineScope: Sendable, Hashable, Codable {
    /// Their teams' pathways.
    public var pathways: [String]?
    /// Their teams.
    public var teams: [String]?
    /// What they want.
    public var activities: [String]?
    /// How pressing they are.
    public var priorities: [Priority]?
    /// The lines themselves.
    public var lines: [String]?
    /// Where their windows begin.
    public var begin: SessionRange

    /// Lines.
    public init(
        pathways: [String]? = nil, teams: [String]? = nil, activities: [String]? = nil,
        priorities: [Priority]? = nil, lines: [String]? = nil, begin: SessionRange = .week
    ) {
        self.pathways = pathways
        self.teams = teams
        self.activities = activities
        self.priorities = priorities
        self.lines = lines
        self.begin = begin
    }
}

/// A line that the week does not have yet.
public struct NewLine: Sendable, Hashable, Codable {
    /// Its name.
    public var line: String
    /// Its team.
    public var team: String
    /// What it wants.
    public var activity: String
    /// How pressing it is.
    public var priority: Priority
    /// Contacts wanted.
    public var contacts: Int
    /// Those of them suitable for one worker.
    public var singleHandedContacts: Int
    /// The sessions in which they may be given.
    public var window: SessionRange
    /// Which way the people come whom it is for; nil: it is not said.
    public var source: CareSource?

    /// A line.
    public init(
        line: String, team: String, activity: String, priority: Priority, contacts: Int,
        singleHandedContacts: Int = 0, window: SessionRange = .week, source: CareSource? = nil
    ) {
        self.line = line
        self.team = team
        self.activity = activity
        self.priority = priority
        self.contacts = contacts
        self.singleHandedContacts = singleHandedContacts
        self.window = window
        self.source = source
    }
}

extension DemandChange: ChangeTopic {
    /// The most contacts of a line.
    static let most = 100_000.0

    func apply(to week: inout ChangingWeek) {
        switch self {
        case .factor(let factor, let scope):
            guard week.isRight(factor, ChangingWeek.factors, "The factor of contacts"),
                let lines = scope.lines(in: &week)
            else { return }
            let counts = Apportionment.of(
                lines.map { week.parts.demand[$0].contacts }, by: factor, .halfUp)
            for (i, count) in zip(lines, counts) {
                set(count, ofLine: i, "The factor of contacts, for \(week.parts.demand[i].id)", &week)
            }
        case .contacts(let count, let id):
            if let i = week.line(id) { set(count, ofLine: i, "contacts of \(id)", &week) }
        case .add(let count, let id):
            guard let i = week.line(id) else { return }
            let (sum, isTooMuch) = week.parts.demand[i].contacts.addingReportingOverflow(count)
            set(isTooMuch ? .max : sum, ofLine: i, "contacts of \(id)", &week)
        case .new(let line): line.add(to: &week)
        case .remove(let id):
            if let i = week.line(id) { week.removeLine(at: i) }
        }
    }

    private func set(_ count: Int, ofLine i: Int, _ what: String, _ week: inout ChangingWeek) {
        guard week.isRight(Double(count), 0...Self.most, what) else { return }
        week.parts.demand[i].contacts = count
        week.parts.demand[i].singleHandedContacts = min(count, week.parts.demand[i].singleHandedContacts)
    }

    func words(_ names: Naming) -> String {
        switch self {
        case .factor(let factor, let scope):
            "\(Show.decimal(factor, places: 2)) times the contacts \(scope.words(names))"
        case .contacts(let count, let id): "\(Show.counted(count, "contact")) of \(names.line(id))"
        case .add(let count, let id):
            Show.counted(Int(clamping: count.magnitude), count < 0 ? "fewer contact" : "more contact")
                + " of \(names.line(id))"
        case .new(let line):
            "\(Show.counted(line.contacts, "contact")) of \(names.activity(line.activity)) for "
                + "\(names.team(line.team)) besides"
        case .remove(let id): "no contacts of \(names.line(id))"
        }
    }
}

extension NewLine {
    fileprivate func add(to week: inout ChangingWeek) {
        if week.place(ofLine: line) != nil { return week.refuse(.taken(.line, line)) }
        let areRight = [
            week.team(team) != nil, week.activity(activity) != nil,
            week.isRight(Double(contacts), 0...DemandChange.most, "contacts of \(line)"),
            week.isRight(
                Double(singleHandedContacts), 0...Double(max(0, contacts)),
                "single_handed_contacts of \(line)"),
        ]
        guard let window = week.sessions(window), !areRight.contains(false) else { return }
        guard let wanted = week.parts.framework.activities.first(where: { $0.id == activity }) else { return }
        if singleHandedContacts > 0, wanted.hands == 1 { return week.refuse(.oneHanded(activity: activity)) }
        week.add(
            DemandLine(
                id: line, team: team, activity: activity, priority: priority, contacts: contacts,
                singleHandedContacts: wanted.singleHanded == nil ? 0 : singleHandedContacts, window: window,
                source: source))
    }
}

extension LineScope {
    /// The lines' positions, ascending; nil where something named is not there.
    func lines(in week: inout ChangingWeek) -> [Int]? {
        let areKnown = [
            week.knows(.pathway, pathways, week.parts.teams.map(\.pathway)),
            week.knows(.team, teams, week.parts.teams.map(\.id)),
            week.knows(.activity, activities, week.parts.framework.activities.map(\.id)),
            week.knows(.line, lines, week.parts.demand.map(\.id)),
        ]
        guard let begin = week.sessions(begin), !areKnown.contains(false) else { return nil }
        var ofPathways = Set<String>()
        for team in week.parts.teams where pathways?.contains(team.pathway) ?? true {
            ofPathways.insert(team.id)
        }
        return week.parts.demand.indices.filter { i in
            let line = week.parts.demand[i]
            return ofPathways.contains(line.team) && begin.contains(line.window.lowerBound)
                && teams?.contains(line.team) ?? true && activities?.contains(line.activity) ?? true
                && priorities?.contains(line.priority) ?? true && lines?.contains(line.id) ?? true
        }
    }

    func words(_ names: Naming) -> String {
        let parts = [
            lines.map { Naming.list($0.map { names.line($0) }) }, pathways.map { Naming.list($0) },
            teams.map { Naming.list($0.map { names.team($0) }) },
            activities.map { Naming.list($0.map(names.activity)) },
            priorities.map { Naming.list($0.map(\.rawValue)) + " care" },
        ].compactMap(\.self)
        let what = parts.isEmpty ? "of all lines" : "of \(parts.joined(separator: ", "))"
        return begin == .week ? what : "\(what) \(begin.words(names))"
    }
}
