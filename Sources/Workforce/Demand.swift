// SPDX-License-Identifier: GPL-3.0-or-later

/// How pressing a demand line is.
public enum Priority: String, Sendable, CaseIterable, Codable {
    case critical, urgent, routine
    /// Contacts held in reserve: met where there is time, and no care that goes unmet where there is not.
    case reserve

    /// Whether the contacts are care that people wait for: all but reserve.
    public var isCare: Bool { self != .reserve }
}

/// Which way people come to intermediate care: from home, so as not to go to hospital, or out of hospital.
public enum CareSource: String, Sendable, CaseIterable, Codable {
    case stepUp = "step-up"
    case stepDown = "step-down"
}

/// So many contacts of one activity wanted by one team within a window of sessions.
public struct DemandLine: Sendable, Equatable {
    /// The identifier.
    public var id: String
    /// The team.
    public var team: String
    /// The activity.
    public var activity: String
    /// How pressing it is.
    public var priority: Priority
    /// Contacts wanted.
    public var contacts: Int
    /// Those of them found suitable for single-handed care by a clinical review; two-handed activities only.
    public var singleHandedContacts: Int
    /// The first and the last session in which they may be given, as indices in the week's sessions.
    public var window: ClosedRange<Int>
    /// The people who usually give them; none: nobody in particular.
    public var usual: [String]
    /// Which way the people come whom it is for, where the file says. No plan is made from it.
    public var source: CareSource?

    /// A demand line.
    public init(
        id: String, team: String, activity: String, priority: Priority, contacts: Int,
        singleHandedContacts: Int = 0, window: ClosedRange<Int>, usual: [String] = [],
        source: CareSource? = nil
    ) {
        self.id = id
        self.team = team
        self.activity = activity
        self.priority = priority
        self.contacts = contacts
        self.singleHandedContacts = singleHandedContacts
        self.window = window
        self.usual = usual
        self.source = source
    }
}

extension DemandLine {
    /// What of the window is still to come; where it is over, its last session.
    ///
    /// - Parameter first: The first session that is not over.
    public func windowLeft(from first: Int) -> ClosedRange<Int> {
        max(window.lowerBound, min(first, window.upperBound))...window.upperBound
    }
}

/// A memorandum or staff passport: the employer's people may work for the organisation.
public struct Agreement: Sendable, Hashable, Codable {
    /// Whose people.
    public var employer: String
    /// For whom they may work.
    public var organisation: String
    /// The roles covered; nil: all (`*`).
    public var roles: [String]?
    /// The first day, if any.
    public var from: CalendarDay?
    /// The last day, if any.
    public var until: CalendarDay?

    /// An agreement.
    public init(
        employer: String, organisation: String, roles: [String]?, from: CalendarDay? = nil,
        until: CalendarDay? = nil
    ) {
        self.employer = employer
        self.organisation = organisation
        self.roles = roles
        self.from = from
        self.until = until
    }
}

/// Minutes between two localities.
public struct TravelTime: Sendable, Equatable {
    /// From where.
    public var from: String
    /// To where.
    public var to: String
    /// Minutes.
    public var minutes: Int

    /// A travel time.
    public init(from: String, to: String, minutes: Int) {
        self.from = from
        self.to = to
        self.minutes = minutes
    }
}

/// A person's place in a rotation: on those days they work in that team only.
public struct Placement: Sendable, Equatable {
    /// Who.
    public var staff: String
    /// Where.
    public var team: String
    /// The first day, if any.
    public var from: CalendarDay?
    /// The last day, if any.
    public var until: CalendarDay?

    /// A placement.
    public init(staff: String, team: String, from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.staff = staff
        self.team = team
        self.from = from
        self.until = until
    }

    /// Whether it holds on that day.
    public func holds(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

/// Where the plan in force sends a person in a session.
public struct CurrentDeployment: Sendable, Equatable {
    /// Who.
    public var staff: String
    /// When, as an index in the week's sessions.
    public var session: Int
    /// Where.
    public var team: String

    /// A deployment in force.
    public init(staff: String, session: Int, team: String) {
        self.staff = staff
        self.session = session
        self.team = team
    }
}
