// SPDX-License-Identifier: GPL-3.0-or-later

/// One planning week (or up to 28 days): everything the allocation of staff is decided from.
///
/// A week is data: validated on the way in, never changed. Lists keep the order of their files. References
/// between parts are by identifier, and every one of them resolves; sessions are referred to by their index in
/// `sessions`.
public struct Week: Sendable {
    /// The first day, a Monday.
    public let start: CalendarDay
    /// Days in the horizon, 1–28.
    public let days: Int
    /// The parts of a day, in order of their start.
    public let parts: [DayPart]
    /// Days that are not as others of their weekday, in file order. Those outside of the horizon mean nothing in it, and
    /// are there for the weeks after it.
    public let specialDays: [SpecialDay]
    /// What planning is priced and limited by.
    public let policy: Policy
    /// Who may do what.
    public let framework: Framework
    /// The teams, in file order.
    public let teams: [Team]
    /// The roster, in file order.
    public let staff: [StaffMember]
    /// Sign-offs, in file order.
    public let signOffs: [SignOff]
    /// The rota: a row for each of `staff`, a mark for each of `sessions`.
    public let rota: [[RotaMark]]
    /// Demand lines, in file order.
    public let demand: [DemandLine]
    /// What AHP leads decided about delegation, in file order.
    public let decisions: [DelegationDecision]
    /// What those in charge decided otherwise than the plan, in file order. No plan is made from it.
    public let overrides: [Override]
    /// Agreements between employers and organisations.
    public let agreements: [Agreement]
    /// Travel times between localities; nil where no travel file is given, and then travel has no limit.
    public let travel: [TravelTime]?
    /// Placements of a rotation.
    public let placements: [Placement]
    /// Who else must be in which team, beside its own minimums; in file order.
    public let minimums: [TeamMinimum]
    /// The plan in force, where there is one.
    public let current: [CurrentDeployment]?
    /// The contacts of the plan in force, where they are known.
    public let currentContacts: [CurrentContact]?
    /// Supervision of the plan in force, where it is known; of meaning only in sessions that are over.
    public let currentSupervision: [SupervisionRow]?
    /// The first session that is not over, as an index in `sessions`: what the plan in force has before it stands as it
    /// is, rule 10. Nil: nothing is over.
    public let frozenBefore: Int?
    /// What people ask for themselves, in file order.
    public let requests: [StaffRequest]
    /// The sessions of the horizon in date order: every day's parts in order.
    public let sessions: [Session]

    /// A week of consistent parts; the intake checks that they are.
    public init(
        start: CalendarDay, days: Int = 7, parts: [DayPart], policy: Policy = Policy(), framework: Framework,
        teams: [Team], staff: [StaffMember], signOffs: [SignOff], rota: [[RotaMark]], demand: [DemandLine],
        decisions: [DelegationDecision] = [], agreements: [Agreement] = [], travel: [TravelTime]? = nil,
        placements: [Placement] = [], current: [CurrentDeployment]? = nil, overrides: [Override] = [],
        minimums: [TeamMinimum] = [], currentContacts: [CurrentContact]? = nil,
        specialDays: [SpecialDay] = [], requests: [StaffRequest] = [],
        currentSupervision: [SupervisionRow]? = nil, frozenBefore: Int? = nil
    ) {
        self.start = start
        self.days = days
        self.parts = parts.sorted { $0.starts < $1.starts }
        self.specialDays = specialDays
        self.policy = policy
        self.framework = framework
        self.teams = teams
        self.staff = staff
        self.signOffs = signOffs
        self.rota = rota
        self.demand = demand
        self.decisions = decisions
        self.overrides = overrides
        self.agreements = agreements
        self.travel = travel
        self.placements = placements
        self.current = current
        self.requests = requests
        self.currentContacts = currentContacts
        self.currentSupervision = currentSupervision
        self.frozenBefore = frozenBefore
        self.minimums = minimums
        sessions = Session.all(from: start, days: days, parts: self.parts, specialDays: specialDays)
    }
}

/// A part of every day in which people work: morning, afternoon, evening, night.
public struct DayPart: Sendable, Equatable {
    /// The identifier, such as `am`.
    public let id: String
    /// Start, in minutes after midnight.
    public let starts: Int
    /// End, in minutes after midnight of the day it begins on: above 1,440 on the next day, at most a day after the
    /// start.
    public let ends: Int
    /// The share by which pay of bank and agency rises: 0.3 for 30 per cent.
    public let uplift: Double

    /// A part of the day.
    public init(id: String, starts: Int, ends: Int, uplift: Double = 0) {
        self.id = id
        self.starts = starts
        self.ends = ends
        self.uplift = uplift
    }

    /// Paid minutes, by the clock on the wall.
    public var minutes: Int { ends - starts }
}

/// A part of one day of the horizon: of the day it begins on, also where it ends on the next.
public struct Session: Sendable, Equatable {
    /// Its day.
    public let day: CalendarDay
    /// Its day, counted from the first of the horizon, 0-based.
    public let dayIndex: Int
    /// Its part of the day.
    public let part: DayPart
    /// What is special about its day, if anything is.
    public let special: SpecialDay?

    /// A session.
    public init(day: CalendarDay, dayIndex: Int, part: DayPart, special: SpecialDay? = nil) {
        self.day = day
        self.dayIndex = dayIndex
        self.part = part
        self.special = special
    }

    /// The sessions of a horizon in date order.
    ///
    /// - Parameter parts: The parts of a day, in order of their start.
    public static func all(
        from start: CalendarDay, days: Int, parts: [DayPart], specialDays: [SpecialDay] = []
    ) -> [Session] {
        (0..<days).flatMap { index in
            let day = start.adding(days: index)
            let special = specialDays.first { $0.day == day }
            return parts.map { Session(day: day, dayIndex: index, part: $0, special: special) }
        }
    }

    /// The name in files: `2026-11-23 am`.
    public var id: String { "\(day.iso) \(part.id)" }
    /// Paid minutes, by the clock on the wall: a night on which clocks change is as long as any other.
    public var minutes: Int { part.minutes }
    /// Start, in minutes after midnight of the horizon's first day, by the clock on the wall.
    public var starts: Int { dayIndex * 1440 + part.starts }
    /// End, in minutes after midnight of the horizon's first day, by the clock on the wall.
    public var ends: Int { dayIndex * 1440 + part.ends }
}
