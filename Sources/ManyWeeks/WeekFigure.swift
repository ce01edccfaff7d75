// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// The figures of one of many weeks. Those that only a plan has are nil where there is none.
public struct WeekFigure: Sendable, Equatable, Encodable {
    /// Care of one priority.
    public struct Care: Sendable, Equatable, Encodable {
        /// The priority, or `all`.
        public let group: String
        /// Contacts wanted.
        public let contacts: Int
        /// Of them, contacts not met.
        public let unmetContacts: Int
        /// Contact hours wanted.
        public let hours: Double
        /// Of them, hours not met.
        public let unmetHours: Double

        /// Contact hours met ÷ wanted; nil where none are wanted.
        public var shareMet: Double? { hours > 0 ? 1 - unmetHours / hours : nil }
    }

    /// The folder's name.
    public let name: String
    /// The first day.
    public let start: CalendarDay
    /// How many days.
    public let days: Int
    /// How the plan stands to the week.
    public let plan: WeekAmongMany.PlanState
    /// People on the roster, each once, in however many rows.
    public let people: Int
    /// Hours of people on duty.
    public let rosteredHours: Double
    /// Hours of leave, sickness and training of own staff ÷ these and their hours on duty; nil where there are none.
    public let absenceShare: Double?
    /// Hours of sickness of own staff ÷ the same.
    public let sicknessShare: Double?
    /// Hours booked beside the rota.
    public let bookedHours: Double?
    /// Pounds of these.
    public let bookedPounds: Double?
    /// Pounds of agency sessions ÷ workforce cost.
    public let agencyShare: Double?
    /// Heads and registered heads missing in open sessions.
    public let missingHeads: Int?
    /// What people asked for, and what of it the plan grants; nil without a plan, and where nobody asked.
    public let requests: RequestFigures?
    /// What the plan costs.
    public let price: Double?
    /// Care by priority, then all; none without a plan.
    public let care: [Care]

    /// All care; nil without a plan.
    public var allCare: Care? { care.last }

    init(_ record: WeekAmongMany) {
        let week = record.week
        name = record.name
        start = week.start
        days = week.days
        plan = record.state
        people = Humans(week.staff).rows.count
        // Absence and duty are the rota's, with a plan or without.
        let figures = ReportFigures(week: week, plan: record.plan ?? Self.nothing)
        let staffing = figures.staffing
        rosteredHours = staffing.rosteredHours
        absenceShare = staffing.absenceShare
        let own =
            staffing.ownRosteredHours + staffing.leaveHours + staffing.sickHours + staffing.trainingHours
        sicknessShare = own > 0 ? staffing.sickHours / own : nil
        guard let plan = record.plan else {
            (bookedHours, bookedPounds, agencyShare, missingHeads, price) = (nil, nil, nil, nil, nil)
            requests = nil
            care = []
            return
        }
        let booked = figures.bookings.tiers.filter { $0.tier.isPaid || $0.tier == .contract }
        bookedHours = booked.reduce(0) { $0 + $1.hours }
        bookedPounds = figures.bookings.bookedPounds
        agencyShare = figures.workforceCost.total.agencyShare
        missingHeads = figures.heads.missingHeads
        price = plan.summary.objective
        requests = figures.requests
        care = (figures.demand.byPriority + [figures.demand.total]).map {
            Care(
                group: $0.group, contacts: $0.wanted.contacts, unmetContacts: $0.unmet.contacts,
                hours: $0.wanted.hours, unmetHours: $0.unmet.hours)
        }
    }

    /// Stands where there is no plan: nobody is sent anywhere.
    private static let nothing = Plan(
        rows: PlanRows(), unmet: [], bookings: [],
        summary: PlanSummary(
            objective: 0, bound: 0, terms: PriceTerms(), status: .changed, seed: 0, seconds: 0, work: 0,
            version: "", inputs: []))
}
