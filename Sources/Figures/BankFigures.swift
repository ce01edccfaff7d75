// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What people on the bank, and apart from them students and volunteers, could do of what a week asks for, as their
/// sign-offs stand and with one more, beside the hours that they offer.
///
/// What they could do is that in any session to come in which they may be sent to the team by agreements, travel and
/// placements, whether or not they offer it: who offers nothing may be asked.
public struct BankFigures: Sendable, Equatable, Encodable {
    /// People, in order of the roster: first the bank, then students and volunteers.
    public var people: [BankPersonFigure]
    /// Single sign-offs that were tried by planning anew, of those that would open any contacts in hours that people offer
    /// or are booked for; nil: there is no plan to better.
    public var tried: Int?
    /// How many of these there are; nil likewise.
    public var considered: Int?

    /// What people could do for a week, and for a plan of it, if there is one.
    public init(week: Week, plan: Plan? = nil) {
        let index = WeekLookup(week)
        let making = BankMaking(index, plan)
        people = [BankPersonFigure.Group.bank, .learners].flatMap { group in
            week.staff.indices.filter { BankPersonFigure.Group(week.staff[$0].employment) == group }
                .map { making.figure(of: $0, group) }
        }
    }

    /// Those of a group.
    public func people(in group: BankPersonFigure.Group) -> [BankPersonFigure] {
        people.filter { $0.group == group }
    }
}

/// Somebody on the bank, a student or a volunteer.
public struct BankPersonFigure: Sendable, Equatable, Encodable {
    /// Whom people are told with.
    public enum Group: String, Sendable, Encodable {
        /// People booked from a bank.
        case bank
        /// Students and volunteers, who are no heads and have limits of their own.
        case learners

        init?(_ employment: Employment) {
            switch employment {
            case .bank: self = .bank
            case .student, .volunteer: self = .learners
            case .substantive, .agency: return nil
            }
        }
    }

    /// What somebody could do as their sign-offs stand.
    public struct Work: Sendable, Equatable, Encodable {
        /// The activity.
        public let activity: String
        /// The best route by which they may take part; `double-handed`: as the second of two alone.
        public let route: ContactRoute
        /// The teams that ask for it and that they may be sent to, in order of teams.csv.
        public fileprivate(set) var teams: [String] = []
        /// Contacts wanted of these lines.
        public fileprivate(set) var contacts = 0
        /// Those that the plan does not meet; nil: there is none.
        public fileprivate(set) var unmetContacts: Int?

        private enum CodingKeys: CodingKey { case activity, route, teams, contacts, unmetContacts }

        /// Writes the route by its word.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(activity, forKey: .activity)
            try container.encode(route.rawValue, forKey: .route)
            try container.encode(teams, forKey: .teams)
            try container.encode(contacts, forKey: .contacts)
            try container.encodeIfPresent(unmetContacts, forKey: .unmetContacts)
        }
    }

    /// What somebody could do besides with one sign-off more.
    public struct Opening: Sendable, Equatable, Encodable {
        /// In what.
        public let competency: String
        /// At which level.
        public let level: Int
        /// What it opens, in order of the framework.
        public fileprivate(set) var activities: [String] = []
        /// The teams that ask for it and that they may be sent to.
        public fileprivate(set) var teams: [String] = []
        /// Contacts wanted of these lines.
        public fileprivate(set) var contacts = 0
        /// Those that the plan does not meet; nil: there is none.
        public fileprivate(set) var unmetContacts: Int?
        /// Whether it opens something in hours that they offer or are booked for; nil: there is no plan, or they offer
        /// nothing.
        public var isInHours: Bool?
        /// Pounds by which the plan would be cheaper with it, the person's pay taken off, in the hours that they offer or
        /// are booked for; nil: there is no plan, they offer nothing, it opens nothing in these hours, or it was not tried.
        public var pounds: Double?
        /// Whether that is proved, and not at least that much; of 0: whether the plan pays nothing for it, and not that
        /// nothing was found.
        public var isExact: Bool?
    }

    /// Who.
    public let staff: String
    /// Whom they are told with.
    public let group: Group
    /// How they are engaged.
    public let employment: Employment
    /// Whether they give contacts only where somebody registered is in the group.
    public let isAccompanied: Bool
    /// Sessions to come in which they are rostered or available, no other row of theirs being on duty or away.
    public let sessionsOffered: Int
    /// Paid hours of these.
    public let hoursOffered: Double
    /// Paid hours of sessions to come in which they may only be called.
    public let hoursCallable: Double
    /// Paid hours of sessions to come for which the plan has them; nil: there is none.
    public let hoursBooked: Double?
    /// Hours offered and not booked; nil likewise.
    public let hoursUnused: Double?
    /// What they could do as their sign-offs stand, in order of the framework.
    public let today: [Work]
    /// What one sign-off more would open, those first that the plan pays most for, then those that open most contacts.
    public var withOneMore: [Opening]

    /// Whether they have neither offered anything nor may be called.
    public var offersNothing: Bool { hoursOffered == 0 && hoursCallable == 0 }
}

/// Makes the figures of people one by one.
private struct BankMaking {
    private let index: WeekLookup
    private let time: PlanTime
    private let unmet: [Int]?
    private let booked: [String: Double]
    private let hasPlan: Bool

    init(_ index: WeekLookup, _ plan: Plan?) {
        self.index = index
        let open = index.week.openSessions
        hasPlan = plan != nil
        time = PlanTime(
            index,
            plan
                ?? Plan(
                    rows: PlanRows(), unmet: [], bookings: [],
                    summary: PlanSummary(
                        objective: 0, bound: 0, terms: PriceTerms(), status: .changed, seed: 0, seconds: 0,
                        work: 0, version: "", inputs: [])))
        unmet = plan.map(index.unmet)
        var booked: [String: Double] = [:]
        for row in plan?.deployments ?? [] where open.contains(row.session) {
            booked[row.staff, default: 0] += Double(row.minutes) / 60
        }
        self.booked = booked
    }

    func figure(of person: Int, _ group: BankPersonFigure.Group) -> BankPersonFigure {
        let (week, member) = (index.week, index.week.staff[person])
        let offered = week.openSessions.filter {
            week.rota[person][$0].duty == .rostered || index.mayBeAsked(person, $0)
        }
        let callable = week.openSessions.filter { index.mayBeCalled(person, $0) }
        func hours(_ sessions: [Int]) -> Double {
            sessions.reduce(0) { $0 + Double(week.paidMinutes(person: person, session: $1)) / 60 }
        }
        let hoursBooked = hasPlan ? booked[member.id] ?? 0 : nil
        let (today, openings) = work(of: person)
        return BankPersonFigure(
            staff: member.id, group: group, employment: member.employment,
            isAccompanied: week.policy.accompanied.contains(time.people[person].kind),
            sessionsOffered: offered.count, hoursOffered: hours(offered), hoursCallable: hours(callable),
            hoursBooked: hoursBooked, hoursUnused: hoursBooked.map { max(0, hours(offered) - $0) },
            today: today, withOneMore: openings)
    }

    /// What a person may do of what is asked for, and what they lack one sign-off for.
    private func work(
        of person: Int
    ) -> (today: [BankPersonFigure.Work], openings: [BankPersonFigure.Opening]) {
        let week = index.week
        var today: [BankPersonFigure.Work] = []
        var openings: [BankPersonFigure.Opening] = []
        for activity in week.framework.activities {
            for (line, demand) in week.demand.enumerated()
            where demand.activity == activity.id && demand.contacts > 0 && demand.priority.isCare {
                let sessions = demand.window.filter { index.mayBeSent(person, to: demand.team, in: $0) }
                guard let first = sessions.first else { continue }
                let standings = sessions.map { standing(person, activity, demand.team, $0) }
                guard let best = standings.compactMap(\.bestPart).min(by: { $0.place < $1.place }) else {
                    let lacking = Set(lacking(person, activity, demand.team, first))
                    for need in lacking.sorted(by: { ($0.competency, $0.level) < ($1.competency, $1.level) })
                    {
                        add(to: &openings, need, activity.id, line)
                    }
                    continue
                }
                let known = today.firstIndex { $0.activity == activity.id && $0.route == best }
                let row = known ?? today.count
                if known == nil { today.append(BankPersonFigure.Work(activity: activity.id, route: best)) }
                if !today[row].teams.contains(demand.team) { today[row].teams.append(demand.team) }
                today[row].contacts += demand.contacts
                if let unmet { today[row].unmetContacts = (today[row].unmetContacts ?? 0) + unmet[line] }
            }
        }
        for row in today.indices { today[row].teams = inOrder(today[row].teams) }
        for row in openings.indices { openings[row].teams = inOrder(openings[row].teams) }
        return (today, openings.sortedByWorth)
    }

    private func add(
        to openings: inout [BankPersonFigure.Opening], _ need: Need, _ activity: String, _ line: Int
    ) {
        let known = openings.firstIndex { $0.competency == need.competency && $0.level == need.level }
        let row = known ?? openings.count
        if known == nil {
            openings.append(BankPersonFigure.Opening(competency: need.competency, level: need.level))
        }
        let demand = index.week.demand[line]
        if !openings[row].activities.contains(activity) { openings[row].activities.append(activity) }
        if !openings[row].teams.contains(demand.team) { openings[row].teams.append(demand.team) }
        openings[row].contacts += demand.contacts
        if let unmet { openings[row].unmetContacts = (openings[row].unmetContacts ?? 0) + unmet[line] }
    }

    private func standing(_ person: Int, _ activity: Activity, _ team: String, _ session: Int) -> Standing {
        time.standing(person, activity, team: team, on: index.week.sessions[session].day)
    }

    /// The single sign-offs that would each open some route.
    private func lacking(_ person: Int, _ activity: Activity, _ team: String, _ session: Int) -> [Need] {
        let day = index.week.sessions[session].day
        let open = index.decisions.openRoutes(
            to: activity, for: index.week.staff[person].id, in: team, on: day)
        return time.people[person].gaps(for: activity, on: day, open: open)
            .filter { $0.part != .singleHanded && $0.missing.count == 1 }.flatMap(\.missing)
    }

    private func inOrder(_ teams: [String]) -> [String] {
        teams.sorted { (index.team($0) ?? 0) < (index.team($1) ?? 0) }
    }
}

extension [BankPersonFigure.Opening] {
    /// Those that are worth most first, then those that open most contacts.
    public var sortedByWorth: [BankPersonFigure.Opening] {
        enumerated().sorted { one, other in
            (other.element.pounds ?? 0, other.element.unmetContacts ?? 0, other.element.contacts, one.offset)
                < (
                    one.element.pounds ?? 0, one.element.unmetContacts ?? 0, one.element.contacts,
                    other.offset
                )
        }.map(\.element)
    }
}

extension Standing {
    /// The best route; of who may only be the second of two, `double-handed`.
    fileprivate var bestPart: ContactRoute? { bestRoute ?? (contains(.second) ? .doubleHanded : nil) }
}

extension ContactRoute {
    /// The order in which routes are better.
    fileprivate var place: Int {
        switch self {
        case .registered: 0
        case .support: 1
        case .delegated: 2
        case .doubleHanded: 3
        case .singleHanded: 4
        }
    }
}
