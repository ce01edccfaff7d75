// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan for a week: who works where, who does what, what goes unmet and what it costs.
///
/// Sessions are indices in the week's sessions; people, teams, lines and activities are identifiers.
public struct Plan: Sendable, Equatable {
    /// Who works where, who does what and who supervises.
    public var rows: PlanRows
    /// Demand not met, in order of line.
    public var unmet: [UnmetRow]
    /// Paid bookings, in order of staff and session.
    public var bookings: [BookingRow]
    /// What it costs and what is proved of it.
    public var summary: PlanSummary
    /// Names of the plan's files that say something else than when it was made; none of a plan that was not read.
    public var edited: [String] = []
    /// What must not wait, as the plan's files say, or those of the plans before it: whoever owns or closed something is
    /// kept in the next one.
    public var flags: [RedFlag] = []

    /// A plan.
    public init(rows: PlanRows, unmet: [UnmetRow], bookings: [BookingRow], summary: PlanSummary) {
        self.rows = rows
        self.unmet = unmet
        self.bookings = bookings
        self.summary = summary
    }

    /// Where everybody is sent, in order of staff and session.
    public var deployments: [Deployment] {
        get { rows.deployments }
        set { rows.deployments = newValue }
    }

    /// The contacts, in order of line, session and staff.
    public var contacts: [ContactRow] {
        get { rows.contacts }
        set { rows.contacts = newValue }
    }

    /// Supervision given, in order of session, group, supervisor and activity.
    public var supervision: [SupervisionRow] {
        get { rows.supervision }
        set { rows.supervision = newValue }
    }
}

/// What a deployed session is paid as: the dearest that part of it is.
public enum Booking: String, Codable, Sendable, CaseIterable {
    /// On the rota: a constant, outside the price.
    case rostered
    /// Within the contracted hours: free, but for an enhancement.
    case contract
    /// Above contract, up to full time, at plain rate.
    case extra
    /// Above full time.
    case overtime
    /// A bank booking.
    case bank
    /// An agency booking.
    case agency
    /// A student's or volunteer's session.
    case unpaid

    /// Whether the session has a row in `bookings.csv` in any case. One within the contracted hours has one where it
    /// has an enhancement.
    public var isPaid: Bool { self == .extra || self == .overtime || self == .bank || self == .agency }
}

/// A person sent to a team in a session.
public struct Deployment: Sendable, Equatable, Codable {
    /// Who.
    public let staff: String
    /// When.
    public let session: Int
    /// Where.
    public let team: String
    /// What it is paid as.
    public let booking: Booking
    /// Paid minutes of the session.
    public let minutes: Int
    /// Minutes in contact with people supported.
    public let contactMinutes: Int

    /// A deployment.
    public init(
        staff: String, session: Int, team: String, booking: Booking, minutes: Int, contactMinutes: Int
    ) {
        self.staff = staff
        self.session = session
        self.team = team
        self.booking = booking
        self.minutes = minutes
        self.contactMinutes = contactMinutes
    }
}

/// In what standing contacts are given.
public enum ContactRoute: String, Sendable, CaseIterable, Codable {
    case registered, support, delegated
    case doubleHanded = "double-handed"
    case singleHanded = "single-handed"
}

/// Contacts of a line that a person (or a pair) gives in a session.
public struct ContactRow: Sendable, Equatable, Codable {
    /// The demand line.
    public let line: String
    /// Its activity.
    public let activity: String
    /// Its team.
    public let team: String
    /// When.
    public let session: Int
    /// Who; of a pair, one able to lead.
    public let staff: String
    /// The second of a double-handed pair.
    public let partner: String?
    /// In what standing.
    public let route: ContactRoute
    /// How many.
    public let contacts: Int
    /// Minutes each worker spends on them in all: contact, record, travel and extra.
    public let minutes: Int
    /// Of delegated contacts, who supervises: whoever gives most of the activity's minutes in group and session.
    public let supervisor: String?

    /// Contacts given.
    public init(
        line: String, activity: String, team: String, session: Int, staff: String, partner: String? = nil,
        route: ContactRoute, contacts: Int, minutes: Int, supervisor: String? = nil
    ) {
        self.line = line
        self.activity = activity
        self.team = team
        self.session = session
        self.staff = staff
        self.partner = partner
        self.route = route
        self.contacts = contacts
        self.minutes = minutes
        self.supervisor = supervisor
    }
}

/// Supervision that a registered person gives in a session to delegated work of one activity.
public struct SupervisionRow: Sendable, Equatable, Codable {
    /// Who supervises.
    public let supervisor: String
    /// When.
    public let session: Int
    /// In which group.
    public let group: String
    /// Of what.
    public let activity: String
    /// Minutes.
    public let minutes: Double

    /// Supervision given.
    public init(supervisor: String, session: Int, group: String, activity: String, minutes: Double) {
        self.supervisor = supervisor
        self.session = session
        self.group = group
        self.activity = activity
        self.minutes = minutes
    }
}

/// Why one more contact of a line cannot be given with the rest of the plan as it stands: the first that applies.
public enum UnmetReason: String, Codable, Sendable, CaseIterable {
    /// The whole window of the line is over.
    case over
    /// Nobody on the roster has a route in what is left of the window.
    case nobodyCompetent = "nobody-competent"
    /// Nobody with a route may be deployed to the team in the window.
    case nobodyAvailable = "nobody-available"
    /// Only delegated routes are left, and nobody who may supervise may be deployed in the group in the window.
    case nobodySupervises = "nobody-supervises"
    /// Somebody may, but only in sessions that working time or a booking's minimum keeps from being worked.
    case workingTime = "working-time"
    /// Somebody may, but only in sessions whose pay would break a cap.
    case cap
    /// A free lead, but no free second in the same session.
    case noPair = "no-pair"
    /// Somebody has the minutes, but supervision or span stops it, or that they are to be accompanied.
    case noSupervision = "no-supervision"
    /// Everyone who could is full.
    case capacity
}

/// Contacts of a line not met.
public struct UnmetRow: Sendable, Equatable, Codable {
    /// The demand line.
    public let line: String
    /// Its team.
    public let team: String
    /// Its activity.
    public let activity: String
    /// How pressing it was.
    public let priority: Priority
    /// How many contacts.
    public let contacts: Int
    /// Their contact minutes.
    public let contactMinutes: Int
    /// Why.
    public let reason: UnmetReason

    /// Demand not met.
    public init(
        line: String, team: String, activity: String, priority: Priority, contacts: Int, contactMinutes: Int,
        reason: UnmetReason
    ) {
        self.line = line
        self.team = team
        self.activity = activity
        self.priority = priority
        self.contacts = contacts
        self.contactMinutes = contactMinutes
        self.reason = reason
    }
}

/// A session somebody is paid for beyond the rota.
public struct BookingRow: Sendable, Equatable, Codable {
    /// Who.
    public let staff: String
    /// When.
    public let session: Int
    /// Where.
    public let team: String
    /// How the person is engaged.
    public let employment: Employment
    /// Hours of the session.
    public let hours: Double
    /// Pounds.
    public let cost: Double
    /// What the person does there, in words.
    public let covers: String

    /// A paid session.
    public init(
        staff: String, session: Int, team: String, employment: Employment, hours: Double, cost: Double,
        covers: String
    ) {
        self.staff = staff
        self.session = session
        self.team = team
        self.employment = employment
        self.hours = hours
        self.cost = cost
        self.covers = covers
    }
}
