// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// Care by how pressing it is.
public struct CareByPriority: Sendable, Equatable, Encodable {
    /// Contacts of care, reserve left out.
    public var contacts = 0
    /// Critical ones among them.
    public var critical = 0
    /// Urgent ones.
    public var urgent = 0
    /// Routine ones.
    public var routine = 0
    /// Their contact minutes.
    public var minutes = 0

    /// No care.
    public init() {}

    /// Contacts of each priority that has any, in words: `2 critical`.
    var words: [String] {
        [(critical, Priority.critical), (urgent, .urgent), (routine, .routine)].filter { $0.0 > 0 }
            .map { "\(Show.count($0.0)) \($0.1.rawValue)" }
    }

    mutating func add(_ contacts: Int, _ priority: Priority, minutes each: Int) {
        switch priority {
        case .critical: critical += contacts
        case .urgent: urgent += contacts
        case .routine: routine += contacts
        case .reserve: return
        }
        self.contacts += contacts
        minutes += contacts * each
    }
}

/// A call that is worth making: somebody, on a day.
public struct Proposal: Sendable, Equatable {
    /// Who, by the position on the roster.
    public let person: Int
    /// When, ascending.
    public let sessions: [Int]
    /// The team of each session, by its position.
    public let teams: [Int]
    /// The teams, each once.
    var places: [Int] { teams.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    /// The rung: the last that one of the sessions is of.
    public let rung: Rung
    /// What the rota says: `A`, or `C` where a session is one of somebody who offered nothing.
    public let mark: RotaMark.Duty

    /// What goes unmet without the call, where nobody else is called instead.
    public var hangs = CareByPriority()
    /// Lines that it is of.
    public var lines: [String] = []
    /// Heads that are missing then.
    public var heads = 0
    /// Pounds that planning anew without the call loses, its own cost saved.
    public var loss = 0.0
    /// Whether both plans were proved the cheapest.
    public var isExact = false
    /// Pounds that it costs.
    public var cost = 0.0
    /// Hours paid.
    public var hours = 0.0
    /// Hours in direct contact in the plan.
    public var contactHours = 0.0

    /// The lowest grade, or the professions, that the work asks for.
    public var gradeAsked = ""
    /// The grade, or professions, held.
    public var gradeHeld = ""
    /// Minutes from the person's base, the longest way; nil: no way is known.
    public var travelMinutes: Int?
    /// Hours worked in the seven days before the first of the sessions, as far as they are in the horizon.
    public var hoursBefore = 0.0
    /// Hours worked in the calendar week, these included.
    public var hoursAfter = 0.0
    /// Whether the rules on working time are kept, in words.
    public var workingTime = ""
    /// Sign-offs that the work needs and that are not there.
    public var missing: [String] = []
    /// Sign-offs that the work needs and that end within the horizon, with their last day.
    public var ending: [String] = []
    /// Who supervises their delegated contacts.
    public var supervisors: [String] = []
    /// Minutes of supervision that these ask for.
    public var supervisionMinutes = 0.0
    /// What the person does there, in words.
    public var covers = ""
    /// From when people of the rung may be called for it, where that is still to come.
    public var opensOn: CalendarDay?
    /// Agency bookings that are no longer needed, in words.
    public var displaces: [String] = []
    /// The session before whose start it makes sense to ring; nil: nothing says so but the sessions themselves.
    public var ringBefore: Int?
    /// Why it is worth it, in a sentence.
    public var reason = ""

    init(person: Int, sessions: [Int], teams: [Int], rung: Rung, mark: RotaMark.Duty) {
        (self.person, self.sessions, self.teams) = (person, sessions, teams)
        (self.rung, self.mark) = (rung, mark)
    }

    /// The sessions, each with the person.
    public var shifts: [Shift] { sessions.map { Shift(person: person, session: $0) } }

    /// Pounds for an hour in direct contact; nil where there is none.
    public var poundsPerContactHour: Double? { contactHours > 0 ? cost / contactHours : nil }

    /// The most pounds an hour at which the call is no dearer than to do without it.
    public var breakEvenRate: Double? { BreakEven.rate(cost: cost, loss: loss, hours: hours) }
}

extension [Proposal] {
    /// In the order to ring: first what most critical, then urgent, then routine care hangs on; of equal ones by rung,
    /// then by cost, then what most heads hang on, then by the roster.
    ///
    /// - Parameter ladder: The order of the rungs.
    func ranked(by ladder: [Rung]) -> [Proposal] {
        func key(_ proposal: Proposal) -> [Double] {
            let care = proposal.hangs
            return [
                -Double(care.critical), -Double(care.urgent), -Double(care.routine),
                Double(ladder.firstIndex(of: proposal.rung) ?? ladder.count),
                (proposal.cost * 100).rounded(), -Double(proposal.heads), Double(proposal.person),
                Double(proposal.sessions.first ?? 0),
            ]
        }
        return map { (key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }
}
