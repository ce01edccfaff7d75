// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// What a week costs by a pay table: own staff's contracted pay with on-costs and enhancements, whatever they do, and what is
/// booked besides.
///
/// The `hourly_cost` of `staff.csv` prices what a plan adds; of own staff nothing here goes by it.
struct FullCost {
    /// Pounds by which on-costs count.
    private(set) var charged: TeamAmounts
    private(set) var full: TeamAmounts
    /// Agency at rates above the cap of the band.
    private(set) var aboveCap: [AgencyAboveCap] = []
    /// Hours of it, and the pounds above the cap.
    var hoursAboveCap: Double { aboveCap.reduce(0) { $0 + $1.hours } }
    var poundsAboveCap: Double { aboveCap.reduce(0) { $0 + $1.pounds } }

    private var thresholds: InsuranceThresholds
    private let teams: CostTeams
    private let pay: PayTable
    private var week: Week { teams.index.week }

    init(_ teams: CostTeams, _ bookings: [BookingRow], _ pay: PayTable) {
        (self.teams, self.pay) = (teams, pay)
        charged = TeamAmounts(teams: teams.index.week.teams.count)
        full = charged
        thresholds = InsuranceThresholds(days: teams.index.week.days)
        // Contracts use up what is free of National Insurance, before anything on top of them.
        for (person, member) in week.staff.enumerated() { addContract(person, member) }
        for (person, member) in week.staff.enumerated() { addSessions(person, member) }
        let members = Dictionary(week.staff.map { ($0.id, $0) }) { first, _ in first }
        for row in bookings {
            guard let member = members[row.staff] else { continue }
            switch row.employment {
            case .bank: addPounds(row.cost, teams.shares(of: row))
            case .agency: addAgency(member, hours: row.hours, pounds: row.cost, teams.shares(of: row))
            case .substantive:
                guard let point = pay.point(ofRoles: member.roles),
                    week.sessions.indices.contains(row.session)
                else { continue }
                add(row, of: member, point)
            case .student, .volunteer: break
            }
        }
    }

    /// A contract is of whole weeks, and paid whether or not its hours are on the rota.
    private mutating func addContract(_ person: Int, _ member: StaffMember) {
        guard member.employment == .substantive, let point = pay.point(ofRoles: member.roles) else { return }
        var minutes = [Double](repeating: 0, count: (week.days + 6) / 7)
        for (session, mark) in week.rota[person].enumerated() {
            guard mark.duty == .rostered || mark.duty.isAbsence else { continue }
            let paid = Double(week.paidMinutes(person: person, session: session))
            minutes[week.sessions[session].dayIndex / 7] += paid
        }
        let hours = minutes.enumerated().reduce(0) { sum, one in
            let isWhole = one.offset * 7 + 7 <= week.days
            return sum + (isWhole ? max(one.element, member.contractMinutes) : one.element) / 60
        }
        let hourly = point.hourly(fullTimeHours: week.policy.fullTimeHours)
        add(hours * hourly, of: member, point, teams.shares(of: person))
    }

    /// What rostered sessions cost besides contracts: enhancements of own staff, and bank and agency as they are paid.
    private mutating func addSessions(_ person: Int, _ member: StaffMember) {
        switch member.employment {
        case .student, .volunteer: break
        case .bank, .agency:
            for (session, mark) in week.rota[person].enumerated() where mark.duty == .rostered {
                let minutes = week.paidMinutes(person: person, session: session)
                let pounds = week.policy.pay(of: member, in: week.sessions[session], minutes: minutes)
                let shares = teams.shares(of: person, in: session)
                if member.employment == .agency {
                    addAgency(member, hours: Double(minutes) / 60, pounds: pounds, shares)
                } else {
                    addPounds(pounds, shares)
                }
            }
        case .substantive:
            guard let point = pay.point(ofRoles: member.roles) else { return }
            let hourly = point.hourly(fullTimeHours: week.policy.fullTimeHours)
            for (session, mark) in week.rota[person].enumerated() where mark.duty == .rostered {
                let paid = Double(week.paidMinutes(person: person, session: session))
                let uplift = week.policy.ownUplift(in: week.sessions[session])
                add(hourly * uplift * paid / 60, of: member, point, teams.shares(of: person, in: session))
            }
        }
    }

    /// What the plan pays own staff on top at the roster's rate for an hour, at the table's. Hours up to full time are
    /// pensionable, and so are enhancements in them; overtime is not, and takes National Insurance alone.
    private mutating func add(_ row: BookingRow, of member: StaffMember, _ point: PayPoint) {
        let uplift = week.policy.ownUplift(in: week.sessions[row.session])
        let factor = max(1, week.policy.overtimeFactor)
        let isFull = member.contractHours >= week.policy.fullTimeHours
        // Without a rate of the roster's every hour of the session counts, plain below full time.
        let (enhancement, paid): (Double, Double)
        if member.hourlyCost > 0 {
            enhancement = min(row.cost / member.hourlyCost, row.hours * uplift)
            paid = row.cost / member.hourlyCost - enhancement
        } else {
            (enhancement, paid) = (row.hours * uplift, row.hours * (isFull ? factor : 1))
        }
        let overtime: Double
        if isFull {
            overtime = paid / factor
        } else {
            // Every hour is paid once, and overtime the rest of its factor besides; a session that is partly free counts as
            // all plain.
            overtime = factor > 1 ? min(row.hours, max(0, (paid - row.hours) / (factor - 1))) : 0
        }
        let share = row.hours > 0 ? min(1, overtime / row.hours) : 0
        let hourly = point.hourly(fullTimeHours: week.policy.fullTimeHours)
        let shares = teams.shares(of: row)
        add(hourly * (paid - factor * overtime + enhancement * (1 - share)), of: member, point, shares)
        let unpensioned = hourly * (factor * overtime + enhancement * share)
        let insurance = insurance(on: unpensioned, of: member, point)
        addPounds(unpensioned + insurance, shares)
    }

    /// Pensionable pay, with on-costs.
    private mutating func add(
        _ pounds: Double, of member: StaffMember, _ point: PayPoint, _ shares: CostTeams.Shares
    ) {
        let insurance = insurance(on: pounds, of: member, point)
        charged.add(pounds * (1 + point.pensionCharged) + insurance, shares)
        full.add(pounds * (1 + point.pensionFull) + insurance, shares)
    }

    /// The employer's National Insurance on somebody's next pay: above a threshold of each employment, not of each full-time
    /// post.
    private mutating func insurance(on pounds: Double, of member: StaffMember, _ point: PayPoint) -> Double {
        point.nationalInsurance * (pounds - thresholds.free(pounds, of: member, point))
    }

    private mutating func addPounds(_ pounds: Double, _ shares: CostTeams.Shares) {
        charged.add(pounds, shares)
        full.add(pounds, shares)
    }

    private mutating func addAgency(
        _ member: StaffMember, hours: Double, pounds: Double, _ shares: CostTeams.Shares
    ) {
        addPounds(pounds, shares)
        guard let point = pay.point(ofRoles: member.roles) else { return }
        aboveCap.add(member, point, hours: hours, pounds: pounds)
    }
}

extension CostAndCare {
    /// Pounds of the week by a pay table, with all on-costs.
    public static let fullCost = "full_cost"
    /// The same with the on-costs that employers are charged.
    public static let fullCostAsCharged = "full_cost_as_charged"
    /// Agency pounds of them.
    public static let agencyShareOfFullCost = "agency_share_of_full_cost"
    /// Hours of agency, rostered and booked, at rates above the caps of a pay table.
    public static let agencyHoursAboveCap = "agency_hours_above_cap"

    /// The figures of a plan of a week, with those that a pay table adds behind what is paid, and behind these what is of
    /// each pathway and team.
    public static func of(
        _ figures: ReportFigures, plan: Plan, week: Week, pay: PayTable?
    ) -> [CostAndCareFigure] {
        let own = of(figures)
        let cost = pay.map { FullCost(CostTeams(WeekLookup(week), plan), plan.bookings, $0) }
        let place = own.firstIndex { $0.kind != .cash } ?? own.endIndex
        let added = cost.map { all($0, agency: figures.workforceCost.total.agencyPounds) } ?? []
        return own[..<place] + added + CostParts(figures.workforceCost, cost, week).figures + own[place...]
    }

    private static func all(_ cost: FullCost, agency: Double) -> [CostAndCareFigure] {
        [
            CostAndCareFigure(
                name: fullCost, title: "Full cost: contracts with all on-costs, enhancements and bookings",
                kind: .cash, unit: .pounds, value: cost.full.total),
            CostAndCareFigure(
                name: fullCostAsCharged, title: "Full cost with the on-costs that employers are charged",
                kind: .cash, unit: .pounds, value: cost.charged.total),
            CostAndCareFigure(
                name: agencyShareOfFullCost, title: "Agency as a share of full cost", kind: .cash,
                unit: .share, value: cost.full.total > 0 ? agency / cost.full.total : nil),
            CostAndCareFigure(
                name: "agency_pounds_above_cap", title: "Pay of agency above the price cap", kind: .cash,
                unit: .pounds, value: cost.poundsAboveCap),
            CostAndCareFigure(
                name: agencyHoursAboveCap, title: "Hours of agency at rates above the price cap",
                kind: .time, unit: .hours, value: cost.hoursAboveCap),
        ]
    }

    /// The names of the figures that plans of a week have, with those that a pay table adds.
    public static func names(of week: Week, pay: PayTable?) -> [String] {
        let summary = PlanSummary(
            objective: 0, bound: 0, terms: PriceTerms(), status: .changed, seed: 0, seconds: 0, work: 0,
            version: "", inputs: [])
        let nothing = Plan(rows: PlanRows(), unmet: [], bookings: [], summary: summary)
        return of(ReportFigures(week: week, plan: nothing), plan: nothing, week: week, pay: pay).map(\.name)
    }

    /// Roles of a week's agency for which a pay table gives no cap, so that no hour of theirs counts as above one: the first
    /// of each of them, in order of the roster.
    public static func uncappedRoles(of week: Week, pay: PayTable) -> [String] {
        var roles: [String] = []
        for member in week.staff where member.employment == .agency {
            guard pay.point(ofRoles: member.roles)?.agencyCap == nil, let role = member.roles.first,
                !roles.contains(role)
            else { continue }
            roles.append(role)
        }
        return roles
    }

    /// Roles of a week's own staff that a pay table has no row for: the first of each of them, in order of the roster.
    public static func unpaidRoles(of week: Week, pay: PayTable) -> [String] {
        var roles: [String] = []
        for member in week.staff where member.employment == .substantive {
            guard pay.point(ofRoles: member.roles) == nil, let role = member.roles.first,
                !roles.contains(role)
            else { continue }
            roles.append(role)
        }
        return roles
    }
}
