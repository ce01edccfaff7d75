// SPDX-License-Identifier: GPL-3.0-or-later

/// A service unit in a pathway: a home-based locality team, a ward, a care transfer hub.
public struct Team: Sendable, Equatable {
    /// Where a team works.
    public enum Setting: String, Sendable, CaseIterable {
        case home, bed, hub, clinic, acute
    }

    /// The identifier, without blanks.
    public var id: String
    /// The name people read.
    public var name: String
    /// The pathway it belongs to, such as `P1`.
    public var pathway: String
    /// The organisation that runs it.
    public var organisation: String
    /// Where it works from.
    public var locality: String
    /// The setting, where the file says.
    public var setting: Setting?
    /// The parts of the day on which it is open.
    public var parts: [String]
    /// The days of the week on which it is open.
    public var weekdays: Set<Weekday>
    /// Single sessions in which it is closed all the same; days on which it is closed are the week's `specialDays`.
    public var closedSessions: Set<ClosedSession> = []
    /// The group within which supervision is given: a team shares supervisors with the others of its group.
    public var supervisionGroup: String
    /// Travel minutes per contact and worker.
    public var travelMinutes: Int
    /// Support workers doing delegated work that one registered person may oversee; nil: no rule.
    public var span: Double?
    /// Heads wanted in each open session.
    public var minimumStaff: Int
    /// Registered heads wanted in each open session.
    public var minimumRegistered: Int
    /// The professions of which registered heads count for that; none: all.
    public var headProfessions: [String]

    /// A team.
    public init(
        id: String, name: String? = nil, pathway: String, organisation: String, locality: String,
        setting: Setting? = nil, parts: [String], weekdays: Set<Weekday> = Set(Weekday.allCases),
        supervisionGroup: String? = nil, travelMinutes: Int = 0, span: Double? = nil, minimumStaff: Int = 0,
        minimumRegistered: Int = 0, headProfessions: [String] = []
    ) {
        self.id = id
        self.name = name ?? id
        self.pathway = pathway
        self.organisation = organisation
        self.locality = locality
        self.setting = setting
        self.parts = parts
        self.weekdays = weekdays
        self.supervisionGroup = supervisionGroup ?? id
        self.travelMinutes = travelMinutes
        self.span = span
        self.minimumStaff = minimumStaff
        self.minimumRegistered = minimumRegistered
        self.headProfessions = headProfessions
    }

    /// Whether the team is open in that session.
    public func isOpen(in session: Session) -> Bool {
        hasHours(in: session) && !isClosed(in: session)
    }

    /// Whether its parts of the day and days of the week hold that session.
    public func hasHours(in session: Session) -> Bool {
        parts.contains(session.part.id) && weekdays.contains(session.day.weekday)
    }

    /// Whether the session is one of `closedSessions`, or its day a special one on which the team is closed.
    public func isClosed(in session: Session) -> Bool {
        if session.special?.closes(id) == true { return true }
        guard !closedSessions.isEmpty else { return false }
        return closedSessions.contains(ClosedSession(day: session.day, part: session.part.id))
    }
}

/// A session in which a team is closed though its days and hours would have it open.
public struct ClosedSession: Sendable, Hashable {
    /// Its day.
    public var day: CalendarDay
    /// Its part of the day, one of the week's.
    public var part: String

    /// A session.
    public init(day: CalendarDay, part: String) {
        self.day = day
        self.part = part
    }
}

/// How a person is engaged: it decides pay and whether the person counts as a head.
public enum Employment: String, Codable, Sendable, CaseIterable {
    case substantive, bank, agency, student, volunteer

    /// Whether a deployed person counts towards a team's minimum staff.
    public var countsAsHead: Bool { self == .substantive || self == .bank || self == .agency }

    /// Whether the person is booked and paid by the session: bank and agency.
    public var isTemporary: Bool { self == .bank || self == .agency }
}

/// A person on the roster.
public struct StaffMember: Sendable, Hashable, Codable {
    /// The identifier.
    public var id: String
    /// The name people read.
    public var name: String
    /// The roles held, one or more, by identifier.
    public var roles: [String]
    /// Who employs the person.
    public var employer: String
    /// Where the person sets out from.
    public var baseLocality: String
    /// How the person is engaged.
    public var employment: Employment
    /// Contracted hours a week.
    public var contractHours: Double
    /// The most hours worked in a calendar week; nil: no limit.
    public var maximumHours: Double?
    /// Pounds an hour.
    public var hourlyCost: Double
    /// The team the person belongs to; elsewhere is `away`. Nil: never away.
    public var homeTeam: String?
    /// Days worked in a row up to the day before the horizon.
    public var workedDaysBefore: Int
    /// The last session worked before the horizon.
    public var lastSessionBefore: PastSession?
    /// The word that rows of one human share; nil: the row is a human of its own, but for rows that name it.
    public var person: String?
    /// Minutes of each session that are not for contacts; nil: as the roles or the policy say.
    public var nonContactMinutes: Double?
    /// The share of a session's time in which work gets done; nil: as the roles say.
    public var pace: Double?
    /// Whether the person has agreed to work more than `average_hours` on average.
    public var hasOptedOut = false
    /// Hours worked here in weeks before the horizon, away on leave, sick and training included.
    public var hoursBefore: [WeekHours] = []
    /// Hours worked for other employers, in weeks of the horizon and before it.
    public var otherHours: [WeekHours] = []

    /// A person.
    public init(
        id: String, name: String? = nil, roles: [String], employer: String, baseLocality: String,
        employment: Employment, contractHours: Double = 0, maximumHours: Double? = nil,
        hourlyCost: Double = 0,
        homeTeam: String? = nil, workedDaysBefore: Int = 0, lastSessionBefore: PastSession? = nil,
        nonContactMinutes: Double? = nil, pace: Double? = nil, person: String? = nil
    ) {
        self.id = id
        self.name = name ?? id
        self.roles = roles
        self.employer = employer
        self.baseLocality = baseLocality
        self.employment = employment
        self.contractHours = contractHours
        self.maximumHours = maximumHours
        self.hourlyCost = hourlyCost
        self.homeTeam = homeTeam
        self.workedDaysBefore = workedDaysBefore
        self.lastSessionBefore = lastSessionBefore
        self.person = person
        self.nonContactMinutes = nonContactMinutes
        self.pace = pace
    }
}

/// A session before the horizon.
public struct PastSession: Sendable, Hashable, Codable {
    /// Its day.
    public var day: CalendarDay
    /// Its part of the day, one of the week's.
    public var part: String

    /// A past session.
    public init(day: CalendarDay, part: String) {
        self.day = day
        self.part = part
    }
}

/// A person's competency at a level, signed off.
public struct SignOff: Sendable, Hashable, Codable {
    /// Whose it is.
    public var staff: String
    /// In what.
    public var competency: String
    /// The level reached.
    public var level: Int
    /// The first day on which it holds.
    public var signedOffOn: CalendarDay
    /// The last day on which it holds as the file gives it; nil: by the competency's own validity.
    public var expiresOn: CalendarDay?
    /// Who signed it off.
    public var signedOffBy: String

    /// A sign-off.
    public init(
        staff: String, competency: String, level: Int, signedOffOn: CalendarDay,
        expiresOn: CalendarDay? = nil,
        signedOffBy: String = ""
    ) {
        self.staff = staff
        self.competency = competency
        self.level = level
        self.signedOffOn = signedOffOn
        self.expiresOn = expiresOn
        self.signedOffBy = signedOffBy
    }
}

/// What the rota says of a person in a session.
public struct RotaMark: Sendable, Equatable {
    /// The duty.
    public enum Duty: String, Sendable, CaseIterable, Codable {
        /// On duty, whatever the plan says.
        case rostered = "R"
        /// Could be asked to work.
        case available = "A"
        /// On leave from a session that would have been worked.
        case leave = "L"
        /// Sick in a session that would have been worked.
        case sick = "S"
        /// Training in a session that would have been worked.
        case training = "T"
        /// May be called: has offered nothing, but may be asked. To a plan as not there.
        case callable = "C"
        /// Not there.
        case off = ""
    }

    /// The duty.
    public var duty: Duty
    /// The only teams the person may be sent to in that session; none: wherever they may go.
    public var pins: [String]
    /// Paid minutes, where they are fewer than the session's; nil: the whole session.
    public var minutes: Int?

    /// A mark, with one team for a pin, if any.
    public init(_ duty: Duty, pin: String? = nil, minutes: Int? = nil) {
        self.init(duty, pins: pin.map { [$0] } ?? [], minutes: minutes)
    }

    /// A mark, with several teams for a pin.
    public init(_ duty: Duty, pins: [String], minutes: Int? = nil) {
        self.duty = duty
        self.pins = pins
        self.minutes = minutes
    }

    /// Whether the mark leaves a team open: it pins to none, or to that one among others.
    public func allows(_ team: String) -> Bool { pins.isEmpty || pins.contains(team) }
}
